import Foundation
import Intake
import Scenarios

/// The package's own scenarios and sample companies, and documents that lie in memory beside them.
enum Library {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Paths of the library's scenarios.
    static let scenarios: [String] = documents(in: "scenarios")

    /// Paths of the sample organizations.
    static let organizations: [String] = documents(in: "scenarios/organizations")

    private static func documents(in folder: String) -> [String] {
        let path = root.appending(path: folder).path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map { path + "/" + $0 }
    }

    static func scenario(_ path: String) throws -> Scenario {
        guard case .scenario(let scenario)? = DocumentLoader.disk.load(path).document else { throw Missing(path) }
        return scenario
    }

    static func organization(_ path: String) throws -> Organization {
        guard case .organization(let organization)? = DocumentLoader.disk.load(path).document else {
            throw Missing(path)
        }
        return organization
    }

    /// A loader that finds texts in memory, and everything else on disk.
    static func loader(_ texts: [String: String]) -> DocumentLoader {
        DocumentLoader { path in texts[path].map { .success(Array($0.utf8)) } ?? DiskReader.read(path) }
    }

    /// An exercise of one company and one scenario, as `drillctl init exercise` writes it, with the loader to read it.
    static func exercise(_ organization: Organization, _ scenario: String) throws -> (path: String, DocumentLoader) {
        let company = DocumentText.text(OrganizationTree.tree(organization, schema: nil))
        let exercise = DocumentText.text(
            ExerciseStarter.tree(
                id: "own", organizations: [.init(path: "company.json", document: organization)],
                scenarios: [.init(path: scenario, document: try self.scenario(scenario))], schema: nil))
        return ("/own/exercise.json", loader(["/own/company.json": company, "/own/exercise.json": exercise]))
    }

    struct Missing: Error {
        let path: String

        init(_ path: String) { self.path = path }
    }
}
