/// What to fix first in one company, and what would not help; made of its levers.
public struct WeaknessReport: Codable, Sendable, Equatable {
    public var organization: String
    /// Levers that help, best first.
    public var weaknesses: [Weakness]
    /// Levers with which some trial goes worse than without: an alarm that would have saved the rest is prevented, or
    /// the control acts both ways.
    public var tripwires: [Tripwire]
    /// Levers that change nothing in any story.
    public var withoutEffect: [Lever]
    /// Pairs that do more together than the ranking of singles says, best first.
    public var pairs: [LeverPair]
    /// How firm the order is; nil where there are not two weaknesses.
    public var firmness: RankingFirmness?

    public init(
        organization: String, weaknesses: [Weakness], tripwires: [Tripwire], withoutEffect: [Lever],
        pairs: [LeverPair] = [], firmness: RankingFirmness? = nil
    ) {
        self.organization = organization
        self.weaknesses = weaknesses
        self.tripwires = tripwires
        self.withoutEffect = withoutEffect
        self.pairs = pairs
        self.firmness = firmness
    }
}

/// A lever that matters.
public struct Weakness: Codable, Sendable, Equatable {
    public var lever: Lever
    /// What orders weaknesses: by how much the share of trials that lose a story's goal falls, summed over the stories.
    public var gain: Double
    /// One for each story with a difference, in the exercise's order.
    public var stories: [WeaknessStory]

    public init(lever: Lever, gain: Double, stories: [WeaknessStory]) {
        self.lever = lever
        self.gain = gain
        self.stories = stories
    }
}

/// Two levers together: on parallel routes each alone may gain nothing.
public struct LeverPair: Codable, Sendable, Equatable {
    /// In the order of the company's levers.
    public var first: Lever
    public var second: Lever
    /// As ``Weakness/gain``: of the two together, and of each alone.
    public var gain: Double
    public var firstGain: Double
    public var secondGain: Double
    /// By how much the pair beats both gains added.
    public var surplus: Double { gain - firstGain - secondGain }

    public init(first: Lever, second: Lever, gain: Double, firstGain: Double, secondGain: Double) {
        self.first = first
        self.second = second
        self.gain = gain
        self.firstGain = firstGain
        self.secondGain = secondGain
    }
}

/// What would change the ranking.
public struct RankingFirmness: Codable, Sendable, Equatable {
    /// Id of the first weakness's lever.
    public var first: String
    /// Share of the worlds (draws of what is not known) in which it is first.
    public var share: Double
    /// Levers that are first in other worlds, most often first.
    public var rivals: [Rival]

    public struct Rival: Codable, Sendable, Equatable {
        public var lever: String
        public var share: Double

        public init(lever: String, share: Double) {
            self.lever = lever
            self.share = share
        }
    }

    public init(first: String, share: Double, rivals: [Rival]) {
        self.first = first
        self.share = share
        self.rivals = rivals
    }
}

/// What a lever changes in one story.
public struct WeaknessStory: Codable, Sendable, Equatable {
    public var scenario: String
    /// The story's goal: of the most severe objectives the one reached most often today.
    public var goal: ObjectiveComparison
    /// Risk reduction worth: the goal's probability today divided by that with the lever; nil where that is 0.
    public var rrw: Double?
    /// Birnbaum importance of the control in its scope: the goal's probability without the control less that with its
    /// strongest level. Nil for the response.
    public var birnbaum: Double?
    /// Risk achievement worth: the goal's probability without the control divided by that today; nil for the response.
    public var raw: Double?
    /// Steps of the story on which the lever acts, by id.
    public var steps: [String]
    public var recordsExposed: Difference
    public var downtimeHours: Difference

    public init(
        scenario: String, goal: ObjectiveComparison, rrw: Double?, birnbaum: Double? = nil, raw: Double? = nil,
        steps: [String] = [], recordsExposed: Difference, downtimeHours: Difference
    ) {
        self.scenario = scenario
        self.goal = goal
        self.rrw = rrw
        self.birnbaum = birnbaum
        self.raw = raw
        self.steps = steps
        self.recordsExposed = recordsExposed
        self.downtimeHours = downtimeHours
    }
}

/// A hardening with which some trials go worse.
public struct Tripwire: Codable, Sendable, Equatable {
    public var lever: Lever
    public var scenario: String
    public var objective: String
    /// Trials that reach the objective only with the lever, and only without it.
    public var caused: Int
    public var prevented: Int
    public var trials: Int

    public init(lever: Lever, scenario: String, objective: String, caused: Int, prevented: Int, trials: Int) {
        self.lever = lever
        self.scenario = scenario
        self.objective = objective
        self.caused = caused
        self.prevented = prevented
        self.trials = trials
    }
}

extension WeaknessReport {
    /// Ranks a company's levers.
    ///
    /// - Parameter scenarios: the exercise's, for the severities of objectives.
    public init(_ company: CompanyLevers, scenarios: [ScenarioInfo]) {
        organization = company.organization
        weaknesses = []
        tripwires = []
        withoutEffect = []
        pairs = []
        firmness = nil
        for result in company.levers {
            let changed = result.stories.filter { !$0.comparison.isUnchanged }.map(\.comparison)
            if changed.isEmpty {
                withoutEffect.append(result.lever)
                continue
            }
            let stories = changed.compactMap { comparison in
                WeaknessStory(comparison, scenario: scenarios.first { $0.id == comparison.scenario })
            }
            let gain = -stories.reduce(0) { $0 + $1.goal.difference.value }
            let saves = stories.contains { $0.recordsExposed.value < 0 || $0.downtimeHours.value < 0 }
            if gain > 0 || (gain == 0 && saves) {
                weaknesses.append(Weakness(lever: result.lever, gain: gain, stories: stories))
            }
            tripwires += changed.flatMap { comparison in
                comparison.objectives.filter { $0.caused > 0 }.map {
                    Tripwire(
                        lever: result.lever, scenario: comparison.scenario, objective: $0.id, caused: $0.caused,
                        prevented: $0.prevented, trials: comparison.trials)
                }
            }
        }
        // Equal gains: what takes less effort first, then by id, so that the order is the same everywhere.
        weaknesses.sort { a, b in
            (-a.gain, a.lever.effort?.likely ?? .infinity, a.lever.id)
                < (-b.gain, b.lever.effort?.likely ?? .infinity, b.lever.id)
        }
        tripwires.sort { ($1.caused, $0.lever.id) < ($0.caused, $1.lever.id) }
    }
}

extension WeaknessStory {
    /// Nil where the comparison has no objective.
    init?(_ comparison: StoryComparison, scenario: ScenarioInfo?) {
        guard let goal = comparison.goal(in: scenario) else { return nil }
        self.init(
            scenario: comparison.scenario, goal: goal,
            rrw: goal.after.value > 0 ? goal.before.value / goal.after.value : nil,
            recordsExposed: comparison.recordsExposed, downtimeHours: comparison.downtimeHours)
    }
}

extension StoryComparison {
    /// What the attack is after, as ``StoryResult/goal(in:)``: of the most severe objectives the one reached most often
    /// without the change. Nil where the story names no objective.
    public func goal(in scenario: ScenarioInfo?) -> ObjectiveComparison? {
        func rank(_ objective: ObjectiveComparison) -> (Int, Double) {
            let info = scenario?.objectives.first { $0.id == objective.id }
            return (severityRank(info?.severity), objective.before.value)
        }
        return objectives.reduce(nil) { best, next in
            guard let best else { return next }
            return rank(next) > rank(best) ? next : best
        }
    }
}
