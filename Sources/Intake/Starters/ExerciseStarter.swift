public import Scenarios

/// An exercise that names documents which are there.
public enum ExerciseStarter {
    /// A document that the exercise is to name.
    public struct Reference<Value: Sendable>: Sendable {
        /// Its path as seen from the exercise's folder.
        public var path: String
        /// What was read there.
        public var document: Value

        /// A document and where it lies.
        public init(path: String, document: Value) {
            self.path = path
            self.document = document
        }
    }

    /// The document.
    ///
    /// Suppliers that no participant is become external ones, so that it runs as it is.
    ///
    /// - Parameters:
    ///   - schema: where editors find the schema, relative to the document; nil leaves the key out.
    ///   - trials: of each scenario.
    public static func tree(
        id: String, organizations: [Reference<Organization>], scenarios: [Reference<Scenario>], schema: String?,
        trials: Int = 10_000
    ) -> JSONValue {
        var members: [JSONProperty] = schema.map { [JSONProperty("$schema", .string($0))] } ?? []
        members += [
            JSONProperty("kind", "exercise"), JSONProperty("version", 1), JSONProperty("id", .string(id)),
            JSONProperty("title", .string(title(organizations.map(\.document), scenarios.map(\.document)))),
            JSONProperty("participants", .array(organizations.map { ["organization": .string($0.path)] })),
        ]
        let external = external(organizations.map(\.document))
        if !external.isEmpty {
            let stubs = external.map { id -> JSONValue in ["id": .string(id), "title": .string(name(of: id))] }
            members.append(JSONProperty("external", .array(stubs)))
        }
        members += [
            JSONProperty("scenarios", .array(scenarios.map { .string($0.path) })),
            JSONProperty("disclosure", ["peers": "none", "marking": "TLP:AMBER"]),
            JSONProperty(
                "simulation",
                [
                    "trials": .number(Double(trials)), "worlds": .number(Double(min(40, trials))), "seed": 1,
                    "preset": "default",
                ]),
        ]
        return .object(members)
    }

    private static func title(_ organizations: [Organization], _ scenarios: [Scenario]) -> String {
        let who = organizations.count == 1 ? organizations[0].name : "\(organizations.count) companies"
        return "\(who): \(scenarios.count == 1 ? scenarios[0].title : "\(scenarios.count) scenarios")"
    }

    /// Suppliers that do not take part, in order of first mention.
    private static func external(_ organizations: [Organization]) -> [String] {
        let members = Set(organizations.map(\.id))
        var seen = Set<String>()
        return organizations.flatMap(\.suppliers).map(\.organization).filter {
            !members.contains($0) && seen.insert($0).inserted
        }
    }

    /// "till-service-firm" as people read it: "Till service firm".
    private static func name(of id: String) -> String {
        let words = id.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
