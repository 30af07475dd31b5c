/// The choices among nodes, and in which order they are made.
struct AimTable: Sendable {
    struct Candidate {
        var key: Int32
        var weight: Float
        /// A range of `members`: rows of the nodes that are tried if it is chosen.
        var members: Slice32
    }

    struct Choice {
        var candidates: Slice32
        var count: Int
    }

    /// What is decided together.
    enum Stage {
        /// Whether some nodes, by position, can begin; in a circle they are asked until nothing changes.
        case nodes(Range<Int>, isCyclic: Bool)
        case choice(Int)
    }

    static let none = AimTable()

    /// Positions of the nodes that may be left alone, by row.
    private(set) var nodes: [Int32] = []
    private(set) var choices: [Choice] = []
    private(set) var candidates: [Candidate] = []
    private(set) var members: [Int32] = []
    private(set) var stages: [Stage] = []
    /// Positions that stages of nodes speak of.
    private(set) var order: [Int32] = []
    private var asked: Set<Int32> = []
    /// Positions of nodes that never complete, whatever is drawn.
    private var barred: Set<Int32> = []
    /// Positions of nodes that hang on what is another's matter.
    private var open: Set<Int32> = []

    /// Whether the node at a position never completes, whatever is drawn.
    func isBarred(_ position: Int32) -> Bool { !barred.isEmpty && barred.contains(position) }

    /// Whether a choice asks whether the node at a position can begin.
    func asks(_ position: Int) -> Bool { asked.contains(Int32(position)) }

    /// Whether the requirement of the node at a position counts as met.
    func countsAsMet(_ position: Int) -> Bool { !open.isEmpty && open.contains(Int32(position)) }

    /// Whether the same is chosen among in the same passage.
    func isLike(_ other: AimTable) -> Bool {
        nodes == other.nodes && members == other.members && barred == other.barred
            && open == other.open
            && choices.count == other.choices.count && candidates.count == other.candidates.count
            && zip(choices, other.choices).allSatisfy { $0.candidates == $1.candidates && $0.count == $1.count }
            && zip(candidates, other.candidates).allSatisfy {
                $0.key == $1.key && $0.weight == $1.weight && $0.members == $1.members
            }
    }

    var isEmpty: Bool { choices.isEmpty }
    var mostCandidates: Int { choices.map(\.candidates.count).max() ?? 0 }

    private init() {}

    init(_ description: GraphDescription, position: [Int32]) {
        guard !description.aims.isEmpty else { return }
        for aim in description.aims {
            precondition(aim.count >= 1)
            let start = Int32(candidates.count)
            for candidate in aim.candidates {
                precondition(candidate.weight > 0)
                let first = Int32(members.count)
                for node in candidate.nodes {
                    members.append(Int32(nodes.count))
                    nodes.append(position[Int(node)])
                }
                candidates.append(
                    Candidate(
                        key: candidate.key, weight: candidate.weight,
                        members: Slice32(start: first, end: Int32(members.count))))
            }
            choices.append(
                Choice(candidates: Slice32(start: start, end: Int32(candidates.count)), count: aim.count))
        }
        let units = AimUnits(description)
        for block in units.order.blocks {
            precondition(!block.isCyclic || block.range.allSatisfy { units.choice(units.order.nodes[$0]) == nil })
            if block.isCyclic {
                appendNodes(block.range.map { position[Int(units.order.nodes[$0])] }, isCyclic: true)
                continue
            }
            for place in block.range {
                let unit = units.order.nodes[place]
                if let choice = units.choice(unit) {
                    stages.append(.choice(choice))
                } else if units.isNeeded(unit) {
                    appendNodes([position[Int(unit)]], isCyclic: false)
                }
            }
        }
        asked = Set(order).union(nodes)
        open = Set(description.nodes.indices.filter { description.nodes[$0].isOthersMatter }.map { position[$0] })
        barred = Set(description.nodes.indices.filter(description.isBarred).map { position[$0] }).intersection(asked)
    }

    private mutating func appendNodes(_ places: [Int32], isCyclic: Bool) {
        let start = order.count
        order += places
        if !isCyclic, case .nodes(let range, false)? = stages.last {
            stages[stages.count - 1] = .nodes(range.lowerBound..<order.count, isCyclic: false)
        } else {
            stages.append(.nodes(start..<order.count, isCyclic: isCyclic))
        }
    }
}

/// What is decided in one go: a node by itself, or all that one choice is among.
struct AimUnits {
    let order: EvaluationOrder
    private let nodes: Int
    private let needed: Set<Int32>

    init(_ description: GraphDescription) {
        let count = description.nodes.count
        nodes = count
        var unit = (0..<Int32(count)).map(\.self)
        for (index, aim) in description.aims.enumerated() {
            for node in aim.candidates.flatMap(\.nodes) { unit[Int(node)] = Int32(count + index) }
        }
        var parents = [[Int32]](repeating: [], count: count + description.aims.count)
        for (index, node) in description.nodes.enumerated() where !node.isOthersMatter {
            parents[Int(unit[index])] += node.parents.map { unit[Int($0)] }
        }
        var needed: Set<Int32> = []
        var open = description.aims.indices.map { Int32(count + $0) }
        while let next = open.popLast() {
            if needed.insert(next).inserted { open += parents[Int(next)] }
        }
        // What no choice asks for is not ordered either.
        self.needed = needed
        order = EvaluationOrder(parents: parents.indices.map { needed.contains(Int32($0)) ? parents[$0] : [] })
    }

    /// Which choice a unit is; nil: a node.
    func choice(_ unit: Int32) -> Int? { Int(unit) < nodes ? nil : Int(unit) - nodes }

    /// Whether a choice hangs on it.
    func isNeeded(_ unit: Int32) -> Bool { needed.contains(unit) }
}

extension GraphDescription {
    /// Whether a node never completes, whatever is drawn: it never starts, or no world gives a try any chance.
    package func isBarred(_ node: Int) -> Bool {
        let node = nodes[node]
        if node.gate == .entry { return false }
        if node.starts >= 0 {
            let clock = clocks[Int(node.starts)]
            if clock.alternatives.isEmpty && clock.offset + clock.otherwise == .infinity { return true }
        }
        return node.success >= 0 && worlds.allSatisfy { $0.thresholds[Int(node.success)] == 0 }
    }

    /// The first choice that hangs on itself, since what it is among needs itself; nil: all can be made.
    package var circularAim: Int? {
        let units = AimUnits(self)
        return units.order.blocks.lazy.filter(\.isCyclic).flatMap(\.range).compactMap {
            units.choice(units.order.nodes[$0])
        }.min()
    }
}
