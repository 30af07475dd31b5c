import DrillEngine
import Scenarios

/// Diagnostics in each format that they can be asked for.
struct DiagnosticOutput {
    /// Sorted by place, each once.
    var diagnostics: [Diagnostic]
    /// How many documents were looked at, for the summary.
    var documents: Int

    init(_ diagnostics: [Diagnostic], documents: Int) {
        self.diagnostics = diagnostics.sortedByPlace()
        self.documents = documents
    }

    /// The whole of standard output, ended by a newline, or empty.
    func text(_ format: DiagnosticFormat, style: Style) -> String {
        switch format {
        case .text: lines(style)
        case .json: json.text(.pretty) + "\n"
        case .sarif:
            SARIF.log(
                diagnostics, toolVersion: Drillctl.version,
                properties: ["banner": .string(MarkedWords.banner), "marking": .string(MarkedWords.unstated)]
            ).text(.pretty) + "\n"
        }
    }

    /// The keys that every machine-readable output has, and those of its own.
    private var json: JSONValue {
        let errors = diagnostics.count { $0.severity == .error }
        return [
            "banner": .string(MarkedWords.banner), "marking": .string(MarkedWords.unstated), "schemaVersion": 1,
            "modelVersion": .string(Drill.modelVersion),
            "seed": .null, "trials": 0,
            "diagnostics": .array(diagnostics.map(\.json)), "documents": .integer(documents),
            "errors": .integer(errors), "warnings": .integer(diagnostics.count - errors),
        ]
    }

    /// "3 documents: 2 errors, 1 warning", for standard error.
    var summary: String {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        let found =
            if diagnostics.isEmpty { "no problem found" } else {
                [counted(errors, "error"), counted(warnings, "warning")].compactMap(\.self).joined(separator: ", ")
            }
        return "\(counted(documents, "document") ?? "0 documents"): \(found)"
    }

    private func counted(_ count: Int, _ noun: String) -> String? {
        count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private func lines(_ style: Style) -> String {
        diagnostics.map { diagnostic in
            let word = "\(diagnostic.severity.rawValue):"
            let emphasis: Style.Emphasis = diagnostic.severity == .error ? .bad : .warning
            let line = diagnostic.text.printable
            // The word that stands behind the place, not one of the message.
            guard style.isColored, let range = line.firstRange(of: " \(word) ") else { return line + "\n" }
            return line.replacingCharacters(in: range, with: " \(style(emphasis, word)) ") + "\n"
        }.joined()
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
