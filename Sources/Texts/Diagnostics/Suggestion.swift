internal import Synchronization

/// The words among which a wrong one is looked up again and again: prepared once, by length.
package final class SuggestionIndex: Sendable {
    /// By number of folded letters; with their place among the words.
    private let byLength: [Int: [(place: Int, letters: [UInt8], word: String)]]
    private let asked = Mutex(0)
    /// More questions are not answered: nobody reads so many proposals, and each costs a look at every word.
    private static let mostQuestions = 200

    /// Takes the words in the order in which equally near ones are proposed.
    package init(_ words: [String]) {
        byLength = Dictionary(
            grouping: words.enumerated().map { ($0.offset, Suggestion.folded($0.element), $0.element) }, by: \.1.count)
    }

    /// As ``Suggestion/question(_:among:)``; nil after two hundred questions.
    package func question(_ word: String) -> String? {
        guard
            asked.withLock({
                $0 += 1
                return $0 <= Self.mostQuestions
            })
        else { return nil }
        let target = Suggestion.folded(word)
        let reach = max(1, target.count / 3)
        let near = (max(0, target.count - reach)...(target.count + reach)).flatMap { byLength[$0] ?? [] }
        return Suggestion.question(word, among: near.sorted { $0.place < $1.place }.lazy.map(\.word))
    }
}

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

    fileprivate static func folded(_ word: String) -> [UInt8] {
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
