import Reports
import Scenarios
import Tabletop
import Testing
import Texts

/// The action log that `papers` writes, opened in a spreadsheet program, filled in and saved, gives the record that
/// typing it directly gives.
@Suite struct SpreadsheetTests {
    /// How a program saves what was typed.
    struct Program: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var separator: Character
        var encode: @Sendable (String) -> [UInt8]
        /// A time of day that was typed as 10:40.
        var time: @Sendable (_ hour: Int, _ minute: Int) -> String
        var yes: String
        var no: String
        /// A number of hours that was typed with the country's own point.
        var hours: @Sendable (_ whole: Int, _ tenths: Int) -> String
        var quotesAll = false
        var lineEnd = "\r\n"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    private static func clock(_ hour: Int, _ minute: Int) -> String { "\(padded(hour)):\(padded(minute))" }
    private static func decimal(_ hour: Int, _ minute: Int) -> Double { Double(hour * 60 + minute) / 1440 }

    private static let programs: [Program] = [
        Program(
            testDescription: "as it was written", separator: ",", encode: marked, time: clock, yes: "yes", no: "no",
            hours: { "\($0).\($1) h" }),
        Program(
            testDescription: "German, Windows-1252, times", separator: ";", encode: windows, time: clock, yes: "WAHR",
            no: "FALSCH", hours: { "\($0),\($1) h" }),
        Program(
            testDescription: "German, UTF-8, dates", separator: ";", encode: marked,
            time: { "24.11.2026 \(clock($0, $1))" }, yes: "Ja", no: "Nein", hours: { "\($0),\($1) Std" }),
        Program(
            testDescription: "German, short dates with seconds", separator: ";", encode: marked,
            time: { "24.11.26 \(clock($0, $1)):00" }, yes: "x", no: "n", hours: { "\($0),\($1) h" }),
        Program(
            testDescription: "German, decimal commas for times", separator: ";", encode: windows,
            time: { "\(decimal($0, $1))".replacing(".", with: ",") }, yes: "WAHR", no: "FALSCH",
            hours: { "\($0),\($1) h" }),
        Program(
            testDescription: "English, m/d/yyyy", separator: ",", encode: marked,
            time: { "11/24/2026 \($0 > 12 ? $0 - 12 : $0):\(padded($1)) \($0 > 11 ? "PM" : "AM")" }, yes: "TRUE",
            no: "FALSE", hours: { "\($0).\($1) h" }),
        Program(
            testDescription: "English, d/m/yyyy", separator: ",", encode: windows,
            time: { "24/11/2026 \(clock($0, $1))" }, yes: "TRUE", no: "FALSE", hours: { "\($0).\($1) hours" }),
        Program(
            testDescription: "English, Unicode text", separator: "\t", encode: utf16,
            time: { "\($0 > 12 ? $0 - 12 : $0):\(padded($1)):00 \($0 > 11 ? "PM" : "AM")" }, yes: "Yes", no: "No",
            hours: { "\($0).\($1) h" }),
        Program(
            testDescription: "numbers for times, all cells quoted, line feeds", separator: ",",
            encode: { Array($0.utf8) },
            time: { "\(decimal($0, $1))" }, yes: "1", no: "0", hours: { "\($0).\($1) h" }, quotesAll: true,
            lineEnd: "\n"),
    ]

    @Sendable private static func marked(_ text: String) -> [UInt8] { [0xEF, 0xBB, 0xBF] + Array(text.utf8) }

    @Sendable private static func windows(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "€": 0x80
            case "“": 0x93
            case "”": 0x94
            case "–": 0x96
            case "’": 0x92
            default: UInt8(scalar.value)
            }
        }
    }

    @Sendable private static func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    }

    /// The rows of the shipped log, filled in.
    private func filled(_ program: Program) throws -> [[String]] {
        let session = SampleSession.session
        let file = try #require(PaperTests.files(session).first { $0.path.hasSuffix("actions.csv") })
        var rows = Texts.Sheet(file.bytes, path: "actions.csv").rows.map { $0.cells.map(\.text) }
        let start = try #require(rows.firstIndex { $0.contains("inject") && $0.contains("done") })
        let header = rows[start]
        func fill(_ inject: String, _ cells: [String: String]) throws {
            let row = try #require(rows.firstIndex { $0.count == header.count && $0[2] == inject })
            for (column, text) in cells {
                let place = try #require(header.firstIndex(of: column))
                rows[row][place] = text
            }
        }
        try fill("missing", ["time": program.time(10, 40)])
        try fill(
            "missing/search",
            [
                "time": program.time(10, 55), "done": program.yes, "rating": "S", "after": program.hours(1, 5),
                "note": "Größe – 5 €; Rest, \"so\"\nnächste Zeile", "team": "IT",
            ])
        try fill("missing/contents", ["time": program.time(13, 5), "done": program.no, "note": "=1+1, nobody"])
        try fill("stop-courier/stop", ["time": program.time(13, 20), "done": program.yes, "note": "-"])
        try fill("stop-courier/go-on", ["done": program.no])
        try fill("evaluation/handling", ["rating": "M", "strength": "+ calm"])
        return rows
    }

    private func saved(_ rows: [[String]], _ program: Program) -> [UInt8] {
        program.encode(
            rows.map { row in
                row.map { cell in
                    let needs = cell.contains { $0 == program.separator || $0 == "\"" || $0 == "\n" }
                    guard needs || program.quotesAll else { return cell }
                    return "\"\(cell.replacing("\"", with: "\"\""))\""
                }.joined(separator: String(program.separator)) + program.lineEnd
            }.joined())
    }

    /// All but the time as typed, which is told by the minutes.
    private func log(_ program: Program) throws -> ActionLog {
        let bytes = saved(try filled(program), program)
        let reading = ActionLogReader.read(bytes, file: "actions.csv", for: SampleSession.session)
        #expect(reading.diagnostics.allSatisfy { $0.rule == "text-encoding" && $0.severity == .warning })
        var log = try #require(reading.log, "\(reading.diagnostics.map(\.text))")
        for index in log.entries.indices { log.entries[index].time = "" }
        return log
    }

    @Test(arguments: programs)
    func theSameRecord(program: Program) throws {
        let typed = try log(Self.programs[0])
        #expect(typed.entries.compactMap(\.minutes) == [0, 15, 145, 160])
        #expect(typed.entries.compactMap(\.storyHours) == [1.5])
        let log = try log(program)
        #expect(log == typed)
        let session = SampleSession.session
        #expect(Evaluation(of: session, log: log) == Evaluation(of: session, log: typed))
    }
}
