import DrillResults

/// An analysis of the sample's first company in which every part has something.
enum ExportSample {
    static let analysis = RunAnalysis(
        modelVersion: "1", catalogRelease: "2026.11", runID: Sample.run.runID, seed: 20_261_123, trials: Sample.trials,
        worlds: 40, companies: [company])

    private static let goal = ObjectiveReference(scenario: "unpatched-portal", objective: "personal-data")

    static let patching = lever(
        "patching/days", "Patching", now: "Within weeks", target: "Within days",
        effort: Effort(low: 70, likely: 210, high: 700))
    static let monitoring = lever(
        "monitoring/hunted", "Monitoring", now: "Watched by day", target: "Hunted", effort: nil)

    private static func lever(_ id: String, _ title: String, now: String, target: String, effort: Effort?) -> Lever {
        Lever(
            id: LeverID(id) ?? .containment(.all), family: "hardening", title: title,
            scope: "whole company",
            department: nil, now: now, target: target,
            action: "Raise \(title.lowercased()) to: \(target.lowercased()).",
            effort: effort, mitigations: ["M1051", "M1016"], nist: ["SI-2"], twoWay: nil)
    }

    private static func difference(_ before: Double, _ after: Double, _ range: ClosedRange<Double>) -> Difference {
        let interval = Interval(low: range.lowerBound, high: range.upperBound)
        return Difference(
            before: before, after: after, value: ((after - before) * 1e6).rounded() / 1e6, chance: interval,
            notKnowing: interval, range: interval)
    }

    private static let goalComparison = ObjectiveComparison(
        id: "personal-data", before: share(6_900, notKnowing: 0.5...0.8), after: share(4_600, notKnowing: 0.3...0.6),
        difference: difference(0.69, 0.46, -0.3...(-0.13)), prevented: 2_310, caused: 10, moved: 400)

    private static let none = difference(0, 0, 0...0)

    private static let score = Score(
        value: 29, range: Interval(low: 19, high: 38), formula: "100 × (1 − 0.71)",
        terms: [ScoreTerm(name: "share of trials that reach it", value: 0.71, count: 7_104, trials: Sample.trials)])

    private static let company = CompanyAnalysis(
        organization: "harbor-credit",
        weaknesses: WeaknessReport(
            organization: "harbor-credit",
            weaknesses: [
                Weakness(
                    lever: patching, gain: 0.23,
                    stories: [
                        WeaknessStory(
                            scenario: goal.scenario, goal: goalComparison, rrw: 1.5, birnbaum: 0.4, raw: nil,
                            steps: ["exploit", "spread"], recordsExposed: none, downtimeHours: none)
                    ])
            ],
            tripwires: [
                Tripwire(
                    lever: patching, scenario: goal.scenario, objective: goal.objective, caused: 10, prevented: 2_310,
                    trials: Sample.trials,
                    reason: .init(kind: .tripwire, why: "It stops the step that would have raised the alarm."))
            ],
            withoutEffect: [monitoring],
            pairs: [LeverPair(first: patching, second: monitoring, gain: 0.4, firstGain: 0.23, secondGain: 0)],
            firmness: RankingFirmness(
                first: patching.id, share: 0.8, rivals: [.init(lever: monitoring.id, share: 0.2)])),
        scores: Scorecard(
            scenarios: [goal.scenario], overall: score, worst: goal, prevention: score, response: score,
            families: [FamilyScore(family: "hardening", score: score)],
            objectives: [
                ObjectiveScore(
                    scenario: goal.scenario, objective: goal.objective, prevention: score, response: score,
                    overall: score)
            ]),
        findings: [
            StoryFindings(
                scenario: goal.scenario,
                steps: [
                    StepNotice(
                        step: "exploit", title: "Exploit the framework", technique: "T1190", verdict: .late,
                        trials: Sample.trials, completed: 8_810, alerted: 2_000, lost: 7_000, lostAlerted: 1_500,
                        lostAlertedBefore: 300, why: "Nobody reads the alerts at night.")
                ],
                noticeOnly: [
                    NoticeOnlyStep(
                        step: "advisory", title: "A flaw is published", technique: nil, reason: "Nothing prevents it.",
                        noticed: nil)
                ],
                encryptionGaps: [
                    EncryptionGap(
                        asset: "Consumer database", department: "Disputes", level: "Volumes encrypted",
                        records: 143_000_000, count: 7_000, trials: Sample.trials, why: "The key lies beside it.")
                ],
                typical: [TypicalTrial(objective: goal.objective, trial: 4_711, hours: 144)],
                suppliers: [
                    SupplierRoute(
                        supplier: "Orchid Software", links: ["software-update"], steps: ["Install the update"],
                        objective: goal.objective, lost: 7_000, lostThrough: 7_000,
                        guards: ["Staging of supplier updates: Installed as it comes"])
                ])
        ],
        speeds: [
            SpeedResult(
                scenario: goal.scenario, kind: .notify, targetHours: 72, targetSource: "GDPR, article 33: 72 hours",
                time: time(0.9, mean: 90, 20, 60, nil), within: share(5_200, of: 8_800, notKnowing: 0.4...0.7))
        ],
        handOffs: [
            HandOffResult(
                id: "decide", department: "Management", meanHours: 31, p50: 20, p90: 80, share: 0.6,
                today: "median 10 h, in business hours")
        ],
        plan: ImprovementPlan(
            limit: .effort(300), goals: [goal],
            steps: [
                PlanStep(
                    lever: patching, effort: Effort(low: 70, likely: 210, high: 700), cost: 12_500.5, after: [0.46])
            ],
            effort: Effort(low: 70, likely: 210, high: 700),
            outcomes: [
                PlanOutcome(
                    goal: goal, before: goalComparison.before, after: goalComparison.after,
                    difference: goalComparison.difference)
            ], isExact: true, levers: 12, evaluated: 40, remarks: []),
        notKnowing: NotKnowingReport(
            outcome: goal, today: 0.71,
            drivers: [
                Driver(
                    id: "mfa", kind: .unknownAnswer, title: "Multi-factor authentication", lowWords: "security keys",
                    highWords: "none", low: 0.4, high: 0.8, changesFirst: nil, advice: "Ask the identity team.")
            ],
            presets: [PresetOutcome(preset: "pessimistic", reached: share(8_000, notKnowing: 0.7...0.9))]),
        loss: LossReport(
            currency: "EUR",
            stories: [
                StoryLoss(
                    scenario: goal.scenario, vulnerability: share(7_104, notKnowing: 0.5...0.8),
                    magnitude: amount(0.71, mean: 2.5e6, 1e6, 6e6, 9e6), primaryMean: 1e6, secondaryMean: 1.5e6,
                    exceedance: [ExceedancePoint(loss: 1e6, probability: 0.5)],
                    yearly: YearlyLoss(
                        frequency: 0.2, frequencySource: "industry report", lossEventFrequency: 0.14, expected: 5e5,
                        p95: 3e6, exceedance: [ExceedancePoint(loss: 1e6, probability: 0.1)]))
            ],
            figures: [
                LossFigure(
                    name: "per exposed record", form: "response", low: 0.5, likely: 1, high: 3, source: "judgement")
            ]),
        actions: ActionReport(
            previousRun: "557442d9de25",
            actions: [
                ActionStatus(
                    id: "A-1", leverID: patching.id, title: "Patching: within days", owner: "IT operations",
                    due: "2027-03-31", state: .neverRetested, isOverdue: false, why: "No scenario since asks for it.")
            ], warnings: []))
}
