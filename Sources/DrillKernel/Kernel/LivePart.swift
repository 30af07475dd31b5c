/// What of a graph is settled in it: indices of what is drawn, answered and repaired. All of a graph, unless it is a part.
struct LivePart: Sendable {
    var presences: [Int32] = []
    var clocks: [Int32] = []
    var organizations: [Int32] = []
    var chain: [Int32] = []
    var groups: [Int32] = []
    var waits: [Int32] = []
    var interventions: [Int32] = []
    var repairs: [Int32] = []
    /// Positions of nodes that are known only after repair, in evaluation order.
    var late: [Int32] = []
    /// Positions of nodes that are neither settled nor given; they never complete.
    var idle: [Int32] = []
    /// What is given, source by source.
    var given: [GivenPlaces] = [] {
        didSet {
            for (source, places) in given.enumerated() {
                for (node, place) in places.nodes.enumerated() where place >= 0 { placeOf[place] = (source, node) }
            }
            givenCuts = Set(given.flatMap(\.cuts))
        }
    }
    /// Cuts that are given.
    private(set) var givenCuts: Set<Int32> = []
    private var placeOf: [Int32: (source: Int, node: Int)] = [:]

    static let none = LivePart()

    /// Which source gives the node at a position, and its place among what the source gives; nil: none does.
    func givenPlace(of position: Int32) -> (source: Int, node: Int)? { placeOf[position] }
}

/// Where the times that a source hands on belong: node positions, repair items and cuts, in the order in which it hands
/// them on.
struct GivenPlaces: Sendable {
    /// −1: nobody asks for it.
    var nodes: [Int32]
    var items: [Int32]
    var cuts: [Int32]
}

extension CompiledGraph {
    /// Everything is settled.
    mutating func enliven() {
        func all(_ count: Int) -> [Int32] { (0..<Int32(count)).map(\.self) }
        (live.presences, live.clocks) = (all(presences.count), all(clocks.count))
        (live.organizations, live.chain) = (all(organizations.count), all(chain.count))
        (live.groups, live.waits) = (all(groups.count), all(waits.count))
        (live.interventions, live.repairs) = (all(interventions.count), all(repairs.count))
        live.late = all(nodes.count).filter { nodes[Int($0)].isLate }
    }

    /// The graph of which only some nodes, organizations and their repairs are settled; what these need of the rest is
    /// given batch by batch.
    ///
    /// Numbers stay those of the whole graph. A node that is needed must be settled or given, and those of a cycle
    /// together.
    ///
    /// - Parameters:
    ///   - nodes: By node of the description, whether it is settled.
    ///   - settled: Organizations whose responses and repairs are.
    ///   - given: What is given, source by source: nodes, repair items and cuts of the description in the order in which
    ///     they are handed on. A node that nobody asks for is nil.
    package func part(
        nodes isSettled: [Bool], organizations settled: Set<Int>,
        given: [(nodes: [Int32?], items: [Int32], cuts: [Int32])]
    ) -> CompiledGraph {
        precondition(isSettled.count == nodes.count)
        var part = self
        var isInside = [Bool](repeating: false, count: nodes.count)
        for (node, place) in position.enumerated() where isSettled[node] { isInside[Int(place)] = true }
        part.blocks = blocks.flatMap { $0.stretches(where: isInside) }
        let places = given.map { source in
            GivenPlaces(
                nodes: source.nodes.map { $0.map { position[Int($0)] } ?? -1 }, items: source.items, cuts: source.cuts)
        }
        var idle = Set(nodes.indices.lazy.filter { !isInside[$0] }.map(Int32.init))
        for source in places { idle.subtract(source.nodes) }
        part.live = .none
        part.live.idle = idle.sorted()
        part.live.given = places
        part.enliven(isInside: isInside, organizations: settled)
        let known = Set(part.live.repairs).union(places.flatMap(\.items))
        precondition(part.live.late.allSatisfy { nodes[Int($0)].outage < 0 || known.contains(nodes[Int($0)].outage) })
        return part
    }

