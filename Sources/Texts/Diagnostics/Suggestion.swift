/// Finds the word that somebody probably meant.
package enum Suggestion {
    /// The nearest candidate by edit distance, the first among equals; nil when none is near.
    ///
    /// Case, hyphens, underscores and blanks do not count; otherwise at most one edit for each three characters.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let target = folded(word)
        guard !target.isEmpty, target.count <= 64 else { return nil }
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where candidate != word {
            let distance = edits(target, folded(candidate))
            guard distance <= max(1, target.count / 3), distance < best?.distance ?? .max else { continue }
            best = (distance, candidate)
        }
        return best?.candidate
    }

    /// `did you mean "database"?`, or nil when nothing is near.
    package static func question(_ word: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: word, among: candidates).map { "did you mean \($0.quoted)?" }
    }

    private static func folded(_ word: String) -> [UInt8] {
        word.lowercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: " ") }
    }

    /// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
    private static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        guard abs(left.count - right.count) <= max(1, left.count / 3) else { return .max }
        var before: [Int] = []
        var previous = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
                var best = min(substitution, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, before[column - 1] + 1)
                }
                current.append(best)
            }
            (before, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
