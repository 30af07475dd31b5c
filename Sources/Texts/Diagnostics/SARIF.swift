/// Diagnostics as SARIF 2.1.0, which code hosts and editors read.
public enum SARIF {
    /// A log with one run that holds all diagnostics; each rule is described once.
    ///
    /// - Parameters:
    ///   - toolVersion: of the program that reports; nil where none is known.
    ///   - properties: of the run as a whole, such as how it may be shared.
    public static func log(
        _ diagnostics: [Diagnostic], toolVersion: String? = nil, properties: JSONValue? = nil
    ) -> JSONValue {
        let rules = diagnostics.map(\.rule).unique
        var driver: [JSONProperty] = [
            JSONProperty("name", "drillctl"),
            JSONProperty("rules", .array(rules.map { ["id": .string($0)] })),
        ]
        if let toolVersion { driver.append(JSONProperty("version", .string(toolVersion))) }
        let places = Dictionary(rules.enumerated().map { ($1, $0) }) { first, _ in first }
        var run: [JSONProperty] = [
            JSONProperty("tool", ["driver": .object(driver)]),
            JSONProperty("columnKind", "unicodeCodePoints"),
            JSONProperty("results", .array(diagnostics.map { result($0, ruleIndex: places[$0.rule] ?? 0) })),
        ]
        if let properties { run.append(JSONProperty("properties", properties)) }
        return [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [.object(run)],
        ]
    }

    private static func result(_ diagnostic: Diagnostic, ruleIndex: Int) -> JSONValue {
        let message = [diagnostic.message, diagnostic.fix].compactMap(\.self).joined(separator: "; ")
        var location: [JSONProperty] = [
            JSONProperty(
                "physicalLocation",
                [
                    "artifactLocation": ["uri": .string(uri(diagnostic.file))],
                    "region": ["startLine": .integer(diagnostic.line), "startColumn": .integer(diagnostic.column)],
                ])
        ]
        if !diagnostic.pointer.isEmpty {
            location.append(JSONProperty("logicalLocations", [["fullyQualifiedName": .string(diagnostic.pointer)]]))
        }
        return [
            "ruleId": .string(diagnostic.rule), "ruleIndex": .integer(ruleIndex),
            "level": .string(diagnostic.severity.rawValue), "message": ["text": .string(message)],
            "locations": [.object(location)],
        ]
    }

    /// A path as a URI reference: what may not stand in one is percent-encoded.
    private static func uri(_ path: String) -> String {
        var uri = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return uri
    }
}

extension [String] {
    /// Each text once, in order.
    package var unique: [String] {
        var seen = Set<String>()
        return filter { seen.insert($0).inserted }
    }
}
