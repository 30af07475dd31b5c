import ArgumentParser
import DrillEngine
import DrillResults
import Scenarios

/// What nobody would notice, what nothing prevents, what leaves despite encryption, how fast the response is.
struct FindingsCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "Steps nobody would notice, late alerts, what nothing prevents, response speed, slow hand-offs.",
        usage: "drillctl findings <exercise.json> [options]",
        discussion: """
            The trials are those of a run. A step is blind where fewer than one in a hundred of the trials in which it \
            completes has an alert of it, and late where most of its alerts come after the loss.

            EXAMPLES
              drillctl findings scenarios/exercises/autumn-drill.json
              drillctl findings autumn-drill.json --organization harbor-credit
              drillctl findings autumn-drill.json --format json > findings.json
            """)

    @OptionGroup var chosen: AnalysisOptions

    @ArgumentParser.Option(help: .init("How to write the result.", valueName: "format"))
    var format = OutputFormat.text

    @OptionGroup var terminal: TerminalOptions

    func validate() throws { try chosen.check() }

    func run(in context: Context) async throws {
        let (loaded, settings) = try chosen.load(in: context, format, terminal)
        let companies = chosen.companies(loaded)
        let line = ProgressLine(
            "Findings, " + ProgressLine.subject(loaded, companies: companies.count), context: context, format: format,
            options: terminal)
        let analysis = FindingsAnalysis(loaded, settings: settings)
        let found = try await context.interrupt.run {
            defer { line.finish() }
            return try await analysis.run(
                organizations: Set(companies.map(\.id))
            ) { line.update($0) }
        }
        switch format {
        case .json:
            let body = FindingsJSON(
                catalogRelease: loaded.catalog.release, worlds: settings.worlds, companies: found)
            try context.output.write(
                JSONOutput(
                    modelVersion: Drill.modelVersion, seed: settings.seed, trials: settings.trials,
                    marking: loaded.exercise.disclosure.marking.rawValue, body: body
                ).text())
        case .text:
            let text = FindingsText(
                names: Dictionary(companies.map { ($0.id, $0.name) }) { first, _ in first },
                scenarios: analysis.scenarios,
                marking: loaded.exercise.disclosure.marking.rawValue, style: context.style(terminal))
            try context.output.write(text.text(found))
        }
    }
}

/// The machine's version of it.
private struct FindingsJSON: Encodable {
    var catalogRelease: String
    var worlds: Int
    var companies: [CompanyFindings]
}
