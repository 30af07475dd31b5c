extension String {
    /// With no break between a number and its unit, for headlines: "6.5 d".
    var keptTogether: String {
        var (kept, previous) = ("", Character(" "))
        for character in self {
            kept.append(character == " " && previous.isNumber ? "\u{A0}" : character)
            previous = character
        }
        return kept
    }

    /// Cut at a word's end with an ellipsis, where the text is longer than so many characters. For pages that must not
    /// grow; the full text stands elsewhere.
    func shortened(to limit: Int) -> String {
        guard count > limit else { return self }
        let head = prefix(limit - 1)
        let words = head.lastIndex(of: " ").map { head[..<$0] } ?? head
        return (words.count > limit / 2 ? words : head) + "…"
    }
}
