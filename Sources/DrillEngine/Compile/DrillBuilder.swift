internal import DrillKernel
package import Scenarios

/// Makes the graph of one scenario on organizations that hang together.
///
/// Every step × every asset that its selector matches becomes a node; ways that a control guards, readable data,
/// outages and objectives become further nodes, so that the kernel needs to know nothing of documents. The stages stand
/// one after the other: each adds to the draft, and its product is what later ones ask for.
package struct DrillBuilder {
    private let input: CompileInput

    /// - Parameters:
    ///   - options: Options that are taken instead of the defaults, by decision id.
    ///   - otherLinks: Supplier links of organizations that are no members.
    ///   - memo: Of the same scenario, catalog, techniques, seed and preset.
    ///   - settling: Ids of the organizations whose part is to be settled; all when nil. Of the others there is what
    ///     their customers hang on.
    ///   - time: In which zone, and perhaps on which date, the story begins.
    package init(
        scenario: Scenario, organizations: [Organization], external: [ExternalOrganization], catalog: Catalog,
        techniques: TechniqueTable, options: [String: String] = [:], seed: UInt64, preset: Preset,
        otherLinks: [SupplierLink] = [], memo: CompileMemo = CompileMemo(), settling: Set<String>? = nil,
        time: ExerciseTime = ExerciseTime()
    ) {
        input = CompileInput(
            scenario: scenario, organizations: organizations, external: external, catalog: catalog,
            techniques: techniques, options: options, seed: seed, preset: preset, otherLinks: otherLinks, memo: memo,
            settling: settling, time: time)
    }

    /// Builds description and graph.
    ///
    /// - Throws: `CompileError` where two entities would share random numbers, or a time zone is not installed.
    package func build(worldCount: Int) throws(CompileError) -> CompiledDrill {
        try compiled(worldCount: worldCount).drill
    }

    /// The same, ready for other answers.
    ///
    /// - Throws: `CompileError`.
    func patchable(worldCount: Int) throws(CompileError) -> PatchableDrill {
        let (drill, draft) = try compiled(worldCount: worldCount)
        return PatchableDrill(drill: drill, draft: draft)
    }

    /// The stages, one after the other.
    private func compiled(worldCount: Int) throws(CompileError) -> (drill: CompiledDrill, draft: GraphDraft) {
        var draft = GraphDraft(input)
        let teams = ResponseTeams(in: &draft)
        let nodes = NodeTable(cutBy: teams, in: &draft)
        let ways = Wiring(nodes, teams, in: &draft)
        let decisions = Decisions(nodes, ways, in: &draft)
        let downs = Downs(nodes, in: &draft)
        let notices = Notices(nodes, in: &draft)
        let tidings = Tidings(nodes, in: &draft)
        let data = DataGates(nodes, ways, in: &draft)
        let repairs = Repairs(nodes, by: teams, decisions, in: &draft)
        let outages = SharedOutages(repairs, in: &draft)
        let objectives = Objectives(nodes, data, downs: downs, outages: outages, in: &draft)
        var aiming = Aiming(nodes, ways, to: objectives)
        try aiming.aim(in: &draft)
        let applicability = Applicability(objectives, nodes, in: draft)

        var members = input.members
        for member in input.settled {
            let encryption = EncryptionRemarks(of: member, nodes, data, in: &draft)
            members[member].objectives = applicability.objectives[member]
            members[member].footholds = objectives.footholds(of: member)
            members[member].exposures = data.exposures(of: member)
            members[member].alterations = data.alterations(of: member)
            members[member].notApplicable = applicability.obstacles[member]
            members[member].encryption = encryption.remarks
            members[member].encryptedShares = encryption.shares
        }
        for member in members.indices { members[member].doors = nodes.doors(of: member) }

        try check(draft)
        draft.description.worlds = Array(repeating: WorldValues(), count: worldCount)
        draft.fillWorlds()
        var drill = CompiledDrill(
            description: draft.description, graph: CompiledGraph(draft.description), scenario: input.scenario,
            members: members, nodes: draft.meanings,
            notices: notices.inOrder(of: draft.meanings.indices, with: tidings),
            repairs: repairs.assets, groups: teams.groups, aims: aiming.meanings, decisions: decisions.meanings,
            basis: draft.slots.basis,
            controlsAsked: draft.levels.controls, table: draft.slots.worlds, estimates: draft.slots.estimates)
        for member in input.settled {
            drill.members[member].toConfirm = drill.basis(of: member).answersInOrder
        }
        return (drill, draft)
    }

    private func check(_ draft: GraphDraft) throws(CompileError) {
        if let collision = draft.slots.collision { throw .sameAddress(collision) }
        try input.time.check(input.organizations)
    }
}

extension CompileInput {
    /// The members as their documents have them.
    fileprivate var members: [Member] {
        organizations.enumerated().map {
            Member(organization: $1, isExternal: isExternal($0), clock: clocks[$0])
        }
    }
}

/// Why a scenario cannot be compiled.
package enum CompileError: Error, Equatable {
    /// Two entities with one 64-bit hash: rename one of them.
    case sameAddress(String)
    /// This machine's time zone database has no such zone.
    case unknownZone(String)
    /// A step, by id, that needs itself by some turns is aimed at a number of assets.
    case circularAim(String)
}
