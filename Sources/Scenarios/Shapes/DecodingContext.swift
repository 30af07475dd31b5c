/// Where the decoder stands in a document, and what it found wrong so far.
package final class DecodingContext {
    /// Path that stands in diagnostics.
    package let file: String
    /// The text, for lines and columns.
    package let source: SourceText
    /// All found so far, in the order of decoding.
    package private(set) var diagnostics: [Diagnostic] = []
    private var path: [PointerStep] = []
    /// Byte offsets of values that are no JSON; what they mean is not asked.
    private let unreadable: Set<Int>

    /// Whether as many problems were found as are told: nothing more needs to be decoded or looked up.
    package var isFull: Bool { diagnostics.count > Limits.problems }

    package init(file: String, source: SourceText, unreadable: Set<Int> = []) {
        self.file = file
        self.source = source
        self.unreadable = unreadable
    }

    /// Does the work one step deeper in the document.
    @inline(__always)
    func at<Result>(_ step: PointerStep, _ body: () -> Result) -> Result {
        path.append(step)
        defer { path.removeLast() }
        return body()
    }

    func error(
        _ rule: Rule, _ message: @autoclosure () -> String, at node: JSONNode, fix: @autoclosure () -> String? = nil
    ) {
        guard !isFull, unreadable.isEmpty || !unreadable.contains(node.offset) else { return }
        report(as: .error, rule, message(), offset: node.offset, fix: fix())
    }

    func wrongType(
        expected: @autoclosure () -> String, _ node: JSONNode, fix: @autoclosure () -> String? = nil
    ) {
        error(.wrongType, "\(expected()) is expected; found \(node.found)", at: node, fix: fix())
    }

    /// Notes a problem at a byte offset; behind the limit only that there are more.
    func report(
        as severity: Diagnostic.Severity, _ rule: Rule, _ message: @autoclosure () -> String, offset: Int,
        fix: @autoclosure () -> String? = nil
    ) {
        guard !isFull else { return }
        let isLast = diagnostics.count == Limits.problems
        let place = source.place(at: offset)
        diagnostics.append(
            Diagnostic(
                severity: isLast ? .error : severity, rule: (isLast ? Rule.tooMany : rule).rawValue, file: file,
                line: place.line, column: place.column, pointer: path.pointer,
                message: isLast ? "there are more problems; the first \(Limits.problems) are shown" : message(),
                fix: isLast ? nil : fix()))
    }
}

/// One step of a JSON pointer.
package enum PointerStep: Sendable, Equatable {
    case key(String)
    case index(Int)
}

extension [PointerStep] {
    /// The steps as an RFC 6901 pointer.
    package var pointer: String {
        var text = ""
        for step in self {
            switch step {
            case .key(let key):
                text += "/"
                for character in key.unicodeScalars {
                    switch character {
                    case "~": text += "~0"
                    case "/": text += "~1"
                    default: text.unicodeScalars.append(character)
                    }
                }
            case .index(let index): text += "/\(index)"
            }
        }
        return text
    }
}
