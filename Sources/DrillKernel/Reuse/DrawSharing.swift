/// Which draws of a changed graph are, to the last bit, those of a base graph: they are copied instead of drawn again.
///
/// Both graphs must have the same horizon; the same seed, world and trial are then the same trial.
package struct DrawSharing: Sendable {
    /// For each node of the changed graph, by evaluation position, the base node with the same draws; −1: none.
    let nodes: [Int32]
    let presences: [Int32]
    let clocks: [Int32]
    let phases: [Int32]
    let chain: [Int32]
    let groups: [Int32]
    let waits: [Int32]
    let restores: [Int32]
    let rebuilds: [Int32]
    /// Whether both graphs combine their draws alike and all that nodes share is drawn alike, so that a trial can only
    /// differ through nodes that are drawn otherwise.
    package internal(set) var isAligned: Bool
    /// How the changed graph lies over the base graph; nil where it must be swept as a whole.
    let overlay: Overlay?
    /// Whether presences, clocks and phases are the base's, row by row; the same of the response's spans.
    let isSharedInPlace: Bool
    let isResponseInPlace: Bool
    /// Whether the same alerts have the same containment: spans, calendars and phases are the base's.
    let isAnsweredAlike: Bool

    /// Whether nothing at all differs: every trial is the base's.
    package var isIdentity: Bool { isAligned && overlay?.changes.isEmpty ?? false }

    /// Whether the graphs are laid out alike, so that cuts of the changed one can be held at the base's times.
    package var canHoldCuts: Bool { overlay != nil }

    /// Whether a node of the changed graph, by its index in the description, draws something that no node of the base
    /// graph draws, or opens or closes at another time.
    package func drawsOtherwise(_ node: Int, of changed: CompiledGraph) -> Bool {
        let place = Int(changed.position[node])
        let record = changed.nodes[place]
        let own = [record.starts, record.closes] + changed.notices[record.notices.range].map(\.notBefore)
        return nodes[place] < 0 && record.draws || own.contains { $0 >= 0 && clocks[Int($0)] < 0 }
    }

    /// The same, but every batch is run again: for graphs whose outcomes are read in different ways.
    package var rerunningAll: DrawSharing {
        var sharing = self
        sharing.isAligned = false
        return sharing
    }
}