    /// Only what settled nodes and organizations ask for is drawn.
    private mutating func enliven(isInside: [Bool], organizations settled: Set<Int>) {
        func isOwn(_ organization: Int32) -> Bool { settled.contains(Int(organization)) }
        var asked = AskedFor(presences: presences.count, clocks: clocks.count)
        for place in nodes.indices where isInside[place] { ask(of: nodes[place], &asked) }
        live.late = nodes.indices.filter { isInside[$0] && nodes[$0].isLate }.map(Int32.init)
        for index in clocks.indices where asked.clocks[index] {
            for alternative in clocks[index].alternatives.range {
                asked.add(alternatives[alternative].when)
                ask(of: alternatives[alternative].span, &asked)
            }
        }
        for index in organizations.indices where settled.contains(index) {
            live.organizations.append(Int32(index))
            for row in organizations[index].chain.range {
                live.chain.append(Int32(row))
                ask(of: chain[row], &asked)
            }
        }
        for index in groups.indices where isOwn(groups[index].organization) {
            live.groups.append(Int32(index))
            ask(of: groups[index].span, &asked)
        }
        for index in interventions.indices where isOwn(interventions[index].organization) {
            live.interventions.append(Int32(index))
            for row in interventions[index].waits.range {
                live.waits.append(Int32(row))
                ask(of: waits[row], &asked)
            }
        }
        for index in repairs.indices where isOwn(repairs[index].organization) {
            live.repairs.append(Int32(index))
            ask(of: repairs[index].restore, &asked)
            ask(of: repairs[index].rebuild, &asked)
        }
        // At what is aimed hangs on words alone, those of who is given included.
        for candidate in aims.candidates { asked.presences[Int(candidate.key)] = true }
        live.presences = presences.indices.filter { asked.presences[$0] }.map(Int32.init)
        live.clocks = clocks.indices.filter { asked.clocks[$0] }.map(Int32.init)
    }

    private func ask(of node: NodeRecord, _ asked: inout AskedFor) {
        if node.starts >= 0 { asked.clocks[Int(node.starts)] = true }
        if node.closes >= 0 { asked.clocks[Int(node.closes)] = true }
        ask(node.successModifiers, &asked)
        for passage in node.passages.range { ask(passages[passage].modifiers, &asked) }
        ask(of: node.pace, &asked)
        for notice in node.notices.range {
            if notices[notice].notBefore >= 0 { asked.clocks[Int(notices[notice].notBefore)] = true }
            ask(notices[notice].hazards, &asked)
            ask(of: notices[notice].delay, &asked)
        }
    }

    private func ask(of span: LapseRecord, _ asked: inout AskedFor) {
        ask(span.modifiers, &asked)
    }

    private func ask(_ slice: Slice32, _ asked: inout AskedFor) {
        for index in slice.range {
            asked.add(modifiers[index].when)
            asked.add(modifiers[index].sight)
        }
    }
}

/// Which shared words and clocks are asked for.
private struct AskedFor {
    var presences: [Bool]
    var clocks: [Bool]

    init(presences: Int, clocks: Int) {
        self.presences = Array(repeating: false, count: presences)
        self.clocks = Array(repeating: false, count: clocks)
    }

    mutating func add(_ condition: Condition) {
        if condition.presence >= 0 { presences[Int(condition.presence)] = true }
    }
}

extension EvaluationOrder.Block {
    /// Its stretches of places of which something holds.
    func stretches(where holds: [Bool]) -> [EvaluationOrder.Block] {
        var stretches: [EvaluationOrder.Block] = []
        for place in range where holds[place] {
            if let last = stretches.last, last.range.upperBound == place {
                stretches[stretches.count - 1].range = last.range.lowerBound..<place + 1
            } else {
                stretches.append(EvaluationOrder.Block(range: place..<place + 1, isCyclic: isCyclic))
            }
        }
        return stretches
    }
}
