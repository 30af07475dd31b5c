public import DrillResults

/// One line of the list of stored runs.
public struct RunEntry: Sendable, Equatable {
    /// The run's number: counted up from 1, never given twice, not even after a deletion.
    public var sequence: Int
    /// Runs of the same inputs share it.
    public var runID: String
    /// ISO 8601, as the caller gave it.
    public var created: String
    public var exerciseID: String
    public var exerciseTitle: String
    public var seed: UInt64
    /// For each company and scenario, in all.
    public var trials: Int
    public var worlds: Int
    public var preset: String
    public var modelVersion: String
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
    public var entry: RunEntry
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
    public var bytes: [UInt8]

    public init(digest: DocumentDigest, bytes: [UInt8]) {
        self.digest = digest
        self.bytes = bytes
    }
}
