internal import DrillResults

/// Which levers are worth all trials, judged on a few.
///
/// A lever is dropped only where its 99.9 % upper bound lies below the lower bounds of ten others: then it is none of
/// the ten that help most.
struct Screening {
    /// By how much a lever lowers the share of trials that lose a story's goal, summed over the stories, with one-sided
    /// bounds.
    struct Gain: Equatable {
        var value: Double
        var low: Double
        var high: Double
    }

    /// z of a one-sided bound of 99.9 %.
    static let z = 3.090_232_306_167_813

    private static let most = 10

    let gains: [Gain]

    /// - Parameter stories: By lever, the stories on few trials.
    init(_ stories: [[LeverStory]], scenarios: [ScenarioInfo]) {
        gains = stories.map { own in
            own.reduce(into: Sum()) { sum, story in
                sum.add(story, scenarios.first { $0.id == story.comparison.scenario })
            }.gain
        }
    }

    /// Levers to be run on all trials, by position.
    var kept: [Int] {
        let tenth = Self.tenth(gains.map(\.low))
        return gains.indices.filter { gains[$0].high >= tenth }
    }

    /// The tenth greatest; below everything where there are not ten.
    static func tenth(_ values: [Double]) -> Double {
        values.count < most ? -.infinity : values.sorted(by: >)[most - 1]
    }

    /// Bounds of the stories' gains, added in quadrature.
    private struct Sum {
        var value = 0.0
        var below = 0.0
        var above = 0.0

        mutating func add(_ story: LeverStory, _ scenario: ScenarioInfo?) {
            guard !story.cannotMatter, let goal = story.comparison.goal(in: scenario) else { return }
            let trials = Double(story.comparison.trials)
            let prevented = Screening.bounds(Double(goal.prevented), of: trials)
            let caused = Screening.bounds(Double(goal.caused), of: trials)
            let own = Double(goal.prevented - goal.caused) / trials
            value += own
            below += Self.square(own - (prevented.low - caused.high))
            above += Self.square(prevented.high - caused.low - own)
        }

        var gain: Gain { Gain(value: value, low: value - below.squareRoot(), high: value + above.squareRoot()) }

        private static func square(_ x: Double) -> Double { x * x }
    }

    /// Wilson's score bounds of a share.
    private static func bounds(_ count: Double, of trials: Double) -> (low: Double, high: Double) {
        let p = count / trials
        let middle = p + z * z / (2 * trials)
        let half = z * (p * (1 - p) / trials + z * z / (4 * trials * trials)).squareRoot()
        let scale = 1 + z * z / trials
        return (count == 0 ? 0 : (middle - half) / scale, count == trials ? 1 : (middle + half) / scale)
    }
}
