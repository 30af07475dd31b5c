import ArgumentParser
import DrillEngine
import DrillResults
import DrillStore

/// One line for each stored run.
struct RunsListCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the stored runs, newest first.",
        discussion: """
            EXAMPLES
              drillctl runs list
              drillctl runs list --format json
            """)

    @Option(help: "How to write the list.")
    var format = OutputFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func run(in context: Context) async throws {
        let entries = try store.openIfPresent(in: context)?.list() ?? []
        let marking = MarkedWords.strictest(entries.map(\.marking))
        switch format {
        case .json:
            let body = RunList(runs: entries.map(RunList.Entry.init))
            try context.output.write(JSONOutput(modelVersion: Drill.modelVersion, marking: marking, body: body).text())
        case .text:
            guard !entries.isEmpty else {
                try context.messages.writeLine("no stored runs")
                return
            }
            let style = context.style(terminal)
            let head = style(.warning, [Wording.exercise, marking].compactMap(\.self).joined(separator: "   "))
            try context.output.write(head + "\n\n" + table(entries).text(style))
        }
    }

    private func table(_ entries: [RunEntry]) -> Table {
        var table = Table(columns: [
            .init(title: "run", alignment: .trailing), .init(title: "id"), .init(title: "stored"),
            .init(title: "exercise"), .init(title: "trials", alignment: .trailing),
            .init(title: "worlds", alignment: .trailing), .init(title: "seed", alignment: .trailing),
            .init(title: "model"),
        ])
        table.rows = entries.map { entry in
            [
                .init("\(entry.sequence)"), .init(String(entry.runID.prefix(8))), .init(entry.created),
                .init(entry.exerciseID), .init(Wording.count(entry.trials)), .init(Wording.count(entry.worlds)),
                .init("\(entry.seed)"), .init(entry.modelVersion),
            ]
        }
        return table
    }
}

/// Stored runs as JSON.
struct RunList: Encodable {
    var runs: [Entry]

    struct Entry: Encodable {
        var run: Int
        var runID: String
        var created: String
        var exercise: String
        var title: String
        var seed: UInt64
        var trials: Int
        var worlds: Int
        var preset: String
        var modelVersion: String
        var catalogRelease: String
        var marking: String
        var report: String?

        init(_ entry: RunEntry) {
            run = entry.sequence
            runID = entry.runID
            created = entry.created
            exercise = entry.exerciseID
            title = entry.exerciseTitle
            seed = entry.seed
            trials = entry.trials
            worlds = entry.worlds
            preset = entry.preset
            modelVersion = entry.modelVersion
            catalogRelease = entry.catalogRelease
            marking = entry.marking
            report = entry.report
        }
    }
}
