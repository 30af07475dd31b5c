import Intake
import Scenarios
import Testing
import Texts

/// Sheets that people filled in.
@Suite struct AnswerSheetTests {
    private static func read(_ text: String) -> AnswerSheet.Reading { read(Array(text.utf8)) }

    private static func read(_ bytes: [UInt8]) -> AnswerSheet.Reading {
        AnswerSheet.read(Sheet(bytes, path: "a.csv"), path: "a.csv")
    }

    private static func problems(_ text: String) -> [String] { read(text).diagnostics.map(\.text) }

    static var answers: Answers {
        var answers = Answers()
        answers.values = [
            "sector": .choice("retail", share: .everywhere), "company-name": .name("Nile; \"Trading\", Ltd"),
            "headcount": .count(2600), "records": .count(90_000), "sign-in": .choice("phone prompt", share: .most),
            "keys": .choice("key service", share: .everywhere), "stored-data": .choice("databases", share: .some),
            "alarms": .choice("logs in one place", share: .everywhere),
            "watch-hours": .choice("early to late", share: .everywhere),
            "watchers": .choice("own security team", share: .everywhere),
            "first-look": .choice("hours", share: .everywhere),
            "rights": .unknown,
        ]
        answers.notes = ["rights": "ask Ms Čapek\nby Friday"]
        return answers
    }

    @Test("what is written is read back", arguments: SheetDelimiter.allCases)
    func roundTrip(delimiter: SheetDelimiter) {
        let reading = Self.read(AnswerSheet.csv(Self.answers, delimiter: delimiter))
        #expect(reading.diagnostics == [])
        #expect(reading.answers == Self.answers)
    }

    @Test("the blank sheet is no mistake, and answers nothing", arguments: QuestionnaireExtent.allCases)
    func blank(extent: QuestionnaireExtent) {
        let text = AnswerSheet.csv(extent: extent)
        let reading = Self.read(text)
        #expect(reading.diagnostics == [])
        #expect(reading.answers == Answers())
        let lines = text.split(whereSeparator: \.isNewline)
        // The core's sheet ends with a row that tells of the rest.
        #expect(lines.count == extent.questions().count + (extent == .core ? 2 : 1))
        #expect(lines.last?.contains("18 more questions: drillctl questionnaire --all") == (extent == .core))
        #expect(lines[0] == "\u{FEFF}id,section,question,\"answers allowed\",answer,note")
    }

    @Test("an answer or a note outside the core stays in the sheet")
    func detail() {
        var answers = Answers()
        answers.values["training"] = .choice("yearly course", share: .most)
        answers.notes["sharing"] = "ask around"
        let text = AnswerSheet.csv(answers)
        #expect(Self.read(text).answers == answers)
        #expect(text.contains("16 more questions"))
        #expect(!text.contains("certificates"))
    }

