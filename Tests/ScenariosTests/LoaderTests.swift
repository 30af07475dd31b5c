import Foundation
import Scenarios
import Testing

struct LoaderTests {
    /// A folder of its own for each test, removed afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "drill-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path(percentEncoded: false) + "/")
    }

    private func rules(_ path: String) -> [String] { DocumentLoader.disk.check(path).map(\.rule) }

    @Test func aLargeFileIsRefusedByItsSizeAlone() throws {
        try withFolder { folder in
            let path = folder + "large.json"
            #expect(FileManager.default.createFile(atPath: path, contents: nil))
            let file = try FileHandle(forWritingTo: URL(filePath: path))
            // Sparse: it takes no room on disk.
            try file.truncate(atOffset: 200 << 20)
            try file.close()
            let loaded = DocumentLoader.disk.load(path)
            #expect(
                loaded.diagnostics.map(\.text) == [
                    "\(path):1:1: error: the file is 200 MB large; documents have at most 64 MB"
                ])
            #expect(loaded.document == nil && loaded.source == nil)
        }
    }

    @Test func bytesAtHandAreRefusedByTheSameLimit() {
        let loaded = DocumentLoader.disk.load([UInt8](repeating: 0x20, count: (64 << 20) + 1), path: "x.json")
        #expect(loaded.diagnostics.map(\.rule) == ["file-too-large"])
    }

    @Test func whatIsNoFileIsNamed() throws {
        try withFolder { folder in
            #expect(rules(folder + "absent.json") == ["file-not-found"])
            #expect(rules(folder) == ["file-unreadable"])
            #expect(rules(folder + "absent/deeper.json") == ["file-not-found"])
            #expect(DocumentLoader.disk.load("/dev/null").diagnostics.map(\.message) == ["the file is no regular file"])
        }
    }

    @Test func exercisesAreLoadedWithAllTheyName() throws {
        let loading = FixtureTests.loader.loadExercise("exercise-valid.json")
        #expect(loading.diagnostics.map(\.text) == [])
        let exercise = try #require(loading.exercise)
        #expect(exercise.organizations.map(\.id) == ["acme"])
        #expect(exercise.scenarios.map(\.id) == ["story"])
        #expect(exercise.scenarios[0].parameters["exploitPublic"]?.default == .duration(.hours(240)))
        #expect(exercise.scenarios[0].parameters["luck"]?.default == .probability(Estimate(exactly: 1)))
        #expect(exercise.scenarios[0].parameters["tries"]?.default == .integer(5))
        #expect(exercise.catalog.id == "small")
        #expect(
            exercise.sources.map(\.reference) == [
                "exercise-valid.json", "organization-valid.json", "scenario-valid.json",
            ])
        #expect(exercise.sources.map(\.kind) == ["exercise", "organization", "scenario"])
        #expect(exercise.sources.allSatisfy { !$0.bytes.isEmpty })
        #expect(exercise.exercise.simulation.seed == .max)
    }

    @Test func rostersAreUnfoldedAndKeptAsSources() throws {
        let exercise = try #require(FixtureTests.loader.loadExercise("exercise-roster.json").exercise)
        #expect(exercise.organizations.map(\.id) == ["acme"])
        #expect(exercise.sources.map(\.reference).contains("support/roster.csv"))
        #expect(exercise.sources.first { $0.kind == "roster" }?.id == "roster.csv")
    }

    @Test func referencesAreSeenFromTheExercisesFolder() throws {
        let loader = DocumentLoader(catalog: TestCatalog.catalog, techniques: TestCatalog.techniques) { path in
            path.hasPrefix("/far/away/")
                ? Shared.read(Shared.fixtures + "/" + path.dropFirst("/far/away/".count)) : .failure(.notFound)
        }
        let exercise = try #require(loader.loadExercise("/far/away/exercise-valid.json").exercise)
        #expect(
            exercise.sources.map(\.reference) == [
                "exercise-valid.json", "organization-valid.json", "scenario-valid.json",
            ])
        #expect(exercise.sources[1].path == "/far/away/organization-valid.json")
    }

    @Test func everyFileIsReadOnce() throws {
        final class Counter: @unchecked Sendable {
            // The loader reads on the caller's thread only.
            var paths: [String] = []
        }
        let counter = Counter()
        let loader = DocumentLoader(catalog: TestCatalog.catalog, techniques: TestCatalog.techniques) { path in
            counter.paths.append(path)
            return Shared.read(Shared.fixtures + "/" + path)
        }
        _ = loader.loadExercise("exercise-duplicate-organizations.json")
        #expect(counter.paths.count == 3)
        #expect(Set(counter.paths).count == 3)
    }

    @Test(arguments: [
        ("a.json", "b/c.json", "b/a.json"), ("../a.json", "b/c.json", "a.json"), ("./x/./a.json", "c.json", "x/a.json"),
        ("../../a.json", "b/c.json", "../a.json"), ("/a/../b.json", "c.json", "/b.json"),
        ("a.json", "/x/c.json", "/x/a.json"), ("../../../a.json", "/x/c.json", "/a.json"),
        ("x//a.json", "c.json", "x/a.json"),
    ])
    func pathsAreRelativeToTheReferringDocument(reference: String, base: String, path: String) {
        #expect(RelativePath.resolve(reference, from: base) == path)
    }

    @Test func problemsAreCappedAndTheCapIsSaid() throws {
        let steps = (0..<2000).map { "{\"id\": \"S\($0)\"}" }.joined(separator: ",")
        let text =
            "{\"kind\": \"scenario\", \"version\": 1, \"id\": \"s\", \"title\": \"t\", \"steps\": [\(steps)], \"objectives\": []}"
        let diagnostics = FixtureTests.loader.load(Array(text.utf8), path: "s.json").diagnostics
        #expect(diagnostics.count <= 1002)
        #expect(diagnostics.contains { $0.rule == "too-many-problems" })
    }
}