/// A base graph, looked up for comparison with many changed ones.
package final class DrawIndex {
    let tokens = DrawTokens()
    let base: CompiledGraph
    let source: DrawTokens.Source
    let nodes: TokenTable
    private let presences: [Address: Int32]
    let common: CommonTables
    let children: Children
    /// Nodes that start, close or are seen by a clock, by clock.
    let nodesAtClock: [[Int]]

    /// Indexes the base graph once.
    package init(_ graph: CompiledGraph) {
        base = graph
        let source = tokens.source(graph)
        self.source = source
        let tokens = tokens
        nodes = TokenTable(graph.nodes.indices.map { tokens.node($0, of: source) })
        presences = Dictionary(graph.presences.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
        common = CommonTables(source, tokens)
        children = Children(graph)
        var atClock = [[Int]](repeating: [], count: graph.clocks.count)
        for (index, node) in graph.nodes.enumerated() {
            let clocks = [node.starts, node.closes] + graph.notices[node.notices.range].map(\.notBefore)
            for clock in Set(clocks) where clock >= 0 { atClock[Int(clock)].append(index) }
        }
        nodesAtClock = atClock
    }

    /// What a changed graph shares with the base.
    package func sharing(with changed: CompiledGraph) -> DrawSharing {
        let source = tokens.source(changed)
        let keys = changed.nodes.indices.map { tokens.node($0, of: source) }
        let drawn = CommonTables(source, tokens)
        let phases = changed.organizations.map { organization in
            base.organizations.firstIndex {
                $0.phase == organization.phase && $0.phaseAddress == organization.phaseAddress
            }.map(Int32.init) ?? -1
        }
        let arePhasesAlike =
            base.organizations.map(\.phase) == changed.organizations.map(\.phase)
            && base.organizations.map(\.phaseAddress) == changed.organizations.map(\.phaseAddress)
        let isResponseInPlace = common.respondsLike(drawn)
        let isAligned =
            common.clocks == drawn.clocks && isResponseInPlace && arePhasesAlike && base.combinesLike(changed)
        let clocks = common.clocks.places(of: drawn.clocks.keys)
        // The first of equal clocks stands for all.
        let own = common.clocks.own
        let overlay = Overlay(base, changed, children: children) { index in
            keys[index] == nodes.keys[index] && (keys[index] != nil || base.takesAsLong(changed, at: index))
        } clocksAlike: { one, two in
            one < 0 || two < 0 ? one == two : own[Int(one)] == clocks[Int(two)]
        }
        return DrawSharing(
            nodes: nodes.places(of: keys), presences: changed.presences.map { presences[$0] ?? -1 }, clocks: clocks,
            phases: phases, chain: common.chain.places(of: drawn.chain.keys),
            groups: common.groups.places(of: drawn.groups.keys), waits: common.waits.places(of: drawn.waits.keys),
            restores: common.restores.places(of: drawn.restores.keys),
            rebuilds: common.rebuilds.places(of: drawn.rebuilds.keys), isAligned: isAligned && overlay != nil,
            overlay: overlay,
            isSharedInPlace: base.presences == changed.presences && common.clocks == drawn.clocks && arePhasesAlike,
            isResponseInPlace: isResponseInPlace,
            isAnsweredAlike: isResponseInPlace && arePhasesAlike && base.answersLike(changed))
    }
}

extension CompiledGraph {
    /// For nodes of which nothing is random.
    func takesAsLong(_ other: CompiledGraph, at index: Int) -> Bool {
        nodes[index].tries == other.nodes[index].tries
            && nodes[index].pace.sampler.a == other.nodes[index].pace.sampler.a
            && nodes[index].portion == other.nodes[index].portion
    }
}

/// The tokens of a graph's quantities of one kind, and where each is first found.
struct TokenTable: Equatable {
    let keys: [[UInt64]?]
    let first: [[UInt64]: Int32]
    /// For each of its places the first with the same; −1: nothing to look up.
    let own: [Int32]

    init(_ keys: [[UInt64]?]) {
        self.keys = keys
        let pairs = keys.enumerated().compactMap { place, key in key.map { ($0, Int32(place)) } }
        let first = Dictionary(pairs) { first, _ in first }
        self.first = first
        own = keys.map { key in key.flatMap { first[$0] } ?? -1 }
    }

    /// For each key the place with the same; −1: none.
    func places(of keys: [[UInt64]?]) -> [Int32] { keys.map { key in key.flatMap { first[$0] } ?? -1 } }

    static func == (a: TokenTable, b: TokenTable) -> Bool { a.keys == b.keys }
}

/// What nodes share: clocks and the response.
struct CommonTables {
    let clocks: TokenTable
    let chain: TokenTable
    let groups: TokenTable
    let waits: TokenTable
    let restores: TokenTable
    let rebuilds: TokenTable

    init(_ source: DrawTokens.Source, _ tokens: DrawTokens) {
        func table(_ list: [LapseRecord]) -> TokenTable { TokenTable(list.map { tokens.lapse($0, of: source) }) }
        let graph = source.graph
        clocks = TokenTable(graph.clocks.indices.map { tokens.clock($0, of: source) })
        chain = table(graph.chain)
        groups = table(graph.groups.map(\.span))
        waits = table(graph.waits)
        restores = table(graph.repairs.map(\.restore))
        rebuilds = table(graph.repairs.map(\.rebuild))
    }

    func respondsLike(_ other: CommonTables) -> Bool {
        chain == other.chain && groups == other.groups && waits == other.waits && restores == other.restores
            && rebuilds == other.rebuilds
    }
}

extension NodeRecord {
    /// Whether anything of it is random.
    var draws: Bool {
        success >= 0 || !successModifiers.isEmpty || !notices.isEmpty || pace.sampler.kind != .constant
            || !pace.modifiers.isEmpty || !passages.isEmpty || measured >= 0
    }
}

extension CompiledGraph {
    /// Whether equal draws have equal consequences: the same nodes wired alike, the same response, the same repairs.
    func combinesLike(_ other: CompiledGraph) -> Bool {
        guard nodes.count == other.nodes.count, edges == other.edges, cuts == other.cuts, horizon == other.horizon,
            references == other.references, calendars == other.calendars,
            organizations.count == other.organizations.count,
            interventions.count == other.interventions.count, chain.count == other.chain.count,
            groups.count == other.groups.count, waits.count == other.waits.count, repairs.count == other.repairs.count,
            needs.count == other.needs.count
        else { return false }
        return zip(nodes, other.nodes).allSatisfy { alike($0, $1, of: other) }
            && zip(organizations, other.organizations).allSatisfy {
                $0.chain == $1.chain && $0.groups == $1.groups && $0.crews == $1.crews
            }
            && zip(chain, other.chain).allSatisfy { $0.calendar == $1.calendar }
            && zip(waits, other.waits).allSatisfy { $0.calendar == $1.calendar }
            && zip(groups, other.groups).allSatisfy {
                $0.organization == $1.organization && $0.span.calendar == $1.span.calendar
            }
            && zip(interventions, other.interventions).allSatisfy {
                $0.organization == $1.organization && $0.waits == $1.waits && $0.trigger == $1.trigger
                    && $0.alarmed == $1.alarmed && $0.early == $1.early
            }
            && zip(repairs, other.repairs).allSatisfy { $0.combinesLike($1) }
            && zip(needs, other.needs).allSatisfy { $0.item == $1.item && $0.grace == $1.grace }
            && aims.isLike(other.aims)
    }

    /// Whether spans of hand-offs and containment, row by row, count the same hours for the same organizations.
    func answersLike(_ other: CompiledGraph) -> Bool {
        func hours(_ calendar: Int32, of graph: CompiledGraph) -> Calendar? {
            calendar < 0 ? nil : graph.calendars[Int(calendar)]
        }
        return organizations.count == other.organizations.count && chain.count == other.chain.count
            && groups.count == other.groups.count
            && zip(organizations, other.organizations).allSatisfy { one, two in
                one.chain == two.chain && one.groups.count == two.groups.count
                    && zip(one.groups.range, two.groups.range).allSatisfy { references[$0] == other.references[$1] }
            }
            && zip(chain, other.chain).allSatisfy {
                hours($0.calendar, of: self) == hours($1.calendar, of: other)
            }
            && zip(groups, other.groups).allSatisfy {
                hours($0.span.calendar, of: self) == hours($1.span.calendar, of: other)
            }
    }

    private func alike(_ one: NodeRecord, _ two: NodeRecord, of other: CompiledGraph) -> Bool {
        guard one.gate == two.gate, one.k == two.k, one.parents == two.parents, one.anyCuts == two.anyCuts,
            hasPassagesLike(other, at: one, and: two), one.aim == two.aim, one.starts == two.starts,
            one.closes == two.closes,
            one.notices.count == two.notices.count, one.outage == two.outage
        else { return false }
        return zip(one.notices.range, two.notices.range).allSatisfy { first, second in
            let (a, b) = (notices[first], other.notices[second])
            return a.organization == b.organization && a.moment == b.moment && a.notBefore == b.notBefore
                && a.delay.calendar == b.delay.calendar
        }
    }
}

extension RepairRecord {
    fileprivate func combinesLike(_ other: RepairRecord) -> Bool {
        organization == other.organization && group == other.group && release == other.release
            && destroying == other.destroying && disrupting == other.disrupting && backupLoss == other.backupLoss
            && needs == other.needs && restore.calendar == other.restore.calendar
            && rebuild.calendar == other.rebuild.calendar
    }
}
