import ArgumentParser
import DrillResults
import DrillStore

/// What a stored run said.
struct RunsShowCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what a stored run said.",
        usage: "drillctl runs show <run> [options]",
        discussion: """
            EXAMPLES
              drillctl runs show last
              drillctl runs show 3f9a --format json > results.json
            """)

    @Argument(help: .init("\"last\", a number as listed, or the first digits of an id.", valueName: "run"))
    var reference: String

    @Option(help: "How to write the result.")
    var format = OutputFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func run(in context: Context) async throws {
        let stored = try store.openToRead(reference, in: context).load(reference)
        switch format {
        case .json:
            try context.output.write(JSONText.encode(Marked(stored.result, marking: stored.entry.marking)))
        case .text:
            let text = RunText(result: stored.result, analysis: stored.analysis, style: context.style(terminal))
            var lines = text.text(seconds: nil)
            lines +=
                "Run      \(stored.entry.sequence), stored \(stored.entry.created), id \(stored.entry.runID.prefix(16))\n"
            if let report = stored.entry.report { lines += "Report   \(report.printable)\n" }
            try context.output.write(lines)
        }
    }
}
