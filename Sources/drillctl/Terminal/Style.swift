/// Emphasis on a terminal; plain text everywhere else.
struct Style: Sendable, Equatable {
    /// Whether escape sequences may be sent at all: colours, and a line that is drawn again.
    let isCapable: Bool
    let isColored: Bool

    /// Colours only on a terminal that is not `dumb`, where neither `NO_COLOR` (not empty) nor `--no-color` says no.
    init(environment: [String: String], isTerminal: Bool, noColor: Bool) {
        isCapable = isTerminal && environment["TERM"] != "dumb"
        isColored = isCapable && !noColor && (environment["NO_COLOR"] ?? "").isEmpty
    }

    /// Neither colours nor drawn lines.
    static let plain = Style(environment: [:], isTerminal: false, noColor: true)

    /// What a word stands for, not how it looks.
    enum Emphasis: String, Sendable {
        case heading = "1"
        case aside = "2"
        case bad = "31"
        case warning = "33"
        case good = "32"
        case command = "36"
    }

    /// The text with its emphasis, or as it is.
    func callAsFunction(_ emphasis: Emphasis?, _ text: String) -> String {
        guard isColored, let emphasis, !text.isEmpty else { return text }
        return "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m"
    }
}
