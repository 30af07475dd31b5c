internal import DrillKernel
internal import Scenarios

/// A compiled drill, and the draft from which other answers make some of its pieces again.
struct PatchableDrill {
    /// As it was built.
    let drill: CompiledDrill
    /// With all that has been worked out.
    private let draft: GraphDraft

    init(drill: CompiledDrill, draft: GraphDraft) {
        self.drill = drill
        var draft = draft
        draft.seal()
        self.draft = draft
    }

    /// The graph that was built, as it is with other answers of one member: only what asks for them is made again.
    ///
    /// Numbers of nodes, notices and all else stay. What the numbers rest on, remarks, and what is to be confirmed are
    /// those of the graph as it was built.
    ///
    /// - Parameter organization: The member with other answers.
    /// - Returns: nil where more than answers differ, so that everything has to be built again.
    /// - Throws: `CompileError`.
    func patched(member: Int, as organization: Organization) throws(CompileError) -> PatchedDrill? {
        let old = draft.input.organizations[member]
        guard let changes = ChangedAnswers(from: old, to: organization) else { return nil }
        var draft = draft
        var parts = ReplacedParts()
        for piece in draft.take(changes, of: member, as: organization) {
            piece.make(in: &draft)
            piece.note(in: &parts)
        }
        if let collision = draft.slots.collision { throw .sameAddress(collision) }
        draft.fillWorlds()
        var result = drill
        result.description = draft.description
        result.graph = drill.graph.replacing(parts, from: draft.description)
        result.members[member].organization = organization
        result.table = draft.slots.worlds
        return PatchedDrill(drill: result, parts: parts)
    }
}

/// A finished graph with some parts made again.
struct PatchedDrill {
    var drill: CompiledDrill
    var parts: ReplacedParts
}
