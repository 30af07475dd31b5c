import ArgumentParser
import DrillEngine
import DrillResults
import Scenarios

/// Scores of every company, with their formulas.
struct ScoresCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "scores",
        abstract: "Score every company from 0 to 100: prevention, response, control families; formulas printed.",
        usage: "drillctl scores <exercise.json> [options]",
        discussion: """
            Scores are monotone: hardening never lowers a prevention or family score, faster or more noticing never \
            lowers a response score. They are of a stated set of scenarios, and comparable within it only. A company's \
            score is that of its worst objective among the most severe.

            EXAMPLES
              drillctl scores scenarios/exercises/autumn-drill.json
              drillctl scores autumn-drill.json --organization harbor-credit
              drillctl scores autumn-drill.json --format json > scores.json
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
            "Scores, " + ProgressLine.subject(loaded, companies: companies.count), context: context, format: format,
            options: terminal)
        let analysis = ScoreAnalysis(loaded, settings: settings)
        let cards = try await context.interrupt.run {
            defer { line.finish() }
            return try await analysis.run(
                organizations: Set(companies.map(\.id))
            ) { line.update($0) }
        }
        switch format {
        case .json:
            let body = ScoresJSON(
                catalogRelease: loaded.catalog.release, worlds: settings.worlds,
                companies: zip(companies, cards).map { ScoresJSON.Company(organization: $0.id, scores: $1) })
            try context.output.write(
                JSONOutput(
                    modelVersion: Drill.modelVersion, seed: settings.seed, trials: settings.trials,
                    marking: loaded.exercise.disclosure.marking.rawValue, body: body
                ).text())
        case .text:
            let text = ScoreText(
                scenarios: analysis.scenarios, families: ControlFamily.allCases.map(\.rawValue),
                marking: loaded.exercise.disclosure.marking.rawValue, style: context.style(terminal))
            try context.output.write(text.text(zip(companies, cards).map { ($0.name, $1) }))
        }
    }
}

/// The machine's version of it.
private struct ScoresJSON: Encodable {
    struct Company: Encodable {
        var organization: String
        /// Null where no scenario applies.
        var scores: Scorecard?
    }

    var catalogRelease: String
    var worlds: Int
    var companies: [Company]
}
