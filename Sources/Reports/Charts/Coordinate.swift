/// A place along a chart's width, from 0 (left) to 100 (right). Charts are laid out in percent so that they fill any
/// width while their text keeps its size.
package struct Coordinate: Equatable, Comparable, Sendable {
    /// From 0 to 100.
    package var percent: Double

    /// Kept within the chart; anything that is no number goes to the left end.
    package init(_ percent: Double) {
        self.percent = percent > 0 ? min(percent, 100) : 0
    }

    package static func < (one: Coordinate, other: Coordinate) -> Bool {
        one.percent < other.percent
    }

    /// "37.25%": two decimals, so that the last bits of a floating-point number never show in the page.
    package var attribute: String {
        let hundredths = Int((percent * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)%" }
        return rest < 10 ? "\(whole).0\(rest)%" : "\(whole).\(rest)%"
    }

    /// The width from here to another place right of it.
    package func width(to other: Coordinate) -> String {
        Coordinate(other.percent - percent).attribute
    }
}
