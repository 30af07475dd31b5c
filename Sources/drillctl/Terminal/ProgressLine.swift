import DrillEngine
import DrillResults
import Synchronization

/// Tells on standard error how far the work is: one line drawn again on a terminal, plain lines elsewhere.
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
        var start: Duration?
        var last: Duration?
        var isDrawn = false
    }

    private let state = Mutex(State())
    private let mode: Mode
    private let sink: TextSink
    private let elapsed: @Sendable () -> Duration

    init(mode: Mode, sink: TextSink, elapsed: @escaping @Sendable () -> Duration) {
        self.mode = mode
        self.sink = sink
        self.elapsed = elapsed
    }

    /// The line that fits where standard error goes and what was asked for.
    convenience init(context: Context, format: OutputFormat, options: TerminalOptions) {
        let mode: Mode =
            if format == .json {
                .silent
            } else if context.messageStyle(options).isCapable {
                .drawn(columns: context.messages.columns ?? 80)
            } else {
                .lines
            }
        self.init(mode: mode, sink: context.messages, elapsed: context.elapsed)
    }

    /// Shows the progress, unless the last was shown too short a time ago.
    ///
    /// May be called from any task; a standard error that cannot be written to stops nothing.
    func update(_ progress: RunProgress) {
        guard mode != .silent else { return }
        state.withLock { state in
            let now = elapsed()
            let start = state.start ?? now
            state.start = start
            if let last = state.last, now - last < pause { return }
            state.last = now
            let text = Self.text(progress, after: now - start)
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

    /// "40,000 of 180,000 trials  61,000/s  3 s left  ±1.2 points".
    static func text(_ progress: RunProgress, after elapsed: Duration) -> String {
        var parts = ["\(Wording.count(progress.done)) of \(Wording.count(progress.total)) trials"]
        let seconds = elapsed / .seconds(1)
        if seconds > 0, progress.done > 0 {
            let rate = Double(progress.done) / seconds
            let left = Double(progress.total - progress.done) / rate
            parts.append("\(Wording.count(Int(rate.rounded())))/s")
            parts.append("\(Self.clock(left)) left")
        }
        parts.append("±\(Figure.tenths(progress.halfWidth * 100)) points")
        return parts.joined(separator: "   ")
    }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 1e9).rounded(.up))
        return switch whole {
        case ..<100: "\(whole) s"
        case ..<6000: "\(whole / 60) min \(whole % 60) s"
        default: "\(whole / 3600) h \(whole % 3600 / 60) min"
        }
    }
}
