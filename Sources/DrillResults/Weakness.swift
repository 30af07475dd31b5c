/// What to fix first in one company, and what would not help; made of its levers.
public struct WeaknessReport: Codable, Sendable, Equatable {
    /// The organization's id.
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
    /// What is to be raised, from which level to which.
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
    /// The other one.
    public var second: Lever
    /// Of the two together, as ``Weakness/gain``: by how much shares of trials fall, summed over the stories.
    public var gain: Double
    /// Of the first alone.
    public var firstGain: Double
    /// Of the second alone.
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
    public var first: LeverID
    /// Share of the worlds (draws of what is not known) in which it is first.
    public var share: Double
    /// Levers that are first in other worlds, most often first.
    public var rivals: [Rival]

    /// A lever that is first where another draw of what is not known holds.
    public struct Rival: Codable, Sendable, Equatable {
        /// Its id.
        public var lever: LeverID
        /// Share of the worlds in which it is first, 0 to 1.
        public var share: Double

        public init(lever: LeverID, share: Double) {
            self.lever = lever
            self.share = share
        }
    }

    public init(first: LeverID, share: Double, rivals: [Rival]) {
        self.first = first
        self.share = share
        self.rivals = rivals
    }
}

/// What a lever changes in one story.
public struct WeaknessStory: Codable, Sendable, Equatable {
    /// The scenario's id.
    public var scenario: String
    /// The story's goal: of the most severe objectives the one reached most often today.
    public var goal: ObjectiveComparison
    /// Risk reduction worth: the goal's probability today divided by that with the lever; nil where that is 0.
    public var rrw: Double?
    /// 5 % to 95 % of `rrw`; nil where there is no ratio. A nil upper end: so few trials set no bound.
    public var rrwRange: RatioRange?
    /// Birnbaum importance of the control in its scope: the goal's probability without the control less that with its
    /// strongest level. Nil for the response.
    public var birnbaum: Double?
    /// Risk achievement worth: the goal's probability without the control divided by that today; nil for the response.
    public var raw: Double?
    /// 5 % to 95 % of `raw`; nil where there is none.
    public var rawRange: RatioRange?
    /// Steps of the story on which the lever acts, by id.
    public var steps: [String]
    /// Records per trial that leave readable, today and with the lever.
    public var recordsExposed: Difference
    /// Hours per trial, own attack only, today and with the lever.
    public var downtimeHours: Difference

    /// The range of `rrw` follows from the goal's difference.
    public init(
        scenario: String, goal: ObjectiveComparison, rrw: Double?, birnbaum: Double? = nil, raw: Double? = nil,
        steps: [String] = [], recordsExposed: Difference, downtimeHours: Difference
    ) {
        self.scenario = scenario
        self.goal = goal
        self.rrw = rrw
        rrwRange = goal.difference.reduction
        self.birnbaum = birnbaum
        self.raw = raw
        self.steps = steps
        self.recordsExposed = recordsExposed
        self.downtimeHours = downtimeHours
    }
}

/// A hardening with which some trials go worse.
public struct Tripwire: Codable, Sendable, Equatable {
    /// The hardening.
    public var lever: Lever
    /// The scenario's id.
    public var scenario: String
    /// Id of the objective that some trial reaches only with the lever.
    public var objective: String
    /// Trials that reach the objective only with the lever.
    public var caused: Int
    /// Trials that reach the objective only without the lever.
    public var prevented: Int
    /// Trials in all.
    public var trials: Int
    /// How hardening does harm here: found in these very trials.
    public var reason: Reason

    /// What is lost with a hardening.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// A prevented noisy step was the alarm that would have saved the rest.
        case tripwire = "lost-tripwire"
        /// A step no longer comes that would have brought a decision.
        case decision = "lost-decision"
        /// What would have been down is robbed.
        case outage = "lost-outage"
        /// Several of these at once.
        case several
        /// Nothing: the control acts in both directions by itself.
        case twoWay = "two-way"

