import DrillKernel

/// One trial under way: the events still to come, and what has happened.
struct OracleSimulation {
    private let draws: OracleDraws
    let description: GraphDescription
    private var queue: OracleQueue
    /// The index of each node's first notice.
    private let firstNotice: [Int]
    private var parentsDone: [Int]
    private let isAimed: [Bool]
    /// Nodes that wait for repair.
    let isLate: [Bool]
    /// The runs of each node.
    private var runs: [[OracleRun]]
    private var hasTrace: [Bool]
    private var isCut: [Bool]
    private var isTriggered: [Bool]
    /// When each intervention's waits are over; deciding may still have to wait for an alarm.
    private var isDue: [Float]

    private(set) var completion: [Float]
    private(set) var alert: [Float]
    private(set) var detection: [Float]
    private(set) var chainEnd: [Float]
    private(set) var cut: [Float]

    init(draws: OracleDraws, salt: UInt64) {
        self.draws = draws
        description = draws.description
        queue = OracleQueue(salt: salt)
        let noticeCounts = description.nodes.map(\.notices.count)
        firstNotice = noticeCounts.indices.map { noticeCounts[..<$0].reduce(0, +) }
        hasTrace = Array(repeating: false, count: noticeCounts.reduce(0, +))
        parentsDone = description.nodes.map { _ in 0 }
        isAimed = OracleAims(draws: draws).isAimed
        isLate = description.isLate
        runs = description.nodes.map { _ in [] }
        isCut = Array(repeating: false, count: description.cutCount)
        isTriggered = description.interventions.map { _ in false }
        isDue = description.interventions.map { _ in .infinity }
        completion = description.nodes.map { _ in .infinity }
        alert = Array(repeating: .infinity, count: noticeCounts.reduce(0, +))
        detection = description.organizations.map { _ in .infinity }
        chainEnd = detection
        cut = Array(repeating: .infinity, count: description.cutCount)
    }

    mutating func run() {
        for (index, intervention) in description.interventions.enumerated() {
            if case .at(let time) = intervention.trigger { decide(index, at: time) }
        }
        for (index, node) in description.nodes.enumerated() {
            if node.gate == .entry {
                if isAimed[index] { queue.add(.entry(node: index), at: 0) }
            } else if node.parents.isEmpty {
                begin(index, at: 0, over: nil)
            }
        }
        while let event = queue.next() {
            switch event.happening {
            case .entry(let node): enter(node, at: event.time)
            case .tryStart(let number, let run): startTry(number, of: run, at: event.time)
            case .tryEnd(let number, let run): endTry(number, of: run, at: event.time)
            case .alert(let organization): raiseAlert(in: organization, at: event.time)
            case .detection(let organization): respond(organization, at: event.time)
            case .cut(let index): makeCut(index, at: event.time)
            }
        }
    }
}

// MARK: - Tries and completions

extension OracleSimulation {
    private mutating func enter(_ index: Int, at time: Float) {
        for (place, notice) in description.nodes[index].notices.enumerated()
        where draws.noticedTry(notice, tries: 1) == 1 {
            leaveTrace(of: notice, at: firstNotice[index] + place, time: time)
        }
        complete(index, at: time)
    }

    /// Enough parents have completed, or another one of which each suffices.
    private mutating func begin(_ index: Int, at time: Float, over passage: Passage?) {
        if !isAimed[index] || isLate[index] { return }
        let start = max(time, draws.clock(description.nodes[index].starts, none: 0))
        let run = OracleRun(node: index, start: start, passage: passage)
        runs[index].append(run)
        queue.add(.tryStart(number: 1, of: run), at: start)
    }

    private mutating func startTry(_ number: Int, of run: OracleRun, at time: Float) {
        if isOver(run, at: time) { return }
        beNoticed(.tryStart, try: number, of: run.node, at: time)
        // Every end is counted from the first start, so that roundings do not add up.
        let node = description.nodes[run.node]
        let pace = draws.sample(node.pace)
        var made = Float(number)
        if isSuccess(number, of: run) { made = made - 1 + node.portion }
        let end = made == 0 ? run.start : run.start + made * pace
        queue.add(.tryEnd(number: number, of: run), at: end)
        // It may be spoilt by closing time, and takes its whole time then.
    }

    private mutating func endTry(_ number: Int, of run: OracleRun, at time: Float) {
        if isOver(run, at: time) { return }
        let node = description.nodes[run.node]
        let isOpen = time <= draws.clock(node.closes, none: .infinity)
        if isSuccess(number, of: run) && isOpen {
            beNoticed(.tryEnd, try: number, of: run.node, at: time)
            if completion[run.node] < .infinity { return }
            beNoticed(.completion, try: 1, of: run.node, at: time)
            complete(run.node, at: time)
        } else {
            beNoticed(.tryEnd, try: number, of: run.node, at: time)
            if number < Int(node.tries) { queue.add(.tryStart(number: number + 1, of: run), at: time) }
        }
    }

    private func isSuccess(_ number: Int, of run: OracleRun) -> Bool {
        Float(number) == draws.successfulTry(description.nodes[run.node])
            && (run.passage.map(draws.isOpen) ?? true)
    }

    /// No try starts or ends any more: the horizon has passed, a cut lies before this time, or another run's success does.
    ///
    /// Cuts of this very time are still in the queue: they come after all tries of the time.
    private func isOver(_ run: OracleRun, at time: Float) -> Bool {
        let cuts = description.nodes[run.node].cuts + (run.passage?.cuts ?? [])
        return time > description.horizon || completion[run.node] < time || cuts.contains { isCut[Int($0)] }
    }

