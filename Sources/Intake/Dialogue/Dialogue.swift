/// The questionnaire as a conversation: one question at a time. It knows no terminal; lines go in, text comes out.
public struct Dialogue: Sendable {
    /// Where the conversation is.
    public enum State: Sendable, Equatable {
        case asking
        /// Every question has been looked at.
        case finished
        /// Somebody stopped; what was answered is kept.
        case left
    }

    /// What came of a line.
    public enum Reply: Sendable, Equatable {
        /// The answer was taken; the next question follows, if there is one.
        case taken
        /// Something to tell before the same question is asked again.
        case told(String)
    }

    /// What was answered so far.
    public private(set) var answers: Answers
    /// Where the conversation is.
    public private(set) var state = State.asking
    /// Index of the question that is being asked.
    private var index: Int
    /// A choice was made, and for which share it holds is being asked.
    private var pending: Choice?
    private let questions: [Question]

    /// Begins at the first question that nobody has looked at.
    ///
    /// - Parameters:
    ///   - extent: how much is asked.
    ///   - known: questions that are answered already and not asked, such as the sector of `--template`.
    public init(answers: Answers = Answers(), extent: QuestionnaireExtent = .core, known: Set<String> = []) {
        self.answers = answers
        questions = extent.questions(beside: answers).filter { !known.contains($0.id) }
        index = 0
        index = questions.firstIndex { answers.values[$0.id] == nil && answers.concerns($0) } ?? questions.count
        if index == questions.count { state = .finished }
    }

    /// A conversation about one question, whatever else is open.
    public init(answers: Answers, asking question: Question) {
        self.answers = answers
        questions = [question]
        index = 0
    }

    /// The question that is being asked; nil at the end.
    public var question: Question? { state == .asking ? questions[index] : nil }

    /// Takes a line that somebody typed: an answer, its number, nothing (unknown), or a word of command.
    public mutating func respond(to line: String) -> Reply {
        guard let question else { return .taken }
        let word = line.trimmed(of: " \t\r\n").lowercased()
        switch word {
        case "quit", "q", "exit":
            state = .left
            return .taken
        case "back", "b":
            return back()
        case "help", "h":
            return .told(Self.help)
        default:
            return pending.map { takeShare(word, of: $0, question) } ?? take(line, question)
        }
    }

    /// The input has ended: as `quit`.
    public mutating func end() { if state == .asking { state = .left } }

    // MARK: Taking answers

    private mutating func take(_ line: String, _ question: Question) -> Reply {
        // Enter on a question that is answered already keeps the answer.
        if line.trimmed(of: " \t\r\n").isEmpty, let present = answers.values[question.id] {
            return settle(present, question)
        }
        switch AnswerReader.read(line, for: question, isNumbered: true) {
        case .failure(let problem):
            let text = problem.message.capitalizedFirst + (problem.fix.map { "; \($0)" } ?? "")
            return .told(text.hasSuffix("?") ? text : text + ".")
        case .success(.choice(let answer, .everywhere)) where question.mayBePartial && !Self.namesShare(line):
            // The weakest answer cannot be partial.
            if let choice = question.choices.dropFirst().first(where: { $0.answer == answer }) {
                pending = choice
                return .taken
            }
            return settle(.choice(answer, share: .everywhere), question)
        case .success(let value):
            return settle(value, question)
        }
    }

    private mutating func takeShare(_ word: String, of choice: Choice, _ question: Question) -> Reply {
        let shares = AnswerShare.allCases
        let share: AnswerShare?
        if word.isEmpty {
            share = .everywhere
        } else if let number = Int(word) {
            share = shares.indices.contains(number - 1) ? shares[number - 1] : nil
        } else {
            share = AnswerShare(rawValue: word)
        }
        guard let share else { return .told("Type 1, 2 or 3, or press Enter for everywhere.") }
        return settle(.choice(choice.answer, share: share), question)
    }

    private static func namesShare(_ line: String) -> Bool {
        line.lowercased().contains(AnswerShare.everywhere.rawValue)
    }

    private mutating func settle(_ value: AnswerValue, _ question: Question) -> Reply {
        var changed = answers
        changed.values[question.id] = value
        let involved = Contradictions.all(in: changed).first { $0.first == question.id || $0.second == question.id }
        if let involved {
            pending = nil
            return .told("That cannot be: \(involved.message). Answer otherwise, or go back.")
        }
        answers = changed
        pending = nil
        index += 1
        skip()
        return .taken
    }

    /// Over questions that the answers leave without meaning.
    private mutating func skip() {
        while index < questions.count, !answers.concerns(questions[index]) { index += 1 }
        if index == questions.count { state = .finished }
    }

    private mutating func back() -> Reply {
        if pending != nil {
            pending = nil
            return .taken
        }
        guard let earlier = questions[..<index].lastIndex(where: { answers.concerns($0) }) else {
            return .told("This is the first question.")
        }
        index = earlier
        return .taken
    }

    // MARK: Telling

    /// What is asked now, in lines of at most 78 columns, without the mark behind which one types.
    public var prompt: DialoguePrompt? {
        guard let question else { return nil }
        let asked = questions.filter { answers.concerns($0) }
        let number = (asked.firstIndex { $0.id == question.id } ?? 0) + 1
        return DialoguePrompt(
            question: question, number: number, of: asked.count, share: pending, present: answers.values[question.id])
    }

    /// How to talk to it.
    public static let help = """
        Type the answer or the number before it. Enter means unknown: every
        possibility is then tried. "back" goes to the question before. "quit"
        stops; what was answered is kept and can be continued.
        """
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
