internal import DrillResults
internal import Scenarios

/// What changes of one company do in all its stories: several against one simulation of today's state, spread over
/// threads. The same for any number of threads.
struct LeverStories: Sendable {
    let loaded: LoadedExercise
    let settings: RunSettings
    let company: Organization

    /// Changes that one simulation of today's state is worth.
    private static let least = 8

    /// By change, then by scenario in the exercise's order; nil where the scenario does not apply.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func run(_ changes: [LeverChange]) async throws -> [[LeverStory?]] {
        let pieces = pieces(of: changes.count)
        let next = ChunkCounter()
        return try await withThrowingTaskGroup(of: [(Piece, [LeverStory])].self) { group in
            for _ in 0..<max(1, min(settings.threads, pieces.count)) {
                group.addTask {
                    var jobs: [Int: LeverJob] = [:]
                    var found: [(Piece, [LeverStory])] = []
                    while let index = next.take(below: pieces.count) {
                        let piece = pieces[index]
                        let job =
                            jobs[piece.scenario]
                            ?? LeverJob(
                                loaded: loaded, settings: settings, scenario: loaded.scenarios[piece.scenario],
                                company: company)
                        jobs[piece.scenario] = job
                        if let stories = try job.run(Array(changes[piece.changes])) { found.append((piece, stories)) }
                    }
                    return found
                }
            }
            var all = changes.map { _ in [LeverStory?](repeating: nil, count: loaded.scenarios.count) }
            for try await part in group {
                for (piece, stories) in part {
                    for (change, story) in zip(piece.changes, stories) { all[change][piece.scenario] = story }
                }
            }
            return all
        }
    }

    private struct Piece: Sendable {
        var scenario: Int
        var changes: Range<Int>
    }

    private func pieces(of count: Int) -> [Piece] {
        let number = max(1, min(settings.threads, count / Self.least))
        return loaded.scenarios.indices.flatMap { scenario in
            (0..<number).map { Piece(scenario: scenario, changes: $0 * count / number..<($0 + 1) * count / number) }
        }
    }
}
