/// The five documents.
package enum DocumentShapes {
    static let organization = OrganizationShapes.organization.map(Document.organization)
    static let scenario = ScenarioShapes.scenario.map(Document.scenario)
    static let exercise = ExerciseShapes.exercise.map(Document.exercise)
    static let catalog = CatalogShapes.catalog.map(Document.catalog)
    static let attackGraph = AttackGraphShapes.attackGraph.map(Document.attackGraph)

    /// The shape of a kind of document.
    package static func shape(of kind: DocumentKind) -> Shape<Document> {
        switch kind {
        case .organization: organization
        case .scenario: scenario
        case .exercise: exercise
        case .catalog: catalog
        case .attackGraph: attackGraph
        }
    }
}

extension ObjectFields {
    /// The keys that every document has.
    mutating func header(_ kind: DocumentKind) {
        add(
            "$schema", isRequired: false, as: Shape<String>.text,
            doc: "Where editors find the schema, relative to the document.",
            example: .string("../schemas/\(kind.rawValue).json")
        ) { _, _ in }
        constant("kind", .string(kind.rawValue), doc: "Which of the five documents this is.")
        constant("version", 1, doc: "Version of the language.")
    }
}
