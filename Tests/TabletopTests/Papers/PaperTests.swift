import DrillResults
import Foundation
import Reports
import Scenarios
import Tabletop
import Testing

@Suite struct PaperTests {
    static let all = Set(PaperFormat.allCases)

    static func files(_ session: Session, _ formats: Set<PaperFormat> = all) -> [PaperFile] {
        PaperWriter.papers([session], exercise: session.exercise, formats: formats, notPlayed: [])
    }

    static func evaluation(_ session: Session) throws -> Evaluation {
        let text = """
            time,team,inject,done,rating,note,after
            10:00,,missing,,,,
            10:20,it,missing/search,yes,P,traced at once,
            10:40,it,missing/contents,yes,,the list was at home,2 d
            ,it,missing/tell,no,,,
            10:45,it,stop-courier/go-on,yes,,too dear,
            ,,evaluation/handling,,S,,
            """
        let reading = ActionLogReader.read(Array(text.utf8), file: "a.csv", for: session)
        return Evaluation(of: session, log: try #require(reading.log))
    }

    @Test func golden() throws {
        for file in Self.files(SampleSession.session, [.html, .csv]) {
            try expectGolden(
                String(decoding: file.bytes, as: UTF8.self), "papers/\((file.path as NSString).lastPathComponent)")
        }
    }

    @Test func goldenRecord() throws {
        let session = SampleSession.session
        for file in PaperWriter.record(session, try Self.evaluation(session), formats: [.html, .csv]) {
            try expectGolden(String(decoding: file.bytes, as: UTF8.self), "record/\(file.path)")
        }
    }

    @Test func theSameBytesEachTime() {
        #expect(Self.files(SampleSession.session) == Self.files(SampleSession.session))
    }

    @Test func everyPaperSaysWhatItIs() throws {
        var session = SampleSession.session
        session.exercise.disclosure.marking = .amberStrict
        session.exercise.disclosure.retainUntil = "2027-03-31"
        let record = PaperWriter.record(session, try Self.evaluation(session), formats: Self.all)
        for file in Self.files(session) + record {
            // Parts are stored as they are, so the text can be found in the bytes.
            let text = String(decoding: file.bytes, as: UTF8.self)
            for words in ["EXERCISE", "TLP:AMBER+STRICT", "Keep until 2027-03-31, then delete."] {
                #expect(text.contains(words), "\(file.path) lacks \(words)")
            }
            guard !file.path.hasSuffix(".csv") else { continue }
            #expect(text.contains("EXERCISE EXERCISE EXERCISE"), "\(file.path)")
            #expect(text.contains("Modelled; nothing is contacted or executed."), "\(file.path)")
        }
    }

    @Test func pagesAskNobodyForAnything() {
        for file in Self.files(SampleSession.session, [.html]) where file.path.hasSuffix(".html") {
            let html = String(decoding: file.bytes, as: UTF8.self)
            #expect(
                !html.contains("<script") && !html.contains("src=") && !html.contains("@import")
                    && !html.contains("url("))
        }
    }

    @Test func whatOptionsChangeIsInTheGuide() throws {
        let guide = try #require(PaperWriter.papers(SampleSession.session).first { $0.name == "facilitator-guide" })
        let text = PaperText.text(guide)
        #expect(
            text.contains(
                "Readable personal data is with a stranger: 48 % → 31 % (17 points less often; range 12 to 22 points)"
            ))
        #expect(text.contains("Records exposed, average of all trials: 2,400 → 1,600"))
        var session = SampleSession.session
        session.forecast.options[0].comparison.unchangedTrials = 1000
        let unchanged = try #require(PaperWriter.papers(session).first { $0.name == "facilitator-guide" })
        #expect(PaperText.text(unchanged).contains("No difference seen in 1,000 trials."))
    }

    @Test(arguments: ["=1+1", "+49 30", "-1+1", "@SUM(A1)", "\t=x", "\r=x"])
    func formulasAreNone(text: String) throws {
        var session = SampleSession.session
        session.scenario.injects[0].title = text
        let file = try #require(Self.files(session, [.csv]).first { $0.path.hasSuffix("events-list.csv") })
        let csv = String(decoding: file.bytes, as: UTF8.self)
        let cells = csv.components(separatedBy: ",")
        #expect(!cells.contains { $0.hasPrefix(text) || $0.hasPrefix("\"" + text) })
        #expect(csv.contains("'"))
    }

    /// What `papers` writes is what `record` reads.
    @Test func theActionLogReadsItself() throws {
        let session = SampleSession.session
        let file = try #require(Self.files(session).first { $0.path.hasSuffix("actions.csv") })
        let reading = ActionLogReader.read(file.bytes, file: "actions.csv", for: session)
        #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.text))")
        let log = try #require(reading.log)
        #expect(log.entries.count == 3 + 5 + 2 + 2)
        #expect(log.entries.allSatisfy { $0.isEmpty })
        #expect(Evaluation(of: session, log: log).count(.notEvaluated) == 5)
    }
}

/// All text of a paper, paragraph by paragraph.
enum PaperText {
    static func text(_ paper: Paper) -> String {
        ([paper.title, paper.subtitle] + lines(paper.blocks)).joined(separator: "\n")
    }

    static func lines(_ blocks: [Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .heading(_, let text): [text]
            case .paragraph(let words), .note(let words): [words.text]
            case .list(let items, _), .checks(let items): items.map(\.text)
            case .table(let table): table.columns.map(\.title) + table.rows.flatMap { $0.flatMap { $0.map(\.text) } }
            case .field(let label, _): [label]
            case .card(let title, let meta, let body): [title] + meta.map(\.text) + lines(body)
            case .pageBreak: []
            }
        }
    }
}
