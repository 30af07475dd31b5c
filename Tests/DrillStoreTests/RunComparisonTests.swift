import DrillResults
import DrillStore
import Testing

/// Two runs beside each other.
@Suite struct RunComparisonTests {
    private func share(_ count: Int, _ low: Double, _ high: Double) -> Probability {
        let range = Interval(low: low, high: high)
        return Probability(
            count: count, trials: 1000, value: Double(count) / 1000, chance: range, notKnowing: range, range: range)
    }

    private let never = TimeSummary(probability: 0, meanHours: nil, p10: nil, p50: nil, p90: nil)
    private let nothing = Amount(mean: 0, p50: 0, p90: 0, p95: 0, probability: 0)

    private func run(_ reached: [Probability], _ change: (inout RunResult) -> Void = { _ in }) -> RunResult {
        var result = DrillStoreTests.run()
        let objectives = reached.enumerated().map { ObjectiveResult(id: "o\($0)", reached: $1, time: never) }
        result.scenarios = [
            ScenarioInfo(
                id: "portal", title: "A portal", summary: "", horizonHours: 100, retells: [], steps: [],
                objectives: objectives.map { ObjectiveInfo(id: $0.id, title: "Objective \($0.id)", severity: .major) })
        ]
        result.companies[0].stories = [
            StoryResult(
                scenario: "portal", objectives: objectives, compromised: never, noticed: never, noticedBy: [:],
                contained: never, repaired: never, recordsExposed: nothing, recordsAltered: nothing,
                downtimeHours: nothing, supplierDowntimeHours: nothing, wayStillOpen: nil, paths: [], remarks: [])
        ]
        change(&result)
        return result
    }

    private func label(_ number: Int) -> RunLabel {
        RunLabel(run: number, runID: "r\(number)", created: noon, exercise: "autumn-drill")
    }

    @Test func onlyWhatIsBeyondTheRangesIsAChange() throws {
        let before = run([share(500, 0.4, 0.6), share(500, 0.4, 0.6), share(500, 0.4, 0.6), share(100, 0.05, 0.15)])
        let after = run([share(300, 0.2, 0.39), share(450, 0.35, 0.55), share(500, 0.4, 0.6), share(300, 0.2, 0.4)])
        let comparison = RunComparison(
            from: ComparedRun(result: before, label: label(1), analysis: nil),
            to: ComparedRun(result: after, label: label(2), analysis: nil))
        let company = try #require(comparison.companies.first)
        #expect(company.objectives.map(\.verdict) == [.better, .within, .same, .worse])
        #expect(company.objectives.map(\.isGoal) == [false, false, true, false])
        #expect(comparison.warnings.isEmpty && !comparison.isAnalysed && company.score == nil)
    }

    @Test func otherReasonsAreNamed() {
        let before = run([share(500, 0.4, 0.6)]) {
            $0.documents = [
                digest("scenario", "portal", "1"), digest("scenario", "old", "1"), digest("organization", "o", "1"),
            ]
        }
        let after = run([share(500, 0.4, 0.6)]) {
            $0.modelVersion = "2"
            $0.catalogRelease = "2027.1"
            $0.preset = "pessimistic"
            $0.seed = 8
            $0.trials = 20_000
            $0.worlds = 10
            $0.documents = [
                digest("scenario", "portal", "2"), digest("scenario", "new", "1"), digest("organization", "o", "2"),
                digest("catalog", "own", "1"),
            ]
        }
        #expect(
            RunDifferences(from: before, to: after).warnings == [
                "The model's version is 2, it was 1.", "The catalog's release is 2027.1, it was 2026.11.",
                "The preset is pessimistic, it was default.", "The runs read different files of kind catalog.",
                "The scenario new was not played before.", "The scenario old is no longer played.",
                "The scenario portal is another document than before.", "The seed is 8, it was 7.",
                "The number of trials is 20000, it was 10000.", "The number of worlds is 10, it was 40.",
            ])
        // Another company's document is what a comparison is for.
        let changed = run([share(500, 0.4, 0.6)]) { $0.documents = [digest("organization", "o", "3")] }
        #expect(RunDifferences(from: run([]), to: changed).warnings.isEmpty)
    }

    private func digest(_ kind: String, _ id: String, _ sha: String) -> DocumentDigest {
        DocumentDigest(kind: kind, id: id, path: "\(id).json", sha256: sha)
    }

    @Test func weaknessesThatCameAndWent() throws {
        func analysis(_ ids: [String]) -> RunAnalysis {
            let fall = Interval(low: -0.2, high: -0.1)
            let weaknesses = ids.map { id in
                Weakness(
                    lever: lever(id), gain: 0.15,
                    stories: [
                        WeaknessStory(
                            scenario: "portal",
                            goal: ObjectiveComparison(
                                id: "o0", before: share(500, 0.4, 0.6), after: share(350, 0.3, 0.4),
                                difference: Difference(
                                    before: 0.5, after: 0.35, value: -0.15, chance: fall, notKnowing: fall, range: fall),
                                prevented: 150, caused: 0, moved: 0),
                            rrw: nil, recordsExposed: none, downtimeHours: none)
                    ])
            }
            return RunAnalysis(
                modelVersion: "1", catalogRelease: "2026.11", runID: "r", seed: 7, trials: 1000, worlds: 1,
                companies: [
                    CompanyAnalysis(
                        organization: "harbor-credit",
                        weaknesses: WeaknessReport(
                            organization: "harbor-credit", weaknesses: weaknesses, tripwires: [], withoutEffect: []))
                ])
        }
        let comparison = RunComparison(
            from: ComparedRun(
                result: run([share(500, 0.4, 0.6)]), label: label(1), analysis: analysis(["mfa/push", "mfa/fido2"])),
            to: ComparedRun(
                result: run([share(500, 0.4, 0.6)]), label: label(2), analysis: analysis(["mfa/fido2", "edr/managed"])))
        let company = try #require(comparison.companies.first)
        #expect(comparison.isAnalysed)
        #expect(company.gone.map(\.id.text) == ["mfa/push"] && company.new.map(\.id.text) == ["edr/managed"])
    }

    private var none: Difference {
        let zero = Interval(low: 0, high: 0)
        return Difference(before: 0, after: 0, value: 0, chance: zero, notKnowing: zero, range: zero)
    }
}
