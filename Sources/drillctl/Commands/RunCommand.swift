import ArgumentParser
import DrillEngine
import DrillResults
import DrillStore
import Foundation
import Reports
import Scenarios

/// The main job: simulate, score, store, write the report.
struct RunCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Simulate an exercise, say what to fix first, store the run and write its report.",
        usage: "drillctl run <exercise.json> [options]",
        discussion: """
            Nothing is contacted or executed: attacks are modelled. The same documents, seed, trials and worlds give \
            the same bytes, whatever the number of threads.

            EXAMPLES
              drillctl run scenarios/exercises/autumn-drill.json
              drillctl run autumn-drill.json --trials 100000 --out reports/long
              drillctl run autumn-drill.json --quick --fail-if "probability(personal-data) > 20 %"
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

    @ArgumentParser.Flag(help: "Outcomes only: no weaknesses, scores, plan or losses.")
    var quick = false

    @ArgumentParser.Option(
        help: .init("Person-days that the improvement plan may take; 200 are about a person-year.", valueName: "days"))
    var effort = 200.0

    @ArgumentParser.Option(
        name: .long, parsing: .singleValue,
        help: .init(
            "A tabletop's record.json (drillctl record): how people acted, for the manager's page; may be repeated.",
            valueName: "record.json"), completion: .file(extensions: ["json"]))
    var record: [String] = []

    @ArgumentParser.Option(
        help: .init("Date on the pages (default: today, UTC).", valueName: "YYYY-MM-DD"))
    var date: String?

    @ArgumentParser.Option(help: "How to write the result.")
    var format = OutputFormat.text

    @Flag(help: "Store nothing: the report is all there is, and the run cannot be told again.")
    var noStore = false

    @OptionGroup var own: PlayOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func validate() throws {
        try Bounds.check("--trials", trials, within: 1...Bounds.mostTrials)
        try Bounds.check("--worlds", worlds, within: 1...100_000)
        if let trials, let worlds, worlds > trials {
            throw ValidationError("\(trials) trials cannot be dealt over \(worlds) worlds.")
        }
        if noStore, store.store != nil {
            throw ValidationError("--no-store and --store contradict each other; leave one out.")
        }
        if let failIf { _ = try ConditionCheck(failIf) }
        if let date, let problem = ActionField.problem(due: date) {
            throw ValidationError("--date: \(problem).")
        }
        if !(effort > 0 && effort <= 1e6) {
            throw ValidationError("--effort must lie above 0 and at most at 1000000 person-days, not be \(effort).")
        }
    }

    func run(in context: Context) async throws {
        let loading = DocumentLoading(context: context, format: format, terminal: terminal)
        let loaded = try loading.exercise(exercise, with: loading.loader(own))
        let check = try failIf.map { try ConditionCheck($0) }
        try check?.checkObjectives(of: loaded.scenarios)
        // What can fail is tried before the long work.
        let people = try SessionRecord.people(record, of: loaded, in: context)
        let folder = try ReportFolder(
            out: out, exercise: loaded.exercise.id, inputs: loaded.inputs + record, in: context)
        let runs = try noStore ? .inMemory() : store.open(in: context)
        try runs.checkWritable()
        let isFirst = try runs.list().isEmpty
        var register = try RunRegister(of: loaded, in: runs)

        let start = context.elapsed()
        let settings = settings(of: loaded)
        let run = try await simulate(loaded, settings, in: context)
        try await register.check(run.result, settings, today: context.timestamp())
        let analysis = try await analyse(run, of: loaded, settings: settings, register: register, in: context)
        let seconds = (context.elapsed() - start) / .seconds(1)

        let surroundings = ReportSurroundings(
            loaded: loaded, analysis: analysis, date: date ?? String(context.timestamp().prefix(10)),
            earlier: register.contexts(of: run.result, analysis), people: people)
        try await folder.stage(
            run.result, analysis: analysis, catalog: loaded.catalog, options: surroundings.options,
            threads: settings.threads)
        context.interrupt.beginWriting()
        do {
            try runs.save(
                run.result, documents: run.documents, created: context.timestamp(), report: folder.fullPagePath,
                analysis: analysis)
        } catch {
            guard error.isBusy else { throw error }
            // The work is not lost with the store: the report stands, with everything as JSON.
            try folder.commit()
            throw CommandFailure(
                "\(error) The report is in '\(folder.shown)', the run is not stored: run it again to store it")
        }
        try folder.commit()
        do throws(StoreError) {
            try register.keep(of: run.result, in: runs)
        } catch {
            throw CommandFailure(
                "\(error) Report and run are there; only the register does not say what this run found of its actions")
        }
        let finished = FinishedRun(
            run: run, analysis: analysis, report: folder.pagePath, seconds: seconds, isFirst: isFirst)
        try show(finished, in: context)
        try check.map { try tell($0, about: run.result, in: context) }
    }

    /// What the document says, unless the command line says otherwise.
    private func settings(of loaded: LoadedExercise) -> RunSettings {
        var simulation = loaded.exercise.simulation
        simulation.trials = trials ?? simulation.trials
        simulation.worlds = worlds ?? simulation.worlds
        simulation.seed = seed ?? simulation.seed
        return RunSettings(simulation, threads: threads.count)
    }

    private func simulate(
        _ loaded: LoadedExercise, _ settings: RunSettings, in context: Context
    ) async throws -> EngineCalls.SimulatedRun {
        let line = ProgressLine(
            "Simulating " + ProgressLine.subject(loaded), context: context, format: format, options: terminal)
        defer { line.finish() }
        return try await context.interrupt.run {
            // Thousands of worlds take seconds before the first trial.
            line.update(RunProgress(done: 0, of: 1))
            return try await EngineCalls.run(loaded, settings, reading: quick ? .outcomes : .everything) {
                line.update($0)
            }
        }
    }

    private func analyse(
        _ run: EngineCalls.SimulatedRun, of loaded: LoadedExercise, settings: RunSettings, register: RunRegister,
        in context: Context
    ) async throws -> RunAnalysis? {
        if quick { return nil }
        let line = ProgressLine(
            "What to fix first, " + ProgressLine.subject(loaded), context: context, format: format, options: terminal)
        defer { line.finish() }
        let analysis = ExerciseAnalysis(loaded, settings: settings, effort: effort)
        var found = try await context.interrupt.run {
            try await analysis.run(of: run.result, pass: run.pass) { line.update($0) }
        }
        for place in found.companies.indices {
            found.companies[place].actions = register.reports[found.companies[place].organization]
        }
        return found
    }

    /// All that is shown at the end.
    private struct FinishedRun {
        var run: EngineCalls.SimulatedRun
        var analysis: RunAnalysis?
        var report: String
        var seconds: Double
        var isFirst: Bool
    }

    private func show(_ finished: FinishedRun, in context: Context) throws {
        let run = finished.run
        switch format {
        case .json:
            try context.output.write(JSONText.encode(Marked(run.result, marking: run.result.exercise.marking)))
        case .text:
            let text = RunText(result: run.result, analysis: finished.analysis, style: context.style(terminal))
            let next = NextCommands(program: context.programName, store: store.store)
            let replay = try text.worst.map { company, outcome in
                let reference = ObjectiveReference(scenario: outcome.story.scenario, objective: outcome.objective.id)
                let trial =
                    try finished.analysis?.typicalTrial(organization: company.id, reference)?.trial
                    ?? run.drill.trialThatReaches(
                        organization: company.id, scenario: reference.scenario, objective: reference.objective)
                return next.replay(company.id, trial: trial ?? 0)
            }
            // Whoever has run nothing yet wants to see their own company next.
            let tryout = next.tryout(nil) + "     (a company like yours)"
            let commands = noStore ? [tryout] : [replay, finished.isFirst ? tryout : next.show()].compactMap(\.self)
            try context.output.write(
                text.text(seconds: finished.seconds) + text.footer(report: finished.report, next: commands))
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
