import ArgumentParser
import DrillEngine
import Scenarios

/// Of which exercise and companies an analysis is, and how it is simulated.
struct AnalysisOptions: ParsableArguments {
    @Argument(help: .init("The exercise.", valueName: "exercise.json"), completion: .file(extensions: ["json"]))
    var exercise: String

    @ArgumentParser.Option(help: .init("Only this company; may be repeated.", valueName: "id"))
    var organization: [String] = []

    @ArgumentParser.Option(
        help: .init("Trials in all for each company and scenario (default: the exercise's).", valueName: "n"))
    var trials: Int?

    @ArgumentParser.Option(help: .init("Seed of the random numbers (default: the exercise's).", valueName: "s"))
    var seed: UInt64?

    @OptionGroup var threads: ThreadOptions
    @OptionGroup var own: PlayOptions

    /// Wrong usage that needs no document to be seen.
    func check() throws { try Bounds.check("--trials", trials, within: 1...Bounds.mostTrials) }

    /// The exercise and its settings; companies that it does not have are wrong usage.
    func load(
        in context: Context, _ format: OutputFormat, _ terminal: TerminalOptions
    ) throws -> (LoadedExercise, RunSettings) {
        let loading = DocumentLoading(context: context, format: format, terminal: terminal)
        let loaded = try loading.exercise(exercise, with: loading.loader(own))
        try CompanyChoice.check(organization, among: loaded.organizations.map(\.id))
        var simulation = loaded.exercise.simulation
        simulation.trials = trials ?? simulation.trials
        simulation.seed = seed ?? simulation.seed
        return (loaded, RunSettings(simulation, threads: threads.count))
    }

    /// The companies asked for, in the exercise's order; all where none was named.
    func companies(_ loaded: LoadedExercise) -> [Organization] {
        loaded.organizations.filter { organization.isEmpty || organization.contains($0.id) }
    }
}
