import DrillResults

/// An invented analysis of the sample run: every part for Harbor Credit, weaknesses alone for Quarry Bank, nothing for
/// the others.
enum SampleAnalysis {
    static var small: RunResult {
        var run = Sample.run
        run.companies = [SampleCompanies.all[0], SampleCompanies.all[5]]
        for place in run.companies.indices { run.companies[place].basis = run.basis }
        return run
    }

    static var full: RunAnalysis {
        RunAnalysis(
            modelVersion: "1", catalogRelease: "2026.11", runID: Sample.run.runID, seed: 20_261_123,
            trials: Sample.trials, worlds: 40, companies: [harbor, quarry])
    }

    private static let portal = ObjectiveReference(scenario: "unpatched-portal", objective: "personal-data")

    static var harbor: CompanyAnalysis {
        CompanyAnalysis(
            organization: "harbor-credit", weaknesses: weaknesses, scores: scores, findings: [findings], speeds: speeds,
            handOffs: handOffs, plan: plan, notKnowing: notKnowing, loss: loss, actions: actions)
    }

    static var quarry: CompanyAnalysis {
        CompanyAnalysis(
            organization: "quarry-bank",
            weaknesses: WeaknessReport(
                organization: "quarry-bank", weaknesses: [], tripwires: [], withoutEffect: [phishing]))
    }
}

// MARK: Levers

extension SampleAnalysis {
    static let egress = lever(
        "egress/allow-list", "Outbound firewall", "segmentation", now: "Servers reach the whole internet",
        target: "Only listed destinations", effort: Effort(low: 40, likely: 120, high: 390), mitigations: ["M1037"],
        nist: ["SC-7(5)", "AC-4"])
    static let patching = lever(
        "disputes: patching/prompt", "Patching", "patching", scope: "Disputes", department: "disputes",
        now: "Every few months", target: "Within days", effort: Effort(low: 90, likely: 270, high: 900),
        mitigations: ["M1051"], nist: ["SI-2"],
        twoWay: "Prompt updating closes known flaws sooner and installs a poisoned update sooner.")
    static let containment = lever(
        "containment/it-operations/faster", "Containment", "response", scope: "IT operations",
        department: "it-operations", now: "median 2 h", target: "Twice as fast", effort: nil)
    static let phishing = lever(
        "phishing-training/yearly", "Phishing training", "people", now: "None", target: "Yearly",
        effort: Effort(low: 5, likely: 10, high: 30))

    static func lever(
        _ id: String, _ title: String, _ family: String, scope: String = "whole company",
        department: String? = nil, now: String, target: String, effort: Effort?, mitigations: [String] = [],
        nist: [String] = [], twoWay: String? = nil
    ) -> Lever {
        Lever(
            id: LeverID(id) ?? .containment(.all), family: family, title: title, scope: scope,
            department: department, departmentName: department.map { _ in scope }, now: now, target: target,
            action: "\(title), \(scope): \(target).", effort: effort,
            mitigations: mitigations, nist: nist, twoWay: twoWay)
    }

    private static var weaknesses: WeaknessReport {
        WeaknessReport(
            organization: "harbor-credit",
            weaknesses: [
                weakness(egress, story("unpatched-portal", "personal-data", 7_100, 4_300, rrw: 1.65)),
                weakness(
                    patching, story("unpatched-portal", "personal-data", 7_100, 5_900, rrw: 1.2),
                    story("self-spreading-destruction", "standstill", 5_820, 0, rrw: nil)),
                weakness(containment, story("self-spreading-destruction", "standstill", 5_820, 5_500, rrw: 1.06)),
            ],
            tripwires: [
                Tripwire(
                    lever: patching, scenario: "poisoned-update", objective: "mail-read", caused: 225, prevented: 12,
                    trials: Sample.trials,
                    reason: .init(kind: .tripwire, why: "It stops the step that would have raised the alarm.")),
                Tripwire(
                    lever: egress, scenario: "unpatched-portal", objective: "foothold", caused: 40, prevented: 300,
                    trials: Sample.trials,
                    reason: .init(kind: .tripwire, why: "It stops the step that would have raised the alarm.")),
            ],
            withoutEffect: [phishing],
            pairs: [LeverPair(first: egress, second: containment, gain: 0.42, firstGain: 0.28, secondGain: 0.03)],
            firmness: RankingFirmness(
                first: egress.id, share: 0.7, rivals: [.init(lever: patching.id, share: 0.3)]))
    }

