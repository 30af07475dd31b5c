import DrillEngine
import DrillResults
import Scenarios
import Synchronization

/// Tells on standard error what is being worked on, how far the work is, and how long it may take: one line drawn again
/// on a terminal, plain lines elsewhere.
final class ProgressLine: Sendable {
    enum Mode: Sendable, Equatable {
        /// One line, drawn again.
        case drawn(columns: Int)
        /// A line now and then.
        case lines
        /// Nothing at all: machines listen.
        case silent
    }

    static let hideCursor = "\u{1B}[?25l"
    static let showCursor = "\u{1B}[?25h"
    private static let eraseLine = "\r\u{1B}[2K"

    private struct State {
        var last: Duration?
        var isDrawn = false
    }

    private let state = Mutex(State())
    private let what: String
    private let mode: Mode
    private let start: Duration
    private let sink: TextSink
    private let elapsed: @Sendable () -> Duration

    /// - Parameter what: what is being worked on: "3 stories on 6 companies".
    init(_ what: String, mode: Mode, sink: TextSink, elapsed: @escaping @Sendable () -> Duration) {
        self.what = what.printable
        self.mode = mode
        // Work begins now; what is told first has taken its time already.
        start = elapsed()
        self.sink = sink
        self.elapsed = elapsed
    }

    /// The line that fits where standard error goes and what was asked for.
    convenience init(_ what: String, context: Context, format: OutputFormat, options: TerminalOptions) {
        let mode: Mode =
            if format == .json {
                .silent
            } else if context.messageStyle(options).isCapable {
                .drawn(columns: context.messages.columns ?? 80)
            } else {
                .lines
            }
        self.init(what, mode: mode, sink: context.messages, elapsed: context.elapsed)
    }

    /// "3 stories on 6 companies": what readers know a run by.
    ///
    /// - Parameter companies: how many take part in the work; nil: all of the exercise.
    static func subject(_ loaded: LoadedExercise, companies: Int? = nil) -> String {
        let (stories, companies) = (loaded.scenarios.count, companies ?? loaded.organizations.count)
        return "\(Wording.count(stories)) \(stories == 1 ? "story" : "stories") on \(Wording.count(companies)) "
            + (companies == 1 ? "company" : "companies")
    }

    /// Shows the progress, unless the last was shown too short a time ago.
    ///
    /// May be called from any task; a standard error that cannot be written to stops nothing.
    func update(_ progress: RunProgress) {
        show { Wording.progress(progress.share, after: $0 / .seconds(1)) }
    }

    /// The same in words, where nobody knows how much is left.
    func update(_ words: String) { show { _ in words } }

    /// - Parameter words: from how long the work has taken.
    private func show(_ words: (Duration) -> String) {
        guard mode != .silent else { return }
        state.withLock { state in
            let now = elapsed()
            if let last = state.last, now - last < pause { return }
            state.last = now
            let text = "\(what): " + words(now - start)
            switch mode {
            case .drawn(let columns):
                let hide = state.isDrawn ? "" : Self.hideCursor
                state.isDrawn = true
                try? sink.write(hide + Self.eraseLine + text.truncated(toWidth: columns - 1))
            case .lines:
                try? sink.writeLine(text)
            case .silent:
                break
            }
        }
    }

    /// Takes the line away and gives the cursor back; harmless when nothing was drawn.
    func finish() {
        state.withLock { state in
            guard state.isDrawn else { return }
            state.isDrawn = false
            try? sink.write(Self.eraseLine + Self.showCursor)
        }
    }

    private var pause: Duration { if case .drawn = mode { .milliseconds(100) } else { .seconds(5) } }
}
