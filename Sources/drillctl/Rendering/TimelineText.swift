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
        lines.append(style(.aside, clocks))
        lines.append("")
        if timeline.events.isEmpty { lines.append("Nothing happens: no try succeeds, nothing is noticed.") }
        let whens = timeline.events.map { "\(Wording.local($0.local)) · \(Wording.elapsed(hours: $0.hours))" }
        let width = whens.map(\.count).max() ?? 0
        for (event, when) in zip(timeline.events, whens) {
            let wrapped = event.text.printable.wrapped(toWidth: RunText.width - width - 2)
            for (index, line) in wrapped.enumerated() {
                let margin =
                    index == 0
                    ? style(.aside, when.padded(toWidth: width, .leading)) : String(repeating: " ", count: width)
                lines.append(margin + "  " + style(Self.emphasis(event.kind), line))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whose clocks are told, and what they show when the story begins.
    private var clocks: String {
        let season = timeline.zeroHour.date == nil && timeline.zone != "UTC" ? ", standard time" : ""
        return "clocks of \(timeline.zone)\(season); zero hour is \(Wording.local(timeline.zeroHour))".printable
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
