import DrillResults

/// One trial as people read it: a line for each thing that happens.
struct TimelineText {
    var timeline: TrialTimeline
    var marking: String
    var style: Style

    var text: String {
        var lines = [style(.warning, "\(Wording.exercise)   \(marking)")]
        let title = "\(timeline.organizationName) under \(timeline.scenarioTitle)".printable
        lines.append("\(style(.heading, title))   trial \(timeline.trial) of world \(timeline.world)")
        lines.append("")
        if timeline.events.isEmpty { lines.append("Nothing happens: no try succeeds, nothing is noticed.") }
        for event in timeline.events {
            let when = Self.clock(event.hours).padded(toWidth: 14, .leading)
            let wrapped = event.text.printable.wrapped(toWidth: RunText.width - 16)
            for (index, line) in wrapped.enumerated() {
                let margin = index == 0 ? style(.aside, when) : String(repeating: " ", count: 14)
                lines.append(margin + "  " + style(Self.emphasis(event.kind), line))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// "day 1, 06:40" from zero hour, which is 00:00 of day 1; whole minutes, rounded down.
    static func clock(_ hours: Double) -> String {
        guard hours.isFinite, hours >= 0, hours < 1e9 else { return "never" }
        let minutes = Int(hours * 60)
        let ofDay = minutes % 1440
        let clock = [ofDay / 60, ofDay % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "day \(minutes / 1440 + 1), \(clock)"
    }

    private static func emphasis(_ kind: TrialTimeline.Kind) -> Style.Emphasis? {
        switch kind {
        case .attack: nil
        case .impact: .warning
        case .notice: .command
        case .response: .good
        case .objective: .bad
        }
    }
}
