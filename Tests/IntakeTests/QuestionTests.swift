import Intake
import Scenarios
import Testing

/// The questions fit the catalog, and fit on a screen.
@Suite struct QuestionTests {
    static let questions = Questionnaire.questions

    @Test("every control of the catalog is asked for, or a reason is stated")
    func covers() {
        let asked = Set(Self.questions.flatMap(\.controls))
        for control in Catalog.embedded.controls {
            let reason = Questionnaire.notAsked[control.id]
            #expect(asked.contains(control.id) != (reason != nil), "\(control.id): asked, or not asked and why")
        }
        let known = Set(Catalog.embedded.controls.map(\.id))
        #expect(asked.isSubset(of: known), "\(asked.subtracting(known)) is no control")
    }

    @Test("every answer names a level that exists, from weakest to strongest")
    func levels() {
        for question in Self.questions {
            var last: [String: Int] = [:]
            for choice in question.choices {
                for case .level(let id, let level) in choice.effects {
                    guard let control = Catalog.embedded.control(id) else {
                        Issue.record("\(question.id): no control \(id)")
                        continue
                    }
                    guard let index = control.index(ofLevel: level) else {
                        Issue.record("\(question.id): \(id) has no level \(level)")
                        continue
                    }
                    #expect(index > last[id] ?? -1, "\(question.id) is not ordered")
                    last[id] = index
                }
            }
            for (id, highest) in last {
                #expect(
                    highest == (Catalog.embedded.control(id)?.levels.count ?? 0) - 1, "\(id): a level is never answered"
                )
            }
        }
    }

    @Test("ids and answers are told apart, texts are short and say why")
    func texts() {
        #expect(Set(Self.questions.map(\.id)).count == Self.questions.count)
        #expect(Self.questions.count <= 54)
        for question in Self.questions {
            #expect(Slug.id(of: question.id) == question.id)
            #expect(question.text.hasSuffix("?"))
            #expect(question.text.count <= 90, "\(question.id)")
            #expect(!question.why.hasSuffix(".") && question.why.count <= 70, "\(question.id)")
            #expect(Set(question.choices.map(\.answer)).count == question.choices.count)
            for choice in question.choices {
                #expect(choice.answer == choice.answer.lowercased() || choice.answer.contains("IT"), "\(choice.answer)")
                #expect(!choice.answer.contains { ",;()".contains($0) })
                #expect(choice.answer != "unknown")
            }
            if let condition = question.onlyIf {
                let other = Questionnaire.question(condition.question)
                #expect(other?.choices.map(\.answer).contains { condition.isNot.contains($0) } == true)
            }
        }
    }

    @Test("the core is about thirty questions and stands by itself")
    func core() {
        #expect((28...36).contains(Questionnaire.core.count), "\(Questionnaire.core.count)")
        #expect(Questionnaire.core + Questionnaire.detail == Self.questions)
        #expect(Questionnaire.core.allSatisfy { $0.section != .detail })
        #expect(Questionnaire.detail.allSatisfy { $0.section == .detail })
        let ids = Set(Questionnaire.core.map(\.id))
        #expect(Questionnaire.core.compactMap(\.onlyIf?.question).allSatisfy(ids.contains))
    }

    @Test("questions stand in the order of their sections")
    func order() {
        let order = Self.questions.compactMap { QuestionSection.allCases.firstIndex(of: $0.section) }
        #expect(order == order.sorted())
        #expect(Set(order).count == QuestionSection.allCases.count)
    }

    @Test("yes and no are read by meaning", arguments: questions.filter(\.isYesNo))
    func yesNo(question: Question) {
        for isNumbered in [false, true] {
            for (word, texts) in [
                ("yes", ["1", "TRUE", "Y", "x", "Yes", "ja", "oui", "WAHR", "✔"]),
                ("no", ["0", "FALSE", "N", "No", "nein", "non", "-", "FALSCH"]),
            ] {
                for text in texts {
                    #expect(
                        AnswerReader.read(text, for: question, isNumbered: isNumbered)
                            == .success(.choice(word, share: .everywhere)), "\(text)")
                }
            }
        }
    }

    @Test("a count is a count", arguments: [("0", "none"), ("1", "one"), ("2", "several"), ("7", "several")])
    func counts(text: String, answer: String) throws {
        let question = try #require(Questionnaire.question("vendors"))
        for isNumbered in [false, true] {
            #expect(
                AnswerReader.read(text, for: question, isNumbered: isNumbered)
                    == .success(.choice(answer, share: .everywhere)))
        }
    }

    @Test(
        "each answer as it is offered is understood, in any case, and by its number where it has one",
        arguments: questions)
    func understood(question: Question) {
        for (index, choice) in question.choices.enumerated() {
            let expected = AnswerValue.choice(choice.answer, share: .everywhere)
            for text in [choice.answer, choice.answer.uppercased(), " \(choice.answer) "] {
                #expect(AnswerReader.read(text, for: question) == .success(expected))
            }
            // A number is a place only where the choices are shown with numbers.
            if question.isNumbered {
                let number = String(index + 1)
                #expect(AnswerReader.read(number, for: question, isNumbered: true) == .success(expected))
                #expect((try? AnswerReader.read(number, for: question).get()) == nil)
            }
            if question.mayBePartial, index > 0 {
                for text in [
                    "\(choice.answer), most", "\(choice.answer) (most)", "\(choice.answer);MOST",
                ] {
                    #expect(
                        AnswerReader.read(text, for: question) == .success(.choice(choice.answer, share: .most)),
                        "\(text)")
                }
            }
        }
        for text in ["", "unknown", "?", "Don’t know", "UNKNOWN"] {
            #expect(AnswerReader.read(text, for: question) == .success(.unknown))
        }
    }

    @Test(
        "numbers as people write them",
        arguments: [
            ("2400", 2400), ("2,400", 2400), ("2.400", 2400), ("2 400", 2400), ("2'400", 2400), ("about 2400", 2400),
            ("12k", 12_000), ("1.5 million", 1_500_000), ("1,250,000", 1_250_000), ("3 million", 3_000_000), ("0", 0),
        ])
    func numbers(text: String, count: Int) throws {
        let question = try #require(Questionnaire.question("records"))
        #expect(AnswerReader.read(text, for: question) == .success(.count(count)))
    }

    @Test(
        "and what is none",
        arguments: [
            "many", "-5", "1.5", "12,34", "1e9", "99999999999999999999", "12 13 14", "k", "1.2.3 million",
            "11000000000",
        ])
    func noNumbers(text: String) throws {
        let question = try #require(Questionnaire.question("records"))
        guard case .failure(let problem) = AnswerReader.read(text, for: question) else {
            Issue.record("taken")
            return
        }
        #expect(problem.message.contains(text))
    }

    @Test("a partial answer is told from a wrong one")
    func partial() throws {
        func problem(_ text: String, _ id: String) throws -> AnswerReader.Problem {
            let question = try #require(Questionnaire.question(id))
            guard case .failure(let problem) = AnswerReader.read(text, for: question) else {
                throw Library.Missing(text)
            }
            return problem
        }
        #expect(try problem("phone prompts", "sign-in").fix == "did you mean \"phone prompt\"?")
        #expect(try problem("phone prompt, mots", "sign-in").fix == "did you mean \"most\"?")
        #expect(try problem("password only, most", "sign-in").message.contains("says nothing about the rest"))
        #expect(try problem("key service, most", "keys").message.contains("cannot hold for most only"))
        #expect(try problem("9", "sign-in").message == "\"9\" is none of the answers")
        #expect(try problem("carrier pigeon, most", "sign-in").message.contains("carrier pigeon"))
    }
}
