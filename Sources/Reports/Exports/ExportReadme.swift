internal import DrillResults

/// What lies beside the tables, so that nobody has to guess at a column.
struct ExportReadme {
    let run: RunResult
    let frame: Frame
    let tables: [ExportTable]

    var text: String {
        let head = [
            "\(Frame.banner)  \(frame.marking)", "",
            "Tables of \"\(run.exercise.title)\", run \(run.runID.prefix(12))", "",
            Wording.exercise, Wording.disclaimer, Wording.basis(run.basis),
            "\(Wording.count(run.trials)) trials for each company and scenario over \(Wording.count(run.worlds)) worlds of "
                + "what is not known, seed \(run.seed), model \(run.modelVersion), catalog \(run.catalogRelease), preset "
                + "\(run.preset).",
            Wording.attackNotice,
        ]
        let form = [
            "UTF-8 with byte order mark, commas, CR LF; a point for decimals. An empty cell says: never, none, or not "
                + "stated, as its column explains. The last column of each table carries the marking. Text that begins "
                + "with = + - @ has an apostrophe in front, so that no spreadsheet calculates it.",
            "Hours are counted from the scenario's zero hour, unless a column says otherwise. Bounds are 5 % and 95 %.",
        ]
        return (head + [frame.retention].compactMap(\.self) + [""] + form + tables.flatMap(section) + [""])
            .map(Self.clean).joined(separator: "\r\n")
    }

    private func section(_ table: ExportTable) -> [String] {
        ["", "\(table.name).csv (\(Wording.count(table.rows.count)) rows)", table.about]
            + (table.columns + [.init(name: "marking", meaning: "EXERCISE, the TLP marking, until when it is kept")])
            .map { "  \($0.name): \($0.meaning)" }
    }

    /// Titles come from other people's documents: no line of theirs begins one here.
    private static func clean(_ line: String) -> String {
        String(String.UnicodeScalarView(line.unicodeScalars.map { $0.value < 32 ? "\u{FFFD}" : $0 }))
    }
}
