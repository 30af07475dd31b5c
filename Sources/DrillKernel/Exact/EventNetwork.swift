/// A problem as events: each happens with some chance if enough of its inputs did and what blocks it did not.
///
/// A group of nodes in a circle is unrolled: after as many rounds as it has nodes, nothing new can happen in it.
struct EventNetwork {
    struct Event {
        /// Indices of earlier events; one may stand twice.
        var inputs: [Int] = []
        /// So many inputs must happen.
        var need = 0
        /// An earlier event in whose presence this one does not happen; only where there is at most one input.
        var blocked: Int?
        var chance = 1.0
        /// The node whose own chance this is; on and off are changes of this event only.
        var node: Int?
    }

    private(set) var events: [Event] = []
    /// Per node: the event that says whether it happens; nil where that is certain, impossible or not asked.
    private(set) var outcome: [Int?]

    private let problem: ExactProblem
    private let reduced: ReducedProblem
    private var defences: [Int: Int] = [:]

    /// Builds what the targets depend on.
    init(_ problem: ExactProblem, _ reduced: ReducedProblem, targets: [Int]) {
        self.problem = problem
        self.reduced = reduced
        outcome = Array(repeating: nil, count: problem.nodes.count)
        for group in reduced.groups(above: targets) {
            if group.count > 1 {
                unroll(group)
                continue
            }
            let gate = reduced.gates[group[0]]
            var event = ownChance(of: group[0])
            (event.inputs, event.need) = (gate.inputs.map { outcome[$0]! }, gate.need)
            if event.blocked != nil, event.inputs.count > 1 {
                (event.inputs, event.need) = ([add(Event(inputs: event.inputs, need: event.need))], 1)
            }
            outcome[group[0]] = add(event)
        }
    }

    private mutating func add(_ event: Event) -> Int {
        events.append(event)
        return events.count - 1
    }

    private mutating func ownChance(of node: Int) -> Event {
        let described = problem.nodes[node]
        return Event(blocked: blockage(described.blockedBy), chance: described.probability, node: node)
    }

    /// Whether any of the defences is on; nil where none ever is.
    private mutating func blockage(_ names: [Int]) -> Int? {
        let distinct = Array(Set(names)).sorted().filter { problem.defences[$0] > 0 }
        let inputs = distinct.map { defence in
            if let known = defences[defence] { return known }
            let event = add(Event(chance: problem.defences[defence]))
            defences[defence] = event
            return event
        }
        return inputs.count <= 1 ? inputs.first : add(Event(inputs: inputs, need: 1))
    }

    /// Rounds of a circle: in round r a node sees what its fellows reached in round r − 1.
    private mutating func unroll(_ group: [Int]) {
        let members = Set(group)
        var ability: [Int: Int] = [:]
        for node in group { ability[node] = add(ownChance(of: node)) }
        var reached: [Int: Int] = [:]
        for _ in group {
            var now: [Int: Int] = [:]
            for node in group {
                let gate = reduced.gates[node]
                let inputs = gate.inputs.compactMap { members.contains($0) ? reached[$0] : outcome[$0] }
                guard inputs.count >= gate.need else { continue }
                let holds = inputs.count == 1 ? inputs[0] : add(Event(inputs: inputs, need: gate.need))
                now[node] = add(Event(inputs: [ability[node]!, holds], need: 2))
            }
            reached = now
        }
        for node in group { outcome[node] = reached[node] }
    }
}