    private static func weakness(_ lever: Lever, _ stories: WeaknessStory...) -> Weakness {
        Weakness(lever: lever, gain: -stories.reduce(0) { $0 + $1.goal.difference.value }, stories: stories)
    }

    private static func story(
        _ scenario: String, _ objective: String, _ before: Int, _ after: Int, rrw: Double?
    ) -> WeaknessStory {
        let (b, a) = (share(before, notKnowing: 0.3...0.8), share(after, notKnowing: 0.2...0.6))
        return WeaknessStory(
            scenario: scenario,
            goal: ObjectiveComparison(
                id: objective, before: b, after: a, difference: difference(b.value, a.value), prevented: before - after,
                caused: 0, moved: 0),
            rrw: rrw, birnbaum: 0.33, raw: 1.2, steps: ["exploit", "spread"],
            recordsExposed: difference(480_000, 290_000), downtimeHours: difference(0, 0))
    }

    static func difference(_ before: Double, _ after: Double) -> Difference {
        let d = after - before
        func around(_ part: Double) -> Interval { Interval(low: d - abs(d) * part, high: d + abs(d) * part) }
        return Difference(
            before: before, after: after, value: d, chance: around(0.1), notKnowing: around(0.3), range: around(0.32))
    }
}

// MARK: The other parts

extension SampleAnalysis {
    private static func score(_ value: Double) -> Score {
        Score(
            value: value, range: Interval(low: value - 9, high: value + 8), formula: "100 × (1 − 0.71)",
            terms: [ScoreTerm(name: "share of trials that reach it", value: 0.71, count: 7_100, trials: Sample.trials)])
    }

    private static var scores: Scorecard {
        Scorecard(
            scenarios: SampleStories.all.map(\.id), overall: score(29), worst: portal, prevention: score(24),
            response: score(40), families: [FamilyScore(family: "supply-chain", score: score(61))],
            objectives: [
                ObjectiveScore(
                    scenario: portal.scenario, objective: portal.objective, prevention: score(24), response: score(40),
                    overall: score(29))
            ])
    }

    private static var findings: StoryFindings {
        func step(_ info: StepInfo, _ verdict: StepNotice.Verdict, _ alerted: Int, _ why: String?) -> StepNotice {
            StepNotice(
                step: info.id, title: info.title, technique: info.technique, verdict: verdict, trials: Sample.trials,
                completed: 8_700, alerted: alerted, lost: 7_000, lostAlerted: alerted / 2,
                lostAlertedBefore: alerted / 4, why: why)
        }
        let steps = SampleStories.portal.steps
        return StoryFindings(
            scenario: "unpatched-portal",
            steps: [
                step(steps[0], .seen, 5_000, nil), step(steps[1], .blind, 0, "Nobody listens on the portal’s host."),
                step(steps[4], .late, 4_000, "Logs are looked at in the morning."),
            ],
            noticeOnly: [
                NoticeOnlyStep(
                    step: "scan", title: "Find the portal", technique: "T1595.002",
                    reason:
                        "ATT&CK names no mitigation that helps, and no control of the catalog makes it less likely.",
                    noticed: 0.57)
            ],
            encryptionGaps: [
                EncryptionGap(
                    asset: "disputes-db", department: "Disputes", level: "Volumes encrypted", records: 4_000_000,
                    count: 7_100, trials: Sample.trials, why: "The key lies on the same host.")
            ],
            typical: [TypicalTrial(objective: "personal-data", trial: 4_711, hours: 144)],
            suppliers: [
                SupplierRoute(
                    supplier: "Orchid Software", links: ["software-update"], steps: ["Install the update"],
                    objective: "personal-data", lost: 7_100, lostThrough: 7_100,
                    guards: ["Staging of supplier updates: Installed as it comes"]),
                SupplierRoute(
                    supplier: "Fernbridge IT", links: ["vendor-access", "data-feed"],
                    steps: ["Come over the connection"],
                    objective: "personal-data", lost: 7_100, lostThrough: 31, guards: []),
            ])
    }

