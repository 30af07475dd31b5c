import ArgumentParser
import DrillEngine
import DrillResults
import DrillStore
import Foundation
import Scenarios

/// The main job: simulate, score, store, write the report.
struct RunCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Simulate an exercise, store the run and write its report.",
        usage: "drillctl run <exercise.json> [options]",
        discussion: """
            Nothing is contacted or executed: attacks are modelled. The same documents, seed, trials and worlds give \
            the same bytes, whatever the number of threads.

            EXAMPLES
              drillctl run scenarios/exercises/autumn-drill.json
              drillctl run autumn-drill.json --trials 100000 --out reports/long
              drillctl run autumn-drill.json --fail-if "probability(personal-data) > 20 %"
              drillctl run autumn-drill.json --format json > results.json
            """)

    @Argument(help: .init("The exercise.", valueName: "exercise.json"), completion: .file(extensions: ["json"]))
    var exercise: String

    @ArgumentParser.Option(
        help: .init("Trials in all for each company and scenario (default: the exercise's).", valueName: "n"))
    var trials: Int?

    @ArgumentParser.Option(
        help: .init(
            "Worlds over which the trials are dealt: draws of what is not known (default: the exercise's).",
            valueName: "w"))
    var worlds: Int?

    @ArgumentParser.Option(help: .init("Seed of the random numbers (default: the exercise's).", valueName: "s"))
    var seed: UInt64?

    @OptionGroup var threads: ThreadOptions

    @ArgumentParser.Option(
        help: .init("Folder for the report (default: reports/ and the exercise's id).", valueName: "folder"),
        completion: .directory)
    var out: String?

    @ArgumentParser.Option(
        help: .init(
            "Exit with 2 if this holds, such as \"probability(personal-data) > 0.2\"; for the worst company.",
            valueName: "condition"))
    var failIf: String?

    @ArgumentParser.Option(help: "How to write the result.")
    var format = OutputFormat.text

    @OptionGroup var own: CatalogOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func validate() throws {
        try Bounds.check("--trials", trials, 1...Bounds.mostTrials)
        try Bounds.check("--worlds", worlds, 1...100_000)
        if let trials, let worlds, worlds > trials {
            throw ValidationError("\(trials) trials cannot be dealt over \(worlds) worlds.")
        }
        if let failIf { _ = try ConditionCheck(failIf) }
    }

    func run(in context: Context) async throws {
        let loading = DocumentLoading(context: context, format: format, terminal: terminal)
        let loaded = try loading.exercise(exercise, with: loading.loader(own))
        let check = try failIf.map { try ConditionCheck($0) }
        try check?.checkObjectives(of: loaded.scenarios)
        // What can fail is tried before the long work.
        let folder = try ReportFolder(out: out, exercise: loaded.exercise.id, in: context)
        let runs = try store.open(in: context)
        let isFirst = try runs.list().isEmpty

        let start = context.elapsed()
        let run = try await simulate(loaded, in: context)
        let seconds = (context.elapsed() - start) / .seconds(1)

        let staged = try folder.stage(run.result)
        do {
            try runs.save(
                run.result, documents: run.documents, created: context.timestamp(), report: folder.fullPagePath)
        } catch {
            staged.discard()
            throw error
        }
        try staged.commit()
        try show(run, report: folder.pagePath, seconds: seconds, isFirst: isFirst, in: context)
        try check.map { try tell($0, about: run.result, in: context) }
    }

    private func simulate(_ loaded: LoadedExercise, in context: Context) async throws -> EngineCalls.SimulatedRun {
        // What the document says, unless the command line says otherwise.
        var simulation = loaded.exercise.simulation
        simulation.trials = trials ?? simulation.trials
        simulation.worlds = worlds ?? simulation.worlds
        simulation.seed = seed ?? simulation.seed
        let settings = RunSettings(simulation, threads: threads.count)
        let line = ProgressLine(context: context, format: format, options: terminal)
        defer { line.finish() }
        return try await context.interrupt.run {
            try await EngineCalls.run(loaded, settings) { line.update($0) }
        }
    }

    private func show(
        _ run: EngineCalls.SimulatedRun, report: String, seconds: Double, isFirst: Bool, in context: Context
    ) throws {
        switch format {
        case .json:
            try context.output.write(JSONText.encode(run.result))
        case .text:
            let text = RunText(result: run.result, style: context.style(terminal))
            let next = NextCommands(program: context.programName, store: store.store)
            let replay = text.worst.map { company, outcome in
                next.replay(
                    company.id,
                    trial: run.drill.trialThatReaches(
                        organization: company.id, scenario: outcome.story.scenario, objective: outcome.objective.id)
                        ?? 0)
            }
            // Whoever has run nothing yet wants to see their own company next.
            let commands = [replay, isFirst ? next.initOrganization() : next.show()].compactMap(\.self)
            try context.output.write(text.text(seconds: seconds) + text.footer(report: report, next: commands))
        }
    }

    /// Says on standard error what the condition came to; exit status 2 where it holds.
    private func tell(_ check: ConditionCheck, about result: RunResult, in context: Context) throws {
        let (holds, values) = check.holds(for: result)
        let verdict = holds ? "holds" : "does not hold"
        try context.messages.writeLine("--fail-if \(check.text.printable): \(verdict); \(values)")
        if holds { throw CommandFailure(silently: .conditionHolds) }
    }
}
