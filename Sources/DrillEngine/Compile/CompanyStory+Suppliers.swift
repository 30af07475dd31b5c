internal import Scenarios

extension CompanyStory {
    /// What the company's own pages call a supplier: the words that the company wrote on its link, else the kinds of link.
    /// Never the supplier's own name, whether it takes part or not.
    ///
    /// - Parameter supplier: Index of the member that supplies.
    package func words(ofSupplier supplier: Int) -> String {
        let id = drill.members[supplier].organization.id
        let links = organization.suppliers.filter { $0.organization == id }
        if let name = links.lazy.compactMap(\.name).first { return name }
        let kinds = links.map(\.link.words).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return kinds.isEmpty ? "further up the supply chain" : "a supplier: \(kinds.joined(separator: ", "))"
    }

    /// A stop on a way into the company, as its own pages tell it: "Exploit the framework (portal)". Of what happens at a
    /// supplier only the story's step is told, and only where the story itself places it there.
    package func label(of node: Int32) -> String {
        guard case .step(let step, let place) = drill.nodes[Int(node)] else { return "" }
        let title = scenario.steps[step].title
        guard place.organization != member else { return "\(title) (\(drill.asset(place).label))" }
        let words = words(ofSupplier: place.organization)
        return scenario.steps[step].at == .supplier ? "\(title) (\(words))" : "Something happens at \(words)"
    }
}
