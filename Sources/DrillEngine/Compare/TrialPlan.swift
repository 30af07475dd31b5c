internal import DrillKernel

/// A stretch of a run's trials, batch by batch: in this order trials are told apart.
struct TrialPlan: Sendable {
    let chunks: [Chunk]
    /// By chunk, the place of its first batch.
    let places: [Int]
    /// By batch.
    let worlds: [Int]

    init(_ stretch: Stretch, of settings: RunSettings) {
        chunks = Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds, stretch: stretch)
        var (places, worlds) = ([Int](), [Int]())
        for chunk in chunks {
            places.append(worlds.count)
            let last = (chunk.trials.upperBound - 1) / Simulator.batchSize
            let count = last - chunk.trials.lowerBound / Simulator.batchSize + 1
            worlds += Array(repeating: chunk.world, count: count)
        }
        (self.places, self.worlds) = (places, worlds)
    }
}

/// Trials by objective: a bit for each, batch by batch in the order of a plan.
struct TrialBits: Sendable, Equatable {
    private var objectives: [[UInt32]]

    /// None.
    init(objectives: Int, batches: Int) {
        self.objectives = Array(repeating: Array(repeating: 0, count: batches), count: objectives)
    }

    /// The bits of an objective, by batch.
    subscript(objective: Int) -> [UInt32] { objectives[objective] }

    /// Those of one batch, which nobody has set before.
    mutating func set(_ objective: Int, _ bits: UInt32, batch: Int) { objectives[objective][batch] = bits }

    /// Adds what was set for other batches of the plan.
    mutating func merge(_ other: TrialBits) {
        for objective in objectives.indices {
            for batch in objectives[objective].indices {
                objectives[objective][batch] |= other.objectives[objective][batch]
            }
        }
    }
}
