internal import DrillKernel
internal import Scenarios

/// A finished graph with some parts made again.
struct PatchedDrill {
    var drill: CompiledDrill
    var parts: ReplacedParts
}

extension DrillBuilder {
    /// The graph that was built, as it is with other answers of one member: only what asks for them is made again.
    ///
    /// Numbers of nodes, notices and all else stay. What the numbers rest on, remarks, and what is to be confirmed are
    /// those of the graph as it was built.
    ///
    /// - Parameters:
    ///   - drill: What this builder has built.
    ///   - organization: The member with other answers.
    /// - Returns: nil where more than answers differ, so that everything has to be built again.
    /// - Throws: `CompileError`.
    func patched(
        _ drill: CompiledDrill, member: Int, as organization: Organization
    ) throws(CompileError) -> PatchedDrill? {
        guard let changes = ChangedAnswers(from: members[member].organization, to: organization) else { return nil }
        var builder = self
        builder.countsBasis = false
        builder.members[member].organization = organization
        let due = builder.piecesAsking(for: changes, member)
        var parts = ReplacedParts()
        for index in due {
            builder.make(pieces[index])
            builder.note(pieces[index], in: &parts)
        }
        if let collision = builder.collision { throw .sameAddress(collision) }
        builder.worlds.append(to: &builder.description.worlds, seed: seed, columns: memo.columns)
        var result = drill
        result.description = builder.description
        result.graph = drill.graph.replacing(parts, from: builder.description)
        result.members[member].organization = organization
        result.table = builder.worlds
        return PatchedDrill(drill: result, parts: parts)
    }

    /// The pieces that depend on changed answers, in the order of the first time.
    private mutating func piecesAsking(for changes: ChangedAnswers, _ member: Int) -> [Int] {
        var due: Set<Int> = []
        for change in changes.controls {
            guard let control = catalog.controls.first(where: { $0.id == change.control }) else { continue }
            for place in places(of: change.scope, member) {
                let key = LevelKey(place: place, control: change.control)
                guard let asking = dependents[key] else { continue }
                due.formUnion(asking)
                levelCache[key] = workOutLevels(of: control, at: place)
            }
        }
        if changes.isResponseChanged { due.formUnion(answering[member, default: []]) }
        return due.sorted()
    }

    private func places(of scope: ControlScope, _ member: Int) -> [AssetReference] {
        switch scope {
        case .organization: assets(of: member)
        case .department(let department): assets(of: member).filter { $0.department == department }
        case .asset(let department, let asset):
            [AssetReference(organization: member, department: department, asset: asset)]
        }
    }

    private func note(_ piece: GraphPiece, in parts: inout ReplacedParts) {
        switch piece {
        case .hindrance(let node, _), .guards(let node, _), .backups(let node, _, _): parts.nodes.insert(Int(node))
        case .notice(let notice): parts.nodes.insert(Int(notice.watch.node))
        case .readable(let data): parts.nodes.formUnion([Int(data.plain), Int(data.keys)])
        case .arrival(let clock): parts.clocks.insert(Int(clock.clock))
        case .repair(let item, _): parts.repairs.insert(item)
        case .handOffs(let member): parts.organizations.insert(member)
        case .containment(let member):
            parts.groups.formUnion(groupPlaces.indices.filter { groupPlaces[$0].organization == member })
        }
    }
}
