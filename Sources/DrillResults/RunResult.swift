/// Everything one run says; what `results.json` holds. Times are hours after zero hour.
public struct RunResult: Codable, Sendable, Equatable {
    /// The shape of this document.
    public var schemaVersion = 1
    /// Raised whenever the model moves a number.
    public var modelVersion: String
    public var catalogRelease: String
    /// SHA-256 over the inputs that decide the numbers, as hex: the run's identity.
    public var runID: String
    public var seed: UInt64
    /// For each company and scenario, in all.
    public var trials: Int
    public var worlds: Int
    public var preset: String
    public var exercise: ExerciseInfo
    public var documents: [DocumentDigest]
    public var basis: Basis
    public var scenarios: [ScenarioInfo]
    /// In the order of the exercise.
    public var companies: [CompanyResult]
    /// Participants that were left out, and why; nil where nobody was.
    public var leftOut: [LeftOutParticipant]?

    public init(
        modelVersion: String, catalogRelease: String, runID: String, seed: UInt64, trials: Int, worlds: Int,
        preset: String, exercise: ExerciseInfo, documents: [DocumentDigest], basis: Basis, scenarios: [ScenarioInfo],
        companies: [CompanyResult]
    ) {
        self.modelVersion = modelVersion
        self.catalogRelease = catalogRelease
        self.runID = runID
        self.seed = seed
        self.trials = trials
        self.worlds = worlds
        self.preset = preset
        self.exercise = exercise
        self.documents = documents
        self.basis = basis
        self.scenarios = scenarios
        self.companies = companies
    }
}

/// A participant whose document could not be used.
public struct LeftOutParticipant: Codable, Sendable, Equatable {
    /// Path of its document, as the exercise or a roster names it.
    public var participant: String
    /// The first error in its document, or that it is missing.
    public var reason: String

    public init(participant: String, reason: String) {
        self.participant = participant
        self.reason = reason
    }
}

public struct ExerciseInfo: Codable, Sendable, Equatable {
    public var id: String
    public var title: String
    /// TLP 2.0, such as `TLP:AMBER`.
    public var marking: String
    /// ISO 8601 calendar date until which the report is kept; nil where the exercise states none.
    public var retainUntil: String?

    public init(id: String, title: String, marking: String, retainUntil: String? = nil) {
        self.id = id
        self.title = title
        self.marking = marking
        self.retainUntil = retainUntil
    }
}

/// One input document and its SHA-256 as hex.
public struct DocumentDigest: Codable, Sendable, Equatable {
    public var kind: String
    public var id: String
    /// As referred to; never an absolute path.
    public var path: String
    public var sha256: String

    public init(kind: String, id: String, path: String, sha256: String) {
        self.kind = kind
        self.id = id
        self.path = path
        self.sha256 = sha256
    }
}

/// What the figures rest on.
public struct Basis: Codable, Sendable, Equatable {
    /// Catalog and scenario figures that took part.
    public var figures: Int
    /// Of these, how many are somebody's judgement.
    public var judgement: Int
    /// Answers given as "unknown".
    public var unknownAnswers: Int
    /// Controls that an organization did not mention, so that the catalog's assumption stands.
    public var assumedAnswers: Int

    public init(figures: Int, judgement: Int, unknownAnswers: Int, assumedAnswers: Int) {
        self.figures = figures
        self.judgement = judgement
        self.unknownAnswers = unknownAnswers
        self.assumedAnswers = assumedAnswers
    }
}

public struct ScenarioInfo: Codable, Sendable, Equatable {
    public var id: String
    public var title: String
    public var summary: String
    public var horizonHours: Double
    public var retells: [String]
    public var steps: [StepInfo]
    public var objectives: [ObjectiveInfo]

    public init(
        id: String, title: String, summary: String, horizonHours: Double, retells: [String], steps: [StepInfo],
        objectives: [ObjectiveInfo]
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.horizonHours = horizonHours
        self.retells = retells
        self.steps = steps
        self.objectives = objectives
    }
}

public struct StepInfo: Codable, Sendable, Equatable {
    public var id: String
    public var title: String
    /// ATT&CK technique id or VERIS action.
    public var technique: String?

    public init(id: String, title: String, technique: String?) {
        self.id = id
        self.title = title
        self.technique = technique
    }
}

public struct ObjectiveInfo: Codable, Sendable, Equatable {
    public var id: String
    public var title: String
    public var severity: String

    public init(id: String, title: String, severity: String) {
        self.id = id
        self.title = title
        self.severity = severity
    }
}
