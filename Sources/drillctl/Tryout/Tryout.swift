import DrillEngine
import DrillResults
import Scenarios

/// A try at work: documents in memory, and how they come out.
struct Tryout {
    /// What was simulated.
    struct Run: Sendable {
        var loaded: LoadedExercise
        var result: RunResult
        var pass: RunPass
    }

    var documents: TryoutDocuments
    /// Where the documents will lie, with a slash at its end.
    let folder: String
    let threads: Int
    let context: Context
    let terminal: TerminalOptions
    private var run: Run?

    init(documents: TryoutDocuments, folder: String, threads: Int, context: Context, terminal: TerminalOptions) {
        (self.documents, self.folder, self.threads) = (documents, folder, threads)
        (self.context, self.terminal) = (context, terminal)
    }

    /// Outcomes of the documents as they are.
    mutating func simulate() async throws {
        let loading = DocumentLoading(context: context, format: .text, terminal: terminal)
        let loaded = try loading.exercise(folder + TryoutDocuments.exercise, with: documents.loader(in: folder))
        let settings = settings(of: loaded)
        let found = try await working(on: "Simulating " + ProgressLine.subject(loaded)) { progress in
            try await EngineCalls.run(loaded, settings, reading: .everything, progress: progress)
        }
        run = Run(loaded: loaded, result: found.result, pass: found.pass)
    }

    /// The worst outcome of what was simulated last.
    ///
    /// - Throws: `CommandFailure` where no story applies.
    func standing() throws -> TryoutText.Standing {
        guard let run, let standing = TryoutText.Standing(run.result) else {
            throw CommandFailure("none of these scenarios applies to such a company; name others with --library")
        }
        return standing
    }

    /// What nobody has answered, the answer first on which the worst outcome depends most.
    func openAnswers(besides asked: Set<String>) async throws -> [DriverQuestions.Open] {
        guard let run, let company = run.result.companies.first else { return [] }
        let worst = try standing().reference
        let analysis = NotKnowingAnalysis(run.loaded, settings: settings(of: run.loaded))
        let reports = try await working(on: "Which answers matter most") { progress in
            try await analysis.run(outcomes: [company.id: worst], progress: progress)
        }
        let drivers = reports.compactMap(\.self).flatMap(\.drivers)
        return DriverQuestions(organization: company.id).open(drivers, besides: asked)
    }

    /// The run and all that is said about it.
    func analyse() async throws -> (run: Run, analysis: RunAnalysis) {
        guard let run else { throw CommandFailure("nothing was simulated") }
        let analysis = ExerciseAnalysis(run.loaded, settings: settings(of: run.loaded), effort: 200)
        let found = try await working(on: "Writing the report") { progress in
            try await analysis.run(of: run.result, pass: run.pass, progress: progress)
        }
        return (run, found)
    }

    private func settings(of loaded: LoadedExercise) -> RunSettings {
        RunSettings(loaded.exercise.simulation, threads: threads)
    }

    private func working<Value: Sendable>(
        on what: String, _ work: @escaping @Sendable (@escaping @Sendable (RunProgress) -> Void) async throws -> Value
    ) async throws -> Value {
        let line = ProgressLine(what, context: context, format: .text, options: terminal)
        defer { line.finish() }
        return try await context.interrupt.run { try await work { line.update($0) } }
    }
}
