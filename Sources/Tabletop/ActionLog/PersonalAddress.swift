/// Mail addresses and telephone numbers in what people typed.
enum PersonalAddress {
    /// The first of them, as typed; nil where there is none.
    static func first(in text: String) -> String? { mail(text) ?? telephone(text) }

    private static func mail(_ text: String) -> String? {
        for word in text.split(whereSeparator: { $0.isWhitespace || "<>()[]\",;".contains($0) }) {
            let parts = word.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, parts[1].dropFirst().dropLast().contains(".") else { continue }
            return String(word)
        }
        return nil
    }

    /// Seven digits or more after a plus, nine or more after a zero; dates and times are shorter or begin otherwise.
    private static func telephone(_ text: String) -> String? {
        var run = ""
        for character in text + "\n" {
            if character.isASCII, character.isNumber || "+ -/()".contains(character) {
                run.append(character)
                continue
            }
            let number = run.drop { !"+0123456789".contains($0) }
            let digits = number.count(where: \.isNumber)
            if number.first == "+" && digits >= 7 || number.first == "0" && digits >= 9 { return number.trimmed }
            run = ""
        }
        return nil
    }
}
