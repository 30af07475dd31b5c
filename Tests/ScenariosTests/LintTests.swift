import Foundation
import Scenarios
import Testing

/// What lint finds, one fixture a finding or more; the expected findings lie beside them.
struct LintTests {
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: Shared.fixtures + "/lint")) ?? []
        return files.filter { $0.hasSuffix(".json") }.sorted()
    }()

    @Test func thereAreFixtures() { #expect(Self.names.count >= 8) }

    @Test(arguments: names)
    func findsWhatIsExpected(name: String) throws {
        let found = FixtureTests.loader.lint("lint/" + name).map { $0.text + "\n" }.joined()
        let path = Shared.fixtures + "/lint/" + name.replacingOccurrences(of: ".json", with: ".diagnostics")
        guard let expected = FileManager.default.contents(atPath: path) else {
            try Data(found.utf8).write(to: URL(filePath: path))
            Issue.record("recorded \(path); read it before you commit it")
            return
        }
        #expect(found == String(decoding: expected, as: UTF8.self))
    }

    @Test func validFixturesGiveNoFindings() {
        #expect(FixtureTests.loader.lint("exercise-valid.json") == [])
        #expect(FixtureTests.loader.lint("attack-graph-valid.json") == [])
    }

    @Test func brokenDocumentsAreNotLinted() {
        #expect(FixtureTests.loader.lint("text-truncated.json").map(\.rule) == ["json-syntax"])
    }
}
