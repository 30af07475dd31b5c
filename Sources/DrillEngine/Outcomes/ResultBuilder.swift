internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// Turns tallies into what a run says.
struct ResultBuilder {
    let drill: Drill
    let tallies: [[StoryTally]]

    func result(documents: [DocumentDigest], runID: String) -> RunResult {
        let exercise = drill.loaded.exercise
        var basis = BasisCount()
        for job in drill.jobs { basis.merge(job.basis) }
        var result = RunResult(
            modelVersion: Drill.modelVersion, catalogRelease: drill.loaded.catalog.release, runID: runID,
            seed: drill.settings.seed, trials: drill.settings.trials, worlds: drill.settings.worlds,
            preset: drill.settings.preset.rawValue,
            exercise: ExerciseInfo(
                id: exercise.id, title: exercise.title, marking: exercise.disclosure.marking.rawValue,
                retainUntil: exercise.disclosure.retainUntil),
            documents: documents,
            basis: Basis(basis),
            scenarios: drill.loaded.scenarios.map(ScenarioInfo.init), companies: drill.loaded.organizations.map(company)
        )
        let leftOut = drill.loaded.leftOut.map { LeftOutParticipant(participant: $0.participant, reason: $0.reason) }
        if !leftOut.isEmpty { result.leftOut = leftOut }
        return result
    }

    private func company(_ organization: Organization) -> CompanyResult {
        var result = CompanyResult(
            id: organization.id, name: organization.name, sector: organization.sector?.rawValue, stories: [],
            notApplicable: [], toConfirm: [])
        var toConfirm: Set<String> = []
        var basis = BasisCount()
        for (number, job) in drill.jobs.enumerated() {
            let participants = drill.participants(job)
            guard let place = participants.firstIndex(where: { job.members[$0].organization.id == organization.id })
            else { continue }
            let member = job.members[participants[place]]
            toConfirm.formUnion(member.toConfirm)
            basis.merge(job.basis(of: participants[place]))
            if let reason = member.notApplicable {
                result.notApplicable.append(NotApplicable(scenario: job.scenario.id, reason: reason))
            } else {
                result.stories.append(story(job, participants[place], into: tallies[number][place]))
            }
        }
        result.toConfirm = toConfirm.sorted()
        result.basis = Basis(basis)
        return result
    }

    private func story(_ job: CompiledDrill, _ place: Int, into tally: StoryTally) -> StoryResult {
        var result = withoutPaths(job, job.members[place], into: tally)
        // The paths are those to the goal that readers are shown.
        if let goal = result.goal(in: ScenarioInfo(job.scenario)),
            let number = job.scenario.objectives.firstIndex(where: { $0.id == goal.id })
        {
            result.paths = paths(job, place, counts: tally.paths[number])
        }
        return result
    }

    private func withoutPaths(_ job: CompiledDrill, _ member: Member, into tally: StoryTally) -> StoryResult {
        let trials = tally.trialCount
        let noticed = max(Double(tally.noticed.count), 1)
        let channels = zip(Channel.allCases, tally.noticedBy).filter { $0.1 > 0 }
        return StoryResult(
            scenario: job.scenario.id,
            objectives: job.scenario.objectives.enumerated().compactMap { number, objective in
                guard member.objectives[number] >= 0 else { return nil }
                let reached = tally.reached[number].reduce(0, +)
                return ObjectiveResult(
                    id: objective.id,
                    reached: Uncertainty.probability(reached: tally.reached[number], trials: tally.trials),
                    time: tally.objectiveTimes[number].summary(of: trials),
                    dwell: reached == 0 ? nil : tally.objectiveDwells[number].summary(of: reached))
            },
            compromised: tally.compromised.summary(of: trials), noticed: tally.noticed.summary(of: trials),
            dwell: tally.compromised.count == 0 ? nil : tally.dwell.summary(of: tally.compromised.count),
            noticedBy: Dictionary(uniqueKeysWithValues: channels.map { ($0.rawValue, Double($1) / noticed) }),
            contained: tally.contained.summary(of: trials), repaired: tally.repaired.summary(of: tally.outages),
            recordsExposed: tally.exposed.amount(of: trials), recordsAltered: tally.altered.amount(of: trials),
            downtimeHours: tally.downtime.amount(of: trials),
            supplierDowntimeHours: tally.supplierDowntime.amount(of: trials),
            wayStillOpen: member.doors.isEmpty || tally.repaired.count == 0
                ? nil : Double(tally.stillOpen) / Double(tally.repaired.count),
            paths: [], remarks: remarks(member, tally))
    }

    /// Up to three sentences on the assets whose data left most often; what left in fewer than 5 % of the trials is
    /// left out.
    private func remarks(_ member: Member, _ tally: StoryTally) -> [String] {
        let ranked = member.exposures.indices.sorted {
            (tally.exposedAssets[$1], $0) < (tally.exposedAssets[$0], $1)
        }
        let frequent = ranked.filter { tally.exposedAssets[$0] * 20 >= max(1, tally.trialCount) }
        return Array(frequent.compactMap { member.encryption[member.exposures[$0].asset] }.prefix(3))
    }

    /// The five most frequent ways.
    ///
    /// Ways that differ only in what happens inside a supplier are one: that is the supplier's own matter.
    private func paths(_ job: CompiledDrill, _ member: Int, counts: [[Int32]: UInt64]) -> [AttackPath] {
        let total = Double(counts.values.reduce(0, +))
        var told: [[String]: UInt64] = [:]
        for (path, count) in counts {
            var steps: [String] = []
            for label in path.map({ job.label(of: $0, for: member) }) where label != steps.last { steps.append(label) }
            told[steps, default: 0] += count
        }
        // Of thousands of ways only those are put in order that may be among the five.
        let fifth = told.values.sorted(by: >).prefix(5).last ?? 0
        let ranked = told.filter { $0.value >= fifth }.map {
            (steps: $0.key, count: $0.value, words: $0.key.description)
        }
        .sorted { ($1.count, $0.words) < ($0.count, $1.words) }
        return ranked.prefix(5).map { AttackPath(steps: $0.steps, share: Double($0.count) / total) }
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

extension Basis {
    /// Counts what was used.
    init(_ count: BasisCount) {
        self.init(
            figures: count.figures.count, judgement: count.figures.values.count { $0 },
            unknownAnswers: count.unknown.count, assumedAnswers: count.assumed.count)
    }
}
