// Texts as messages show them.
extension String {
    /// The text in double quotes for a message, shortened and with characters made visible that nobody sees.
    package var quoted: String {
        var escaped = ""
        for scalar in shortened.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return "\"\(escaped.withVisibleControls)\""
    }

    /// The text with `\u001b` and the like instead of characters that nobody sees, as JSON writes them.
    package var withVisibleControls: String {
        guard unicodeScalars.contains(where: \.isNeverShown) else { return self }
        var visible = ""
        for scalar in unicodeScalars {
            if scalar.isNeverShown {
                visible += scalar.escapedForJSON
            } else {
                visible.unicodeScalars.append(scalar)
            }
        }
        return visible
    }

    /// At most 60 characters of the text.
    package var shortened: String { utf8.count > 60 && count > 60 ? prefix(57) + "..." : self }
}

extension Unicode.Scalar {
    /// Whether a reader could not see it, or it would change how other text is shown: control characters, line and
    /// paragraph separators, and whatever has no width or turns the direction of writing (category Cf: soft hyphen,
    /// zero-width space and joiners, bidi marks and embeddings, byte order mark, tags).
    package var isNeverShown: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: value == 0x115F || value == 0x1160 || value == 0x3164 || value == 0xFFA0
        }
    }

    /// The scalar as JSON writes it in letters: `\u001b`, beyond U+FFFF two of them.
    package var escapedForJSON: String {
        UTF16.encode(self).map { units in
            units.map { "\\u" + String(Int($0) + 0x10000, radix: 16).dropFirst() }.joined()
        } ?? ""
    }
}
