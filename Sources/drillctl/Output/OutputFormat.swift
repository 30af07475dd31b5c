import ArgumentParser

/// How results are written to standard output.
enum OutputFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// For people.
    case text
    /// For programs: one document with sorted keys.
    case json
}

/// How diagnostics are written to standard output.
enum DiagnosticFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// `file:line:column: error: message`, one a line.
    case text
    case json
    /// SARIF 2.1.0, for code hosts and editors.
    case sarif
}
