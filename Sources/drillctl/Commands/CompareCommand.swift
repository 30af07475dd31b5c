import ArgumentParser
import DrillEngine
import DrillResults
import DrillStore

/// Two stored runs beside each other.
struct CompareCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare two stored runs: what got better, what got worse, and what else has changed.",
        usage: "drillctl compare <before> <after> [options]",
        discussion: """
            Objectives are compared by their ranges: only where these do not touch has something changed beyond chance \
            and what is not known. Where the model, the catalog, the scenarios, the preset, seed or trials differ, numbers \
            may have moved for other reasons than the companies, and the comparison says so.

            EXAMPLES
              drillctl compare 3 last
              drillctl compare 3f9a 7c01 --organization harbor-credit --format json
            """)

    @Argument(help: .init("\"last\", a number as listed, or the first digits of an id.", valueName: "before"))
    var before: String

    @Argument(help: .init("As before.", valueName: "after"))
    var after: String

    @ArgumentParser.Option(help: .init("Only this company; may be repeated.", valueName: "id"))
    var organization: [String] = []

    @ArgumentParser.Option(help: .init("How to write the result.", valueName: "format"))
    var format = OutputFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func run(in context: Context) async throws {
        let store = try store.openToRead(before, in: context)
        let (first, second) = (try store.load(before), try store.load(after))
        var comparison = RunComparison(
            from: ComparedRun(result: first.result, label: RunLabel(first.entry), analysis: first.analysis),
            to: ComparedRun(result: second.result, label: RunLabel(second.entry), analysis: second.analysis))
        try CompanyChoice.check(organization, among: comparison.companies.map(\.organization))
        if !organization.isEmpty {
            comparison.companies = comparison.companies.filter { organization.contains($0.organization) }
        }
        switch format {
        case .json:
            try context.output.write(
                JSONOutput(
                    modelVersion: second.entry.modelVersion, seed: second.entry.seed, trials: second.entry.trials,
                    marking: MarkedWords.strictest([first.entry.marking, second.entry.marking]), body: comparison
                ).text())
        case .text:
            let text = CompareText(
                comparison: comparison, marking: second.entry.marking, style: context.style(terminal))
            try context.output.write(text.text)
        }
    }
}

extension RunLabel {
    init(_ entry: RunEntry) {
        self.init(run: entry.sequence, runID: entry.runID, created: entry.created, exercise: entry.exerciseID)
    }
}
