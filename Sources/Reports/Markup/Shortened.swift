extension String {
    /// Cut at a word's end with an ellipsis, where the text is longer than so many characters. For pages that must not
    /// grow; the full text stands elsewhere.
    func shortened(to limit: Int) -> String {
        guard count > limit else { return self }
        let head = prefix(limit - 1)
        let words = head.lastIndex(of: " ").map { head[..<$0] } ?? head
        return (words.count > limit / 2 ? words : head) + "…"
    }
}
