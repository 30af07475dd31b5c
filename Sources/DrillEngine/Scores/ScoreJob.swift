internal import DrillKernel
internal import Scenarios

/// What scores of one company in one story are made of: trials that reach an objective, by objective and world.
struct StoryCounts: Sendable {
    var scenario: Scenario
    /// By world.
    var trials: [UInt64]
    /// Objectives that the company can lose.
    var applies: [Bool]
    /// The company as it is, when nobody responds.
    var own: [[UInt64]]
    /// The reference company, when nobody responds, and with the company's own noticing and response.
    var referenceUnanswered: [[UInt64]]
    var referenceAnswered: [[UInt64]]
    /// The reference company with one family as the company has it, when nobody responds.
    var families: [ControlFamily: [[UInt64]]]
    /// The reference company with the company's own monitoring and response; nil where monitoring sees no step.
    var monitoring: [[UInt64]]?
    /// Families that can keep each objective from being reached.
    var preventing: [Set<ControlFamily>]
}

/// One company under one scenario, in all the variants that scores compare.
struct ScoreJob {
    let loaded: LoadedExercise
    let settings: RunSettings
    let scenario: Scenario
    let company: Organization
    private let memo = CompileMemo()

    init(loaded: LoadedExercise, settings: RunSettings, scenario: Scenario, company: Organization) {
        self.loaded = loaded
        self.settings = settings
        self.scenario = scenario
        self.company = company
    }

    /// Nil where the scenario does not apply to the company.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func run() throws -> StoryCounts? {
        let circle = SupplyCircle(of: company.id, in: loaded.organizations)
        let member = circle.members.firstIndex { $0.id == company.id } ?? 0
        let own = try compile(circle, company, others: { $0 })
        guard own.members[member].notApplicable == nil else { return nil }
        let catalog = loaded.catalog
        func atReference(_ company: Organization) throws -> CompiledDrill {
            try compile(circle, company, others: { $0.atReference(catalog) })
        }
        let reference = try atReference(company.atReference(catalog))
        let reach = FamilyReach(
            try atReference(company.atStrongest(catalog)), member: member, catalog: catalog,
            techniques: loaded.techniques)
        let preventing = scenario.objectives.indices.map(reach.preventing)
        var counts = StoryCounts(
            scenario: scenario, trials: trials, applies: own.members[member].objectives.map { $0 >= 0 },
            own: try count(own.description.withoutResponse(), own, member),
            referenceUnanswered: try count(reference.description.withoutResponse(), reference, member),
            referenceAnswered: try count(answered(reference, by: own, member), reference, member), families: [:],
            monitoring: nil, preventing: preventing)
        for family in ControlFamily.allCases where preventing.contains(where: { $0.contains(family) }) {
            let variant = try atReference(company.atReference(catalog) { $0.family == family })
            counts.families[family] = try count(variant.description.withoutResponse(), variant, member)
        }
        if reach.notices(.monitoring) {
            let variant = try atReference(company.atReference(catalog) { $0.family == .monitoring })
            counts.monitoring = try count(answered(reference, by: variant, member), reference, member)
        }
        return counts
    }

    /// The reference company with another's noticing: the same ways in, other alarms.
    private func answered(_ reference: CompiledDrill, by other: CompiledDrill, _ member: Int) -> GraphDescription {
        var nodeOfStep: [StepPlace: Int] = [:]
        for (index, node) in other.nodes.enumerated() {
            if case .step(let step, let place) = node { nodeOfStep[StepPlace(step: step, asset: place)] = index }
        }
        var notices: [Int: [Notice]] = [:]
        for (index, node) in reference.nodes.enumerated() {
            guard case .step(let step, let place) = node, place.organization == member,
                let source = nodeOfStep[StepPlace(step: step, asset: place)]
            else { continue }
            notices[index] = other.description.nodes[source].notices
        }
        var description = reference.description.responding(Int32(member))
        description.graft(notices, from: other.description)
        return description
    }

    private func compile(
        _ circle: SupplyCircle, _ company: Organization, others: (Organization) -> Organization
    ) throws -> CompiledDrill {
        var builder = DrillBuilder(
            scenario: scenario, organizations: circle.members.map { $0.id == company.id ? company : others($0) },
            external: loaded.exercise.external, catalog: loaded.catalog, techniques: loaded.techniques,
            seed: settings.seed, preset: settings.preset, otherLinks: circle.otherLinks, memo: memo)
        return try builder.build(worldCount: settings.worlds)
    }

    /// Trials by world.
    private var trials: [UInt64] {
        (0..<settings.worlds).map { world in
            UInt64((world + 1) * settings.trials / settings.worlds - world * settings.trials / settings.worlds)
        }
    }

    /// Trials that reach each objective of the company, by world.
    private func count(_ description: GraphDescription, _ drill: CompiledDrill, _ member: Int) throws -> [[UInt64]] {
        let objectives = drill.members[member].objectives
        var reached = objectives.map { _ in [UInt64](repeating: 0, count: settings.worlds) }
        let goals = objectives.filter { $0 >= 0 }
        let (reduced, original) = description.reduced(to: goals)
        let places = Dictionary(original.enumerated().map { ($1, $0) }) { first, _ in first }
        let graph = CompiledGraph(reduced)
        let simulator = Simulator(graph: graph, seed: settings.seed)
        let workspace = Workspace(for: graph)
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds) {
            try Task.checkCancellation()
            simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
                for (number, goal) in objectives.enumerated() {
                    guard goal >= 0, let node = places[goal] else { continue }
                    for trial in 0..<Simulator.batchSize where batch.active & (1 << UInt32(trial)) != 0 {
                        if batch.completion(node, trial: trial) < .infinity { reached[number][chunk.world] += 1 }
                    }
                }
            }
        }
        return reached
    }
}
