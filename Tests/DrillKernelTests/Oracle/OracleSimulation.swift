import DrillKernel

/// One trial under way: the events still to come, and what has happened.
struct OracleSimulation {
    private let draws: OracleDraws
    private let description: GraphDescription
    private var queue: OracleQueue
    /// The index of each node's first notice.
    private let firstNotice: [Int]
    private var parentsDone: [Int]
    /// When each node's first try starts, once it is known.
    private var start: [Float]
    private var isCut: [Bool]
    private var isTriggered: [Bool]

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
        parentsDone = description.nodes.map { _ in 0 }
        start = description.nodes.map { _ in .infinity }
        isCut = Array(repeating: false, count: description.cutCount)
        isTriggered = description.interventions.map { _ in false }
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
                queue.add(.entry(node: index), at: 0)
            } else if node.parents.isEmpty {
                begin(index, at: 0)
            }
        }
        while let event = queue.next() {
            switch event.happening {
            case .entry(let node): enter(node, at: event.time)
            case .tryStart(let node, let number): startTry(number, of: node, at: event.time)
            case .tryEnd(let node, let number): endTry(number, of: node, at: event.time)
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

    /// Enough parents have completed.
    private mutating func begin(_ index: Int, at time: Float) {
        start[index] = max(time, draws.clock(description.nodes[index].starts, none: 0))
        queue.add(.tryStart(node: index, number: 1), at: start[index])
    }

    private mutating func startTry(_ number: Int, of index: Int, at time: Float) {
        if isOver(index, at: time) { return }
        beNoticed(.tryStart, try: number, of: index, at: time)
        // Every end is counted from the first start, so that roundings do not add up.
        let pace = draws.sample(description.nodes[index].pace)
        queue.add(.tryEnd(node: index, number: number), at: start[index] + Float(number) * pace)
    }

    private mutating func endTry(_ number: Int, of index: Int, at time: Float) {
        if isOver(index, at: time) { return }
        let node = description.nodes[index]
        beNoticed(.tryEnd, try: number, of: index, at: time)
        let isOpen = time <= draws.clock(node.closes, none: .infinity)
        if isOpen && Float(number) == draws.successfulTry(node) {
            beNoticed(.completion, try: 1, of: index, at: time)
            complete(index, at: time)
        } else if number < Int(node.tries) {
            queue.add(.tryStart(node: index, number: number + 1), at: time)
        }
    }

    /// No try starts or ends any more: the horizon has passed, or a cut that lies before this time.
    ///
    /// Cuts of this very time are still in the queue: they come after all tries of the time.
    private func isOver(_ index: Int, at time: Float) -> Bool {
        time > description.horizon || description.nodes[index].cuts.contains { isCut[Int($0)] }
    }

    private mutating func complete(_ index: Int, at time: Float) {
        completion[index] = time
        for (child, node) in description.nodes.enumerated() where node.gate != .entry {
            let before = parentsDone[child]
            parentsDone[child] += node.parents.count { $0 == Int32(index) }
            let needed = parentsNeeded(node)
            if before < needed && parentsDone[child] >= needed { begin(child, at: time) }
        }
        for (place, intervention) in description.interventions.enumerated() {
            if case .completion(let nodes) = intervention.trigger, nodes.contains(Int32(index)) {
                decide(place, at: time)
            }
        }
    }

    private func parentsNeeded(_ node: Node) -> Int {
        switch node.gate {
        case .entry: 0
        case .any: 1
        case .all: node.parents.count
        case .vote(let count): count
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
        plan(cut: Int(description.cut(ofIntervention: index)), at: end)
    }

    private mutating func plan(cut index: Int, at time: Float) {
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
