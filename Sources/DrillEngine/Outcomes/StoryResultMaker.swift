internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// Turns one company's tally in one story into what a run says of it.
struct StoryResultMaker {
    let story: CompanyStory
    let tally: StoryTally

    func result() -> StoryResult {
        var result = withoutPaths()
        // The paths are those to the goal that readers are shown.
        if let goal = result.goal(in: ScenarioInfo(story.scenario)),
            let number = story.scenario.objectives.firstIndex(where: { $0.id == goal.id })
        {
            result.paths = paths(counts: tally.paths[number])
            result.choices = choices(to: number)
        }
        return result
    }

    private func withoutPaths() -> StoryResult {
        let trials = tally.trialCount
        let noticed = max(Double(tally.noticed.count), 1)
        let channels = zip(Channel.allCases, tally.noticedBy).filter { $0.1 > 0 }
        return StoryResult(
            scenario: story.scenario.id,
            objectives: story.losable.map { number in
                let reached = tally.reached[number].reduce(0, +)
                return ObjectiveResult(
                    id: story.scenario.objectives[number].id,
                    reached: Uncertainty.probability(reached: tally.reached[number], trials: tally.trials),
                    time: tally.objectiveTimes[number].summary(of: trials),
                    dwell: reached == 0 ? nil : tally.objectiveDwells[number].summary(of: reached))
            },
            compromised: tally.compromised.summary(of: trials), noticed: tally.noticed.summary(of: trials),
            dwell: tally.compromised.count == 0 ? nil : tally.dwell.summary(of: tally.compromised.count),
            noticedBy: Dictionary(uniqueKeysWithValues: channels.map { ($0.rawValue, Double($1) / noticed) }),
            contained: tally.contained.summary(of: trials), repaired: tally.repaired.summary(of: tally.outages),
            firstServiceBack: story.repairs.isEmpty ? nil : tally.firstBack.summary(of: tally.outages),
            recordsExposed: tally.exposed.amount(of: trials), recordsAltered: tally.altered.amount(of: trials),
            downtimeHours: tally.downtime.amount(of: trials),
            supplierDowntimeHours: tally.supplierDowntime.amount(of: trials),
            wayStillOpen: story.who.doors.isEmpty || tally.repaired.count == 0
                ? nil : Double(tally.stillOpen) / Double(tally.repaired.count),
            paths: [], remarks: remarks(story.who))
    }

    /// By each step that is aimed, how often an objective is reached; worst first.
    private func choices(to objective: Int) -> [ReachByChoice] {
        zip(story.choices, tally.choices).map { choice, tallies in
            let options = zip(choice.targets, tallies).filter { $1.trials.contains { $0 > 0 } }.map { target, tally in
                ReachByChoice.Option(
                    name: story.words(ofTarget: target),
                    reached: Uncertainty.probability(reached: tally.reached[objective], trials: tally.trials))
            }
            return ReachByChoice(
                step: story.scenario.steps[choice.step].id, title: story.scenario.steps[choice.step].title,
                objective: story.scenario.objectives[objective].id,
                options: options.enumerated().sorted {
                    ($1.element.reached.value, $0.offset) < ($0.element.reached.value, $1.offset)
                }.map(\.element))
        }
    }

    /// Up to three sentences on the assets whose data left most often; what left in fewer than 5 % of the trials is
    /// left out.
    private func remarks(_ who: Member) -> [String] {
        let ranked = who.exposures.indices.sorted {
            (tally.exposedAssets[$1], $0) < (tally.exposedAssets[$0], $1)
        }
        let frequent = ranked.filter { tally.exposedAssets[$0] * 20 >= max(1, tally.trialCount) }
        let told = frequent.flatMap { who.encryption[who.exposures[$0].asset] ?? [] }
        return told.prefix(3).map(Wording.remark)
    }

    /// The five most frequent ways.
    ///
    /// Ways that differ only in what happens inside a supplier are one: that is the supplier's own matter.
    private func paths(counts: [[Int32]: UInt64]) -> [AttackPath] {
        let total = Double(counts.values.reduce(0, +))
        let stops = Dictionary(uniqueKeysWithValues: Set(counts.keys.joined()).map { ($0, story.stop(at: $0)) })
        var told: [[PathStop]: UInt64] = [:]
        for (path, count) in counts {
            var way: [PathStop] = []
            for case .some(let stop) in path.map({ stops[$0] ?? nil }) where stop != way.last { way.append(stop) }
            told[way, default: 0] += count
        }
        // Of thousands of ways only those are put in order that may be among the five.
        let fifth = told.values.sorted(by: >).prefix(5).last ?? 0
        let ranked = told.filter { $0.value >= fifth }.map {
            (stops: $0.key, count: $0.value, words: $0.key.map(\.words).description)
        }
        .sorted { ($1.count, $0.words) < ($0.count, $1.words) }
        return ranked.prefix(5).map { AttackPath(stops: $0.stops, share: Double($0.count) / total) }
    }
}

extension Tally {
    /// Quantiles over all trials, "never" counted.
    func summary(of trials: UInt64) -> TimeSummary {
        TimeSummary(
            probability: trials == 0 ? 0 : Double(count) / Double(trials), meanHours: mean,
            p10: quantile(0.1, of: trials), p50: quantile(0.5, of: trials), p90: quantile(0.9, of: trials))
    }

    /// A quantity counted in every trial, 0 where nothing happened.
    func amount(of trials: UInt64) -> Amount {
        Amount(
            mean: mean ?? 0, p50: quantile(0.5, of: trials) ?? 0, p90: quantile(0.9, of: trials) ?? 0,
            p95: quantile(0.95, of: trials) ?? 0, probability: trials == 0 ? 0 : Double(positive) / Double(trials))
    }
}