        /// As the beginning of a sentence.
        package var title: String {
            switch self {
            case .tripwire: "Lost tripwire"
            case .decision: "Lost decision"
            case .outage: "Lost outage"
            case .several: "Several things at once"
            case .twoWay: "Acts both ways"
            }
        }
    }

    /// What is lost, and how it shows.
    public struct Reason: Codable, Sendable, Equatable {
        /// What is lost in most of the trials: the kind of cut that, held at its former times, undoes the harm.
        public var kind: Kind
        /// In one or two sentences: what is lost in these trials, counted, and what the control does by itself.
        public var why: String

        public init(kind: Kind, why: String) {
            self.kind = kind
            self.why = why
        }
    }

    public init(
        lever: Lever, scenario: String, objective: String, caused: Int, prevented: Int, trials: Int, reason: Reason
    ) {
        self.reason = reason
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
        let goals = Self.goals(company, scenarios)
        for result in company.levers {
            let changed = result.stories.filter { !$0.comparison.isUnchanged }
            if changed.isEmpty {
                withoutEffect.append(result.lever)
                continue
            }
            let stories = changed.compactMap { WeaknessStory($0, goal: goals[$0.comparison.scenario]) }
            let gain = -stories.reduce(0) { $0 + $1.goal.difference.value }
            let saves = stories.contains { $0.recordsExposed.value < 0 || $0.downtimeHours.value < 0 }
            if gain > 0 || (gain == 0 && saves) {
                weaknesses.append(Weakness(lever: result.lever, gain: gain, stories: stories))
            }
            tripwires += changed.flatMap { Tripwire.all(in: $0, of: result.lever) }
        }
        // Equal gains: what takes less effort first, then by id, so that the order is the same everywhere.
        weaknesses.sort { a, b in
            let (one, other) = (
                (-a.gain, a.lever.effort?.likely ?? .infinity), (-b.gain, b.lever.effort?.likely ?? .infinity)
            )
            return one == other ? a.lever.id.text < b.lever.id.text : one < other
        }
        tripwires.sort { $0.caused == $1.caused ? $0.lever.id.text < $1.lever.id.text : $0.caused > $1.caused }
        firmness = RankingFirmness(of: weaknesses, in: company, goals: goals)
    }

    /// Each story's goal, by scenario: as it is today on the most trials that there are.
    private static func goals(_ company: CompanyLevers, _ scenarios: [ScenarioInfo]) -> [String: String] {
        var best: [String: StoryComparison] = [:]
        for story in company.levers.flatMap(\.stories).map(\.comparison)
        where story.trials > best[story.scenario]?.trials ?? 0 { best[story.scenario] = story }
        return best.compactMapValues { story in story.goal(in: scenarios.first { $0.id == story.scenario })?.id }
    }
}

extension Tripwire {
    fileprivate static func all(in story: LeverStory, of lever: Lever) -> [Tripwire] {
        story.comparison.objectives.filter { $0.caused > 0 }.compactMap { objective in
            story.tripwires[objective.id].map { reason in
                Tripwire(
                    lever: lever, scenario: story.comparison.scenario, objective: objective.id,
                    caused: objective.caused, prevented: objective.prevented, trials: story.comparison.trials,
                    reason: reason)
            }
        }
    }
}

extension RankingFirmness {
    /// Nil where there are not two weaknesses, or no worlds to compare.
    ///
    /// - Parameter goals: by scenario.
    fileprivate init?(of weaknesses: [Weakness], in company: CompanyLevers, goals: [String: String]) {
        guard weaknesses.count > 1, let first = weaknesses.first?.lever.id else { return nil }
        // What was left after few trials comes first in no world.
        let most = company.levers.flatMap(\.stories).map(\.comparison.trials).max() ?? 0
        let tried = company.levers.filter { result in result.stories.allSatisfy { $0.comparison.trials == most } }
        let results = Dictionary(tried.map { ($0.lever.id, $0) }) { first, _ in first }
        let gains = weaknesses.map(\.lever.id).compactMap { id in
            results[id].map { (id: id, byWorld: Self.gains(of: $0, goals)) }
        }
        let worlds = gains.map(\.byWorld.count).max() ?? 0
        guard worlds > 1 else { return nil }
        var firsts: [LeverID: Int] = [:]
        for world in 0..<worlds {
            // Of equals the one that is ranked first.
            var best: (gain: Int, id: LeverID)?
            for (id, byWorld) in gains where best.map({ byWorld[world] > $0.gain }) ?? true {
                best = (byWorld[world], id)
            }
            if let best { firsts[best.id, default: 0] += 1 }
        }
        let rivals = firsts.filter { $0.key != first }.sorted { ($1.value, $0.key.text) < ($0.value, $1.key.text) }
        self.init(
            first: first, share: Double(firsts[first] ?? 0) / Double(worlds),
            rivals: rivals.map { Rival(lever: $0.key, share: Double($0.value) / Double(worlds)) })
    }

    /// Trials in which a story's goal is prevented less those in which it is caused, over all stories, by world.
    private static func gains(of result: LeverResult, _ goals: [String: String]) -> [Int] {
        var sum: [Int] = []
        for story in result.stories {
            guard let goal = goals[story.comparison.scenario],
                let number = story.comparison.objectives.firstIndex(where: { $0.id == goal }),
                story.prevented.indices.contains(number)
            else { continue }
            let own = story.prevented[number]
            if sum.isEmpty { sum = Array(repeating: 0, count: own.count) }
            for world in own.indices { sum[world] += own[world] }
        }
        return sum
    }
}

extension WeaknessStory {
    /// Nil where the comparison has no such objective.
    init?(_ story: LeverStory, goal id: String?) {
        let comparison = story.comparison
        guard let goal = comparison.objectives.first(where: { $0.id == id }) else { return nil }
        self.init(
            scenario: comparison.scenario, goal: goal,
            rrw: goal.after.value > 0 ? goal.before.value / goal.after.value : nil, steps: story.steps,
            recordsExposed: comparison.recordsExposed, downtimeHours: comparison.downtimeHours)
    }
}

extension StoryComparison {
    /// What the attack is after, as ``StoryResult/goal(in:)``: of the most severe objectives the one reached most often
    /// without the change. Nil where the story names no objective.
    public func goal(in scenario: ScenarioInfo?) -> ObjectiveComparison? {
        Goal.among(objectives, severity: { scenario?.severity(of: $0.id) }, reached: \.before.value)
    }
}
