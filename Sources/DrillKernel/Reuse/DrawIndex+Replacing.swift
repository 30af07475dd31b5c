extension DrawIndex {
    /// What a graph shares with the base from which it was made by replacing some parts.
    ///
    /// - Parameters:
    ///   - changed: `CompiledGraph/replacing(_:from:)` of the base.
    ///   - parts: What was replaced; only that is compared.
    package func sharing(with changed: CompiledGraph, replacing parts: ReplacedParts) -> DrawSharing {
        let source = tokens.source(changed, extending: self.source)
        func lapse(_ record: LapseRecord) -> [UInt64] { tokens.lapse(record, of: source) }

        var clocks = ComparedRows(common.clocks)
        for index in parts.clocks.sorted() { clocks.compare(index, tokens.clock(index, of: source)) }
        var chain = ComparedRows(common.chain)
        for index in parts.organizations.sorted() {
            for row in changed.organizations[index].chain.range { chain.compare(row, lapse(changed.chain[row])) }
        }
        var groups = ComparedRows(common.groups)
        for index in parts.groups.sorted() { groups.compare(index, lapse(changed.groups[index].span)) }
        var restores = ComparedRows(common.restores)
        var rebuilds = ComparedRows(common.rebuilds)
        for index in parts.repairs.sorted() {
            restores.compare(index, lapse(changed.repairs[index].restore))
            rebuilds.compare(index, lapse(changed.repairs[index].rebuild))
        }
        let isResponseInPlace = [chain, groups, restores, rebuilds].allSatisfy(\.moved.isEmpty)
        var nodes = ComparedRows(self.nodes)
        let overlay = overlay(
            changed, replacing: parts, from: source, nodes: &nodes, movedClocks: clocks.moved)
        let isAligned =
            clocks.moved.isEmpty && isResponseInPlace && respondsInTheSameHours(changed, parts)
            && overlay.changes.allSatisfy { !$0.isRewired }
        let presences = changed.presences.indices.map { $0 < base.presences.count ? Int32($0) : -1 }
        return DrawSharing(
            nodes: nodes.places, presences: presences, clocks: clocks.places,
            phases: changed.organizations.indices.map(Int32.init), chain: chain.places, groups: groups.places,
            waits: common.waits.own, restores: restores.places, rebuilds: rebuilds.places, isAligned: isAligned,
            overlay: overlay, isSharedInPlace: clocks.moved.isEmpty && presences.count == base.presences.count,
            isResponseInPlace: isResponseInPlace,
            isAnsweredAlike: isResponseInPlace && respondsInTheSameHours(changed, parts))
    }

    /// The changes among replaced nodes, and those at clocks that show something else.
    private func overlay(
        _ changed: CompiledGraph, replacing parts: ReplacedParts, from source: DrawTokens.Source,
        nodes: inout ComparedRows, movedClocks: [Int]
    ) -> Overlay {
        let replaced = Set(parts.nodes.map { Int(base.position[$0]) })
        let retimed = Set(movedClocks.flatMap { nodesAtClock[$0] })
        var changes: [Overlay.Change] = []
        var hasOtherParents = false
        for index in replaced.union(retimed).sorted() {
            var drawsAlike = true
            var isRewired = retimed.contains(index)
            if replaced.contains(index) {
                let key = tokens.node(index, of: source)
                nodes.compare(index, key)
                drawsAlike = key == self.nodes.keys[index] && (key != nil || base.takesAsLong(changed, at: index))
                if !base.hasParentsLike(changed, at: index) {
                    hasOtherParents = true
                    precondition(!base.aims.asks(index), "a change moves at what the attacker aims")
                }
                isRewired = isRewired || !base.isWiredLike(changed, at: index)
            }
            if isRewired || !drawsAlike { changes.append(Overlay.Change(node: index, isRewired: isRewired)) }
        }
        return Overlay(changes: changes, children: hasOtherParents ? Children(changed) : children)
    }

    /// Whether replaced spans of the response count the hours of the same calendars.
    private func respondsInTheSameHours(_ changed: CompiledGraph, _ parts: ReplacedParts) -> Bool {
        parts.organizations.allSatisfy { index in
            changed.organizations[index].chain.range.allSatisfy {
                base.chain[$0].calendar == changed.chain[$0].calendar
            }
        }
            && parts.groups.allSatisfy { base.groups[$0].span.calendar == changed.groups[$0].span.calendar }
            && parts.repairs.allSatisfy {
                base.repairs[$0].restore.calendar == changed.repairs[$0].restore.calendar
                    && base.repairs[$0].rebuild.calendar == changed.repairs[$0].rebuild.calendar
            }
    }
}

extension CompiledGraph {
    fileprivate func hasParentsLike(_ other: CompiledGraph, at index: Int) -> Bool {
        edges[nodes[index].parents.range].elementsEqual(other.edges[other.nodes[index].parents.range])
    }

    /// For a replaced node: clocks and cuts are those that it had, and calendars keep their places.
    fileprivate func isWiredLike(_ other: CompiledGraph, at index: Int) -> Bool {
        hasParentsLike(other, at: index)
            && nodes[index].notices.range.allSatisfy {
                notices[$0].delay.calendar == other.notices[$0].delay.calendar
            }
    }
}

/// Rows of one kind, and which of them are drawn otherwise.
private struct ComparedRows {
    /// For each row the base's with the same draws; −1: none.
    private(set) var places: [Int32]
    /// Rows that draw something else than the base's row of the same number.
    private(set) var moved: [Int] = []
    private let table: TokenTable

    init(_ table: TokenTable) {
        self.table = table
        places = table.own
    }

    mutating func compare(_ row: Int, _ key: [UInt64]?) {
        if key == table.keys[row] { return }
        places[row] = key.flatMap { table.first[$0] } ?? -1
        moved.append(row)
    }
}
