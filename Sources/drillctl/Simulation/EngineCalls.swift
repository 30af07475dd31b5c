import DrillEngine
import DrillResults
import DrillStore
import Scenarios

/// The places where commands meet the engine, one small function each.
enum EngineCalls {
    /// A simulated exercise.
    struct SimulatedRun: Sendable {
        var result: RunResult
        /// What was read, as it was read.
        var documents: [StoredDocument]
        var drill: Drill
        /// What its trials have been counted to.
        var pass: RunPass
    }

    /// Simulates all trials in one pass; throws `CancellationError` soon after its task is cancelled.
    static func run(
        _ exercise: LoadedExercise, _ settings: RunSettings, reading: RunPass.Reading,
        progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> SimulatedRun {
        let identity = try RunIdentity(exercise, settings)
        let drill = try Drill(exercise, settings: settings)
        let pass = try await drill.pass(reading: reading, progress: progress)
        let documents = zip(identity.documents, exercise.sources).map { StoredDocument(digest: $0, bytes: $1.bytes) }
        let result = try pass.result(documents: identity.documents, runID: identity.hex())
        return SimulatedRun(result: result, documents: documents, drill: drill, pass: pass)
    }

    /// Evaluates the graph; throws `CancellationError` soon after its task is cancelled.
    static func graph(
        _ graph: AttackGraph, _ question: GraphAnalysis.Question, told: @escaping @Sendable (ExactStage) -> Void
    ) async throws -> GraphResult {
        do {
            return try await GraphAnalysis(graph, question).result(told: told)
        } catch let error as ExactFailure {
            throw CommandFailure(error.message)
        }
    }
}

extension CompileError {
    /// One sentence with what to do about it.
    var message: String {
        switch self {
        case .circularAim(let step):
            "the step \(step.quoted) needs itself by some turns and so cannot be aimed at a number of assets; write \"aims\": \"all\""
        case .unknownZone(let name):
            "this machine has no time zone \(name.printable); install its time zone database (Debian: tzdata)"
        case .sameAddress(let names):
            "two entities would share their random numbers (\(names.printable)); give one of them another id"
        }
    }
}

extension ExactFailure {
    /// One sentence with what to do about it.
    fileprivate var message: String {
        switch self {
        case .dependsOnTime(let place):
            "there is no exact answer where time counts (\(place.printable)); leave --exact out to sample"
        case .tooLarge(let entries):
            "the graph is too entangled for an exact answer ("
                + (entries.isFinite
                    ? "\(Wording.count(entries)) numbers at once" : "more events than are looked at together")
                + "); leave --exact out to sample"
        }
    }
}
