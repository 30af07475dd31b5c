internal import Scenarios
internal import Texts

/// Makes an answer of what somebody wrote: in a sheet, or at the terminal.
package enum AnswerReader {
    /// Why a text is no answer to a question.
    package struct Problem: Error, Equatable {
        /// What is wrong, without a full stop.
        package var message: String
        /// What to write instead.
        package var fix: String?
    }

    /// The answer that a text means.
    ///
    /// Case, quotation marks and repeated blanks do not count. A choice can be given by its words or the catalog's
    /// level, yes and no in any common way; behind a comma stands for which share it holds. A number is never taken for
    /// a choice's place: what a form, a survey or a person means by it is not known.
    ///
    /// - Parameter isNumbered: whether the reader sees the choices with numbers before them, as in the dialogue.
    package static func read(
        _ text: String, for question: Question, isNumbered: Bool = false
    ) -> Result<AnswerValue, Problem> {
        var folded = fold(text)
        if isNumbered, question.isNumbered { folded = word(behindNumber: folded, question.choices) }
        if let meaning = folded == "-" ? false : YesNo.read(folded), question.isYesNo {
            return .success(.choice(meaning ? "yes" : "no", share: .everywhere))
        }
        if isUnknown(folded) { return .success(.unknown) }
        switch question.kind {
        case .choice(let choices, _): return choice(folded, as: text, among: choices, for: question)
        case .count(let range, let noun): return count(folded, as: text, within: range, of: noun)
        case .name: return name(text)
        }
    }

    /// The ways in which people say that they do not know.
    private static func isUnknown(_ text: String) -> Bool {
        ["", "unknown", "?", "-", "don't know", "dont know", "do not know", "not known", "n/a"].contains(text)
    }

    private static func fold(_ text: String) -> String {
        let plain = text.map { "“”\"„".contains($0) ? " " : $0 == "’" ? "'" : $0 }
        return String(plain).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Choices

    /// "multi-factor most" for "2 most", where the choices are shown with numbers.
    private static func word(behindNumber folded: String, _ choices: [Choice]) -> String {
        let digits = folded.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), choices.indices.contains(number - 1),
            folded.dropFirst(digits.count).first.map({ ",;:( ".contains($0) }) ?? true
        else { return folded }
        return choices[number - 1].answer.lowercased() + folded.dropFirst(digits.count)
    }

    private static func choice(
        _ folded: String, as text: String, among choices: [Choice], for question: Question
    ) -> Result<AnswerValue, Problem> {
        if let found = find(folded, choices) { return .success(.choice(found.answer, share: .everywhere)) }
        // "phone prompt, most", "phone prompt (most)", "3 most".
        let cut = folded.lastIndex { ",;:( ".contains($0) } ?? folded.startIndex
        let tail = folded[cut...].filter { !",;:() ".contains($0) }
        let head = folded[..<cut].trimmed(of: ",;:( ")
        if let share = AnswerShare(rawValue: tail), !head.isEmpty {
            guard let found = find(head, choices) else { return .failure(unknown(head, choices)) }
            guard question.mayBePartial || share == .everywhere else {
                return .failure(
                    Problem(
                        message: "this answer cannot hold for \(share.rawValue) only",
                        fix: "write \(found.answer.quoted)"))
            }
            let isWeakest = found == choices.first && share != .everywhere
            guard !isWeakest else {
                return .failure(
                    Problem(
                        message: "\(found.answer.quoted) for \(share.rawValue) says nothing about the rest",
                        fix: "write the stronger answer with the share for which it holds, such as \(example(choices))")
                )
            }
            return .success(.choice(found.answer, share: share))
        }
        if let tailProblem = wrongShare(folded, choices) { return .failure(tailProblem) }
        return .failure(unknown(text, choices))
    }

    /// An answer behind whose comma no share stands.
    private static func wrongShare(_ folded: String, _ choices: [Choice]) -> Problem? {
        guard let comma = folded.firstIndex(of: ","), find(folded[..<comma].trimmed(of: " "), choices) != nil else {
            return nil
        }
        let share = folded[folded.index(after: comma)...].trimmed(of: " ")
        let words = AnswerShare.allCases.map(\.rawValue)
        return Problem(
            message: "\(share.quoted) is no share",
            fix: Suggestion.question(share, among: words) ?? "write \(words.map(\.quoted).joined(separator: ", "))")
    }

    /// By its count, its words, the catalog's level, or the beginning of its words where only one begins so.
    private static func find(_ text: String, _ choices: [Choice]) -> Choice? {
        if let number = Int(text) {
            if let exact = choices.first(where: { $0.count == number }) { return exact }
            let isCounted = choices.contains { $0.count != nil }
            return isCounted && number > 1 ? choices.first { $0.answer == "several" } : nil
        }
        if let exact = choices.first(where: { $0.answer.lowercased() == text }) { return exact }
        let byLevel = choices.first { choice in
            choice.effects.contains { if case .level(_, text) = $0 { true } else { false } }
        }
        if let byLevel { return byLevel }
        let beginning = choices.filter { $0.answer.lowercased().hasPrefix(text) }
        return text.count >= 3 && beginning.count == 1 ? beginning[0] : nil
    }

    private static func unknown(_ text: String, _ choices: [Choice]) -> Problem {
        let answers = choices.map(\.answer)
        let fix =
            Suggestion.question(text, among: answers)
            ?? "write \(answers.map(\.quoted).joined(separator: ", ")) or \("unknown".quoted)"
        return Problem(message: "\(text.quoted) is none of the answers", fix: fix)
    }

    private static func example(_ choices: [Choice]) -> String {
        "\(choices.dropFirst().first?.answer ?? ""), most".quoted
    }

    // MARK: Numbers and names

    private static func count(
        _ folded: String, as text: String, within range: ClosedRange<Int>, of noun: String
    ) -> Result<AnswerValue, Problem> {
        guard let count = number(folded) else {
            return .failure(
                Problem(
                    message: "\(text.quoted) is no number", fix: "write digits, such as 2400, or \("unknown".quoted)"))
        }
        guard range.contains(count) else {
            return .failure(
                Problem(
                    message: "\(text.quoted) cannot be: \(noun) can be \(range.lowerBound) to \(range.upperBound)"))
        }
        return .success(.count(count))
    }

    /// "2400", "2,400", "2.400", "2 400", "2'400", "about 2400", "12k", "1.5 million"; nil for anything else.
    static func number(_ folded: String) -> Int? {
        var text = folded
        for word in ["about ", "approx. ", "ca. ", "~", "≈"] where text.hasPrefix(word) {
            text.removeFirst(word.count)
        }
        let digits = text.prefix { $0.isASCII && $0.isNumber || ".,' \u{A0}\u{202F}".contains($0) }
        let unit = text.dropFirst(digits.count).trimmed(of: " ")
        let scales = ["": 1, "k": 1000, "thousand": 1000, "m": 1_000_000, "mio": 1_000_000, "million": 1_000_000]
        guard let scale = scales[unit] else { return nil }
        let parts = digits.trimmed(of: " ").split(
            omittingEmptySubsequences: false, whereSeparator: { !($0.isASCII && $0.isNumber) })
        guard let first = parts.first, !first.isEmpty, first.count <= 15 else { return nil }
        if parts.count == 1 { return Int(first).flatMap { product($0, scale) } }
        // Groups of three are thousands; one shorter group behind a point is a fraction of a thousand or a million.
        if scale == 1 {
            guard first.count <= 3, parts.dropFirst().allSatisfy({ $0.count == 3 }), parts.count <= 5 else {
                return nil
            }
            return Int(parts.joined())
        }
        guard parts.count == 2, !parts[1].isEmpty, parts[1].count <= 3, let whole = Int(first), let part = Int(parts[1])
        else { return nil }
        let places = [1, 10, 100, 1000][parts[1].count]
        return product(whole, scale).map { $0 + part * scale / places }
    }

    private static func product(_ left: Int, _ right: Int) -> Int? {
        let (value, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? nil : value
    }

    private static func name(_ text: String) -> Result<AnswerValue, Problem> {
        guard text.count <= 120, !text.contains(where: \.isNewline) else {
            return .failure(Problem(message: "the name is too long", fix: "write at most 120 characters on one line"))
        }
        return .success(.name(text))
    }
}

extension StringProtocol {
    /// Without these characters at its ends.
    func trimmed(of characters: String) -> String {
        var rest = self[...]
        while let first = rest.first, characters.contains(first) { rest.removeFirst() }
        while let last = rest.last, characters.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
