internal import DrillResults

/// A score on its scale from 0 to 100, with its range.
struct ScoreBar {
    var score: Score

    var markup: Markup {
        let (low, high) = (Coordinate(score.range.low), Coordinate(score.range.high))
        let mark = Coordinate(score.value).attribute
        return """
            <svg class="bar" width="100%" height="22" role="img"><title>Score \(Wording.score(score.value)) of 100; range \
            \(Wording.scores(score.range)).</title>\(ScaleLines.markup(height: 22))\
            <rect class="not-knowing" x="\(low.attribute)" y="6" width="\(low.width(to: high))" height="10"/>\
            <line class="mark" x1="\(mark)" x2="\(mark)" y1="2" y2="20"/></svg>
            """
    }

    /// Scale above a column of bars.
    static let axis: Markup = """
        <svg class="axis" width="100%" height="18" role="img" aria-label="Scale from 0 to 100 points">\
        \(ScaleLines.ticks.map { ScaleLines.label($0, unit: "") })</svg>
        """
}

/// One value on a scale from 0 to 100, without a range.
struct PointBar {
    var value: Double

    var markup: Markup {
        let x = Coordinate(value).attribute
        return """
            <svg class="bar" width="100%" height="18" role="img"><title>\(Wording.score(value)) of 100</title>\
            \(ScaleLines.markup(height: 18))<line class="mark earlier" x1="\(x)" x2="\(x)" y1="2" y2="16"/></svg>
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
            \(Wording.score(high)) of 100, median \(Wording.score(middle))</title>\(ScaleLines.markup(height: 18))\
            <rect class="span" x="\(start.attribute)" y="4" width="\(start.width(to: end))" height="10"/>\
            <line class="mark earlier" x1="\(x)" x2="\(x)" y1="2" y2="16"/></svg>
            """
    }
}

/// Grid and labels of a scale from 0 to 100.
enum ScaleLines {
    static let ticks = [0, 25, 50, 75, 100]

    static func markup(height: Int) -> Markup {
        let lines = ticks.map { tick -> Markup in
            "<line class=\"grid\" x1=\"\(tick)%\" x2=\"\(tick)%\" y1=\"0\" y2=\"\(height)\"/>"
        }
        return "\(lines)"
    }

    static func label(_ tick: Int, unit: String) -> Markup {
        let anchor: Markup = tick == 0 ? "start" : tick == 100 ? "end" : "middle"
        return "<text x=\"\(tick)%\" y=\"13\" text-anchor=\"\(anchor)\">\(tick)\(tick == 100 ? unit : "")</text>"
    }
}
