import DrillEngine
import DrillResults
import DrillStore
import Scenarios

/// A stored run, ready to be simulated again from the documents as they were.
enum StoredDrill {
    /// Compiles the run's documents again.
    ///
    /// - Throws: `CommandFailure` where this program would not give what the run gave: another model version, another
    ///   catalog, documents that it no longer reads.
    static func open(_ run: StoredRun, documents: [StoredDocument]) throws -> Drill {
        let entry = run.entry
        guard entry.modelVersion == Drill.modelVersion else {
            throw CommandFailure(
                """
                run \(entry.sequence) was made by model version \(entry.modelVersion), this program has \
                \(Drill.modelVersion): it would not tell the same trial; run the exercise again
                """)
        }
        // Documents are named relative to the exercise, which comes first: that is where the loader starts.
        let files = Dictionary(documents.map { ($0.digest.path, $0.bytes) }) { first, _ in first }
        let loader = DocumentLoader { path in files[path].map { .success($0) } ?? .failure(.notFound) }
        let loading = loader.loadExercise(documents.first?.digest.path ?? "")
        guard let exercise = loading.exercise, exercise.catalog.release == entry.catalogRelease else {
            throw CommandFailure(
                """
                run \(entry.sequence) cannot be told again: its documents or its catalog (\(entry.catalogRelease)) are \
                not those of this program; run the exercise again
                """)
        }
        var simulation = exercise.exercise.simulation
        (simulation.trials, simulation.worlds, simulation.seed) = (entry.trials, entry.worlds, entry.seed)
        return try EngineCalls.compile(exercise, RunSettings(simulation, threads: 1))
    }
}
