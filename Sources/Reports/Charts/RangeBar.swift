internal import DrillResults

/// A share on a scale from 0 to 100 %: a mark at the share, a solid band for chance, a hatched band for what is not
/// known, and a line with end caps over both.
struct RangeBar {
    var probability: Probability

    private static let height = 30

    var markup: Markup {
        let p = probability
        return """
            <svg class="bar" width="100%" height="\(Self.height)" role="img"><title>\(alternative)</title>\(ScaleLines.quarters)\
            \(band(p.notKnowing, style: "not-knowing", top: 6, height: 18))\
            \(band(p.chance, style: "chance", top: 11, height: 8))\
            \(whisker(p.range))\
            \(mark(at: Coordinate(p.value * 100)))</svg>
            """
    }

    /// Scale above a column of bars.
    static let axis: Markup = """
        <svg class="axis" width="100%" height="18" role="img" aria-label="Scale from 0 to 100 %">\
        \(ScaleLines.labels(unit: " %"))</svg>
        """

    private var alternative: String {
        let p = probability
        return
            "Reached in \(Wording.probability(p)) of trials; range \(Wording.range(p.range, trials: p.trials)), from "
            + "chance alone \(Wording.range(p.chance, trials: p.trials)), from what is not known alone "
            + "\(Wording.range(p.notKnowing, trials: p.trials))."
    }

    private func band(_ interval: Interval, style: String, top: Int, height: Int) -> Markup {
        let (low, high) = (Coordinate(interval.low * 100), Coordinate(interval.high * 100))
        return """
            <rect class="\(style)" x="\(low.attribute)" y="\(top)" width="\(low.width(to: high))" height="\(height)"/>
            """
    }

    private func whisker(_ interval: Interval) -> Markup {
        let (low, high) = (Coordinate(interval.low * 100).attribute, Coordinate(interval.high * 100).attribute)
        return """
            <line class="whisker" x1="\(low)" x2="\(high)" y1="15" y2="15"/>\
            <line class="whisker" x1="\(low)" x2="\(low)" y1="9" y2="21"/>\
            <line class="whisker" x1="\(high)" x2="\(high)" y1="9" y2="21"/>
            """
    }

    private func mark(at place: Coordinate) -> Markup {
        "<line class=\"mark\" x1=\"\(place.attribute)\" x2=\"\(place.attribute)\" y1=\"2\" y2=\"28\"/>"
    }
}
