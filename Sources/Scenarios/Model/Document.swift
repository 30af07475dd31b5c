/// The five kinds of document.
public enum DocumentKind: String, Sendable, CaseIterable {
    case organization, scenario, exercise, catalog
    case attackGraph = "attack-graph"
}

/// A decoded document of any kind.
public enum Document: Sendable, Equatable {
    case organization(Organization)
    case scenario(Scenario)
    case exercise(Exercise)
    case catalog(Catalog)
    case attackGraph(AttackGraph)
}
