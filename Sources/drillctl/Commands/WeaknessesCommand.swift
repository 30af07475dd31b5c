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
            are lost tripwires: hardening that silences the alarm which would have saved the rest.

            EXAMPLES
              drillctl weaknesses scenarios/exercises/autumn-drill.json
              drillctl weaknesses autumn-drill.json --organization harbor-credit --most 20
              drillctl weaknesses autumn-drill.json --format json > weaknesses.json
            """)

    @Argument(help: .init("The exercise.", valueName: "exercise.json"), completion: .file(extensions: ["json"]))
    var exercise: String

    @ArgumentParser.Option(help: .init("Only this company; may be repeated.", valueName: "id"))
    var organization: [String] = []

    @ArgumentParser.Option(help: .init("Weaknesses printed for each company.", valueName: "n"))
    var most = 8

    @ArgumentParser.Option(
        help: .init("Trials in all for each company and scenario (default: the exercise's).", valueName: "n"))
    var trials: Int?

    @ArgumentParser.Option(help: .init("Seed of the random numbers (default: the exercise's).", valueName: "s"))
    var seed: UInt64?

    @OptionGroup var threads: ThreadOptions
    @OptionGroup var own: PlayOptions

    @ArgumentParser.Option(help: .init("How to write the result.", valueName: "format"))
    var format = OutputFormat.text

    @OptionGroup var terminal: TerminalOptions

    func validate() throws {
        try Bounds.check("--trials", trials, within: 1...Bounds.mostTrials)
        try Bounds.check("--most", most, within: 1...1000)
    }

    func run(in context: Context) async throws {
        let loading = DocumentLoading(context: context, format: format, terminal: terminal)
        let loaded = try loading.exercise(exercise, with: loading.loader(own))
        let known = loaded.organizations.map(\.id)
        for id in organization where !known.contains(id) {
            let proposal = Suggestion.question(id, among: known) ?? "there are: \(known.joined(separator: ", "))"
            throw CommandFailure(.wrongUsage, "no company of this exercise has the id '\(id.printable)'; \(proposal)")
        }
        var simulation = loaded.exercise.simulation
        simulation.trials = trials ?? simulation.trials
        simulation.seed = seed ?? simulation.seed
        let settings = RunSettings(simulation, threads: threads.count)
        let analysis = WeaknessAnalysis(loaded, settings: settings)
        let line = ProgressLine(
            "What to fix first, "
                + ProgressLine.subject(loaded, companies: organization.isEmpty ? nil : Set(organization).count),
            context: context, format: format, options: terminal)
        let companies = organization.isEmpty ? nil : Set(organization)
        let reports = try await context.interrupt.run {
            defer { line.finish() }
            return try await analysis.run(organizations: companies) { line.update($0) }
        }
        switch format {
        case .json:
            try context.output.write(
                JSONText.encode(
                    Marked(
                        WeaknessesJSON(
                            schemaVersion: 1, modelVersion: Drill.modelVersion, catalogRelease: loaded.catalog.release,
                            seed: settings.seed, trials: settings.trials, worlds: settings.worlds, companies: reports),
                        marking: loaded.exercise.disclosure.marking.rawValue)))
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
    var schemaVersion: Int
    var modelVersion: String
    var catalogRelease: String
    var seed: UInt64
    var trials: Int
    var worlds: Int
    var companies: [WeaknessReport]
}
