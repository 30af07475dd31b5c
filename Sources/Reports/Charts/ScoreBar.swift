internal import DrillResults

/// A score on its scale from 0 to 100, with its range.
struct ScoreBar {
    var score: Score

    var markup: Markup {
        let (low, high) = (Coordinate(score.range.low), Coordinate(score.range.high))
        let mark = Coordinate(score.value).attribute
        return """
            <svg class="bar" width="100%" height="22" role="img"><title>Score \(Wording.score(score.value)) of 100; range \
            \(Wording.scores(score.range)).</title>\(ScaleLines.quarters)\
            <rect class="not-knowing" x="\(low.attribute)" y="6" width="\(low.width(to: high))" height="10"/>\
            <line class="mark" x1="\(mark)" x2="\(mark)" y1="2" y2="20"/></svg>
            """
    }

    /// Scale above a column of bars.
    static let axis: Markup = """
        <svg class="axis" width="100%" height="18" role="img" aria-label="Scale from 0 to 100 points">\
        \(ScaleLines.labels(unit: ""))</svg>
        """
}

/// One value on a scale from 0 to 100, without a range.
struct PointBar {
    var value: Double

    var markup: Markup {
        let x = Coordinate(value).attribute
        return """
            <svg class="bar" width="100%" height="18" role="img"><title>\(Wording.score(value)) of 100</title>\(ScaleLines.quarters)\
            <line class="mark earlier" x1="\(x)" x2="\(x)" y1="2" y2="16"/></svg>
            """
    }
}

/// A span on a scale from 0 to 100, with a mark in it.
struct SpanBar {
    var low: Double
    var middle: Double
    var high: Double

    var markup: Markup {
        let (start, end) = (Coordinate(low), Coordinate(high))
        let x = Coordinate(middle).attribute
        return """
            <svg class="bar" width="100%" height="18" role="img"><title>From \(Wording.score(low)) to \
            \(Wording.score(high)) of 100, median \(Wording.score(middle))</title>\(ScaleLines.quarters)\
            <rect class="span" x="\(start.attribute)" y="4" width="\(start.width(to: end))" height="10"/>\
            <line class="mark earlier" x1="\(x)" x2="\(x)" y1="2" y2="16"/></svg>
            """
    }
}

/// Lines and labels of a scale from 0 to 100.
enum ScaleLines {
    /// Thin lines at every quarter, drawn once a page and used in every bar.
    static let quarters: Markup = "<use href=\"#q4\"/>"

    /// What charts use: equally distant lines over the whole width, by how many spaces they leave.
    static func definitions(_ spaces: ClosedRange<Int>) -> Markup {
        let groups = spaces.map { count -> Markup in
            let lines = (0...count).map { index -> Markup in
                let x = Coordinate(100 * Double(index) / Double(count)).attribute
                return "<line class=\"grid\" x1=\"\(x)\" x2=\"\(x)\" y2=\"100%\"/>"
            }
            return "<g id=\"q\(count)\">\(lines)</g>"
        }
        return "\(groups)"
    }

    static func labels(unit: String) -> Markup {
        let labels = [(0, "start"), (50, "middle"), (100, "end")].map { tick, anchor -> Markup in
            "<text x=\"\(tick)%\" y=\"13\" text-anchor=\"\(anchor)\">\(tick)\(tick == 100 ? unit : "")</text>"
        }
        return "\(labels)"
    }
}
