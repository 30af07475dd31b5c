/// Writes what a draw depends on as numbers: two draws with equal tokens are equal in every trial of every world.
///
/// Slots and arena offsets differ from graph to graph, so what they point at is written instead: whole columns of world
/// values and whole tables, each known by a number that this table gives.
final class DrawTokens {
    private var columns: [[UInt32]: UInt64] = [:]
    private var tables: [[UInt32]: UInt64] = [:]

    /// A node's tries, pace and notices; nil where nothing of it is random, as copying would save nothing.
    func node(_ index: Int, of graph: Source) -> [UInt64]? {
        let node = graph.graph.nodes[index]
        guard node.draws else { return nil }
        var tokens: [UInt64] = [node.gate == .entry ? 1 : 0, UInt64(bitPattern: Int64(node.tries))]
        tokens.append(threshold(node.success, graph))
        tokens.append(UInt64(bitPattern: Int64(node.shift)))
        address(node.successAddress, &tokens)
        modifiers(node.successModifiers, of: graph, isThreshold: true, &tokens)
        lapse(node.pace, of: graph, &tokens)
        tokens += [UInt64(node.portion.bitPattern), node.measured < 0 ? 0 : 1]
        for index in node.passages.range {
            let passage = graph.graph.passages[index]
            tokens.append(threshold(passage.chance, graph))
            address(passage.address, &tokens)
            modifiers(passage.modifiers, of: graph, isThreshold: true, &tokens)
        }
        for index in node.notices.range { notice(graph.graph.notices[index], of: graph, &tokens) }
        return tokens
    }

    func clock(_ index: Int, of graph: Source) -> [UInt64] {
        let clock = graph.graph.clocks[index]
        var tokens = [UInt64(clock.offset.bitPattern), UInt64(clock.otherwise.bitPattern)]
        for index in clock.alternatives.range {
            let alternative = graph.graph.alternatives[index]
            condition(alternative.when, of: graph, &tokens)
            lapse(alternative.span, of: graph, &tokens)
        }
        return tokens
    }

    func lapse(_ lapse: LapseRecord, of graph: Source) -> [UInt64] {
        var tokens: [UInt64] = []
        self.lapse(lapse, of: graph, &tokens)
        return tokens
    }

    // MARK: - Parts

    private func notice(_ notice: NoticeRecord, of graph: Source, _ tokens: inout [UInt64]) {
        let moment: UInt64 =
            switch notice.moment {
            case .tryStart: 0
            case .tryEnd: 1
            case .completion: 2
            }
        tokens += [moment, notice.isHazard ? 1 : 0, threshold(notice.threshold, graph)]
        address(notice.address, &tokens)
        modifiers(notice.hazards, of: graph, isThreshold: false, &tokens)
        lapse(notice.delay, of: graph, &tokens)
    }

    private func lapse(_ lapse: LapseRecord, of graph: Source, _ tokens: inout [UInt64]) {
        let sampler = lapse.sampler
        let values = graph.graph.tables[Int(sampler.first)..<Int(sampler.first + sampler.count)].map(\.bitPattern)
        tokens += [
            UInt64(sampler.kind.rawValue), UInt64(sampler.a.bitPattern), UInt64(sampler.b.bitPattern),
            Self.number(of: values, in: &tables),
        ]
        // A constant draws nothing, whatever its address.
        if sampler.kind != .constant { address(lapse.address, &tokens) }
        modifiers(lapse.modifiers, of: graph, isThreshold: false, &tokens)
    }

    private func modifiers(
        _ slice: Slice32, of graph: Source, isThreshold: Bool, _ tokens: inout [UInt64]
    ) {
        tokens.append(UInt64(slice.count))
        for index in slice.range {
            let modifier = graph.graph.modifiers[index]
            condition(modifier.when, of: graph, &tokens)
            condition(modifier.sight, of: graph, &tokens)
            tokens.append(isThreshold ? threshold(modifier.value, graph) : factor(modifier.value, graph))
        }
    }

    private func condition(_ condition: Condition, of graph: Source, _ tokens: inout [UInt64]) {
        guard condition.presence >= 0 else {
            tokens.append(0)
            return
        }
        tokens.append(1)
        address(graph.graph.presences[Int(condition.presence)], &tokens)
        tokens += [threshold(condition.low, graph), threshold(condition.last, graph)]
    }

    private func address(_ address: Address, _ tokens: inout [UInt64]) {
        tokens += [address.entity, UInt64(address.purpose)]
    }

    private func threshold(_ slot: Int32, _ graph: Source) -> UInt64 {
        slot < 0 ? 0 : graph.thresholds[Int(slot)]
    }

    private func factor(_ slot: Int32, _ graph: Source) -> UInt64 { slot < 0 ? 0 : graph.factors[Int(slot)] }

    private static func number(of column: [UInt32], in table: inout [[UInt32]: UInt64]) -> UInt64 {
        if let known = table[column] { return known }
        let number = UInt64(table.count + 1)
        table[column] = number
        return number
    }

    /// A graph whose slots have been looked up.
    struct Source {
        let graph: CompiledGraph
        /// The number of each slot's column of world values.
        var thresholds: [UInt64]
        var factors: [UInt64]
    }

    /// Looks up a graph's columns.
    func source(_ graph: CompiledGraph) -> Source {
        let first = graph.worlds.first ?? WorldValues()
        let thresholds = first.thresholds.indices.map { slot in
            Self.number(of: graph.worlds.map { $0.thresholds[slot] }, in: &columns)
        }
        let factors = first.factors.indices.map { slot in
            Self.number(of: graph.worlds.map { $0.factors[slot].bitPattern }, in: &columns)
        }
        return Source(graph: graph, thresholds: thresholds, factors: factors)
    }

    /// Looks up the columns that a graph has behind those of another, which are the same.
    func source(_ graph: CompiledGraph, extending other: Source) -> Source {
        var source = Source(graph: graph, thresholds: other.thresholds, factors: other.factors)
        let first = graph.worlds.first ?? WorldValues()
        for slot in first.thresholds.indices.dropFirst(other.thresholds.count) {
            source.thresholds.append(Self.number(of: graph.worlds.map { $0.thresholds[slot] }, in: &columns))
        }
        for slot in first.factors.indices.dropFirst(other.factors.count) {
            source.factors.append(Self.number(of: graph.worlds.map { $0.factors[slot].bitPattern }, in: &columns))
        }
        return source
    }
}
