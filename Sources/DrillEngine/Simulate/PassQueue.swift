internal import Synchronization

/// Hands out the chunks of a pass: job after job, a customer's when its suppliers are done.
package final class PassQueue: Sendable {
    /// What a worker is to do next.
    package enum Turn: Equatable {
        /// A chunk of a job, by number.
        case run(job: Int, chunk: Int)
        /// What is left hangs on jobs that others still work on, or compile.
        case wait
        /// Every chunk has been taken.
        case done
    }

    private struct State {
        /// By job, the next chunk that nobody has taken.
        var next: [Int]
        /// Whether somebody has begun to compile it, and whether it is compiled.
        var isBegun: [Bool]
        var isOpen: [Bool]
        var isFinished: [Bool]
        /// Of all jobs before it every chunk has been taken.
        var first = 0
        var done = 0
    }

    private let chunks: Int
    private let suppliers: [[Int]]
    private let state: Mutex<State>

    /// - Parameters:
    ///   - chunks: Of each job.
    ///   - suppliers: By job, the jobs that must be finished before it; all stand before it.
    package init(chunks: Int, suppliers: [[Int]]) {
        self.chunks = chunks
        self.suppliers = suppliers
        let none = suppliers.map { _ in false }
        state = Mutex(State(next: suppliers.map { _ in 0 }, isBegun: none, isOpen: none, isFinished: none))
    }

    /// The first chunk that can be run now. A job's first chunk goes to whoever compiles it; nobody waits for that.
    package func take() -> Turn {
        state.withLock { state in
            while state.first < suppliers.count, state.next[state.first] == chunks { state.first += 1 }
            for job in state.first..<suppliers.count
            where state.next[job] < chunks && (state.isOpen[job] || !state.isBegun[job])
                && suppliers[job].allSatisfy({ state.isFinished[$0] })
            {
                state.isBegun[job] = true
                state.next[job] += 1
                return .run(job: job, chunk: state.next[job] - 1)
            }
            return state.first == suppliers.count ? .done : .wait
        }
    }

    /// A job is compiled: others may take its chunks.
    package func open(_ job: Int) { state.withLock { $0.isOpen[job] = true } }

    /// Customers of a job may begin.
    package func finish(_ job: Int) { state.withLock { $0.isFinished[job] = true } }

    /// Counts a chunk as run; how much of all is.
    package func tick() -> RunProgress {
        state.withLock { state in
            state.done += 1
            return RunProgress(done: state.done, of: chunks * suppliers.count)
        }
    }
}
