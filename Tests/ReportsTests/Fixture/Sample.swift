import DrillResults

/// An invented run: six companies, three stories, and every case that the page has a word for: reached in no trial, in
/// all, never noticed, not applicable, a short story, a supplier's outage.
enum Sample {
    static let trials = 10_000

    static var run: RunResult {
        RunResult(
            modelVersion: "1", catalogRelease: "2026.11",
            runID: "9f1c2a77d0b14e6d8d3f5a0c6b9e2f4471a8c35d60e79b1284f6ad03c5be9712", seed: 20_261_123,
            trials: trials, worlds: 40, preset: "default",
            exercise: ExerciseInfo(
                id: "autumn-drill", title: "Autumn drill of the credit sector", marking: "TLP:AMBER"),
            documents: documents,
            basis: Basis(figures: 61, judgement: 23, unknownAnswers: 4, assumedAnswers: 17),
            scenarios: SampleStories.all, companies: SampleCompanies.all)
    }

    private static let documents = [
        ("exercise", "autumn-drill", "exercises/autumn-drill.json", "3a"),
        ("organization", "harbor-credit", "organizations/harbor-credit.json", "b1"),
        ("organization", "juniper-mutual", "organizations/juniper-mutual.json", "07"),
        ("scenario", "unpatched-portal", "scenarios/unpatched-portal.json", "e4"),
        ("scenario", "poisoned-update", "scenarios/poisoned-update.json", "5c"),
        ("scenario", "self-spreading-destruction", "scenarios/self-spreading-destruction.json", "98"),
        ("catalog", "catalog", "catalog.json", "d2"),
    ].map { kind, id, path, byte in
        DocumentDigest(kind: kind, id: id, path: path, sha256: String(repeating: byte, count: 32))
    }
}

// MARK: Building blocks

/// A share from its count, with the spread of worlds given; chance is the usual normal interval.
func share(_ count: Int, of trials: Int = Sample.trials, notKnowing: ClosedRange<Double>) -> Probability {
    let value = Double(count) / Double(trials)
    let half = 1.645 * (value * (1 - value) / Double(trials)).squareRoot() + 1 / Double(trials)
    let chance = Interval(low: max(0, value - half), high: min(1, value + half))
    return Probability(
        count: count, trials: trials, value: value, chance: chance,
        notKnowing: Interval(low: notKnowing.lowerBound, high: notKnowing.upperBound),
        range: Interval(
            low: max(0, min(notKnowing.lowerBound, value) - half),
            high: min(1, max(notKnowing.upperBound, value) + half)))
}

func time(_ probability: Double, mean: Double?, _ p10: Double?, _ p50: Double?, _ p90: Double?) -> TimeSummary {
    TimeSummary(probability: probability, meanHours: mean, p10: p10, p50: p50, p90: p90)
}

/// A time that never comes.
let never = TimeSummary(probability: 0, meanHours: nil, p10: nil, p50: nil, p90: nil)

func amount(_ probability: Double, mean: Double, _ p50: Double, _ p90: Double, _ p95: Double) -> Amount {
    Amount(mean: mean, p50: p50, p90: p90, p95: p95, probability: probability)
}

/// A quantity of which there is none.
let nothing = Amount(mean: 0, p50: 0, p90: 0, p95: 0, probability: 0)
