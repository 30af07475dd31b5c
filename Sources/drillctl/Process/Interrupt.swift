import Dispatch
import Foundation
import Synchronization

/// Ctrl-C: the first asks the running work to stop, the second ends the process at once.
final class Interrupt: Sendable {
    private struct State {
        var count = 0
        var cancel: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())
    private let messages: TextSink

    init(messages: TextSink) { self.messages = messages }

    /// Listens to SIGINT and SIGTERM while the sources live; without it they end the process.
    func listen() -> [any DispatchSourceSignal] {
        let queue = DispatchQueue(label: "interrupt")
        return [SIGINT, SIGTERM].map { number in
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
        let task = Task(operation: work)
        let isLate = state.withLock { state in
            state.cancel = { task.cancel() }
            return state.count > 0
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

    private func receive() {
        let (count, cancel) = state.withLock { state in
            state.count += 1
            return (state.count, state.cancel)
        }
        guard count == 1, let cancel else {
            // Nobody can be asked, or nobody listens: end here, with the terminal as it was found.
            if messages.isTerminal { try? messages.write(ProgressLine.showCursor + "\n") }
            _exit(ExitStatus.interrupted.rawValue)
        }
        cancel()
    }
}
