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
        let (exercise, settings) = try exercise(run, documents: documents)
        return try Drill(exercise, settings: settings)
    }

    /// The run's documents as they were, and the settings; throws as above.
    static func exercise(
        _ run: StoredRun, documents: [StoredDocument]
    ) throws(CommandFailure) -> (exercise: LoadedExercise, settings: RunSettings) {
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
        let read: DocumentLoader.Read = { path in files[path].map { .success($0) } ?? .failure(.notFound) }
        var loader = Self.loader(own: documents, read)
        // Who was left out then is not among the stored documents, and is left out again.
        loader.leavesOut = run.result.leftOut != nil
        // Other machines, and later ones, may know other offsets.
        let zones = run.result.zonesUsed
        loader.zones = { zone, day in zones[zone].map(ZoneOffsets.init) ?? .machine(zone, day) }
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
        if let preset = Preset(rawValue: entry.preset) { simulation.preset = preset }
        return (exercise, RunSettings(simulation, threads: 1))
    }

    /// With the catalog and the techniques that the run was made with, if they were the user's own.
    private static func loader(own documents: [StoredDocument], _ read: @escaping DocumentLoader.Read) -> DocumentLoader
    {
        let techniques = documents.first { $0.digest.kind == "techniques" }.map {
            TechniqueTable(tabSeparated: String(decoding: $0.bytes, as: UTF8.self))
        }
        let catalog: Catalog? = documents.first { $0.digest.kind == DocumentKind.catalog.rawValue }.flatMap {
            let loader = DocumentLoader(techniques: techniques, read: read)
            guard case .catalog(let catalog)? = loader.load($0.bytes, path: $0.digest.path).document else { return nil }
            return catalog
        }
        return DocumentLoader(catalog: catalog, techniques: techniques, read: read)
    }
}
