import Dispatch
import Foundation
import Synchronization

/// Ctrl-C: the first asks the running work to stop, the second ends the process at once; so does the first where the work
/// has not stopped after a second and a half, wherever it is.
final class Interrupt: Sendable {
    private struct State {
        var count = 0
        var cancel: (@Sendable () -> Void)?
        /// Whether something may be on disk already.
        var isWriting = false
    }

    /// How long work may take to stop when it is asked.
    private static let patience = DispatchTimeInterval.milliseconds(1500)
    private let queue = DispatchQueue(label: "interrupt")

    private let state = Mutex(State())
    private let messages: TextSink

    init(messages: TextSink) { self.messages = messages }

    /// Listens to SIGINT and SIGTERM while the sources live; without it they end the process.
    func listen() -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { self.receive() }
            source.resume()
            return source
        }
    }

    /// Runs the work in a task that Ctrl-C cancels.
    ///
    /// Throws `CommandFailure` with `ExitStatus.interrupted` when the work threw because of it.
    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        // In one step: whoever hears from the work can already ask it to stop.
        let (task, isLate) = state.withLock { state in
            let task = Task(operation: work)
            state.cancel = { task.cancel() }
            return (task, state.count > 0)
        }
        if isLate { task.cancel() }
        // Between two pieces of work, at a prompt, nobody listens: Ctrl-C ends there.
        defer { state.withLock { $0.cancel = nil } }
        do {
            return try await task.value
        } catch {
            if state.withLock({ $0.count > 0 }) {
                throw CommandFailure(.interrupted, "interrupted; nothing was written")
            }
            throw error
        }
    }

    /// From here on something may be stored: no message says that nothing was.
    func beginWriting() { state.withLock { $0.isWriting = true } }

    private func receive() {
        let (count, cancel) = state.withLock { state in
            state.count += 1
            return (state.count, state.cancel)
        }
        // Nobody can be asked, or nobody listens: end here.
        guard count == 1, let cancel else { return end() }
        cancel()
        queue.asyncAfter(deadline: .now() + Self.patience) {
            // Work that has ended in time has said so itself.
            if self.state.withLock({ $0.cancel != nil }) { self.end() }
        }
    }

    /// Ends the process, with the terminal as it was found. What was staged is cleared by the next start.
    private func end() {
        if messages.isTerminal { try? messages.write(ProgressLine.showCursor + "\n") }
        let (isWriting, isWorking) = state.withLock { ($0.isWriting, $0.cancel != nil) }
        let words =
            isWriting
            ? "; each file and each run is there in full or not at all" : isWorking ? "; nothing was written" : ""
        try? messages.writeLine("error: interrupted" + words)
        _exit(ExitStatus.interrupted.rawValue)
    }
}