    private static var speeds: [SpeedResult] {
        [
            SpeedResult(
                scenario: "unpatched-portal", kind: .notice, targetHours: 24, targetSource: "stated",
                time: time(0.8, mean: 500, 40, 300, nil), within: share(800, notKnowing: 0.02...0.2)),
            SpeedResult(
                scenario: "unpatched-portal", kind: .notify, targetHours: nil, targetSource: nil, time: never,
                within: nil),
        ]
    }

    private static var handOffs: [HandOffResult] {
        [
            HandOffResult(
                id: "notice", department: "Security", meanHours: 31, p50: 14, p90: 72, share: 0.4,
                today: "median 10 h, in business hours"),
            HandOffResult(
                id: "decide", department: "Management", meanHours: 47, p50: 30, p90: 130, share: 0.6, today: "unknown"),
        ]
    }

    private static var plan: ImprovementPlan {
        ImprovementPlan(
            limit: .effort(400), goals: [portal],
            steps: [
                PlanStep(lever: egress, effort: egress.effort!, after: [0.43]),
                PlanStep(lever: patching, effort: patching.effort!, after: [0.2]),
            ],
            effort: Effort(low: 130, likely: 390, high: 1_290),
            outcomes: [
                PlanOutcome(
                    goal: portal, before: share(7_100, notKnowing: 0.5...0.8),
                    after: share(2_000, notKnowing: 0.1...0.3),
                    difference: difference(0.71, 0.2))
            ],
            isExact: true, levers: 3, evaluated: 8, remarks: ["1 lever is left out: nobody has said what it takes."])
    }

    private static var notKnowing: NotKnowingReport {
        NotKnowingReport(
            outcome: portal, today: 0.71,
            drivers: [
                Driver(
                    id: "hardening", kind: .unknownAnswer, title: "Hardening: which level is in place",
                    lowWords: "Allow-listed", highWords: "As installed", low: 0.55, high: 0.76,
                    changesFirst: patching.id, advice: "Ask IT operations for the list of hosts.")
            ],
            presets: [PresetOutcome(preset: "pessimistic", reached: share(8_300, notKnowing: 0.8...0.9))])
    }

    private static var loss: LossReport {
        let curve = [(10_000.0, 0.7), (300_000, 0.5), (5_000_000, 0.02)].map {
            ExceedancePoint(loss: $0.0, probability: $0.1)
        }
        return LossReport(
            currency: "EUR",
            stories: [
                StoryLoss(
                    scenario: "unpatched-portal", vulnerability: share(7_100, notKnowing: 0.5...0.8),
                    magnitude: amount(0.71, mean: 900_000, 310_000, 2.1e6, 3.9e6), primaryMean: 400_000,
                    secondaryMean: 500_000, exceedance: curve,
                    yearly: YearlyLoss(
                        frequency: 0.3, frequencySource: "Sector survey, table 3", lossEventFrequency: 0.21,
                        expected: 270_000, p95: 1.9e6, exceedance: curve))
            ],
            figures: [
                LossFigure(
                    name: "per exposed record", form: "response", low: 0.5, likely: 1.2, high: 4, source: "judgement")
            ])
    }

    private static var actions: ActionReport {
        ActionReport(
            previousRun: "0123456789abcdef",
            actions: [
                ActionStatus(
                    id: "A-1", leverID: egress.id, title: "Outbound firewall", owner: "IT operations",
                    due: "2026-09-30",
                    state: .open, isOverdue: true, why: "The documents still say so."),
                ActionStatus(
                    id: "A-2", leverID: nil, title: "Backups apart", owner: nil, due: nil, state: .neverRetested,
                    isOverdue: false, why: "No scenario since asks for it."),
            ],
            warnings: ["the catalog is 2026.11, it was 2026.4"])
    }
}
