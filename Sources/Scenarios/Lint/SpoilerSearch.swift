/// Finds the injects that an inject's text gives away.
///
/// Injects are looked up by the phrases and words that they share, so that not each is compared with each. Of those that
/// share one, a hundred around the inject are looked at: what more than these share is no secret that is given away, but
/// a form of words.
package struct SpoilerSearch {
    /// So many on each side of an inject are looked at for each phrase and word.
    package static let reach = 50

    /// What one inject gives away.
    package struct Finding: Equatable {
        /// Places of the injects, in ascending order.
        package var told: [Int]
        /// Whether others may be given away that were not looked at.
        package var isCut = false
    }

    private var texts: [WordList] = []
    private var titles: [Set<Int32>] = []
    private var letters: [Int] = []
    private var phraseHolders: [Phrase: [Int32]] = [:]
    private var titleHolders: [Int32: [Int32]] = [:]
    /// Injects looked at so far, for any phrase or word.
    package private(set) var looks = 0

    /// Takes the injects in the order of the scenario; their places in it are what findings name.
    package init(_ injects: [(title: String, text: String)]) {
        var words = WordNumbers()
        for (index, inject) in injects.enumerated() {
            texts.append(WordList(inject.text, &words))
            titles.append(WordList(inject.title, &words).distinctive)
            for phrase in texts[index].phrases { phraseHolders[phrase, default: []].append(Int32(index)) }
            for word in titles[index] { titleHolders[word, default: []].append(Int32(index)) }
        }
        letters = words.letters
    }

    /// What an inject gives away: a phrase of five words from a later inject's text, or all words of its title.
    ///
    /// - Parameter isLater: Whether the inject at a place comes later than this one.
    package mutating func search(_ index: Int, isLater: (Int) -> Bool) -> Finding {
        var found = Finding(told: [])
        var told = Set<Int>()
        for phrase in texts[index].phrases {
            for other in around(index, in: phraseHolders[phrase] ?? [], &found) where !told.contains(other) {
                if isLater(other) { told.insert(other) }
            }
        }
        var seen = told
        for word in texts[index].distinctive where !titles[index].contains(word) {
            for other in around(index, in: titleHolders[word] ?? [], &found) where seen.insert(other).inserted {
                if isLater(other), isTitleTold(of: other, by: index) { told.insert(other) }
            }
        }
        found.told = told.sorted()
        return found
    }

    /// An inject must not hold all words of a title, apart from those of its own; short ones give nothing away.
    private func isTitleTold(of other: Int, by index: Int) -> Bool {
        let title = titles[other].subtracting(titles[index])
        return title.reduce(0) { $0 + letters[Int($1)] } >= 8 && title.isSubset(of: texts[index].distinctive)
    }

    /// Those of the ascending places that are nearest to the index on both sides, without itself.
    private mutating func around(_ index: Int, in holders: [Int32], _ finding: inout Finding) -> [Int] {
        var (low, high) = (0, holders.count)
        while low < high {
            let middle = (low + high) / 2
            if holders[middle] < Int32(index) { low = middle + 1 } else { high = middle }
        }
        let near = max(0, low - Self.reach)..<min(holders.count, low + Self.reach + 1)
        if near.count < holders.count { finding.isCut = true }
        looks += near.count
        return holders[near].lazy.map(Int.init).filter { $0 != index }
    }
}

/// Five words in a row.
private typealias Phrase = SIMD8<Int32>

/// Words by number, in order of first mention.
private struct WordNumbers {
    private var numbers: [String: Int32] = [:]
    /// Characters of each.
    private(set) var letters: [Int] = []

    mutating func number(of word: String) -> Int32 {
        if let known = numbers[word] { return known }
        letters.append(word.count)
        numbers[word] = Int32(letters.count - 1)
        return Int32(letters.count - 1)
    }
}

/// The words of a text, in lower case.
private struct WordList {
    static let phraseLength = 5
    /// Words that give nothing away.
    static let common: Set<String> = [
        "about", "after", "again", "been", "before", "call", "comes", "does", "email", "from", "have", "inject", "into",
        "letter", "mail",
        "meeting", "message", "more", "news", "note", "only", "over", "question", "report", "some", "still", "than",
        "that", "their", "them",
        "then", "there", "they", "this", "ticket", "under", "update", "were", "what", "when", "where", "which", "while",
        "will", "with", "your",
    ]

    /// Words of four letters and more that say something.
    private(set) var distinctive: Set<Int32> = []
    private(set) var phrases: Set<Phrase> = []

    init(_ text: String, _ numbers: inout WordNumbers) {
        var last: [Int32] = []
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let word = String(word)
            let number = numbers.number(of: word)
            if word.count >= 4, !Self.common.contains(word) { distinctive.insert(number) }
            last.append(number)
            if last.count > Self.phraseLength { last.removeFirst() }
            guard last.count == Self.phraseLength else { continue }
            phrases.insert(Phrase(last[0], last[1], last[2], last[3], last[4], 0, 0, 0))
        }
    }
}