    private mutating func complete(_ index: Int, at time: Float) {
        completion[index] = time
        for (child, node) in description.nodes.enumerated() where node.gate != .entry {
            let before = parentsDone[child]
            parentsDone[child] += node.parents.count { $0 == Int32(index) }
            if node.gate == .any {
                for (place, parent) in node.parents.enumerated() where parent == Int32(index) {
                    begin(child, at: time, over: node.passage(fromParentAt: place))
                }
            } else {
                let needed = node.parentsNeeded
                if before < needed && parentsDone[child] >= needed { begin(child, at: time, over: nil) }
            }
        }
        for (place, intervention) in description.interventions.enumerated() {
            if case .completion(let nodes) = intervention.trigger, nodes.contains(Int32(index)) {
                decide(place, at: time)
            }
        }
    }
}

// MARK: - Alerts, response, cuts

extension OracleSimulation {
    private mutating func beNoticed(_ moment: Notice.Moment, try number: Int, of index: Int, at time: Float) {
        let node = description.nodes[index]
        for (place, notice) in node.notices.enumerated()
        where notice.moment == moment && draws.noticedTry(notice, tries: node.tries) == Float(number) {
            leaveTrace(of: notice, at: firstNotice[index] + place, time: time)
        }
    }

    private mutating func leaveTrace(of notice: Notice, at place: Int, time: Float) {
        // Of several runs the first trace is the one that is followed.
        if hasTrace[place] { return }
        hasTrace[place] = true
        let seen = max(time, draws.clock(notice.notBefore, none: 0))
        let raised = draws.end(of: notice.delay, from: seen, organization: notice.organization)
        if raised > description.horizon { return }
        alert[place] = raised
        queue.add(.alert(organization: Int(notice.organization)), at: raised)
    }

    private mutating func raiseAlert(in organization: Int, at time: Float) {
        if detection[organization] < .infinity { return }
        detection[organization] = time
        queue.add(.detection(organization: organization), at: time)
    }

    private mutating func respond(_ organization: Int, at time: Float) {
        var end = time
        for handOff in description.organizations[organization].chain {
            end = draws.end(of: handOff, from: end, organization: Int32(organization))
        }
        chainEnd[organization] = end
        for (index, group) in description.groups.enumerated() where group.organization == Int32(organization) {
            plan(cut: index, at: draws.end(of: group.span, from: end, organization: group.organization))
        }
        for (index, intervention) in description.interventions.enumerated() {
            if case .detection(Int32(organization)) = intervention.trigger { decide(index, at: time) }
            if intervention.alarmed == Int32(organization), isDue[index] < .infinity { conclude(index) }
        }
    }

    /// An intervention's trigger has happened; the first time counts.
    private mutating func decide(_ index: Int, at time: Float) {
        if isTriggered[index] { return }
        isTriggered[index] = true
        let intervention = description.interventions[index]
        var end = time
        for wait in intervention.waits {
            end = draws.end(of: wait, from: end, organization: intervention.organization)
        }
        isDue[index] = end
        if intervention.alarmed < 0 || detection[Int(intervention.alarmed)] < .infinity { conclude(index) }
    }

    /// What a decision waits for is over or known, and so is the alarm that it needs.
    private mutating func conclude(_ index: Int) {
        let intervention = description.interventions[index]
        var end = isDue[index]
        if intervention.alarmed >= 0 { end = max(end, detection[Int(intervention.alarmed)]) }
        for span in intervention.deciding {
            end = draws.end(of: span, from: end, organization: intervention.organization)
        }
        plan(cut: Int(description.cut(ofIntervention: index)), at: end)
    }

    private mutating func plan(cut index: Int, at time: Float) {
        if cut[index] < .infinity { return }
        cut[index] = time
        queue.add(.cut(index), at: time)
    }

    private mutating func makeCut(_ index: Int, at time: Float) {
        isCut[index] = true
        for (place, intervention) in description.interventions.enumerated() {
            if case .intervention(let other) = intervention.trigger,
                description.cut(ofIntervention: Int(other)) == index
            {
                decide(place, at: time)
            }
        }
    }
}

// MARK: - What has left

extension OracleSimulation {
    /// How much of a node's successful try took place, of the run of which most did.
    func part(of index: Int) -> Float {
        let node = description.nodes[index]
        let tries = draws.successfulTry(node)
        let pace = draws.sample(node.pace)
        let parts = runs[index].filter { $0.passage.map(draws.isOpen) ?? true }.map { run -> Float in
            let cuts = node.cuts + (run.passage?.cuts ?? [])
            let ends = cuts.map { cut[Int($0)] } + [description.horizon, draws.clock(node.closes, none: .infinity)]
            let end = ends.min() ?? .infinity
            if tries == .infinity || pace == .infinity || end < run.start || run.start == .infinity { return 0 }
            if pace == 0 || end == .infinity { return 1 }
            return min(1, max(0, (end - run.start) / pace - (tries - 1)))
        }
        return parts.max() ?? 0
    }
}

extension Node {
    /// How many of its parents must complete.
    var parentsNeeded: Int {
        switch gate {
        case .entry: 0
        case .any: 1
        case .all: parents.count
        case .vote(let count): count
        }
    }

    /// The passage that leads over one of its parents, by its place among them.
    func passage(fromParentAt place: Int) -> Passage? {
        var end = parents.count
        for passage in passages.reversed() {
            end -= Int(passage.parents)
            if place >= end { return passage }
            if end <= 0 { break }
        }
        return nil
    }
}
