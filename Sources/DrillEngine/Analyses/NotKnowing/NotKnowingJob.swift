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

    /// The company among the drill's members.
    var member: Int { circle.members.firstIndex { $0.id == company.id } ?? 0 }

    /// - Parameters:
    ///   - changed: The company as it is compiled; as it is when nil.
    ///   - memo: Of this company's graphs of this scenario and preset.
    /// - Throws: `CompileError`.
    func compile(
        preset: Preset? = nil, as changed: Organization? = nil, memo: CompileMemo = CompileMemo()
    ) throws -> CompiledDrill {
        let builder = DrillBuilder(
            scenario, of: loaded, settings: settings,
            organizations: circle.members.map { $0.id == company.id ? changed ?? company : $0 }, preset: preset,
            otherLinks: circle.otherLinks, memo: memo)
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
        let story = CompanyStory(drill, member: member)
        guard story.applies else { return nil }
        let nodes = story.who.objectives
        var reached = nodes.map { _ in [UInt64](repeating: 0, count: settings.worlds) }
        var trials = [UInt64](repeating: 0, count: settings.worlds)
        let simulator = Simulator(graph: drill.graph, seed: settings.seed)
        let workspace = Workspace(for: drill.graph)
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds) {
            try Task.checkCancellation()
            simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
                trials[chunk.world] += UInt64(batch.active.nonzeroBitCount)
                for number in story.losable {
                    reached[number][chunk.world] += UInt64(batch.reaching(nodes[number]).nonzeroBitCount)
                }
            }
        }
        return nodes.indices.map { number in
            nodes[number].map { _ in Uncertainty.probability(reached: reached[number], trials: trials) }
        }
    }

    /// How many trials of a stretch reach an objective at both ends of some unknowns, everything else as it is drawn.
    ///
    /// - Throws: `CancellationError` when the task is cancelled.
    func counts(
        ofObjective number: Int, at unknowns: [Unknown], in drill: CompiledDrill, on stretch: Stretch
    ) throws -> [EndCounts] {
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
        var trials = 0
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds, stretch: stretch) {
            try Task.checkCancellation()
            trials += chunk.trials.count
            simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
                let reached = batch.reaching(node)
                base += reached.nonzeroBitCount
                for run in runs { run.rerun(batch, reached, world: chunk.world, in: room) }
            }
        }
        return ends.map { pair in
            EndCounts(
                trials: trials, base: base, gained: pair.map { $0?.gained ?? 0 }, lost: pair.map { $0?.lost ?? 0 })
        }
    }
}

/// Trials that reach an outcome as things stand, and how they differ at both ends of an unknown.
struct EndCounts: Sendable, Equatable {
    var trials: Int
    var base: Int
    /// By end: trials that reach it only there, and only as things stand.
    var gained: [Int]
    var lost: [Int]

    mutating func merge(_ other: EndCounts) {
        trials += other.trials
        base += other.base
        for end in gained.indices {
            gained[end] += other.gained[end]
            lost[end] += other.lost[end]
        }
    }

    /// The share of trials that reach it, by end; nil where neither end makes a difference.
    var shares: [Double]? {
        let counts = zip(gained, lost).map { base + $0 - $1 }
        return counts.allSatisfy { $0 == base } ? nil : counts.map { Double($0) / Double(trials) }
    }

    /// How far the ends lie apart, with one-sided bounds of 99.9 %.
    var width: (value: Double, low: Double, high: Double) {
        let value = Double(abs((gained[0] - lost[0]) - (gained[1] - lost[1]))) / Double(trials)
        // Of a count of paired changes; the square keeps a bound above none where none was seen.
        let z = Screening.z
        let changes = Double(gained.reduce(0, +) + lost.reduce(0, +))
        let half = (z * changes.squareRoot() + z * z) / Double(trials)
        return (value, value - half, value + half)
    }
}

/// One end of an unknown at work.
private final class EndRun {
    private(set) var gained = 0
    private(set) var lost = 0
    private let simulator: Simulator
    private let sharing: Shared<DrawSharing>
    private let node: Int32?

    /// nil where nothing in the graph depends on it.
    init?(_ end: Unknown.End, of drill: CompiledDrill, _ index: DrawIndex, node: Int32?, settings: RunSettings) {
        let base = drill.description.worlds
        let worlds = drill.table.values(base, seed: settings.seed, holding: end.held)
        let isSame = zip(worlds, base).allSatisfy { $0.thresholds == $1.thresholds && $0.factors == $1.factors }
        if isSame { return nil }
        var description = drill.description
        description.worlds = worlds
        let graph = CompiledGraph(description)
        sharing = Shared(index.sharing(with: graph))
        if sharing.value.isIdentity { return nil }
        simulator = Simulator(graph: graph, seed: settings.seed)
        self.node = node
    }

    func rerun(_ batch: Batch, _ before: UInt32, world: Int, in workspace: Workspace) {
        simulator.rerun(batch, world: world, sharing: sharing, workspace: workspace) { changed in
            let after = changed.reaching(node)
            gained += (after & ~before).nonzeroBitCount
            lost += (before & ~after).nonzeroBitCount
        }
    }
}
