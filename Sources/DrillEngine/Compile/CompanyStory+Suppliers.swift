package import DrillResults
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

    /// What the company's own pages call something that is aimed at.
    func words(ofTarget target: AimMeaning.Target) -> String {
        switch target {
        case .asset(let place): drill.asset(place).label
        case .supplier(let supplier): words(ofSupplier: supplier)
        }
    }

    /// A stop on a way into the company, as its own pages tell it; nil for what is no step. Of what happens at a supplier
    /// only the story's step is told, and only where the story itself places it there.
    package func stop(at node: Int32) -> PathStop? {
        guard case .step(let number, let place) = drill.nodes[Int(node)] else { return nil }
        let step = scenario.steps[number]
        if place.organization == member {
            return PathStop(step: step.id, title: step.title, place: drill.asset(place).label)
        }
        let words = words(ofSupplier: place.organization)
        return step.at == .supplier
            ? PathStop(step: step.id, title: step.title, place: words)
            : PathStop(step: nil, title: "Something happens at \(words)", place: nil)
    }
}
