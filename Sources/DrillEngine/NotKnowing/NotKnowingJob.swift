internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// One company under the story of its worst outcome: the company with all on whom it depends, and the same graph with
/// other numbers for each end of each unknown.
struct NotKnowingJob {
    let loaded: LoadedExercise
    let settings: RunSettings
    let scenario: Scenario
    let company: Organization
    private let circle: SupplyCircle

    init(loaded: LoadedExercise, settings: RunSettings, scenario: Scenario, company: Organization) {
        self.loaded = loaded
        self.settings = settings
        self.scenario = scenario
        self.company = company
        circle = SupplyCircle(of: company.id, in: loaded.organizations)
    }

    /// The same with other trials in the same worlds.
    func with(_ settings: RunSettings) -> NotKnowingJob {
        NotKnowingJob(loaded: loaded, settings: settings, scenario: scenario, company: company)
    }

    /// The company among the drill's members.
    var member: Int { circle.members.firstIndex { $0.id == company.id } ?? 0 }

    /// - Parameters:
    ///   - changed: The company as it is compiled; as it is when nil.
    ///   - memo: Of this company's graphs of this scenario and preset.
    /// - Throws: `CompileError`.
    func compile(
        preset: Preset? = nil, as changed: Organization? = nil, memo: CompileMemo = CompileMemo()
    ) throws -> CompiledDrill {
        var builder = DrillBuilder(
            scenario: scenario, organizations: circle.members.map { $0.id == company.id ? changed ?? company : $0 },
            external: loaded.exercise.external, catalog: loaded.catalog, techniques: loaded.techniques,
            seed: settings.seed, preset: preset ?? settings.preset, otherLinks: circle.otherLinks, memo: memo)
        return try builder.build(worldCount: settings.worlds)
    }

    /// What is not known here, in the order of the documents: answers, figures of the catalog, figures of the scenario.
    func unknowns(in drill: CompiledDrill) -> [Unknown] {
        UnknownAnswers(organization: company, catalog: loaded.catalog, asked: drill.controlsAsked).all
            + UnknownFigures(drill: drill, organization: company, catalog: loaded.catalog).all
    }

    /// How often each objective is reached.
    ///
    /// - Returns: nil in the place of an objective that cannot apply; nil where the scenario does not apply at all.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func objectives(preset: Preset? = nil) throws -> [Probability?]? {
        let drill = try compile(preset: preset)
        guard drill.members[member].notApplicable == nil else { return nil }
        let nodes = drill.members[member].objectives
        var reached = nodes.map { _ in [UInt64](repeating: 0, count: settings.worlds) }
        var trials = [UInt64](repeating: 0, count: settings.worlds)
        let simulator = Simulator(graph: drill.graph, seed: settings.seed)
        let workspace = Workspace(for: drill.graph)
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds) {
            try Task.checkCancellation()
            simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
                trials[chunk.world] += UInt64(batch.active.nonzeroBitCount)
                for number in nodes.indices where nodes[number] >= 0 {
                    reached[number][chunk.world] += UInt64(batch.reached(nodes[number]))
                }
            }
        }
        return nodes.indices.map { number in
            nodes[number] < 0 ? nil : Uncertainty.probability(reached: reached[number], trials: trials)
        }
    }

    /// The share of trials that reach an objective at both ends of some unknowns, everything else as it is drawn; nil
    /// where no end changes a trial.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func shares(ofObjective number: Int, at unknowns: [Unknown], in drill: CompiledDrill) throws -> [[Double]?] {
        let node = drill.members[member].objectives[number]
        let index = DrawIndex(drill.graph)
        let ends: [[EndRun?]] = unknowns.map { unknown in
            unknown.ends.map { EndRun($0, of: drill, index, node: node, settings: settings) }
        }
        let runs = ends.joined().compactMap(\.self)
        let simulator = Simulator(graph: drill.graph, seed: settings.seed)
        let workspace = Workspace(forAnyOf: [drill.graph])
        let room = Workspace(for: drill.graph)
        var base = 0
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds) {
            try Task.checkCancellation()
            simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
                let reached = batch.reached(node)
                base += reached
                for run in runs { run.rerun(batch, reached, world: chunk.world, in: room) }
            }
        }
        let trials = Double(settings.trials)
        return ends.map { pair in
            let counts = pair.map { base + ($0?.difference ?? 0) }
            return counts.allSatisfy { $0 == base } ? nil : counts.map { Double($0) / trials }
        }
    }
}

/// One end of an unknown at work.
private final class EndRun {
    /// Trials reached more than without.
    private(set) var difference = 0
    private let simulator: Simulator
    private let sharing: DrawSharing
    private let node: Int32

    /// nil where nothing in the graph depends on it.
    init?(_ end: Unknown.End, of drill: CompiledDrill, _ index: DrawIndex, node: Int32, settings: RunSettings) {
        let base = drill.description.worlds
        let worlds = drill.table.values(base, seed: settings.seed, holding: end.held)
        let isSame = zip(worlds, base).allSatisfy { $0.thresholds == $1.thresholds && $0.factors == $1.factors }
        if isSame { return nil }
        var description = drill.description
        description.worlds = worlds
        let graph = CompiledGraph(description)
        sharing = index.sharing(with: graph)
        if sharing.isIdentity { return nil }
        simulator = Simulator(graph: graph, seed: settings.seed)
        self.node = node
    }

    func rerun(_ batch: Batch, _ before: Int, world: Int, in workspace: Workspace) {
        simulator.rerun(batch, world: world, sharing: sharing, workspace: workspace) { changed in
            difference += changed.reached(node) - before
        }
    }
}

extension Batch {
    /// How many active trials there are in which a node completes.
    fileprivate func reached(_ node: Int32) -> Int { reaching(node).nonzeroBitCount }
}
