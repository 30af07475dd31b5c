/// A problem of a document: what, where, and what to write instead.
public struct Diagnostic: Sendable, Equatable {
    /// An error makes a document unusable; a warning does not.
    public enum Severity: String, Sendable, CaseIterable { case error, warning }

    /// How grave it is.
    public var severity: Severity
    /// Stable id of the rule, such as `unknown-key`.
    public var rule: String
    /// Path as the caller gave it, or as resolved from the referring document.
    public var file: String
    /// From 1; 1 where the file as a whole is meant.
    public var line: Int
    /// From 1, in Unicode scalars.
    public var column: Int
    /// RFC 6901; empty for the document's root.
    public var pointer: String
    /// What is wrong, without a full stop.
    public var message: String
    /// What to write instead, such as `did you mean "database"?`.
    public var fix: String?

    public init(
        severity: Severity, rule: String, file: String, line: Int = 1, column: Int = 1, pointer: String = "",
        message: String, fix: String? = nil
    ) {
        self.severity = severity
        self.rule = rule
        self.file = file
        self.line = line
        self.column = column
        self.pointer = pointer
        self.message = message
        self.fix = fix
    }

    /// One line: `file:line:column: error: message; fix [/pointer]`; control characters are made visible, since a
    /// document's keys must not steer a terminal.
    public var text: String {
        let proposal = fix.map { "; \($0)" } ?? ""
        let place = pointer.isEmpty ? "" : " [\(pointer)]"
        return "\(file):\(line):\(column): \(severity.rawValue): \(message)\(proposal)\(place)".withVisibleControls
    }

    /// The diagnostic as a JSON object with one key for each property; `fix` only where there is one.
    public var json: JSONValue {
        var members = [
            JSONProperty("column", .integer(column)), JSONProperty("file", .string(file)),
            JSONProperty("line", .integer(line)), JSONProperty("message", .string(message)),
            JSONProperty("pointer", .string(pointer)), JSONProperty("rule", .string(rule)),
            JSONProperty("severity", .string(severity.rawValue)),
        ]
        if let fix { members.append(JSONProperty("fix", .string(fix))) }
        return .object(members)
    }
}

extension [Diagnostic] {
    /// Whether any is an error.
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// By file, line, column, rule and message; repeated ones only once.
    ///
    /// - Parameter files: the order of files; those that are not named follow in order of first mention.
    public func sortedByPlace(files: [String] = []) -> [Diagnostic] {
        var fileOrder: [String: Int] = [:]
        for file in files where fileOrder[file] == nil { fileOrder[file] = fileOrder.count }
        for diagnostic in self where fileOrder[diagnostic.file] == nil { fileOrder[diagnostic.file] = fileOrder.count }
        let sorted = self.sorted { left, right in
            let files = (fileOrder[left.file] ?? 0, fileOrder[right.file] ?? 0)
            if files.0 != files.1 { return files.0 < files.1 }
            if left.line != right.line { return left.line < right.line }
            if left.column != right.column { return left.column < right.column }
            if left.rule != right.rule { return left.rule < right.rule }
            return left.message < right.message
        }
        var unique: [Diagnostic] = []
        for diagnostic in sorted where unique.last != diagnostic { unique.append(diagnostic) }
        return unique
    }
}
