internal import DrillKernel
internal import DrillResults

/// What one company's trials under one scenario say about noticing, encryption and speed; integers only.
struct FindingsTally: MergeableTally {
    /// One for each step of the scenario.
    var steps: [StepTally]
    /// Trials that reach each objective.
    var reached: [UInt64]
    var trials: UInt64 = 0
    /// When each objective is reached.
    var times: [TimeExamples]
    /// By supplier whose link the story comes over, then by objective: trials that reach it after coming over the link.
    var through: [[UInt64]]
    /// Trials in which an asset's readable data left, by the member's `exposures`.
    var exposed: [UInt64]
    /// In the order of `SpeedResult.Kind`.
    var speeds: [SpeedTally]
    /// From the earliest alert to the end of the response chain, against each duty of the law.
    var duties: [SpeedTally]
    /// Elapsed hours of each hand-off, over the noticed trials.
    var handOffs: [Tally]
    var chain = Tally()

    init(steps: Int, objectives: Int, exposures: Int, handOffs: Int, suppliers: Int, duties: Int, worlds: Int) {
        self.steps = Array(repeating: StepTally(objectives: objectives), count: steps)
        reached = Array(repeating: 0, count: objectives)
        times = Array(repeating: TimeExamples(), count: objectives)
        through = Array(repeating: reached, count: suppliers)
        exposed = Array(repeating: 0, count: exposures)
        speeds = Array(repeating: SpeedTally(worlds: worlds), count: SpeedResult.Kind.allCases.count)
        self.duties = Array(repeating: SpeedTally(worlds: worlds), count: duties)
        self.handOffs = Array(repeating: Tally(), count: handOffs)
    }

    mutating func merge(_ other: FindingsTally) {
        for index in steps.indices { steps[index].merge(other.steps[index]) }
        for index in reached.indices { reached[index] += other.reached[index] }
        trials += other.trials
        for index in times.indices { times[index].merge(other.times[index]) }
        for index in through.indices {
            for number in through[index].indices { through[index][number] += other.through[index][number] }
        }
        for index in exposed.indices { exposed[index] += other.exposed[index] }
        for index in speeds.indices { speeds[index].merge(other.speeds[index]) }
        for index in duties.indices { duties[index].merge(other.duties[index]) }
        for index in handOffs.indices { handOffs[index].merge(other.handOffs[index]) }
        chain.merge(other.chain)
    }
}

/// Trials in which a step completes on an asset of the company's.
struct StepTally: Sendable {
    var completed: UInt64 = 0
    var alerted: UInt64 = 0
    /// By objective: trials that reach it as well, those of them with an alert of the step, and with one before the loss.
    var lost: [UInt64]
    var lostAlerted: [UInt64]
    var lostAlertedBefore: [UInt64]
    /// By objective: hours from the loss to the step's first alert, where that comes after it.
    var late: [Tally]

    init(objectives: Int) {
        lost = Array(repeating: 0, count: objectives)
        (lostAlerted, lostAlertedBefore) = (lost, lost)
        late = Array(repeating: Tally(), count: objectives)
    }

    mutating func merge(_ other: StepTally) {
        completed += other.completed
        alerted += other.alerted
        for index in lost.indices {
            lost[index] += other.lost[index]
            lostAlerted[index] += other.lostAlerted[index]
            lostAlertedBefore[index] += other.lostAlertedBefore[index]
            late[index].merge(other.late[index])
        }
    }
}

/// How long something takes, against a target.
struct SpeedTally: Sendable {
    /// Trials in which the clock starts, and those within the target, by world.
    var started: [UInt64]
    var within: [UInt64]
    /// Hours, where the clock stops again.
    var time = Tally()

    init(worlds: Int) {
        started = Array(repeating: 0, count: worlds)
        within = started
    }

    mutating func add(_ hours: Float, target: Double?, world: Int) {
        started[world] += 1
        guard hours < .infinity else { return }
        time.add(Double(max(hours, 0)))
        if let target, Double(hours) <= target { within[world] += 1 }
    }

    mutating func merge(_ other: SpeedTally) {
        for world in started.indices {
            started[world] += other.started[world]
            within[world] += other.within[world]
        }
        time.merge(other.time)
    }
}
