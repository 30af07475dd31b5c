/// Everything one run says; what `results.json` holds. Times are hours after zero hour.
public struct RunResult: Codable, Sendable, Equatable {
    /// The shape of this document.
    public var schemaVersion = 1
    /// Raised whenever the model moves a number.
    public var modelVersion: String
    /// Release of the catalog whose figures were drawn, such as "2.0.0".
    public var catalogRelease: String
    /// SHA-256 over the inputs that decide the numbers, as hex: the run's identity.
    public var runID: String
    /// All random numbers follow from it: the same seed on the same documents gives the same result.
    public var seed: UInt64
    /// Courses of the attack that were simulated for each company and scenario, over all worlds.
    public var trials: Int
    /// Draws of what is not known (figures, unknown answers), over which the trials are shared out evenly.
    public var worlds: Int
    /// Which end of their ranges the catalog's figures take: `optimistic`, `default` (drawn) or `pessimistic`.
    public var preset: String
    /// What was played.
    public var exercise: ExerciseInfo
    /// What was read, each with its digest, in the order of reference, each file once.
    public var documents: [DocumentDigest]
    /// What the figures of all companies rest on; see also ``CompanyResult/basis``.
    public var basis: Basis
    /// In the order of the exercise.
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

/// What a reader of results has to know about the exercise without its document.
public struct ExerciseInfo: Codable, Sendable, Equatable {
    /// As the exercise's document says it.
    public var id: String
    /// For people.
    public var title: String
    /// TLP 2.0, such as `TLP:AMBER`.
    public var marking: String
    /// ISO 8601 calendar date until which the report is kept; nil where the exercise states none.
    public var retainUntil: String?
    /// When the stories begin on the zone's clocks, ISO 8601, with or without the time of day; nil: in no particular year.
    public var date: String?
    /// Of the date and of the stories' zero hours; nil where the exercise names none, so that it is UTC.
    public var zone: ZoneUsed?

    public init(id: String, title: String, marking: String, retainUntil: String? = nil) {
        self.id = id
        self.title = title
        self.marking = marking
        self.retainUntil = retainUntil
    }
}

/// One input document and its SHA-256 as hex.
public struct DocumentDigest: Codable, Sendable, Equatable {
    /// `organization`, `scenario`, `exercise`, `catalog`, `techniques`, …
    public var kind: String
    /// The document's own id; unique within its kind.
    public var id: String
    /// As referred to; never an absolute path.
    public var path: String
    /// Of the bytes as they were read, 64 hexadecimal digits in lower case.
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

/// What a reader of results has to know about a scenario without its document.
public struct ScenarioInfo: Codable, Sendable, Equatable {
    /// As the scenario's document says it; what all results name it by.
    public var id: String
    /// For people.
    public var title: String
    /// What happens, in a sentence or two, which spoils the story for who is to play it; empty where the document has none.
    public var summary: String
    /// Hours after zero hour at which a trial ends; what comes later counts as never.
    public var horizonHours: Double
    /// Titles of the public reports that the story retells; may be empty.
    public var retells: [String]
    /// In the order of the document.
    public var steps: [StepInfo]
    /// In the order of the document; results list theirs in the same order.
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

/// A step of an attack, as results name it.
public struct StepInfo: Codable, Sendable, Equatable {
    /// Unique within the scenario.
    public var id: String
    /// For people: "Exploit the framework".
    public var title: String
    /// ATT&CK technique id or VERIS action.
    public var technique: String?

    public init(id: String, title: String, technique: String?) {
        self.id = id
        self.title = title
        self.technique = technique
    }
}

/// What an attack can be after.
public struct ObjectiveInfo: Codable, Sendable, Equatable {
    /// Unique within the scenario.
    public var id: String
    /// For people: "Personal data leaves".
    public var title: String
    /// How grave it is where it is reached.
    public var severity: Severity

    public init(id: String, title: String, severity: Severity) {
        self.id = id
        self.title = title
        self.severity = severity
    }
}
