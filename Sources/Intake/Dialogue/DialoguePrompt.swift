/// A question as it is shown at a terminal.
public struct DialoguePrompt: Sendable, Equatable {
    /// What is asked.
    public var question: Question
    /// Which of how many questions it is.
    public var number: Int
    /// How many there are, as far as the answers let one know.
    public var of: Int
    /// The choice whose share is being asked for; nil where the question itself is asked.
    public var share: Choice?
    /// What was answered before, where somebody went back.
    public var present: AnswerValue?

    /// A question as it is first asked.
    public init(question: Question, number: Int, of total: Int, share: Choice? = nil, present: AnswerValue? = nil) {
        self.question = question
        self.number = number
        of = total
        self.share = share
        self.present = present
    }

    /// "Encryption", "9 of 41".
    public var heading: (section: String, progress: String) { (question.section.rawValue, "\(number) of \(of)") }

    /// What is asked, in one sentence.
    public var title: String {
        share.map { "Does \"\($0.answer)\" hold everywhere?" } ?? question.text
    }

    /// Why it is asked; nil where it has been said.
    public var why: String? { share == nil ? question.why : nil }

    /// What can be typed: number, answer, meaning; the meanings begin in one column.
    public var options: [String] {
        let rows: [(String, String?)] =
            share == nil
            ? question.choices.map { ($0.answer, $0.meaning) }
            : AnswerShare.allCases.map { ($0.inWords, nil) }
        let width = rows.map(\.0.count).max() ?? 0
        return rows.enumerated().map { index, row in
            let number = share != nil || question.isNumbered ? String(index + 1) : "-"
            let label = String(repeating: " ", count: max(0, 2 - number.count)) + number + "  " + row.0
            guard let meaning = row.1 else { return label }
            return label + String(repeating: " ", count: width - row.0.count + 2) + meaning
        }
    }

    /// What Enter does, and the words of command.
    public var hint: String {
        if share != nil { return "Enter = everywhere, back" }
        let enter = present.map { "Enter keeps \"\($0.text)\"" } ?? "Enter = unknown"
        switch question.kind {
        case .choice: return "\(enter), back, help, quit"
        case .count: return "a number; \(enter), back, help, quit"
        case .name: return "a name; \(enter), back, help, quit"
        }
    }
}
