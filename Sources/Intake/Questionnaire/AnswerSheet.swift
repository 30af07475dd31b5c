public import Scenarios
public import Texts

/// The questionnaire as a table: a blank one to fill in, and the answers in one that was filled in.
public enum AnswerSheet {
    /// Names of the columns, in order. Only the first and the last but one are read back, and notes are kept.
    public static let columns = ["id", "section", "question", "answers allowed", "answer", "note"]

    /// The rules that diagnostics about answers cite; raw values are stable.
    public enum Rule: String, Sendable, CaseIterable {
        case unknownQuestion = "unknown-question"
        case duplicateAnswer = "duplicate-answer"
        case unknownAnswer = "unknown-answer"
        case contradiction
    }

    // MARK: Writing

    /// The table as CSV that spreadsheet programs open by a double click.
    ///
    /// A last row without an id tells how many questions are left out; it is not read back.
    public static func csv(
        _ answers: Answers = Answers(), extent: QuestionnaireExtent = .core, delimiter: SheetDelimiter = .comma
    ) -> String {
        var rows = extent.questions(beside: answers).map { question in
            [
                question.id, question.section.rawValue, question.text, allowed(question),
                answers.values[question.id]?.text ?? "", answers.notes[question.id] ?? "",
            ]
        }
        let left = extent.left(beside: answers)
        if left > 0 {
            let more = "\(left) more questions: drillctl questionnaire --all --format csv"
            rows.append(["", QuestionSection.detail.rawValue, more, "", "", ""])
        }
        return SheetText.csv([columns] + rows, delimiter: delimiter)
    }

    /// "password only | text message | … | unknown", with what shares can be added.
    static func allowed(_ question: Question) -> String {
        switch question.kind {
        case .choice(let choices, let partial):
            let words = choices.map { $0.answer } + ["unknown"]
            let share =
                partial ? "; add \"most\" or \"some\" where it does not hold everywhere: \(example(choices))" : ""
            return words.joined(separator: " | ") + share
        case .count(_, let noun): return "a number of \(noun) | unknown"
        case .name: return "a name | unknown"
        }
    }

    private static func example(_ choices: [Choice]) -> String { "\(choices.last?.answer ?? ""), most" }

    // MARK: Reading

    /// What came of reading a sheet.
    public struct Reading: Sendable, Equatable {
        /// All answers that could be read, whatever is wrong with others.
        public var answers = Answers()
        /// Line and column of each answer, by question id.
        var places: [String: SheetCell] = [:]
        /// Sorted by place.
        public var diagnostics: [Diagnostic] = []
        /// How the file was read; for telling people.
        public var encoding = SheetEncoding.utf8
    }

    /// Reads answers; every problem of the file is reported at once, and what can be read is.
    public static func read(_ sheet: Sheet, path: String) -> Reading {
        let table = SheetTable(
            sheet, path: path,
            columns: [.init("id"), .init("answer"), .init("note", isRequired: false)])
        var reading = Reading()
        reading.encoding = sheet.encoding
        reading.diagnostics = table.diagnostics
        // Without its two columns nothing can be said about rows.
        guard !table.diagnostics.contains(where: { $0.rule == SheetRule.columns.rawValue }) else { return reading }
        for record in table.records { reading.read(record, path: path) }
        reading.diagnostics += Contradictions.diagnostics(reading.answers, places: reading.places, path: path)
        reading.diagnostics = reading.diagnostics.sortedByPlace()
        return reading
    }
}

extension AnswerSheet.Reading {
    fileprivate mutating func read(_ record: SheetTable.Record, path: String) {
        let (id, answer) = (record["id"], record["answer"])
        func report(_ rule: AnswerSheet.Rule, _ message: String, at cell: SheetCell, fix: String? = nil) {
            diagnostics.append(
                Diagnostic(
                    severity: .error, rule: rule.rawValue, file: path, line: cell.line, column: cell.column,
                    message: message, fix: fix))
        }
        guard !id.isEmpty || !answer.isEmpty else { return }
        guard let question = Questionnaire.question(id.text.lowercased()) else {
            let fix = Suggestion.question(id.text, among: Questionnaire.questions.map(\.id))
            let what = id.isEmpty ? "the row names no question" : "there is no question \(id.text.quoted)"
            report(.unknownQuestion, what, at: id, fix: fix ?? "the first column holds the ids of the blank sheet")
            return
        }
        if let earlier = places[question.id] {
            report(
                .duplicateAnswer, "the question \(question.id.quoted) stands already in line \(earlier.line)", at: id,
                fix: "remove one of the two rows")
            return
        }
        places[question.id] = answer
        if !record["note"].isEmpty { answers.notes[question.id] = record["note"].text }
        switch AnswerReader.read(answer.text, for: question) {
        case .success(.unknown) where answer.isEmpty: break
        case .success(let value): answers.values[question.id] = value
        case .failure(let problem):
            report(.unknownAnswer, "\(question.id): \(problem.message)", at: answer, fix: problem.fix)
        }
    }
}

extension AnswerSheet.Reading {
    /// Reports an answered sector that is another than the one that was asked for.
    public mutating func contradict(_ sector: Sector, path: String) {
        guard let answered = answers.chosen("sector"), answered != sector.rawValue, let cell = places["sector"] else {
            return
        }
        diagnostics.append(
            Diagnostic(
                severity: .error, rule: AnswerSheet.Rule.contradiction.rawValue, file: path, line: cell.line,
                column: cell.column,
                message: "the sector is answered with \(answered.quoted), the template is \(sector.rawValue.quoted)",
                fix: "leave one of the two out"))
        diagnostics = diagnostics.sortedByPlace()
    }
}
