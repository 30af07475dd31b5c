public import Scenarios

/// Writes documents as the samples look: short things on one line, long ones one part a line, for people to read and
/// change by hand.
public enum DocumentText {
    /// Columns of the longest line that is sought.
    static let width = 128

    /// The text of a document, ended by a line break; the keys up to `id` share the first line.
    public static func text(_ document: JSONValue) -> String {
        guard case .object(let members) = document else { return document.text(.spaced) + "\n" }
        let end = members.firstIndex { $0.key == "id" }.map { $0 + 1 } ?? 0
        let head = members[..<end].map { "\(key($0.key)): \(oneLine($0.value) ?? "")" }.joined(separator: ", ")
        let rest = lines(of: Array(members[end...]), indent: 2)
        let first = head.isEmpty ? [] : ["  " + head + (rest.isEmpty ? "" : ",")]
        return (["{"] + first + rest + ["}"]).joined(separator: "\n") + "\n"
    }

    // MARK: One line

    /// The value on one line, whatever its length; nil where it is never written so.
    private static func oneLine(_ value: JSONValue) -> String? {
        switch value {
        case .object(let members):
            guard !members.isEmpty else { return "{}" }
            let parts = members.map { member in oneLine(member.value).map { "\(key(member.key)): \($0)" } }
            guard parts.allSatisfy({ $0 != nil }) else { return nil }
            return "{ \(parts.compactMap(\.self).joined(separator: ", ")) }"
        case .array(let elements):
            let parts = elements.map(oneLine)
            guard parts.allSatisfy({ $0 != nil }) else { return nil }
            let text = parts.compactMap(\.self).joined(separator: ", ")
            guard elements.contains(where: isObject) else { return "[\(text)]" }
            // A list of things that have ids, or of many, is read from top to bottom.
            let isNamed = elements.count > 1 && elements.contains(where: hasID)
            return isNamed || (elements.count > 1 && text.count > 100) ? nil : "[ \(text) ]"
        case .null, .bool, .integer, .number, .string:
            return value.text(.spaced)
        }
    }

    private static func isObject(_ value: JSONValue) -> Bool { if case .object = value { true } else { false } }

    private static func hasID(_ value: JSONValue) -> Bool {
        guard case .object(let members) = value else { return false }
        return members.contains { $0.key == "id" }
    }

    private static func key(_ key: String) -> String { JSONValue.string(key).text() }

    // MARK: Many lines

    /// Members with their indentation: as many of the short ones on a line as fit, each long one on lines of its own.
    private static func lines(of members: [JSONProperty], indent: Int) -> [String] {
        let blank = String(repeating: " ", count: indent)
        var lines: [String] = []
        var current = ""
        func flush() {
            if !current.isEmpty { lines.append(blank + current) }
            current = ""
        }
        for (index, member) in members.enumerated() {
            let comma = index + 1 < members.count ? "," : ""
            let name = "\(key(member.key)): "
            if let short = oneLine(member.value), indent + name.count + short.count + comma.count <= width {
                let piece = name + short + comma
                if !current.isEmpty, indent + current.count + 1 + piece.count > width { flush() }
                current += (current.isEmpty ? "" : " ") + piece
            } else {
                flush()
                var value = broken(member.value, indent: indent)
                value[0] = blank + name + value[0]
                value[value.count - 1] += comma
                lines += value
            }
        }
        flush()
        return lines
    }

    /// A value over several lines; the first has no indentation yet.
    private static func broken(_ value: JSONValue, indent: Int) -> [String] {
        let blank = String(repeating: " ", count: indent)
        switch value {
        case .object(let members):
            return ["{"] + lines(of: members, indent: indent + 2) + [blank + "}"]
        case .array(let elements) where elements.contains(where: isObject):
            var lines = ["["]
            for (index, element) in elements.enumerated() {
                let comma = index + 1 < elements.count ? "," : ""
                if let short = oneLine(element), indent + 2 + short.count + comma.count <= width {
                    lines.append(blank + "  " + short + comma)
                } else {
                    var parts = broken(element, indent: indent + 2)
                    parts[0] = blank + "  " + parts[0]
                    parts[parts.count - 1] += comma
                    lines += parts
                }
            }
            return lines + [blank + "]"]
        case .array(let elements):
            return ["["] + filled(elements, indent: indent + 2) + [blank + "]"]
        case .null, .bool, .integer, .number, .string:
            return [value.text(.spaced)]
        }
    }

    /// Plain elements, as many on a line as fit.
    private static func filled(_ elements: [JSONValue], indent: Int) -> [String] {
        let blank = String(repeating: " ", count: indent)
        var lines: [String] = []
        for (index, element) in elements.enumerated() {
            let piece = element.text(.spaced) + (index + 1 < elements.count ? "," : "")
            if let last = lines.last, last.count + 1 + piece.count <= width {
                lines[lines.count - 1] = last + " " + piece
            } else {
                lines.append(blank + piece)
            }
        }
        return lines
    }
}
