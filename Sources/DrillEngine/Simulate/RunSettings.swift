public import Scenarios

/// How much is simulated, and with which random numbers.
public struct RunSettings: Sendable, Equatable {
    /// For each company and scenario, in all; dealt evenly over the worlds. At least 1, below 2^32.
    public var trials: Int
    /// At least 1, at most `trials`.
    public var worlds: Int
    /// Of all random numbers.
    public var seed: UInt64
    /// Which part of the ranges of figures is drawn from.
    public var preset: Preset
    /// Tasks at once; results do not depend on it.
    public var threads: Int

    /// As the exercise says.
    ///
    /// - Parameter threads: Tasks at once, at least 1.
    public init(_ simulation: Simulation, threads: Int) {
        trials = simulation.trials
        worlds = min(simulation.worlds, simulation.trials)
        seed = simulation.seed
        preset = simulation.preset
        self.threads = threads
    }
}

extension RunSettings {
    /// Trials up to a stretch, over all worlds.
    func trials(upTo stretch: Stretch) -> Int {
        stretch.upTo.reduce(0) { sum, stretch in
            Chunk.plan(jobs: 1, trials: trials, worlds: worlds, stretch: stretch).reduce(sum) { $0 + $1.trials.count }
        }
    }
}

/// How far a piece of work has come.
public struct RunProgress: Sendable, Equatable {
    /// How much of the work is done, 0 to 1, in units of equal effort as far as that is known beforehand.
    public var share: Double

    /// Clamps nothing: whoever counts, counts to 1.
    public init(share: Double) { self.share = share }

    /// So many pieces of as many; nothing to do is done.
    public init(done: Int, of total: Int) { share = total == 0 ? 1 : Double(done) / Double(total) }
}

/// One stretch of one world's trials: the unit of work. The plan depends on the settings only, never on the machine.
struct Chunk: Sendable {
    var job: Int
    var world: Int
    var trials: Range<Int>

    /// Trials of a chunk at most, a multiple of the kernel's batch.
    static let limit = 8192

    /// World w takes the trials from wN/W to (w + 1)N/W.
    static func plan(jobs: Int, trials: Int, worlds: Int, stretch: Stretch? = nil) -> [Chunk] {
        (0..<jobs).flatMap { job in
            (0..<worlds).flatMap { world in
                let own = world * trials / worlds..<(world + 1) * trials / worlds
                let pieces = stretch?.pieces(of: own, trials: trials, worlds: worlds) ?? [own]
                return pieces.flatMap { range in
                    stride(from: range.lowerBound, to: range.upperBound, by: limit).map { start in
                        Chunk(job: job, world: world, trials: start..<min(start + limit, range.upperBound))
                    }
                }
            }
        }
    }
}
