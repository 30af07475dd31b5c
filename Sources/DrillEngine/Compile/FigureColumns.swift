internal import Synchronization

/// Figures of catalog and scenarios in all worlds, for all who compile with the same catalog, seed, preset and number of
/// worlds; no company's answers are part of them. Of no influence on what comes out.
package final class FigureColumns: Sendable {
    private struct Key: Hashable {
        var name: SlotName
        var range: FigureRange?
    }

    private struct Columns {
        var thresholds: [Key: [UInt32]] = [:]
        var factors: [Key: [Float]] = [:]
    }

    private let columns = Mutex(Columns())

    package init() {}

    /// A column of world values; what hangs on answers is worked out each time.
    ///
    /// - Parameter range: Of the scenario's figure in it, if any.
    func thresholds(of name: SlotName, range: FigureRange?, _ work: () -> [UInt32]) -> [UInt32] {
        if name.isOfAnswers { return work() }
        let key = Key(name: name, range: range)
        if let known = columns.withLock({ $0.thresholds[key] }) { return known }
        let column = work()
        columns.withLock { $0.thresholds[key] = column }
        return column
    }

    func factors(of name: SlotName, range: FigureRange?, _ work: () -> [Float]) -> [Float] {
        if name.isOfAnswers { return work() }
        let key = Key(name: name, range: range)
        if let known = columns.withLock({ $0.factors[key] }) { return known }
        let column = work()
        columns.withLock { $0.factors[key] = column }
        return column
    }
}
