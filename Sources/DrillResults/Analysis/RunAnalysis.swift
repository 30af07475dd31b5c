/// Why a run's numbers are what they are and what would change them; what `analysis.json` holds, beside `results.json`.
public struct RunAnalysis: Codable, Sendable, Equatable {
    /// The shape of this document.
    public var schemaVersion = 1
    /// Of the program that made the analysis; the run's own.
    public var modelVersion: String
    /// As ``RunResult/catalogRelease``.
    public var catalogRelease: String
    /// The run that is analysed.
    public var runID: String
    /// As ``RunResult/seed``: analyses run on the same random numbers.
    public var seed: UInt64
    /// For each company and scenario, in all.
    public var trials: Int
    /// As ``RunResult/worlds``.
    public var worlds: Int
    /// In the exercise's order.
    public var companies: [CompanyAnalysis]

    public init(
        modelVersion: String, catalogRelease: String, runID: String, seed: UInt64, trials: Int, worlds: Int,
        companies: [CompanyAnalysis]
    ) {
        self.modelVersion = modelVersion
        self.catalogRelease = catalogRelease
        self.runID = runID
        self.seed = seed
        self.trials = trials
        self.worlds = worlds
        self.companies = companies
    }
}

extension RunAnalysis {
    /// The trial that shows an objective's number; nil where none reaches it, or an earlier release analysed the run.
    public func typicalTrial(organization: String, _ reference: ObjectiveReference) -> TypicalTrial? {
        companies.first { $0.organization == organization }?.findings.first { $0.scenario == reference.scenario }?
            .typical?.first { $0.objective == reference.objective }
    }
}

/// One company's analysis. A part that nothing in the documents asks for, or that no scenario allows, is nil or empty.
public struct CompanyAnalysis: Codable, Sendable, Equatable {
    /// The organization's id.
    public var organization: String
    /// What to fix first, and what would not help.
    public var weaknesses: WeaknessReport
    /// 0 to 100; nil where no scenario with an objective applies.
    public var scores: Scorecard?
    /// One for each scenario that applies, in the exercise's order.
    public var findings: [StoryFindings]
    /// Response speed against targets, by scenario and kind.
    public var speeds: [SpeedResult]
    /// In the order of the response chain.
    public var handOffs: [HandOffResult]
    /// What to do under a budget; nil where none was asked for or no goal applies.
    public var plan: ImprovementPlan?
    /// What to find out first; nil where there is no outcome to follow.
    public var notKnowing: NotKnowingReport?
    /// In money; nil where the documents carry none.
    public var loss: LossReport?
    /// What became of earlier actions; nil where the register has none of the company's.
    public var actions: ActionReport?

    public init(
        organization: String, weaknesses: WeaknessReport, scores: Scorecard? = nil, findings: [StoryFindings] = [],
        speeds: [SpeedResult] = [], handOffs: [HandOffResult] = [], plan: ImprovementPlan? = nil,
        notKnowing: NotKnowingReport? = nil, loss: LossReport? = nil, actions: ActionReport? = nil
    ) {
        self.organization = organization
        self.weaknesses = weaknesses
        self.scores = scores
        self.findings = findings
        self.speeds = speeds
        self.handOffs = handOffs
        self.plan = plan
        self.notKnowing = notKnowing
        self.loss = loss
        self.actions = actions
    }
}
