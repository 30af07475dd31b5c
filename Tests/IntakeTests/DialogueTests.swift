import Intake
import Scenarios
import Testing
import Texts

/// The conversation, driven by a script of lines.
@Suite struct DialogueTests {
    /// Types the lines; returns what was told.
    @discardableResult
    private static func type(_ lines: [String], into dialogue: inout Dialogue) -> [String] {
        lines.compactMap { line in
            if case .told(let message) = dialogue.respond(to: line) { message } else { nil }
        }
    }

    /// Answers whatever is asked: with the given line, otherwise with Enter.
    private static func finish(_ dialogue: inout Dialogue, _ answers: [String: [String]] = [:]) {
        while let question = dialogue.question {
            for line in answers[question.id] ?? [""] { _ = dialogue.respond(to: line) }
        }
    }

    @Test("Enter all along leaves everything unknown")
    func unknown() {
        var dialogue = Dialogue()
        Self.finish(&dialogue)
        #expect(dialogue.state == .finished)
        #expect(dialogue.answers.values.values.allSatisfy { $0 == .unknown })
        #expect(dialogue.answers.values.count == Questionnaire.core.count)
        #expect(dialogue.prompt == nil)
    }

    @Test("the core first; what goes into detail follows, and is not lost")
    func detail() {
        var core = Dialogue()
        Self.finish(&core)
        #expect(QuestionnaireExtent.core.left(beside: core.answers) == Questionnaire.detail.count)

        var all = Dialogue(answers: core.answers, extent: .all)
        #expect(all.question?.id == Questionnaire.detail.first?.id)
        while all.question?.id != "training" { _ = all.respond(to: "") }
        Self.type(["all year", "1", "quit"], into: &all)
        #expect(QuestionnaireExtent.all.left(beside: all.answers) == 0)

        // Whoever goes on without them keeps what was answered.
        let again = Dialogue(answers: all.answers)
        #expect(again.state == .finished)
        #expect(again.answers["training"] == .choice("all year", share: .everywhere))
        let sheet = Sheet(Array(AnswerSheet.csv(again.answers).utf8), path: "a.csv")
        #expect(AnswerSheet.read(sheet, path: "a.csv").answers == all.answers)
    }

    @Test("numbers, words and shares")
    func answers() {
        var dialogue = Dialogue()
        #expect(dialogue.question?.id == "sector")
        let told = Self.type(["5", "Nil", "2,600"], into: &dialogue)
        #expect(told == [])
        #expect(dialogue.question?.id == "records")
        Self.finish(
            &dialogue,
            [
                "sign-in": ["phone prompt", "2"], "rights": ["3, some"], "patching": ["weekly", ""],
                "network": ["1"], "stored-data": ["2", "everywhere"],
            ])
        let answers = dialogue.answers
        #expect(answers["sector"] == .choice("retail", share: .everywhere))
        #expect(answers["company-name"] == .name("Nil"))
        #expect(answers["sign-in"] == .choice("phone prompt", share: .most))
        #expect(answers["rights"] == .choice("what the task needs", share: .some))
        #expect(answers["patching"] == .choice("weekly", share: .everywhere))
        #expect(answers["network"] == .choice("one network", share: .everywhere), "the weakest is asked for no share")
        #expect(answers["stored-data"] == .choice("whole disks", share: .everywhere))
    }

    @Test("what is not understood is told, and asked again")
    func mistakes() {
        var dialogue = Dialogue()
        let told = Self.type(["retial", "12", "retail", "Nil", "many"], into: &dialogue)
        #expect(told.count == 3)
        #expect(told[0] == "\"retial\" is none of the answers; did you mean \"retail\"?")
        #expect(told[2].contains("is no number"))
        #expect(dialogue.question?.id == "headcount")
    }

    @Test("back, and Enter keeps what was answered")
    func back() {
        var dialogue = Dialogue()
        Self.type(["retail", "Nil", "back"], into: &dialogue)
        #expect(dialogue.question?.id == "company-name")
        #expect(dialogue.prompt?.hint.contains("Enter keeps \"Nil\"") == true)
        Self.type([""], into: &dialogue)
        #expect(dialogue.answers["company-name"] == .name("Nil"))
        Self.type(["back", "unknown"], into: &dialogue)
        #expect(dialogue.answers["company-name"] == .unknown)
        #expect(Self.type(["back", "back", "back"], into: &dialogue) == ["This is the first question."])
    }

