import Scenarios

extension String {
    /// Columns that the text takes on a terminal: 2 for wide East Asian characters and emoji, 0 for marks that combine.
    var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

    /// The text with everything replaced that could move a cursor, reorder a line or hide: text of other people's
    /// documents is shown, never obeyed.
    var printable: String { shown { !$0.isNeverShown } }

    /// The text as ``printable``, with its line ends and tabs: for messages of several lines.
    var printableLines: String { shown { !$0.isNeverShown || $0 == "\n" || $0 == "\t" } }

    private func shown(_ isKept: (Unicode.Scalar) -> Bool) -> String {
        guard !unicodeScalars.allSatisfy(isKept) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { isKept($0) ? $0 : "\u{FFFD}" }))
    }

    /// The text in at most so many columns, with `…` for what was cut.
    func truncated(toWidth width: Int) -> String {
        guard displayWidth > width else { return self }
        var kept = ""
        var used = 0
        for character in self {
            guard used + character.displayWidth <= width - 1 else { break }
            kept.append(character)
            used += character.displayWidth
        }
        return kept + "…"
    }

    /// The text padded with spaces to so many columns.
    func padded(toWidth width: Int, _ alignment: Table.Alignment) -> String {
        let gap = String(repeating: " ", count: max(0, width - displayWidth))
        return alignment == .leading ? self + gap : gap + self
    }

    /// The words in lines of at most so many columns; a longer word stands alone.
    func wrapped(toWidth width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in split(separator: " ").map(String.init) {
            if line.isEmpty {
                line = word
            } else if line.displayWidth + 1 + word.displayWidth <= width {
                line += " " + word
            } else {
                lines.append(line)
                line = word
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}

extension Character {
    /// Columns on a terminal.
    var displayWidth: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if unicodeScalars.contains(where: { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }) { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return first.isWide ? 2 : 1
        }
    }
}

extension Unicode.Scalar {
    /// East Asian Width W and F (Unicode Standard Annex 11), by block.
    fileprivate var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
