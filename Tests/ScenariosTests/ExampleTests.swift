import Scenarios
import Testing

/// The examples that show the look of the documents decode without error; they lie beside the package, where present.
struct ExampleTests {
    @Test(arguments: ["organization", "scenario", "exercise"])
    func decodes(kind: String) throws {
        let path = Shared.folder + "/examples/\(kind).json"
        guard case .success = Shared.read(path) else { return Shared.skip(path) }
        let loaded = DocumentLoader.disk.load(path)
        #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.text) == [])
        #expect(loaded.document?.kind.rawValue == kind)
    }

    @Test func embeddedCatalogDecodes() {
        #expect(!Catalog.embedded.controls.isEmpty)
        #expect(TechniqueTable.embedded["T1190"]?.mitigations.isEmpty == false)
    }
}
