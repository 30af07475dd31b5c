import ArgumentParser
import DrillEngine
import DrillResults
import Scenarios

/// What to fix first, and what would not help.
struct WeaknessesCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "weaknesses",
        abstract: "Rank what to fix first: every control and hand-off, with what a better one would change.",
        usage: "drillctl weaknesses <exercise.json> [options]",
        discussion: """
            Each lever (a control in a scope at a higher level, a hand-off, containment) is tried on the same random \
            numbers as today's state, so the range is of the difference. Levers that change nothing are named, and so \
            is what is lost with some: a tripwire (the alarm which would have saved the rest), an outage (what would \
            have been down is robbed), a decision (the step that would have brought it on no longer comes).

            EXAMPLES
              drillctl weaknesses scenarios/exercises/autumn-drill.json
              drillctl weaknesses autumn-drill.json --organization harbor-credit --most 20
              drillctl weaknesses autumn-drill.json --format json > weaknesses.json
            """)

    @ArgumentParser.Option(help: .init("Weaknesses printed for each company.", valueName: "n"))
    var most = 8

    @OptionGroup var chosen: AnalysisOptions

    @ArgumentParser.Option(help: .init("How to write the result.", valueName: "format"))
    var format = OutputFormat.text

    @OptionGroup var terminal: TerminalOptions

    func validate() throws {
        try chosen.check()
        try Bounds.check("--most", most, within: 1...1000)
    }

    func run(in context: Context) async throws {
        let (loaded, settings) = try chosen.load(in: context, format, terminal)
        let companies = chosen.companies(loaded)
        let analysis = WeaknessAnalysis(loaded, settings: settings)
        let line = ProgressLine(
            "What to fix first, " + ProgressLine.subject(loaded, companies: companies.count), context: context,
            format: format, options: terminal)
        let reports = try await context.interrupt.run {
            defer { line.finish() }
            return try await analysis.run(organizations: Set(companies.map(\.id))) { line.update($0) }
        }
        switch format {
        case .json:
            let body = WeaknessesJSON(
                catalogRelease: loaded.catalog.release, worlds: settings.worlds, companies: reports)
            try context.output.write(
                JSONOutput(
                    modelVersion: Drill.modelVersion, seed: settings.seed, trials: settings.trials,
                    marking: loaded.exercise.disclosure.marking.rawValue, body: body
                ).text())
        case .text:
            let text = WeaknessText(
                names: Dictionary(loaded.organizations.map { ($0.id, $0.name) }) { first, _ in first },
                scenarios: analysis.scenarios, marking: loaded.exercise.disclosure.marking.rawValue,
                trials: settings.trials, most: most, style: context.style(terminal))
            try context.output.write(text.text(reports))
        }
    }
}

/// The machine's version of it.
private struct WeaknessesJSON: Encodable {
    var catalogRelease: String
    var worlds: Int
    var companies: [WeaknessReport]
}
