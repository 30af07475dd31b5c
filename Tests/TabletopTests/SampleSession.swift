import DrillResults
import Foundation
import Scenarios
import Tabletop

/// A small story on a small company, with a forecast written by hand.
enum SampleSession {
    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static let session: Session = {
        guard case .scenario(let scenario)? = load("scenario.json"),
            case .organization(let organization)? = load("organization.json")
        else { fatalError("the fixtures are no valid documents") }
        var exercise = Exercise()
        exercise.id = "small"
        exercise.title = "A small exercise"
        return Session(
            exercise: exercise, number: 1, scenario: scenario, organization: organization, forecast: forecast)
    }()

    private static func load(_ name: String) -> Document? {
        let loaded = DocumentLoader.disk.load(fixtures.appending(path: name).path)
        if loaded.document == nil { print(loaded.diagnostics.map(\.text).joined(separator: "\n")) }
        return loaded.document
    }

    static let never = TimeSummary(probability: 0, meanHours: nil, p10: nil, p50: nil, p90: nil)
    static let nothing = Amount(mean: 0, p50: 0, p90: 0, p95: 0, probability: 0)

    static func share(_ count: Int) -> Probability {
        let value = Double(count) / 1000
        let around = Interval(low: max(0, value - 0.03), high: min(1, value + 0.03))
        return Probability(count: count, trials: 1000, value: value, chance: around, notKnowing: around, range: around)
    }

    static func difference(_ before: Double, _ after: Double, _ low: Double, _ high: Double) -> Difference {
        let range = Interval(low: low, high: high)
        return Difference(
            before: before, after: after, value: after - before, chance: range, notKnowing: range, range: range)
    }

    static let forecast = StoryForecast(
        trials: 1000, seed: 1, modelVersion: "1.0.0",
        basis: Basis(figures: 12, judgement: 7, unknownAnswers: 1, assumedAnswers: 9),
        story: StoryResult(
            scenario: "lost-parcel",
            objectives: [
                ObjectiveResult(
                    id: "personal-data", reached: share(480),
                    time: TimeSummary(probability: 0.48, meanHours: 70, p10: 20, p50: nil, p90: nil))
            ], compromised: never, noticed: TimeSummary(probability: 0.3, meanHours: 50, p10: 10, p50: nil, p90: nil),
            noticedBy: ["people": 1], contained: never, repaired: never,
            recordsExposed: Amount(mean: 2400, p50: 0, p90: 5000, p95: 5000, probability: 0.48),
            recordsAltered: nothing,
            downtimeHours: nothing, supplierDowntimeHours: nothing, wayStillOpen: nil, paths: [], remarks: []),
        injects: ["who-called": MomentTime(count: 480, trials: 1000, p10: 30, p50: 75, p90: 300)],
        options: [
            OptionForecast(
                decision: "stop-courier", option: "stop",
                comparison: StoryComparison(
                    scenario: "lost-parcel", organization: "larch-mutual", trials: 1000, unchangedTrials: 830,
                    objectives: [
                        ObjectiveComparison(
                            id: "personal-data", before: share(480), after: share(310),
                            difference: difference(0.48, 0.31, -0.22, -0.12), prevented: 170, caused: 0, moved: 0)
                    ], recordsExposed: difference(2400, 1550, -1100, -600), recordsAltered: difference(0, 0, 0, 0),
                    downtimeHours: difference(0, 6, 6, 6), supplierDowntimeHours: difference(0, 0, 0, 0),
                    repairedHours: difference(0, 0, 0, 0), noticedHours: difference(50, 50, 0, 0), noticedBefore: 300,
                    noticedAfter: 300))
        ])
}
