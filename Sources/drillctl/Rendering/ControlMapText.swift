import DrillResults

/// Step × control × way at a terminal, at most 100 columns wide.
struct ControlMapText {
    let style: Style

    /// One story's table.
    func page(_ map: ControlMap) -> String {
        var table = Table(columns: [
            Table.Column(title: "step", widest: 26), Table.Column(title: "control", widest: 24),
            Table.Column(title: "does", widest: 24), Table.Column(title: "on which way in", widest: 38),
            Table.Column(title: "only on", widest: 30),
        ])
        for step in map.steps { table.rows += rows(step) }
        return style(.heading, map.title.printable) + "   \(map.scenario.printable)\n" + table.text(style)
    }

    /// What the words mean, for the end of all tables.
    var foot: String {
        """
        Each control at whatever level; "drillctl catalog <control>" says how much each level does.
        "through": in the step. "from", "over": on the way to it, from another department or a supplier.

        """
    }

    private func rows(_ step: StepControls) -> [[Table.Cell]] {
        guard !step.touches.isEmpty else {
            let words = Wording.nothingTouches(step.apart)
            return [
                [
                    Table.Cell(step.step), Table.Cell("-", .aside),
                    Table.Cell("nothing", step.isUntouched ? .warning : .aside),
                    Table.Cell(words, step.isUntouched ? .warning : .aside), "",
                ]
            ]
        }
        return step.touches.enumerated().map { index, touch in
            [
                Table.Cell(index == 0 ? step.step : ""), Table.Cell(touch.control),
                Table.Cell(touch.acts.map(Wording.act).joined(separator: ", ")),
                Table.Cell(Wording.way(touch.way), .aside),
                Table.Cell(touch.kinds.count > 2 ? "\(touch.kinds.count) kinds" : touch.kinds.joined(separator: ", ")),
            ]
        }
    }
}
