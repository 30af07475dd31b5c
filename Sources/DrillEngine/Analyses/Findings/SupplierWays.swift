internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// The ways over which a story comes into a company from one of its suppliers.
struct SupplierWays: Sendable {
    /// Index into the drill's members.
    let supplier: Int
    /// Nodes of the drill: one for each place that a link leads to.
    var ways: [Int] = []

    /// In the order of the company's links.
    static func all(_ story: CompanyStory) -> [SupplierWays] {
        let (drill, member) = (story.drill, story.member)
        var found: [Int: SupplierWays] = [:]
        for (index, meaning) in drill.nodes.enumerated() {
            guard case .way(let place) = meaning, place.organization == member,
                let source = drill.description.nodes[index].parents.lazy.compactMap({ parent -> Int? in
                    guard case .step(_, let place) = drill.nodes[Int(parent)] else { return nil }
                    return place.organization
                }).first, source != member
            else { continue }
            found[source, default: SupplierWays(supplier: source)].ways.append(index)
        }
        let order = story.organization.suppliers.map(\.organization)
        func place(_ ways: SupplierWays) -> Int {
            order.firstIndex(of: drill.members[ways.supplier].organization.id) ?? order.count
        }
        return found.values.sorted { (place($0), $0.supplier) < (place($1), $1.supplier) }
    }

    /// When the attack has come over one of them; infinity: never.
    func passed(_ batch: Batch, _ trial: Int) -> Float {
        ways.reduce(.infinity) { min($0, batch.completion($1, trial: trial)) }
    }
}

/// Tells of a company's suppliers what a story's trials show.
struct SupplierRoutes {
    let story: CompanyStory
    let acting: ActingControls

    private var organization: Organization { story.organization }
    private var scenario: Scenario { story.scenario }

    /// - Parameters:
    ///   - counts: Trials that lose the goal, and by supplier those of them in which the attack had come over its link.
    func routes(goal: Int, lost: UInt64, through counts: [UInt64]) -> [SupplierRoute] {
        zip(SupplierWays.all(story), counts).map { ways, count in
            let supplier = story.drill.members[ways.supplier].organization
            let own = organization.suppliers.filter { $0.organization == supplier.id }.map(\.link)
            let entries = scenario.steps.indices.filter { step in
                !links(scenario.steps[step], own).isEmpty && !story.places(ofStep: step).isEmpty
            }
            var used: [LinkKind] = []
            for step in entries {
                for link in links(scenario.steps[step], own) where !used.contains(link) { used.append(link) }
            }
            return SupplierRoute(
                supplier: story.words(ofSupplier: ways.supplier), links: used.map(\.rawValue),
                steps: entries.map { scenario.steps[$0].title },
                objective: scenario.objectives[goal].id, lost: Int(lost), lostThrough: Int(count),
                guards: guards(entries, own))
        }
    }

    /// Of the links to a supplier those over which a step comes in.
    private func links(_ step: Step, _ own: [LinkKind]) -> [LinkKind] {
        let wanted = (step.requires?.references ?? []).filter { $0.via == .supplier }.map(\.link)
        return own.filter { link in wanted.contains { $0 == nil || $0 == link } }
    }

    /// What stands on the link or in the way of the steps that come over it, in the catalog's order, each standing once.
    private func guards(_ steps: [Int], _ own: [LinkKind]) -> [String] {
        let standing = StandingControls(organization: organization, acting: acting)
        let steps = steps.map { (scenario.steps[$0], story.places(ofStep: $0)) }
        var words: [String] = []
        for control in acting.catalog.controls {
            for (step, places) in steps {
                for place in places
                where stops(control, step, at: story.drill.asset(place)) || acting.closes(control, step)
                    || stands(control, on: links(step, own), to: step, at: story.drill.asset(place))
                {
                    for found in standing.explanations(control, step, place: place) {
                        let text = "\(found.title): \(found.level)"
                        if !words.contains(text) { words.append(text) }
                    }
                }
            }
        }
        return words
    }

    /// Whether some level makes the step's tries fail. What only changes their pace may hasten them: prompt updating
    /// installs a poisoned update sooner.
    private func stops(_ control: Control, _ step: Step, at asset: Asset) -> Bool {
        control.levels.contains { level in
            acting.effects(of: level, on: step, at: asset).contains { $0.success != nil }
        }
    }

    /// Whether some level of the control keeps what comes over a link out.
    private func stands(_ control: Control, on links: [LinkKind], to step: Step, at asset: Asset) -> Bool {
        control.levels.contains { level in
            level.effects.contains { effect in
                links.contains { link in
                    effect.on.guards(
                        .supplier, link: link, to: step, on: asset, adversary: scenario.adversary,
                        techniques: acting.techniques)
                }
            }
        }
    }
}
