internal import DrillResults

/// Attack against defence on one time axis: a bar from P10 to P90 for each event, a mark at the median.
struct RaceChart {
    struct Event {
        enum Side: String {
            case attack, defence
        }

        var title: String
        var side: Side
        var time: TimeSummary
        /// What the share is a share of; nil for all trials.
        var among: String?
    }

    var caption: Markup
    var events: [Event]
    /// Hours.
    var horizon: Double
    var trials: Int
    /// Without columns for P10 and P90, which the bar shows.
    var isBrief = false

    private static let barHeight = 26

    var markup: Markup {
        let earliest = events.compactMap(\.time.p10).filter { $0 > 0 }.min()
        let axis = TimeAxis(horizon: horizon, earliest: earliest)
        let ends: [Table.Column] = isBrief ? [] : [.init("P10", .number), .init("P90", .number)]
        return Table(
            caption: caption, style: isBrief ? "race brief" : "race",
            columns: [
                .init("Event", .name), .init("P10 to P90", .chart, axis: axis.head), .init("Happens", .number),
                .init("Median", .number),
            ] + ends,
            rows: events.map { row($0, on: axis) }
        ).markup
    }

    private func row(_ event: Event, on axis: TimeAxis) -> [Markup] {
        let cells: [Markup] = [
            "<span class=\"side \(event.side.rawValue)\">\(event.side.rawValue)</span> \(event.title)",
            bar(event, on: axis),
            "\(share(of: event))\(event.among.map { " <small>\($0)</small>" } ?? .empty)",
            "<strong>\(Wording.median(event.time))</strong>",
        ]
        return isBrief
            ? cells : cells + ["\(Wording.hours(event.time.p10))", "\(Wording.hours(event.time.p90))"]
    }

    private func share(of event: Event) -> String {
        event.among == nil
            ? Wording.probability(event.time.probability, trials: trials) : Wording.share(event.time.probability)
    }

    private func bar(_ event: Event, on axis: TimeAxis) -> Markup {
        """
        <svg class="bar" width="100%" height="\(Self.barHeight)" role="img">\
        <title>\(alternative(for: event))</title>\(axis.lines)\(span(event, on: axis))</svg>
        """
    }

    private func span(_ event: Event, on axis: TimeAxis) -> Markup {
        guard let p10 = event.time.p10 else {
            return """
                <text class="never" x="100%" y="17" text-anchor="end">\
                \(event.time.probability > 0 ? "in most trials not by then" : "not by then")</text>
                """
        }
        let start = axis.place(of: p10)
        let end = event.time.p90.map(axis.place(of:)) ?? Coordinate(100)
        let open: Markup =
            event.time.p90 == nil
            ? "<text class=\"open\" x=\"100%\" dx=\"-3\" y=\"18\" text-anchor=\"end\">›</text>" : ""
        let median = event.time.p50.map { time -> Markup in
            let x = axis.place(of: time).attribute
            return "<line class=\"mark\" x1=\"\(x)\" x2=\"\(x)\" y1=\"2\" y2=\"24\"/>"
        }
        return """
            <rect class="\(event.side.rawValue)" x="\(start.attribute)" y="6" \
            width="\(start.width(to: end))" height="14" rx="2"/>\(open)\(median ?? .empty)
            """
    }

    private func alternative(for event: Event) -> String {
        "\(event.title): happens in \(share(of: event)) \(event.among ?? "of trials"); P10 \(Wording.hours(event.time.p10)), median "
            + "\(Wording.hours(event.time.p50)), P90 \(Wording.hours(event.time.p90))."
    }
}

/// What the parts of a ``RaceChart`` mean, drawn.
enum RaceLegend {
    static let markup: Markup = """
        <p class="legend"><span><svg width="34" height="20" aria-hidden="true"><rect class="attack" x="2" y="3" \
        width="30" height="14" rx="2"/></svg> attack, P10 to P90</span> <span><svg width="34" height="20" \
        aria-hidden="true"><rect class="defence" x="2" y="3" width="30" height="14" rx="2"/></svg> defence, P10 to \
        P90</span> <span><svg width="16" height="20" aria-hidden="true"><line class="mark" x1="8" x2="8" y1="0" \
        y2="20"/></svg> median</span> <span><svg width="16" height="20" aria-hidden="true"><text class="open" x="4" \
        y="15">›</text></svg> goes on past the end of the story</span></p>

        """
}
