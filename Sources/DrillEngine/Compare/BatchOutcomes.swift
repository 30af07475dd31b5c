internal import DrillKernel

/// One organization's outcomes in the 32 trials of a batch; filled again and again, so that no trial takes memory.
struct BatchOutcomes {
    private let reader: TrialReader
    /// Objective n in trial t at 32 n + t; infinity: never, or it cannot apply.
    private(set) var objectives: [Float]
    private(set) var exposed = [Double](repeating: 0, count: Simulator.batchSize)
    private(set) var altered = [Double](repeating: 0, count: Simulator.batchSize)
    private(set) var downtime = [Double](repeating: 0, count: Simulator.batchSize)
    private(set) var supplierDowntime = [Double](repeating: 0, count: Simulator.batchSize)
    /// Infinity: not down, or not repaired by the horizon.
    private(set) var repaired = [Float](repeating: .infinity, count: Simulator.batchSize)
    private(set) var detection = [Float](repeating: .infinity, count: Simulator.batchSize)

    init(_ reader: TrialReader) {
        self.reader = reader
        objectives = Array(repeating: .infinity, count: reader.objectives.count * Simulator.batchSize)
    }

    /// Reads some of a batch's trials, bit by bit.
    mutating func fill(_ batch: Batch, trials: UInt32) {
        for trial in 0..<Simulator.batchSize where trials & (1 << UInt32(trial)) != 0 {
            for number in reader.objectives.indices {
                objectives[number * Simulator.batchSize + trial] = reader.objective(number, batch, trial: trial)
            }
            exposed[trial] = reader.exposed(batch, trial)
            altered[trial] = reader.altered(batch, trial)
            let outages = reader.outages(batch, trial)
            downtime[trial] = outages.own
            supplierDowntime[trial] = outages.fromSuppliers
            repaired[trial] = outages.repaired ?? .infinity
            detection[trial] = batch.detection(reader.member, trial: trial)
        }
    }

    /// When an objective is reached in a trial.
    func objective(_ number: Int, _ trial: Int) -> Float { objectives[number * Simulator.batchSize + trial] }

    var objectiveCount: Int { reader.objectives.count }

    /// Those of some trials that reach an objective here and not there, bit by bit.
    func caused(_ number: Int, beside other: BatchOutcomes, among trials: UInt32) -> UInt32 {
        var bits: UInt32 = 0
        for trial in 0..<Simulator.batchSize where trials & (1 << UInt32(trial)) != 0 {
            if objective(number, trial) < .infinity, other.objective(number, trial) == .infinity {
                bits |= 1 << UInt32(trial)
            }
        }
        return bits
    }

    /// Whether a trial has the same objectives at the same moments and the same losses; being noticed at another time
    /// alone is no change.
    func isSame(_ other: BatchOutcomes, trial: Int) -> Bool {
        for number in reader.objectives.indices where objective(number, trial) != other.objective(number, trial) {
            return false
        }
        return exposed[trial] == other.exposed[trial] && altered[trial] == other.altered[trial]
            && downtime[trial] == other.downtime[trial] && supplierDowntime[trial] == other.supplierDowntime[trial]
            && repaired[trial] == other.repaired[trial]
    }
}
