internal import DrillResults

/// A stretched time axis: the same distance between any two neighbouring ticks, straight in between. So minutes and
/// months fit on one line, and a reader needs no logarithm.
package struct TimeAxis: Equatable, Sendable {
    /// Hours, ascending, from 0 to the horizon.
    package let ticks: [Double]

    private static let candidates: [Double] = [1 / 6.0, 1, 6, 24, 72, 7 * 24, 30 * 24, 90 * 24, 365 * 24, 1095 * 24]

    /// - Parameters:
    ///   - horizon: hours, where the axis ends.
    ///   - earliest: hours, the earliest time to be shown; without anything below an hour there is no ten-minute tick.
    package init(horizon: Double, earliest: Double?) {
        let end = horizon > 0 && horizon.isFinite ? horizon : 1
        let floor = (earliest ?? 1) < 1 ? 0 : 1.0
        var inner = Self.candidates.filter { $0 >= floor && $0 < end / 1.5 }
        // Seven labels are what fits a telephone's width.
        if inner.count > 5 { inner.removeAll { $0 == 72 || $0 == 90 * 24 } }
        if inner.count > 5 { inner.removeAll { $0 == 6 } }
        ticks = [0] + inner + [end]
    }

    /// Where a time lies; times past the horizon lie at the right end.
    package func place(of hours: Double) -> Coordinate {
        guard hours > 0 else { return Coordinate(0) }
        let step = 100 / Double(ticks.count - 1)
        for index in 1..<ticks.count where hours <= ticks[index] {
            let (low, high) = (ticks[index - 1], ticks[index])
            return Coordinate(step * (Double(index - 1) + (hours - low) / (high - low)))
        }
        return Coordinate(100)
    }

    /// For the head of a column of bars.
    var head: Markup {
        """
        <svg class="axis" width="100%" height="18" role="img" aria-label="\(alternative)">\
        \(ticks.indices.map(label))</svg>
        """
    }

    /// Thin lines at the ticks, which are equally far apart.
    var lines: Markup { "<use href=\"#q\(ticks.count - 1)\"/>" }

    /// How many spaces an axis may have.
    static let spaces = 2...9

    private var alternative: String {
        "Stretched time axis with ticks at \(ticks.map { Wording.span(hours: $0) }.joined(separator: ", "))"
    }

    private func label(_ index: Int) -> Markup {
        let anchor = index == 0 ? "start" : index == ticks.count - 1 ? "end" : "middle"
        let text = index == 0 ? "0" : Wording.span(hours: ticks[index])
        let style = index == 0 || index == ticks.count - 1 ? "" : " class=\"inner\""
        return """
            <text\(Markup(trusted: style)) x="\(place(of: ticks[index]).attribute)" y="13" text-anchor="\(anchor)">\(text)</text>
            """
    }
}
