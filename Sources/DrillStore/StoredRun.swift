public import DrillResults

/// One line of the list of stored runs.
public struct RunEntry: Sendable, Equatable {
    /// The run's number: counted up from 1, never given twice, not even after a deletion.
    public var sequence: Int
    /// Runs of the same inputs share it.
    public var runID: String
    /// ISO 8601, as the caller gave it.
    public var created: String
    /// The exercise's id, as its document says it.
    public var exerciseID: String
    /// For people.
    public var exerciseTitle: String
    /// See ``RunResult/seed``.
    public var seed: UInt64
    /// Courses of the attack for each company and scenario, over all worlds.
    public var trials: Int
    /// Draws of what is not known, over which the trials are shared out.
    public var worlds: Int
    /// See ``RunResult/preset``.
    public var preset: String
    /// Of the program that made the run; only the same one replays it.
    public var modelVersion: String
    /// Release of the catalog whose figures were drawn.
    public var catalogRelease: String
    /// TLP 2.0.
    public var marking: String
    /// Where the report was written, as the caller gave it; nil without one.
    public var report: String?

    public init(
        sequence: Int, runID: String, created: String, exerciseID: String, exerciseTitle: String, seed: UInt64,
        trials: Int, worlds: Int, preset: String, modelVersion: String, catalogRelease: String, marking: String,
        report: String?
    ) {
        self.sequence = sequence
        self.runID = runID
        self.created = created
        self.exerciseID = exerciseID
        self.exerciseTitle = exerciseTitle
        self.seed = seed
        self.trials = trials
        self.worlds = worlds
        self.preset = preset
        self.modelVersion = modelVersion
        self.catalogRelease = catalogRelease
        self.marking = marking
        self.report = report
    }
}

/// A stored run with all it says.
public struct StoredRun: Sendable, Equatable {
    /// What the list of runs says of it.
    public var entry: RunEntry
    /// What `results.json` holds.
    public var result: RunResult
    /// Nil where the run was not analysed, or by a program that did not yet analyse.
    public var analysis: RunAnalysis?

    public init(entry: RunEntry, result: RunResult, analysis: RunAnalysis? = nil) {
        self.entry = entry
        self.result = result
        self.analysis = analysis
    }
}

/// An input document as it was when the run read it.
public struct StoredDocument: Sendable, Equatable {
    /// What the document is; its SHA-256 must be that of ``bytes``.
    public var digest: DocumentDigest
    /// As they were read.
    public var bytes: [UInt8]

    public init(digest: DocumentDigest, bytes: [UInt8]) {
        self.digest = digest
        self.bytes = bytes
    }
}
