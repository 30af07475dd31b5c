internal import DrillKernel
internal import DrillResults

/// What one organization's trials add up to without a change.
struct OutcomeTally: Sendable {
    /// Trials by world.
    private(set) var trials: [UInt64]
    /// Trials that reach an objective, by objective and world.
    private(set) var reached: [[UInt64]]
    fileprivate(set) var exposed: WorldSums
    fileprivate(set) var altered: WorldSums
    fileprivate(set) var downtime: WorldSums
    fileprivate(set) var supplierDowntime: WorldSums
    fileprivate(set) var repaired: WorldSums
    fileprivate(set) var noticed: WorldSums

    init(objectives: Int, worlds: Int) {
        trials = Array(repeating: 0, count: worlds)
        reached = Array(repeating: trials, count: objectives)
        exposed = WorldSums(worlds: worlds)
        (altered, downtime, supplierDowntime, repaired, noticed) = (exposed, exposed, exposed, exposed, exposed)
    }

    /// Counts the active trials of a batch.
    mutating func add(_ outcomes: BatchOutcomes, active: UInt32, world: Int) {
        for trial in 0..<Simulator.batchSize where active & (1 << UInt32(trial)) != 0 {
            trials[world] += 1
            for number in reached.indices where outcomes.objective(number, trial) < .infinity {
                reached[number][world] += 1
            }
            exposed.add(outcomes.exposed[trial], world: world)
            altered.add(outcomes.altered[trial], world: world)
            downtime.add(outcomes.downtime[trial], world: world)
            supplierDowntime.add(outcomes.supplierDowntime[trial], world: world)
            if outcomes.repaired[trial] < .infinity { repaired.add(Double(outcomes.repaired[trial]), world: world) }
            if outcomes.detection[trial] < .infinity { noticed.add(Double(outcomes.detection[trial]), world: world) }
        }
    }

    mutating func merge(_ other: OutcomeTally) {
        for world in trials.indices { trials[world] += other.trials[world] }
        for number in reached.indices {
            for world in trials.indices { reached[number][world] += other.reached[number][world] }
        }
        exposed.merge(other.exposed)
        altered.merge(other.altered)
        downtime.merge(other.downtime)
        supplierDowntime.merge(other.supplierDowntime)
        repaired.merge(other.repaired)
        noticed.merge(other.noticed)
    }
}

/// How one organization's trials differ with a change; trials that do not differ need not be looked at.
struct DifferenceTally: Sendable {
    /// Trials of an objective that differ, by world.
    struct Objective: Sendable {
        /// Trials that reach it only without the change, only with it.
        var prevented: [UInt64]
        var caused: [UInt64]
        /// Trials that reach it both ways, but at another moment.
        var moved: UInt64 = 0
    }

    private var objectives: [Objective]
    /// Trials that differ in what is reached or lost.
    private var changed: UInt64 = 0
    private var exposed: DifferenceSums
    private var altered: DifferenceSums
    private var downtime: DifferenceSums
    private var supplierDowntime: DifferenceSums
    private var repaired: TimeDifferenceSums
    private var noticed: TimeDifferenceSums

    init(objectives: Int, worlds: Int) {
        let none = [UInt64](repeating: 0, count: worlds)
        self.objectives = Array(repeating: Objective(prevented: none, caused: none), count: objectives)
        exposed = DifferenceSums(worlds: worlds)
        (altered, downtime, supplierDowntime) = (exposed, exposed, exposed)
        repaired = TimeDifferenceSums(worlds: worlds)
        noticed = repaired
    }

