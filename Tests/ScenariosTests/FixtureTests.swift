import Foundation
import Scenarios
import Testing

/// Every fixture has its expected diagnostics beside it, one a line; a valid one has an empty file.
///
/// Where that file is absent it is written and the test fails, so that nobody commits it unseen.
struct FixtureTests {
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: Shared.fixtures)) ?? []
        return files.filter { $0.hasSuffix(".json") }.sorted()
    }()

    /// Fixtures are checked against a catalog and a technique table of their own, so that content can move.
    static let loader = DocumentLoader(catalog: TestCatalog.catalog, techniques: TestCatalog.techniques) { path in
        Shared.read(Shared.fixtures + "/" + path)
    }

    @Test func thereAreFixtures() {
        #expect(Self.names.count > 60)
    }

    @Test(arguments: names)
    func reportsWhatIsExpected(name: String) throws {
        let found = Self.loader.check(name).map { $0.text + "\n" }.joined()
        let path = Shared.fixtures + "/" + name.replacingOccurrences(of: ".json", with: ".diagnostics")
        guard let expected = FileManager.default.contents(atPath: path) else {
            try Data(found.utf8).write(to: URL(filePath: path))
            Issue.record("recorded \(path); read it before you commit it")
            return
        }
        #expect(found == String(decoding: expected, as: UTF8.self))
    }

    @Test(arguments: names)
    func anErrorMeansNoDocument(name: String) throws {
        let loaded = Self.loader.load(name)
        #expect((loaded.document == nil) == loaded.diagnostics.hasErrors)
        #expect(loaded.diagnostics == loaded.diagnostics.sortedByPlace())
    }
}
