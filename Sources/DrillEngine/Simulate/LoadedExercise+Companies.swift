internal import DrillResults
internal import Scenarios
internal import Synchronization

extension LoadedExercise {
    /// Does something for each participant, as many at once as there are threads; results stand in the exercise's order,
    /// whatever the threads did.
    ///
    /// - Parameters:
    ///   - organizations: Only these participants; all when nil.
    ///   - progress: Told how much of all is done.
    ///   - work: Gets a company's trials, of which nothing is known, with the threads that it may use, and whom to tell how
    ///     far it has come.
    /// - Throws: What the work throws first.
    func companyByCompany<Value: Sendable>(
        _ settings: RunSettings, organizations ids: Set<String>?, progress: @escaping @Sendable (RunProgress) -> Void,
        work: @escaping @Sendable (CompanyTrials, @escaping @Sendable (RunProgress) -> Void) async throws -> Value
    ) async throws -> [Value] {
        let companies = organizations.filter { ids?.contains($0.id) ?? true }
        // A company's work grows with its levers.
        let levers = LeverAnalysis(self, settings: settings)
        let weights = companies.map { levers.all(of: $0).count }
        // The longest first, so that no thread is left with one at the end.
        let order = companies.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
        let workers = max(1, min(settings.threads, companies.count))
        var inner = settings
        inner.threads = max(1, settings.threads / workers)
        let columns = FigureColumns()
        let next = ChunkCounter()
        let shares = SharedProgress(weights.map { Double(max($0, 1)) }, progress)
        return try await withThrowingTaskGroup(of: [(Int, Value)].self) { [inner] group in
            for _ in 0..<workers {
                group.addTask {
                    var found: [(Int, Value)] = []
                    while let turn = next.take(below: order.count) {
                        try Task.checkCancellation()
                        let place = order[turn]
                        let trials = CompanyTrials(
                            loaded: self, settings: inner, company: companies[place], columns: columns)
                        found.append((place, try await work(trials) { shares.tell($0.share, of: place) }))
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