    @Test("rows in any order, columns in any order, most of them missing")
    func loose() {
        let reading = Self.read("Answer;ID\nmonthly;patching\n;rights\nUnknown;sign-in\n\n1,200;headcount\n")
        #expect(reading.diagnostics == [])
        #expect(
            reading.answers.values == [
                "patching": .choice("monthly", share: .everywhere), "sign-in": .unknown, "headcount": .count(1200),
            ])
    }

    @Test("all problems at once, each with its place")
    func problems() {
        let text = """
            id,answer,note
            patchin,monthly,
            sign-in,phone promt,
            rights,everything,
            sign-in,password only,
            ,monthly,
            headcount,lots,
            keys,"key service, most",
            """
        #expect(
            Self.problems(text) == [
                "a.csv:2:1: error: there is no question \"patchin\"; did you mean \"patching\"?",
                "a.csv:3:9: error: sign-in: \"phone promt\" is none of the answers; did you mean \"phone prompt\"?",
                "a.csv:4:8: error: rights: \"everything\" is none of the answers; write \"most things\", \"what the role needs\", \"what the task needs\" or \"unknown\"",
                "a.csv:5:1: error: the question \"sign-in\" stands already in line 3; remove one of the two rows",
                "a.csv:6:1: error: the row names no question; the first column holds the ids of the blank sheet",
                "a.csv:7:11: error: headcount: \"lots\" is no number; write digits, such as 2400, or \"unknown\"",
                "a.csv:8:6: error: keys: this answer cannot hold for most only; write \"key service\"",
            ])
    }

    @Test(
        "contradictions name both lines",
        arguments: [
            (
                "backup", "no backups", "restore-test", "last month",
                "there are no backups, yet a restore was tested (last month)"
            ),
            (
                "backup", "offline and rehearsed", "restore-test", "never",
                "a restore has been rehearsed, yet none was ever tested"
            ),
            (
                "alarms", "nobody looks", "watch-hours", "round the clock",
                "nobody looks at alarms, yet somebody does so round the clock"
            ),
            ("alarms", "nobody looks", "watchers", "own security team", "yet a security team of your own watches"),
            ("alarms", "detection everywhere", "watch-hours", "office hours", "yet watched in office hours"),
            (
                "stored-data", "not encrypted", "keys", "hardware module",
                "nothing is encrypted, yet keys lie in a hardware module"
            ),
            ("own-software", "no", "own-build", "nobody alone", "you build no software, yet your build is guarded"),
            ("vendors", "none", "vendor-access", "named people", "no other firm signs in"),
            ("headcount", "3", "records", "900 million", "more than ten million for each of 3 employees"),
        ])
    func contradictions(one: String, answer: String, other: String, otherAnswer: String, expected: String) {
        let found = Self.problems("id,answer\n\(one),\(answer)\npatching,monthly\n\(other),\"\(otherAnswer)\"\n")
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix("a.csv:4:\(other.count + 2): error: lines 2 and 4 contradict each other: ") == true,
            "\(found)")
        #expect(found.first?.contains(expected) == true, "\(found)")
        // The other way round it is the same contradiction.
        let turned = Self.problems("id,answer\n\(other),\"\(otherAnswer)\"\n\(one),\(answer)\n")
        #expect(turned.first?.contains("lines 2 and 3 contradict") == true, "\(turned)")
        // With one of them unknown there is none.
        #expect(Self.problems("id,answer\n\(one),unknown\n\(other),\"\(otherAnswer)\"\n") == [])
    }

    @Test("three people cannot watch day and night")
    func smallTeam() {
        let found = Self.problems("id,answer\nheadcount,3\nwatchers,own security team\nwatch-hours,round the clock\n")
        #expect(found.count == 1 && found[0].contains("lines 2 and 4"))
    }

    @Test("without its columns nothing more is said")
    func columns() {
        #expect(
            Self.problems("question,answers\nx,y\n") == [
                "a.csv:1:1: error: the column \"answer\" is missing; write \"answer\" instead of \"answers\"",
                "a.csv:1:1: error: the column \"id\" is missing; the first row has to name it; it names \"question\", \"answers\"",
            ])
    }

    @Test("a spreadsheet saved as it is, an empty file, two encodings")
    func files() {
        #expect(Self.read([0x50, 0x4B, 3, 4]).diagnostics.first?.text.contains("Save As") == true)
        #expect(Self.read([UInt8]()).diagnostics.first?.rule == "sheet-empty")
        let mixed =
            Array("id,answer,note\npatching,monthly,ü\ntraining,yearly course,".utf8) + [0xFC]
            + Array("\nrights,nonsense,\n".utf8)
        let reading = Self.read(mixed)
        #expect(reading.diagnostics.map(\.line) == [3, 4], "the rest is looked at all the same")
        #expect(reading.answers.values.count == 2)
        #expect(reading.answers.notes == ["patching": "ü", "training": "ü"])
        let windows = Self.read(Array("id;answer;note\r\npatching;monthly;f".utf8) + [0xFC] + Array("r\r\n".utf8))
        #expect(windows.diagnostics == [])
        #expect(windows.answers.notes == ["patching": "für"])
        #expect(windows.encoding == .windows1252)
    }

    @Test("a template of another sector than the answered one")
    func sector() {
        var reading = Self.read("id,answer\nsector,retail\n")
        reading.contradict(.retail, path: "a.csv")
        #expect(reading.diagnostics == [])
        reading.contradict(.finance, path: "a.csv")
        #expect(
            reading.diagnostics.map(\.text).first?.hasPrefix("a.csv:2:8: error: the sector is answered with \"retail\"")
                == true)
    }
}
