internal import DrillKernel

/// What one organization's trials add up to without and with a change.
struct PairedTally: Sendable {
    /// Counts of an objective, by world.
    struct Objective: Sendable, Equatable {
        var before: [UInt64]
        var after: [UInt64]
        /// Trials that reach it only without, only with, and both ways but at another moment.
        var prevented: [UInt64]
        var caused: [UInt64]
        var moved: UInt64 = 0

        init(worlds: Int) {
            before = Array(repeating: 0, count: worlds)
            after = before
            prevented = before
            caused = before
        }
    }

    var objectives: [Objective]
    /// Trials by world.
    var trials: [UInt64]
    var unchanged: UInt64 = 0
    var exposed: PairedSum
    var altered: PairedSum
    var downtime: PairedSum
    var supplierDowntime: PairedSum
    /// Only trials that are repaired both ways.
    var repaired: PairedSum
    var noticed = [Tally(), Tally()]

    init(objectives: Int, worlds: Int) {
        self.objectives = Array(repeating: Objective(worlds: worlds), count: objectives)
        trials = Array(repeating: 0, count: worlds)
        exposed = PairedSum(worlds: worlds)
        altered = exposed
        downtime = exposed
        supplierDowntime = exposed
        repaired = exposed
    }

    /// Counts one trial.
    mutating func add(_ before: TrialOutcome, _ after: TrialOutcome, world: Int) {
        trials[world] += 1
        if before == after { unchanged += 1 }
        for number in objectives.indices {
            let (first, second) = (before.objectives[number], after.objectives[number])
            if first < .infinity { objectives[number].before[world] += 1 }
            if second < .infinity { objectives[number].after[world] += 1 }
            guard first != second else { continue }
            if second == .infinity {
                objectives[number].prevented[world] += 1
            } else if first == .infinity {
                objectives[number].caused[world] += 1
            } else {
                objectives[number].moved += 1
            }
        }
        exposed.add(before.exposed, after.exposed, world: world)
        altered.add(before.altered, after.altered, world: world)
        downtime.add(before.downtime, after.downtime, world: world)
        supplierDowntime.add(before.supplierDowntime, after.supplierDowntime, world: world)
        if let first = before.repaired, let second = after.repaired {
            repaired.add(Double(first), Double(second), world: world)
        }
        if before.detection < .infinity { noticed[0].add(Double(before.detection)) }
        if after.detection < .infinity { noticed[1].add(Double(after.detection)) }
    }

    mutating func merge(_ other: PairedTally) {
        for number in objectives.indices {
            for world in trials.indices {
                objectives[number].before[world] += other.objectives[number].before[world]
                objectives[number].after[world] += other.objectives[number].after[world]
                objectives[number].prevented[world] += other.objectives[number].prevented[world]
                objectives[number].caused[world] += other.objectives[number].caused[world]
            }
            objectives[number].moved += other.objectives[number].moved
        }
        for world in trials.indices { trials[world] += other.trials[world] }
        unchanged += other.unchanged
        exposed.merge(other.exposed)
        altered.merge(other.altered)
        downtime.merge(other.downtime)
        supplierDowntime.merge(other.supplierDowntime)
        repaired.merge(other.repaired)
        for index in noticed.indices { noticed[index].merge(other.noticed[index]) }
    }
}

/// One organization's outcome in one trial.
struct TrialOutcome: Equatable {
    /// When each objective is reached; infinity: never, or it cannot apply.
    var objectives: [Float]
    var exposed: Double
    var altered: Double
    var downtime: Double
    var supplierDowntime: Double
    var repaired: Float?
    var detection: Float

    init(_ reader: TrialReader, _ batch: Batch, _ trial: Int) {
        objectives = reader.objectives.indices.map { reader.objective($0, batch, trial) }
        exposed = reader.exposed(batch, trial)
        altered = reader.altered(batch, trial)
        let outages = reader.outages(batch, trial)
        downtime = outages.own
        supplierDowntime = outages.fromSuppliers
        repaired = outages.repaired
        detection = batch.detection(reader.member, trial: trial)
    }

    /// The same objectives at the same moments, the same losses; being noticed at another time alone is no change.
    static func == (a: TrialOutcome, b: TrialOutcome) -> Bool {
        a.objectives == b.objectives && a.exposed == b.exposed && a.altered == b.altered && a.downtime == b.downtime
            && a.supplierDowntime == b.supplierDowntime && a.repaired == b.repaired
    }
}
