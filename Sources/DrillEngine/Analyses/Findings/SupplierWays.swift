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
    static func all(_ drill: CompiledDrill, member: Int) -> [SupplierWays] {
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
        let order = drill.members[member].organization.suppliers.map(\.organization)
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
    let job: CompiledDrill
    let member: Int
    let acting: ActingControls

    private var organization: Organization { job.members[member].organization }

    /// - Parameters:
    ///   - counts: Trials that lose the goal, and by supplier those of them in which the attack had come over its link.
    func routes(goal: Int, lost: UInt64, through counts: [UInt64]) -> [SupplierRoute] {
        zip(SupplierWays.all(job, member: member), counts).map { ways, count in
            let supplier = job.members[ways.supplier].organization
            let own = organization.suppliers.filter { $0.organization == supplier.id }.map(\.link)
            let entries = job.scenario.steps.indices.filter { step in
                !links(job.scenario.steps[step], own).isEmpty && !places(step).isEmpty
            }
            var used: [LinkKind] = []
            for step in entries {
                for link in links(job.scenario.steps[step], own) where !used.contains(link) { used.append(link) }
            }
            return SupplierRoute(
                supplier: job.words(ofSupplier: ways.supplier, for: member), links: used.map(\.rawValue),
                steps: entries.map { job.scenario.steps[$0].title },
                objective: job.scenario.objectives[goal].id, lost: Int(lost), lostThrough: Int(count),
                guards: guards(entries, own))
        }
    }

    /// Of the links to a supplier those over which a step comes in.
    private func links(_ step: Step, _ own: [LinkKind]) -> [LinkKind] {
        let wanted = (step.requires?.references ?? []).filter { $0.via == .supplier }.map(\.link)
        return own.filter { link in wanted.contains { $0 == nil || $0 == link } }
    }

    private func places(_ step: Int) -> [AssetReference] {
        job.nodes.compactMap { node in
            guard case .step(step, let place) = node, place.organization == member else { return nil }
            return place
        }
    }

    /// What stands on the link or in the way of the steps that come over it, in the catalog's order, each standing once.
    private func guards(_ steps: [Int], _ own: [LinkKind]) -> [String] {
        let standing = StandingControls(organization: organization, acting: acting)
        var words: [String] = []
        for control in acting.catalog.controls {
            for number in steps {
                let step = job.scenario.steps[number]
                for place in places(number)
                where stops(control, step, at: job.asset(place)) || acting.closes(control, step)
                    || stands(control, on: links(step, own), to: step, at: job.asset(place))
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
                        .supplier, link: link, to: step, on: asset, adversary: job.scenario.adversary,
                        techniques: acting.techniques)
                }
            }
        }
    }
}
