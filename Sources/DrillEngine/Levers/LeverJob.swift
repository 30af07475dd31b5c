internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// One company under one scenario: the company with all on whom it depends, and a changed graph for each lever.
struct LeverJob {
    let loaded: LoadedExercise
    let settings: RunSettings
    let scenario: Scenario
    let company: Organization
    private let memo: CompileMemo

    /// - Parameter memo: Of the same company's graphs of the same scenario, seed, preset and number of worlds.
    init(
        loaded: LoadedExercise, settings: RunSettings, scenario: Scenario, company: Organization,
        memo: CompileMemo = CompileMemo()
    ) {
        self.memo = memo
        self.loaded = loaded
        self.settings = settings
        self.scenario = scenario
        self.company = company
    }

    /// What each lever changes, in their order; nil where the scenario does not apply to the company.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func run(_ levers: [LeverChange]) throws -> [LeverStory]? {
        let circle = SupplyCircle(of: company.id, in: loaded.organizations)
        let base = try compile(circle, company)
        let member = circle.members.firstIndex { $0.id == company.id } ?? 0
        guard base.members[member].notApplicable == nil else { return nil }
        let index = DrawIndex(base.graph)
        let reader = TrialReader(base, member: member)
        let objectives = scenario.objectives.count
        var variants: [LeverVariant?] = []
        for lever in levers {
            variants.append(try variant(lever, circle, base, member, index, reader))
        }
        var tally = OutcomeTally(objectives: objectives, worlds: settings.worlds)
        let before = BatchOutcomes(reader)
        let simulator = Simulator(graph: base.graph, seed: settings.seed)
        let workspace = Workspace(forAnyOf: [base.graph])
        // One for all: what a batch changes stays near the processor.
        let room = Workspace(forAnyOf: [base.graph] + variants.compactMap { $0?.drill.graph })
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds) {
            try Task.checkCancellation()
            simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
                before.fill(batch, trials: batch.active)
                tally.add(before, active: batch.active, world: chunk.world)
                for case let variant? in variants { variant.rerun(batch, before, world: chunk.world, in: room) }
            }
        }
        let none = DifferenceTally(objectives: objectives, worlds: settings.worlds)
        return variants.map { variant in
            let difference = variant?.tally ?? none
            let ids = base.objectiveIDs(of: member, comparedWith: variant?.drill ?? base)
            return LeverStory(
                comparison: difference.comparison(
                    beside: tally, scenario: scenario.id, organization: company.id, objectives: ids),
                cannotMatter: variant == nil,
                prevented: ids.indices.filter { ids[$0] != nil }.map(difference.prevented),
                steps: variant?.steps ?? [])
        }
    }

    /// The changed graph; nil where it is the base graph, so that the lever cannot matter.
    private func variant(
        _ lever: LeverChange, _ circle: SupplyCircle, _ base: CompiledDrill, _ member: Int, _ index: DrawIndex,
        _ reader: TrialReader
    ) throws -> LeverVariant? {
        if let control = lever.lever.control, !base.controlsAsked.contains(control) { return nil }
        var changed = company
        lever.apply(&changed)
        let drill = try compile(circle, changed)
        let sharing = index.sharing(with: drill.graph)
        let changedReader = TrialReader(drill, member: member)
        let readsAlike = reader.readsLike(changedReader)
        if readsAlike && sharing.isIdentity { return nil }
        return LeverVariant(
            drill: drill, sharing: readsAlike ? sharing : sharing.rerunningAll, reader: changedReader, base: reader,
            seed: settings.seed, worlds: settings.worlds)
    }

    private func compile(_ circle: SupplyCircle, _ company: Organization) throws -> CompiledDrill {
        var builder = DrillBuilder(
            scenario: scenario, organizations: circle.members.map { $0.id == company.id ? company : $0 },
            external: loaded.exercise.external, catalog: loaded.catalog, techniques: loaded.techniques,
            seed: settings.seed,
            preset: settings.preset, otherLinks: circle.otherLinks, memo: memo)
        return try builder.build(worldCount: settings.worlds)
    }
}

/// A lever's graph at work.
final class LeverVariant {
    let drill: CompiledDrill
    /// Steps that it makes likelier or less likely, slower, or noticed otherwise, in the scenario's order.
    let steps: [String]
    private(set) var tally: DifferenceTally
    private let sharing: DrawSharing
    private let simulator: Simulator
    private let after: BatchOutcomes
    /// Where outcomes are read here and in the base; nil where equal values mean different outcomes.
    private let places: (own: OutcomePlaces, base: OutcomePlaces)?

    init(
        drill: CompiledDrill, sharing: DrawSharing, reader: TrialReader, base: TrialReader, seed: UInt64, worlds: Int
    ) {
        self.drill = drill
        self.sharing = sharing
        steps = drill.steps(drawnOtherwise: sharing)
        simulator = Simulator(graph: drill.graph, seed: seed)
        after = BatchOutcomes(reader)
        places = reader.weighsLike(base) ? (reader.places, base.places) : nil
        tally = DifferenceTally(objectives: drill.scenario.objectives.count, worlds: worlds)
    }

    /// Runs the trials of a base batch with the lever and counts what differs.
    func rerun(_ batch: Batch, _ before: BatchOutcomes, world: Int, in workspace: Workspace) {
        simulator.rerun(batch, world: world, sharing: sharing, workspace: workspace) { changed in
            let trials = places.map { changed.differences($0.own, from: batch, $0.base) } ?? changed.active
            guard trials != 0 else { return }
            after.fill(changed, trials: trials)
            tally.add(before, after, active: trials, world: world)
        }
    }
}

extension CompiledDrill {
    /// Ids of the steps of which a node, or the guarded way to it, draws something that the base graph does not.
    fileprivate func steps(drawnOtherwise sharing: DrawSharing) -> [String] {
        var found: Set<Int> = []
        for (number, meaning) in nodes.enumerated() {
            guard case .step(let step, _) = meaning, !found.contains(step) else { continue }
            let ways = description.nodes[number].parents.filter { parent in
                if case .way = nodes[Int(parent)] { true } else { false }
            }
            if ([Int32(number)] + ways).contains(where: { sharing.drawsOtherwise(Int($0), of: graph) }) {
                found.insert(step)
            }
        }
        return found.sorted().map { scenario.steps[$0].id }
    }
}

/// A company and all suppliers on whom it depends, directly or through others: nobody else can change what happens to
/// it.
struct SupplyCircle {
    /// In the exercise's order.
    let members: [Organization]
    /// Links of everybody else, for which suppliers' steps happen all the same.
    let otherLinks: [SupplierLink]

    init(of company: String, in organizations: [Organization]) {
        var inside: Set<String> = [company]
        var open = [company]
        while let id = open.popLast() {
            let suppliers = organizations.first { $0.id == id }?.suppliers ?? []
            for link in suppliers where inside.insert(link.organization).inserted { open.append(link.organization) }
        }
        members = organizations.filter { inside.contains($0.id) }
        otherLinks = organizations.filter { !inside.contains($0.id) }.flatMap(\.suppliers)
    }
}
