internal import DrillKernel

/// Which of a run's trials are simulated: the first full batches of each world, twice as many after them, or the others.
///
/// Each trial is in one stretch, so that what is counted on all of them adds up to what all trials say. Every world has the
/// same number of few and of more. Where the few would be half of all, all are few; where they and more would be, there are
/// no more, but a rest.
enum Stretch: Int, Sendable, CaseIterable, Comparable {
    /// About 1,280.
    case few
    /// With the few about 3,840.
    case more
    case rest

    /// The stretches up to this one; up to the rest they are all trials.
    var upTo: [Stretch] { Self.allCases.filter { $0 <= self } }

    /// A world's trials in this stretch, in at most two pieces.
    ///
    /// - Parameters:
    ///   - own: all trials of the world.
    ///   - trials: of all worlds.
    func pieces(of own: Range<Int>, trials: Int, worlds: Int) -> [Range<Int>] {
        let size = Simulator.batchSize
        let count = Self.fewOfWorld(worlds: worlds)
        // Enough for a full batch wherever the world's first trial lies in its batch.
        func savesMuch(_ count: Int) -> Bool { trials / worlds >= 2 * count + size }
        guard savesMuch(count) else { return self == .few ? [own] : [] }
        let start = (own.lowerBound + size - 1) / size * size
        let few = start..<start + count
        let more = few.upperBound..<(savesMuch(3 * count) ? few.upperBound + 2 * count : few.upperBound)
        let pieces =
            switch self {
            case .few: [few]
            case .more: [more]
            case .rest: [own.lowerBound..<few.lowerBound, more.upperBound..<own.upperBound]
            }
        return pieces.filter { !$0.isEmpty }
    }

    /// About 1,280 over all worlds, in full batches.
    private static func fewOfWorld(worlds: Int) -> Int {
        Simulator.batchSize * max(1, 1280 / (Simulator.batchSize * worlds))
    }

    static func < (a: Stretch, b: Stretch) -> Bool { a.rawValue < b.rawValue }
}
