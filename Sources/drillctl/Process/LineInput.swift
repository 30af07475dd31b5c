import Foundation

/// What somebody types: standard input, line by line.
struct LineInput: Sendable {
    /// Whether a person is likely to type it.
    let isTerminal: Bool
    /// The next line without its end; nil when the input has ended.
    let nextLine: @Sendable () -> String?

    /// The process's own.
    static func standard() -> LineInput {
        LineInput(isTerminal: isatty(STDIN_FILENO) == 1) { readLine(strippingNewline: true) }
    }
}
