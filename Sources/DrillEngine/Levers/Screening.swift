internal import DrillResults

/// Which levers are worth all trials, judged on a few.
///
/// A lever is dropped only where its 99.9 % upper bound lies below the lower bounds of ten others: then it is none of
/// the ten that help most. Kept all the same is what people are told beyond those ten: the best of ten controls in their
/// scopes, and other levels of these that may come near them.
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

    /// How many are told.
    static let most = 10
    /// What a level must bring, beside the best of its control and scope, to be told in its place.
    private static let near = 0.8

    let gains: [Gain]

    /// - Parameter stories: By lever, the stories on few trials.
    init(_ stories: [[LeverStory]], scenarios: [ScenarioInfo]) {
        gains = stories.map { own in
            own.reduce(into: Sum()) { sum, story in
                sum.add(story, scenarios.first { $0.id == story.comparison.scenario })
            }.gain
        }
    }

    /// - Parameters:
    ///   - places: By lever, its control and scope.
    ///   - changes: By lever, whether it changes any trial.
    /// - Returns: Levers to be run on all trials, by position.
    func kept<Place: Hashable>(places: [Place], changes: [Bool]) -> [Int] {
        let tenth = Self.tenth(gains.map(\.low))
        let best = Dictionary(zip(places, gains.map(\.low)), uniquingKeysWith: max)
        let tenthPlace = Self.tenth(Array(best.values))
        return gains.indices.filter { lever in
            // That a lever changes nothing at all is said of all trials, and costs little.
            if !changes[lever] || gains[lever].high >= tenth { return true }
            let nearest = Self.near * (best[places[lever]] ?? 0)
            return gains[lever].high >= tenthPlace && gains[lever].high >= nearest
        }
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
