import Foundation
import Scenarios

/// Diagnostics as a SARIF 2.1.0 log (OASIS), with what code hosts and editors read of it.
struct SARIFLog: Encodable {
    var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    struct Run: Encodable {
        var tool: Tool
        /// Columns count Unicode code points.
        var columnKind = "unicodeCodePoints"
        var results: [Result]
    }

    struct Tool: Encodable { var driver: Driver }

    struct Driver: Encodable {
        var name = "drillctl"
        var version: String
        var rules: [Rule]
    }

    struct Rule: Encodable { var id: String }

    struct Result: Encodable {
        var ruleId: String
        var level: String
        var message: Message
        var locations: [Location]
    }

    struct Message: Encodable { var text: String }

    struct Location: Encodable {
        var physicalLocation: PhysicalLocation
        var logicalLocations: [LogicalLocation]
    }

    struct PhysicalLocation: Encodable {
        var artifactLocation: Artifact
        var region: Region
    }

    struct Artifact: Encodable { var uri: String }

    struct Region: Encodable {
        var startLine: Int
        var startColumn: Int
    }

    /// The JSON pointer.
    struct LogicalLocation: Encodable { var fullyQualifiedName: String }

    init(_ diagnostics: [Diagnostic]) {
        let rules = Set(diagnostics.map(\.rule)).sorted().map(Rule.init)
        let results = diagnostics.map { diagnostic in
            let message = [diagnostic.message, diagnostic.fix].compactMap(\.self).joined(separator: "; ")
            let place = PhysicalLocation(
                artifactLocation: Artifact(uri: Self.uri(diagnostic.file)),
                region: Region(startLine: diagnostic.line, startColumn: diagnostic.column))
            let location = Location(
                physicalLocation: place, logicalLocations: [.init(fullyQualifiedName: diagnostic.pointer)])
            return Result(
                ruleId: diagnostic.rule, level: diagnostic.severity.rawValue, message: Message(text: message),
                locations: [location])
        }
        let driver = Driver(version: Drillctl.version, rules: rules)
        runs = [Run(tool: Tool(driver: driver), results: results)]
    }

    /// A path as a URI reference: absolute ones as file URIs, others percent-encoded as they are.
    private static func uri(_ path: String) -> String {
        let encoded = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return path.hasPrefix("/") ? "file://" + encoded : encoded
    }
}
