import Scenarios
import Tabletop
import Testing

/// Files that were broken on the way: one sentence instead of one for each row.
@Suite struct SpoiltLogTests {
    private static let header = "time,team,inject,done,rating,note"
    private static let rows = (0..<40).map { "10:\(10 + $0),it,missing/search,yes,P,\"note \($0), and more\"" }

    private func read(_ lines: [String]) -> [Diagnostic] {
        ActionLogReader.read(
            Array(lines.joined(separator: "\r\n").utf8), file: "a.csv", for: SampleSession.session
        ).diagnostics
    }

    /// As one cell, the way a spreadsheet program with another separator saves it.
    private func squeezed(_ line: String) -> String { "\"\(line.replacing("\"", with: "\"\""))\"" }

    @Test func allInOneColumn() {
        for lines in [
            ([Self.header] + Self.rows).map(squeezed), [Self.header] + Self.rows.map(squeezed),
            [Self.header.replacing(",", with: ";")] + Self.rows.map { $0.replacing("\"", with: "") },
            ([Self.header] + Self.rows).map { $0.replacing(",", with: "|") },
            ([Self.header] + Self.rows).map { squeezed($0) + ";;;" },
            // Only rows with quotation marks in them get more of them.
            [Self.header + ";;;"] + Self.rows[..<5].map { squeezed($0) + ";;;" } + ["10:00,it,missing,,,;;;"],
        ] {
            let found = read(lines)
            #expect(found.map(\.rule) == ["log-cells"])
            #expect(found.first?.message.hasPrefix("each row stands whole in one cell: the file has ") == true)
            #expect(found.first?.fix?.contains("Data, From Text/CSV") == true)
        }
    }

    @Test func aHeaderThatIsGone() {
        for lines in [Self.rows, ["tjme,taem,inj,dn"] + Self.rows, ["#REF!,,,,"] + Self.rows] {
            let found = read(lines)
            #expect(found.map(\.rule) == ["log-column"])
            #expect(found.first?.message.hasPrefix("no row of the file names its columns; the first is ") == true)
        }
    }

    @Test func columnsThatHaveMoved() {
        let wider = read([Self.header] + Self.rows.enumerated().map { "\($0),\($1)" })
        #expect(wider.map(\.rule) == ["log-cells"])
        #expect(wider[0].message.hasPrefix("nearly every row has more cells than the header"))
        let swapped = read(["time,inject,team,done,rating,note"] + Self.rows)
        #expect(swapped.map(\.rule) == ["unknown-inject"])
        #expect(swapped[0].message.contains("no inject, action, option or criterion is called \"it\""))
    }

    /// The same mistake in many rows is one.
    @Test func repeatedMistakes() {
        let rows = ["search", "contents", "tell", "search", "contents"].map { ",Bob,missing/\($0),yes,," }
        let found = read([Self.header] + rows)
        #expect(found.map(\.line) == [2])
        #expect(found[0].message.hasSuffix("teams are rated, never persons, and so in 4 more rows"))
    }

    /// Broken letters are mended, with one warning; an old program's UTF-16 without its mark is read.
    @Test func encodings() {
        let line = "10:10,it,missing/search,yes,P,Größe"
        let twice = line.utf8.map { String(Unicode.Scalar($0)) }.joined()
        let reading = ActionLogReader.read(
            Array("\(Self.header)\n\(twice)\n".utf8), file: "a.csv", for: SampleSession.session)
        #expect(reading.log?.entries.map(\.note) == ["Größe"])
        #expect(reading.diagnostics.map(\.rule) == ["text-encoding"])
        let units = "\(Self.header)\n\(line)\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let plain = ActionLogReader.read(units, file: "a.csv", for: SampleSession.session)
        #expect(plain.log?.entries.map(\.note) == ["Größe"])
        #expect(plain.diagnostics.isEmpty)
    }
}
