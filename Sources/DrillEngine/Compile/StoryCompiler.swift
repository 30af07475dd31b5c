package import DrillKernel
internal import DrillResults
package import Scenarios

/// Compiles one scenario on one company and all on whom it depends: as they are, and with changes of the company.
///
/// It keeps what it has worked out, so one stands for all graphs of a company's story. In one task's hands at a time.
package final class StoryCompiler {
    let loaded: LoadedExercise
    /// Of no influence here is how many trials there are, and on how many threads.
    let settings: RunSettings
    let scenario: Scenario
    /// As it is today; not necessarily as the exercise has it.
    let company: Organization
    let circle: SupplyCircle
    /// The company among the members of each graph.
    let member: Int
    private let memo: CompileMemo
    private var known: Base?

    /// - Parameter columns: Shared by all compilers with the same seed, preset, number of worlds and catalog.
    package init(
        loaded: LoadedExercise, settings: RunSettings, scenario: Scenario, company: Organization,
        columns: FigureColumns = FigureColumns()
    ) {
        memo = CompileMemo(columns: columns)
        self.loaded = loaded
        self.settings = settings
        self.scenario = scenario
        self.company = company
        circle = SupplyCircle(of: company.id, in: loaded.organizations)
        member = circle.members.firstIndex { $0.id == company.id } ?? 0
    }

    /// The story as it is.
    ///
    /// - Throws: `CompileError`.
    package func today() throws(CompileError) -> CompiledDrill { try base().drill }

    /// The story of a changed company.
    ///
    /// - Parameters:
    ///   - organization: The company with whatever change.
    ///   - others: What the company's suppliers become.
    /// - Throws: `CompileError`.
    package func changed(
        _ organization: Organization, others: (Organization) -> Organization = { $0 }
    ) throws(CompileError) -> CompiledDrill {
        try builder(with: organization, others: others).build(worldCount: settings.worlds)
    }

    private func builder(
        with organization: Organization, others: (Organization) -> Organization = { $0 }
    ) -> DrillBuilder {
        DrillBuilder(
            scenario, of: loaded, settings: settings,
            organizations: circle.members.map { $0.id == company.id ? organization : others($0) },
            otherLinks: circle.otherLinks, memo: memo)
    }

    /// Today's story with a change of the company, and what of it today's draws already hold.
    ///
    /// - Returns: nil where the graph is today's, so that no trial can come out otherwise.
    /// - Throws: `CompileError`.
    func variant(_ change: StoryChange) throws(CompileError) -> StoryVariant? {
        let base = try base()
        if let control = change.control, !base.drill.controlsAsked.contains(control) { return nil }
        var organization = company
        change.apply(&organization)
        let patched = try patched(organization)
        let plain = if let patched { patched.drill } else { try changed(organization) }
        let held = change.held.flatMap { plain.holding($0, seed: settings.seed) }
        // The same nodes are read in the same way.
        if let patched, held == nil { return patched.sharing.isIdentity ? nil : patched }
        let drill = held ?? plain
        let sharing = base.index.sharing(with: drill.graph)
        let readsAlike = patched != nil || base.reader.readsLike(TrialReader(CompanyStory(drill, member: member)))
        if readsAlike && sharing.isIdentity { return nil }
        return StoryVariant(
            drill: drill, sharing: readsAlike ? sharing : sharing.rerunningAll, holdsNothing: held == nil)
    }

    /// Today's story with only what other answers of the company concern made again.
    ///
    /// - Returns: nil where more than answers differ.
    /// - Throws: `CompileError`.
    package func patched(_ organization: Organization) throws(CompileError) -> StoryVariant? {
        let base = try base()
        return try base.patchable.patched(member: member, as: organization).map {
            StoryVariant(
                drill: $0.drill, sharing: base.index.sharing(with: $0.drill.graph, replacing: $0.parts))
        }
    }

    private func base() throws(CompileError) -> Base {
        if let known { return known }
        let patchable = try builder(with: company).patchable(worldCount: settings.worlds)
        let base = Base(
            patchable: patchable, index: DrawIndex(patchable.drill.graph),
            reader: TrialReader(CompanyStory(patchable.drill, member: member)))
        known = base
        return base
    }

    /// Today's story, ready to be compared.
    private struct Base {
        var patchable: PatchableDrill
        var index: DrawIndex
        var reader: TrialReader

        var drill: CompiledDrill { patchable.drill }
    }
}

/// A changed company's story, to be run again over today's batches.
package struct StoryVariant {
    /// The changed company's story.
    package var drill: CompiledDrill
    /// What its draws share with today's; every batch is run again where outcomes are read elsewhere.
    package var sharing: DrawSharing
    /// Whether nothing is held that the graph asks for.
    package var holdsNothing = true
}

extension CompiledDrill {
    /// The drill with some numbers held; nil where it asks for none of them.
    func holding(_ held: HeldUniforms, seed: UInt64) -> CompiledDrill? {
        let worlds = table.values(description.worlds, seed: seed, holding: held)
        let isSame = zip(worlds, description.worlds).allSatisfy {
            $0.thresholds == $1.thresholds && $0.factors == $1.factors
        }
        if isSame { return nil }
        var drill = self
        drill.description.worlds = worlds
        drill.graph = graph.replacing(ReplacedParts(), from: drill.description)
        return drill
    }
}

extension DrillBuilder {
    /// A scenario of a loaded exercise on some organizations.
    ///
    /// - Parameters:
    ///   - preset: Another than the settings'.
    ///   - otherLinks: Links of those that are left out.
    ///   - memo: Of the same scenario, seed, preset and number of worlds.
    ///   - settling: Ids of those whose part is to be settled; all when nil.
    init(
        _ scenario: Scenario, of loaded: LoadedExercise, settings: RunSettings, organizations: [Organization],
        preset: Preset? = nil, otherLinks: [SupplierLink] = [], memo: CompileMemo = CompileMemo(),
        settling: Set<String>? = nil
    ) {
        self.init(
            scenario: scenario, organizations: organizations, external: loaded.exercise.external,
            catalog: loaded.catalog, techniques: loaded.techniques, seed: settings.seed,
            preset: preset ?? settings.preset, otherLinks: otherLinks, memo: memo, settling: settling,
            time: ExerciseTime(loaded))
    }
}

/// A company and all suppliers on whom it depends, directly or through others: nobody else can change what happens to
/// it.
struct SupplyCircle {
    /// In the exercise's order.
    let members: [Organization]
    /// Links of everybody else, for which suppliers' steps happen all the same.
    let otherLinks: [SupplierLink]

    init(of company: String, in organizations: [Organization]) { self.init(of: [company], in: organizations) }

    /// That of several companies.
    init(of companies: Set<String>, in organizations: [Organization]) {
        var inside = companies
        var open = companies.sorted()
        while let id = open.popLast() {
            let suppliers = organizations.first { $0.id == id }?.suppliers ?? []
            for link in suppliers where inside.insert(link.organization).inserted { open.append(link.organization) }
        }
        members = organizations.filter { inside.contains($0.id) }
        otherLinks = organizations.filter { !inside.contains($0.id) }.flatMap(\.suppliers)
    }
}
