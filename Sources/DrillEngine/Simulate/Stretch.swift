internal import DrillKernel

/// Which of a run's trials are simulated: the first full batches of each world, the others, or all.
///
/// The few and the rest are all, each once, so that what is counted on both adds up to what all trials say. Every world
/// has the same number of few, or, where that would save little, none has a rest.
enum Stretch: Sendable {
    case few, rest, all

    /// A world's trials in this stretch, in at most two pieces.
    ///
    /// - Parameters:
    ///   - own: all trials of the world.
    ///   - trials: of all worlds.
    func pieces(of own: Range<Int>, trials: Int, worlds: Int) -> [Range<Int>] {
        let size = Simulator.batchSize
        let count = Self.fewOfWorld(worlds: worlds)
        // Enough for a full batch wherever the world's first trial lies in its batch.
        let savesMuch = trials / worlds >= 2 * count + size
        switch self {
        case .all: return [own]
        case .few where !savesMuch: return [own]
        case .rest where !savesMuch: return []
        case .few, .rest:
            let start = (own.lowerBound + size - 1) / size * size
            let few = start..<start + count
            return self == .few
                ? [few] : [own.lowerBound..<few.lowerBound, few.upperBound..<own.upperBound].filter { !$0.isEmpty }
        }
    }

    /// About 1,280 over all worlds, in full batches.
    private static func fewOfWorld(worlds: Int) -> Int {
        Simulator.batchSize * max(1, 1280 / (Simulator.batchSize * worlds))
    }
}
