internal import DrillResults

/// How long something takes, from P10 to P90 with its median, against a target.
struct SpeedBar {
    var speed: SpeedResult
    var title: String
    var axis: TimeAxis

    private static let height = 26

    var markup: Markup {
        """
        <svg class="bar" width="100%" height="\(Self.height)" role="img"><title>\(alternative)</title>\
        \(axis.lines)\(bar)\(target)</svg>
        """
    }

    private var bar: Markup {
        guard let p10 = speed.time.p10 else {
            return "<text class=\"never\" x=\"100%\" y=\"17\" text-anchor=\"end\">not by the end, mostly</text>"
        }
        let start = axis.place(of: p10)
        let end = speed.time.p90.map(axis.place(of:)) ?? Coordinate(100)
        let open: Markup =
            speed.time.p90 == nil
            ? "<text class=\"open\" x=\"100%\" dx=\"-3\" y=\"18\" text-anchor=\"end\">›</text>" : .empty
        let median = speed.time.p50.map { time -> Markup in
            let x = axis.place(of: time).attribute
            return "<line class=\"mark\" x1=\"\(x)\" x2=\"\(x)\" y1=\"2\" y2=\"24\"/>"
        }
        return """
            <rect class="defence" x="\(start.attribute)" y="6" width="\(start.width(to: end))" height="14" rx="2"/>\
            \(open)\(median ?? .empty)
            """
    }

    private var target: Markup {
        guard let hours = speed.targetHours else { return .empty }
        let x = axis.place(of: hours).attribute
        return "<line class=\"target\" x1=\"\(x)\" x2=\"\(x)\" y1=\"0\" y2=\"\(Self.height)\"/>"
    }

    private var alternative: String {
        let within = speed.within.map { ", within it in \(Wording.probability($0)) of trials" } ?? ""
        let target = speed.targetHours.map { "; target \(Wording.span(hours: $0))\(within)" } ?? ""
        return "\(title): P10 \(Wording.hours(speed.time.p10)), median \(Wording.hours(speed.time.p50)), P90 "
            + "\(Wording.hours(speed.time.p90))\(target)."
    }
}
