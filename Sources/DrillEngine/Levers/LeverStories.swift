internal import DrillResults
internal import Scenarios
internal import Synchronization

/// What changes of one company do in all its stories: several against one simulation of today's state, spread over
/// threads. The same for any number of threads.
struct LeverStories: Sendable {
    let loaded: LoadedExercise
    let settings: RunSettings
    let company: Organization
    /// What building graphs has worked out, kept from call to call.
    private let memos: MemoShelf

    init(loaded: LoadedExercise, settings: RunSettings, company: Organization) {
        self.init(loaded: loaded, settings: settings, company: company, memos: MemoShelf())
    }

    private init(loaded: LoadedExercise, settings: RunSettings, company: Organization, memos: MemoShelf) {
        self.loaded = loaded
        self.settings = settings
        self.company = company
        self.memos = memos
    }

    /// The same with fewer trials in the same worlds.
    var few: LeverStories {
        LeverStories(loaded: loaded, settings: settings.few, company: company, memos: memos)
    }

    /// Changes that one simulation of today's state is worth.
    private static let least = 8

    /// By change, then by scenario in the exercise's order; nil where the scenario does not apply.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func run(_ changes: [LeverChange]) async throws -> [[LeverStory?]] {
        let found = try await run(byScenario: loaded.scenarios.map { _ in changes })
        return changes.indices.map { change in found.map { $0[change] } }
    }

    /// Other changes for each scenario: by scenario, then by change. As above.
    func run(byScenario changes: [[LeverChange]]) async throws -> [[LeverStory?]] {
        let pieces = changes.indices.flatMap { self.pieces(of: changes[$0].count, scenario: $0) }
        let next = ChunkCounter()
        return try await withThrowingTaskGroup(of: [(Piece, [LeverStory])].self) { group in
            for _ in 0..<max(1, min(settings.threads, pieces.count)) {
                group.addTask {
                    var found: [(Piece, [LeverStory])] = []
                    while let index = next.take(below: pieces.count) {
                        let piece = pieces[index]
                        let memo = memos.take(piece.scenario)
                        defer { memos.put(memo, piece.scenario) }
                        let job = LeverJob(
                            loaded: loaded, settings: settings, scenario: loaded.scenarios[piece.scenario],
                            company: company, memo: memo)
                        let stories = try job.run(Array(changes[piece.scenario][piece.changes]))
                        if let stories { found.append((piece, stories)) }
                    }
                    return found
                }
            }
            var all = changes.map { [LeverStory?](repeating: nil, count: $0.count) }
            for try await part in group {
                for (piece, stories) in part {
                    for (change, story) in zip(piece.changes, stories) { all[piece.scenario][change] = story }
                }
            }
            return all
        }
    }

    private struct Piece: Sendable {
        var scenario: Int
        var changes: Range<Int>
    }

    private func pieces(of count: Int, scenario: Int) -> [Piece] {
        guard count > 0 else { return [] }
        let number = max(1, min(settings.threads, count / Self.least))
        return (0..<number).map { part in
            Piece(scenario: scenario, changes: part * count / number..<(part + 1) * count / number)
        }
    }
}

/// Memos that are not in use, by scenario. Each is in one task's hands at a time.
private final class MemoShelf: Sendable {
    private let shelf = Mutex<[Int: [Boxed]]>([:])

    /// A memo is handed from task to task, never shared.
    private struct Boxed: @unchecked Sendable {
        let memo: CompileMemo
    }

    func take(_ scenario: Int) -> CompileMemo {
        shelf.withLock { $0[scenario, default: []].popLast() }?.memo ?? CompileMemo()
    }

    func put(_ memo: CompileMemo, _ scenario: Int) {
        let boxed = Boxed(memo: memo)
        shelf.withLock { $0[scenario, default: []].append(boxed) }
    }
}
