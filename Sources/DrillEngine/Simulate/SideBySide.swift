internal import DrillResults
internal import Scenarios
internal import Synchronization

/// Does something for each company, as many at once as there are threads; results stand in the companies' order,
/// whatever the threads did.
///
/// - Parameters:
///   - weights: About how long each takes, in any unit.
///   - progress: Told how much of all is done.
///   - work: Gets settings with the threads that it may use, and whom to tell how far it has come.
/// - Throws: What the work throws first.
func sideBySide<Value: Sendable>(
    _ companies: [Organization], weights: [Int], settings: RunSettings,
    progress: @escaping @Sendable (RunProgress) -> Void,
    work:
        @escaping @Sendable (Organization, RunSettings, @escaping @Sendable (RunProgress) -> Void) async throws -> Value
) async throws -> [Value] {
    // The longest first, so that no thread is left with one at the end.
    let order = companies.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    let workers = max(1, min(settings.threads, companies.count))
    var inner = settings
    inner.threads = max(1, settings.threads / workers)
    let next = ChunkCounter()
    let shares = SharedProgress(weights.map { Double(max($0, 1)) }, progress)
    return try await withThrowingTaskGroup(of: [(Int, Value)].self) { [inner] group in
        for _ in 0..<workers {
            group.addTask {
                var found: [(Int, Value)] = []
                while let turn = next.take(below: order.count) {
                    try Task.checkCancellation()
                    let place = order[turn]
                    found.append((place, try await work(companies[place], inner) { shares.tell($0.share, of: place) }))
                    shares.tell(1, of: place)
                }
                return found
            }
        }
        var all: [(Int, Value)] = []
        for try await part in group { all += part }
        return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

/// One progress out of several that go on at once. It never goes back.
private final class SharedProgress: Sendable {
    private let shares: Mutex<[Double]>
    private let weights: [Double]
    private let progress: @Sendable (RunProgress) -> Void

    init(_ weights: [Double], _ progress: @escaping @Sendable (RunProgress) -> Void) {
        self.weights = weights
        self.progress = progress
        shares = Mutex(weights.map { _ in 0 })
    }

    func tell(_ share: Double, of place: Int) {
        let done = shares.withLock { shares in
            shares[place] = max(shares[place], min(share, 1))
            return zip(shares, weights).reduce(0) { $0 + $1.0 * $1.1 }
        }
        progress(RunProgress(share: min(1, done / weights.reduce(0, +))))
    }
}
