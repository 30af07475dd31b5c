internal import DrillKernel
internal import Scenarios

/// What goes down serves nobody, its attacker included: once an asset is encrypted, destroyed or disrupted, nothing is
/// taken, changed or gained there any more. Further harm goes on: services are stopped before files are encrypted.
///
/// Its cuts come after those of the decisions.
struct Downs {
    /// Nodes with which an asset goes down at once, those of what it cannot do without for any time included.
    private var harming: [AssetReference: [Int32]] = [:]

    init(_ nodes: NodeTable, in draft: inout GraphDraft) {
        let input = draft.input
        for member in input.settled {
            for place in input.assets(of: member) {
                let fatal = input.needed(by: place, within: 0).flatMap { needed in
                    nodes.nodes(on: needed) { $0.impact.harms }
                }
                guard !fatal.isEmpty else { continue }
                harming[place] = fatal
                let taking = nodes.nodes(on: place) { !$0.impact.harms && $0.takes }
                guard !taking.isEmpty else { continue }
                draft.description.interventions.append(
                    Intervention(trigger: .completion(fatal), organization: Int32(member)))
                let cut = draft.description.cut(ofIntervention: draft.description.interventions.count - 1)
                for node in taking { draft.description.nodes[Int(node)].cuts.append(cut) }
            }
        }
    }

    /// The nodes with which an asset goes down at once.
    func nodes(downing place: AssetReference) -> [Int32] { harming[place, default: []] }
}

extension Impact {
    /// Whether the asset stops serving.
    var harms: Bool { encrypts || destroys || disrupts }
}

extension Step {
    /// Whether the attacker takes, changes or gains something on the asset.
    fileprivate var takes: Bool { impact.exposes || impact.alters || !gains.isEmpty }
}

extension CompileInput {
    /// An asset and all that it cannot do without for longer than some hours, by however many turns.
    func needed(by place: AssetReference, within hours: Double) -> [AssetReference] {
        var found = [place]
        var next = 0
        while next < found.count {
            let all = assets(of: place.organization)
            for dependency in asset(found[next]).dependsOn where dependency.grace.hours(in: .hours) <= hours {
                guard let other = all.first(where: { asset($0).id == dependency.asset }), !found.contains(other)
                else { continue }
                found.append(other)
            }
            next += 1
        }
        return found
    }
}