    /// Counts the active trials of a batch.
    mutating func add(_ before: BatchOutcomes, _ after: BatchOutcomes, active: UInt32, world: Int) {
        for trial in 0..<Simulator.batchSize where active & (1 << UInt32(trial)) != 0 {
            noticed.add(before.detection[trial], after.detection[trial], world: world)
            if before.isSame(after, trial: trial) { continue }
            changed += 1
            for number in objectives.indices {
                count(number, before.objective(number, trial), after: after.objective(number, trial), world: world)
            }
            exposed.add(before.exposed[trial], after.exposed[trial], world: world)
            altered.add(before.altered[trial], after.altered[trial], world: world)
            downtime.add(before.downtime[trial], after.downtime[trial], world: world)
            supplierDowntime.add(before.supplierDowntime[trial], after.supplierDowntime[trial], world: world)
            repaired.add(before.repaired[trial], after.repaired[trial], world: world)
        }
    }

    private mutating func count(_ number: Int, _ before: Float, after: Float, world: Int) {
        if before == after { return }
        if after == .infinity {
            objectives[number].prevented[world] += 1
        } else if before == .infinity {
            objectives[number].caused[world] += 1
        } else {
            objectives[number].moved += 1
        }
    }

    mutating func merge(_ other: DifferenceTally) {
        changed += other.changed
        for number in objectives.indices {
            for world in objectives[number].prevented.indices {
                objectives[number].prevented[world] += other.objectives[number].prevented[world]
                objectives[number].caused[world] += other.objectives[number].caused[world]
            }
            objectives[number].moved += other.objectives[number].moved
        }
        exposed.merge(other.exposed)
        altered.merge(other.altered)
        downtime.merge(other.downtime)
        supplierDowntime.merge(other.supplierDowntime)
        repaired.merge(other.repaired)
        noticed.merge(other.noticed)
    }

    /// The comparison beside what there is without the change.
    ///
    /// - Parameter objectives: Ids in the scenario's order; nil where the objective does not apply both ways.
    func comparison(
        beside base: OutcomeTally, scenario: String, organization: String, objectives ids: [String?]
    ) -> StoryComparison {
        let trials = base.trials.reduce(0, +)
        let noticedBefore = base.noticed.counts.reduce(0, +)
        return StoryComparison(
            scenario: scenario, organization: organization, trials: Int(trials), unchangedTrials: Int(trials - changed),
            objectives: ids.enumerated().compactMap { number, id in id.map { objective(number, $0, beside: base) } },
            recordsExposed: Uncertainty.difference(exposed.moments(beside: base.exposed)),
            recordsAltered: Uncertainty.difference(altered.moments(beside: base.altered)),
            downtimeHours: Uncertainty.difference(downtime.moments(beside: base.downtime)),
            supplierDowntimeHours: Uncertainty.difference(supplierDowntime.moments(beside: base.supplierDowntime)),
            repairedHours: Uncertainty.difference(repaired.moments(beside: base.repaired)),
            noticedHours: Uncertainty.difference(noticed.moments(beside: base.noticed)),
            noticedBefore: Int(noticedBefore),
            noticedAfter: Int(noticedBefore - noticed.lostCount + noticed.gained))
    }

    /// Trials that an objective is prevented in less those that it is caused in, by world.
    func prevented(_ number: Int) -> [Int] {
        zip(objectives[number].prevented, objectives[number].caused).map { Int($0) - Int($1) }
    }

    private func objective(_ number: Int, _ id: String, beside base: OutcomeTally) -> ObjectiveComparison {
        let counts = objectives[number]
        let before = base.reached[number]
        let after = before.indices.map { before[$0] - counts.prevented[$0] + counts.caused[$0] }
        let moments = before.indices.map { world in
            PairedMoments(
                trials: Double(base.trials[world]), before: Double(before[world]), after: Double(after[world]),
                squaredDifferences: Double(counts.prevented[world] + counts.caused[world]))
        }
        return ObjectiveComparison(
            id: id, before: Uncertainty.probability(reached: before, trials: base.trials),
            after: Uncertainty.probability(reached: after, trials: base.trials),
            difference: Uncertainty.difference(moments), prevented: Int(counts.prevented.reduce(0, +)),
            caused: Int(counts.caused.reduce(0, +)), moved: Int(counts.moved))
    }
}