    @Test("back within a share goes to its answer")
    func backFromShare() {
        var dialogue = Dialogue()
        while dialogue.question?.id != "sign-in" { _ = dialogue.respond(to: "") }
        Self.type(["phone prompt"], into: &dialogue)
        #expect(dialogue.prompt?.share?.answer == "phone prompt")
        #expect(dialogue.prompt?.options.count == 3)
        #expect(Self.type(["some of them"], into: &dialogue).count == 1)
        Self.type(["back"], into: &dialogue)
        #expect(dialogue.question?.id == "sign-in" && dialogue.prompt?.share == nil)
    }

    @Test("questions without meaning are not asked")
    func conditions() {
        var dialogue = Dialogue(extent: .all)
        var asked: [String] = []
        while let question = dialogue.question {
            asked.append(question.id)
            let lines = ["stored-data": "1", "alarms": "1", "backup": "1", "vendors": "none", "own-software": "no"]
            _ = dialogue.respond(to: lines[question.id] ?? "")
        }
        for id in ["keys", "watch-hours", "alarm-sorting", "restore-test", "vendor-access", "own-build"] {
            #expect(!asked.contains(id))
        }
        #expect(asked.contains("watchers"))
    }

    @Test("what cannot be is told at once")
    func contradiction() {
        var dialogue = Dialogue(extent: .all)
        while dialogue.question?.id != "alarms" { _ = dialogue.respond(to: "") }
        Self.type(["nobody looks"], into: &dialogue)
        while let id = dialogue.question?.id, id != "watchers" { _ = dialogue.respond(to: "") }
        #expect(dialogue.question?.id == "watchers")
        let told = Self.type(["own security team"], into: &dialogue)
        #expect(told.first?.contains("nobody looks at alarms") == true)
        #expect(dialogue.question?.id == "watchers")
        #expect(dialogue.answers["watchers"] == .unknown)
    }

    @Test("stopped, saved and continued, it gives the same document as in one go")
    func continued() throws {
        let script = [
            "sector": ["retail"], "company-name": ["Nil"], "sign-in": ["3", "2"], "backup": ["offline", "1"],
        ]
        var whole = Dialogue()
        Self.finish(&whole, script)

        var first = Dialogue()
        while first.question?.id != "patching" {
            for line in script[first.question?.id ?? ""] ?? [""] { _ = first.respond(to: line) }
        }
        _ = first.respond(to: "quit")
        #expect(first.state == .left)
        let sheet = Sheet(Array(AnswerSheet.csv(first.answers).utf8), path: "a.csv")
        let kept = AnswerSheet.read(sheet, path: "a.csv")
        #expect(kept.diagnostics == [])
        var second = Dialogue(answers: kept.answers)
        #expect(second.question?.id == "patching")
        Self.finish(&second, script)
        #expect(second.answers == whole.answers)

        // And the sheet gives the same document as the conversation.
        let final = AnswerSheet.read(
            Sheet(Array(AnswerSheet.csv(whole.answers).utf8), path: "a.csv"), path: "a.csv")
        let template = try #require(SectorTemplate.template(.retail))
        func document(_ answers: Answers) -> Organization {
            OrganizationMaker(template: template, answers: answers, catalog: .embedded).organization()
        }
        #expect(document(final.answers) == document(whole.answers))
    }

    @Test("the end of the input stops it")
    func ended() {
        var dialogue = Dialogue()
        dialogue.end()
        #expect(dialogue.state == .left)
    }

    @Test("everything fits on a terminal of 80 columns")
    func width() {
        var dialogue = Dialogue(extent: .all)
        while let prompt = dialogue.prompt {
            for line in prompt.options + [prompt.hint] { #expect(line.count <= 78, "\(line)") }
            _ = dialogue.respond(to: "")
        }
        for line in Dialogue.help.split(separator: "\n") { #expect(line.count <= 78) }
        for question in Questionnaire.questions {
            #expect(question.text.count <= 78, "\(question.id)")
            let prompt = DialogueTests.prompt(question)
            for line in prompt.options { #expect(line.count <= 78, "\(line)") }
        }
    }

    private static func prompt(_ question: Question) -> DialoguePrompt {
        DialoguePrompt(question: question, number: 1, of: 1)
    }
}
