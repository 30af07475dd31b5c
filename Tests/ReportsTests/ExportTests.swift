import DrillResults
import Foundation
import Reports
import Testing

@Suite struct ExportTests {
    private let files = ExportWriter.files(for: Sample.run, analysis: ExportSample.analysis)

    private func text(_ path: String) throws -> String {
        String(decoding: try #require(files.first { $0.path == path }?.bytes), as: UTF8.self)
    }

    /// Header and rows, read back as RFC 4180 says.
    private func rows(_ path: String, of files: [PaperFile]? = nil) throws -> [[String]] {
        let bytes = try #require((files ?? self.files).first { $0.path == path }?.bytes)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        return csvRows(String(decoding: bytes.dropFirst(3), as: UTF8.self))
    }

    @Test func theSameBytesEachTime() {
        let again = ExportWriter.files(for: Sample.run, analysis: ExportSample.analysis)
        let same = files == again
        #expect(same)
    }

    @Test func oneRowAnOutcome() throws {
        let rows = try rows("tables/outcomes.csv")
        let outcomes = Sample.run.companies.flatMap { company in company.stories.flatMap(\.objectives) }
        #expect(rows.count == outcomes.count + 1)
        let first = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
        #expect(first["run"] == "9f1c2a77d0b1")
        #expect(first["company"] == "harbor-credit")
        #expect(first["count"] == "7104")
        #expect(first["trials"] == "10000")
        #expect(first["probability"] == "0.7104")
        #expect(first["p50_hours"] == "144")
        #expect(first["p90_hours"] == "")
        #expect(first["marking"] == "EXERCISE TLP:AMBER")
    }

    @Test func everyTableIsSquareAndMarked() throws {
        for file in files where file.path.hasSuffix(".csv") {
            let rows = try rows(file.path)
            #expect(rows.count > 1, "\(file.path) has no row in the sample")
            #expect(Set(rows.map(\.count)).count == 1, "\(file.path)")
            #expect(rows[0].prefix(2) == ["run", "company"], "\(file.path)")
            #expect(Set(rows[0]).count == rows[0].count, "\(file.path) has two columns of one name")
            #expect(rows.dropFirst().allSatisfy { $0.last == "EXERCISE TLP:AMBER" }, "\(file.path)")
        }
    }

    @Test func aTableWithoutFactsHasARowOfMarkingOnly() throws {
        var run = Sample.run
        run.companies = []
        let files = ExportWriter.files(for: run)
        for file in files where file.path.hasSuffix(".csv") {
            let rows = try rows(file.path, of: files)
            #expect(rows.count == 2 && rows[0].count == rows[1].count, "\(file.path)")
            #expect(rows[1].filter { !$0.isEmpty } == ["EXERCISE TLP:AMBER"], "\(file.path)")
        }
    }

    @Test func everyColumnIsExplained() throws {
        let readme = try text("tables/README.txt")
        for file in files where file.path.hasSuffix(".csv") {
            #expect(readme.contains("\r\n\(file.path.dropFirst("tables/".count)) ("))
            for column in try rows(file.path)[0] { #expect(readme.contains("\r\n  \(column): ")) }
        }
        for notice in [Wording.exercise, Wording.disclaimer, Wording.attackNotice, "TLP:AMBER"] {
            #expect(readme.contains(notice))
        }
    }

    /// Other programs rely on names and order of columns: a change of them is seen here.
    @Test func columns() throws {
        let tables = ExportWriter.tables(of: Sample.run, analysis: ExportSample.analysis)
        let text = tables.map { table in
            "### \(table.name).csv\n\n\(table.about)\n\n| column | meaning |\n|---|---|\n"
                + table.columns.map { "| `\($0.name)` | \($0.meaning) |\n" }.joined()
        }.joined(separator: "\n")
        try expectGolden(text, "export-columns.md")
    }

    @Test func withoutAnalysisOnlyTheRunsOwn() {
        let paths = ExportWriter.files(for: Sample.run).map(\.path)
        #expect(paths.contains("tables/outcomes.csv"))
        #expect(!paths.contains("tables/weaknesses.csv"))
    }

    @Test func numbersStayNumbers() throws {
        let rows = try rows("tables/weaknesses.csv")
        let row = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
        #expect(row["difference"] == "-0.23")
        #expect(Double(try #require(row["low"])) == -0.3)
        #expect(row["rrw"] == "1.5")
        #expect(row["raw"] == "")
        #expect(row["effort_likely"] == "210")
    }

    @Test(arguments: ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "-", "-1e", "-1.2.3"])
    func formulasAreText(hostile: String) throws {
        var run = Sample.run
        run.companies[0].name = hostile
        let rows = try rows("tables/outcomes.csv", of: ExportWriter.files(for: run))
        #expect(rows[1][2] == "'" + hostile)
    }

    @Test func hostileTextKeepsItsCell() throws {
        var run = Sample.run
        run.companies[0].name = "a,\"b\"\r\nc;d"
        run.exercise.title = "x\r\ny"
        let files = ExportWriter.files(for: run)
        let rows = try rows("tables/outcomes.csv", of: files)
        #expect(rows[1][2] == "a,\"b\"\nc;d")
        #expect(Set(rows.map(\.count)).count == 1)
        let readme = String(
            decoding: try #require(files.first { $0.path.hasSuffix("README.txt") }?.bytes), as: UTF8.self)
        #expect(readme.contains("Tables of \"x\u{FFFD}\u{FFFD}y\""))
    }
}

/// Fields and rows of RFC 4180, line ends inside quotes included. Written for clarity.
func csvRows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var place = 0
    func append(_ scalar: Unicode.Scalar) {
        rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
    }
    while place < scalars.count {
        let scalar = scalars[place]
        place += 1
        if isQuoted {
            if scalar != "\"" {
                append(scalar)
            } else if place < scalars.count, scalars[place] == "\"" {
                append(scalar)
                place += 1
            } else {
                isQuoted = false
            }
        } else if scalar == "\"" {
            isQuoted = true
        } else if scalar == "," {
            rows[rows.count - 1].append("")
        } else if scalar == "\r", place < scalars.count, scalars[place] == "\n" {
            place += 1
            rows.append([""])
        } else {
            append(scalar)
        }
    }
    if rows.last == [""] { rows.removeLast() }
    return rows
}
