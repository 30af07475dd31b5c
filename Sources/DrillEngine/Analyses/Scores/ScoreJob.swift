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
    /// Of the company's story.
    let compiler: StoryCompiler
    let columns: FigureColumns

    private var loaded: LoadedExercise { compiler.loaded }
    private var settings: RunSettings { compiler.settings }
    private var scenario: Scenario { compiler.scenario }
    private var company: Organization { compiler.company }

    /// Nil where the scenario does not apply to the company.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func run() throws -> StoryCounts? {
        let member = compiler.member
        let own = try compiler.today()
        guard own.members[member].notApplicable == nil else { return nil }
        let catalog = loaded.catalog
        let references = references
        func atReference(_ company: Organization) throws -> CompiledDrill {
            try references.patched(company)?.drill ?? references.changed(company)
        }
        let reference = try references.today()
        let reach = FamilyReach(
            CompanyStory(try atReference(company.atStrongest(catalog)), member: member), catalog: catalog,
            techniques: loaded.techniques)
        let preventing = scenario.objectives.indices.map(reach.preventing)
        let families = ControlFamily.allCases.filter { family in preventing.contains { $0.contains(family) } }
        let variants = try families.map { family in
            try atReference(company.atReference(catalog) { $0.family == family })
        }
        let unanswered = try count([reference, own] + variants, member)
        var counts = StoryCounts(
            scenario: scenario, trials: trials, applies: own.members[member].objectives.map { $0 != nil },
            own: unanswered[1], referenceUnanswered: unanswered[0],
            referenceAnswered: try count(answered(reference, by: own, member), reference, member: member),
            families: Dictionary(uniqueKeysWithValues: zip(families, unanswered.dropFirst(2))), monitoring: nil,
            preventing: preventing)
        if reach.notices(.monitoring) {
            let variant = try atReference(company.atReference(catalog) { $0.family == .monitoring })
            counts.monitoring = try count(answered(reference, by: variant, member), reference, member: member)
        }
        return counts
    }

    /// Everybody at the reference level, the company too; its own answers are changes of that.
    private var references: StoryCompiler {
        // Of hundreds of participants only those on whom the company depends are in the story.
        let inside = Set(compiler.circle.members.map(\.id))
        var exercise = loaded
        exercise.organizations = loaded.organizations.map {
            inside.contains($0.id) ? $0.atReference(loaded.catalog) : $0
        }
        return StoryCompiler(
            loaded: exercise, settings: settings, scenario: scenario, company: company.atReference(loaded.catalog),
            columns: columns)
    }

    /// The reference company with another's noticing: the same ways in, other alarms.
    private func answered(_ reference: CompiledDrill, by other: CompiledDrill, _ member: Int) -> GraphDescription {
        var nodeOfStep: [StepPlace: Int] = [:]
        for own in CompanyStory(other, member: member).steps {
            nodeOfStep[StepPlace(step: own.step, asset: own.place)] = own.node
        }
        var notices: [Int: [Notice]] = [:]
        for own in CompanyStory(reference, member: member).steps {
            guard let source = nodeOfStep[StepPlace(step: own.step, asset: own.place)] else { continue }
            notices[own.node] = other.description.nodes[source].notices
        }
        var description = reference.description.responding(Int32(member))
        description.graft(notices, from: other.description)
        return description
    }

    /// Trials by world.
    private var trials: [UInt64] {
        (0..<settings.worlds).map { world in
            UInt64((world + 1) * settings.trials / settings.worlds - world * settings.trials / settings.worlds)
        }
    }

    /// Trials that reach each objective of the company, by world, for one graph.
    private func count(_ description: GraphDescription, _ drill: CompiledDrill, member: Int) throws -> [[UInt64]] {
        let goals = GoalGraph(description, drill.members[member].objectives, seed: settings.seed)
        var reached = goals.none(worlds: settings.worlds)
        let workspace = Workspace(for: goals.simulator.graph)
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds) {
            try Task.checkCancellation()
            goals.simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
                for (number, count) in goals.reached(batch).enumerated() { reached[number][chunk.world] += count }
            }
        }
        return reached
    }

    /// The same for several drills when nobody responds; trials of the others that cannot differ from the first's are not
    /// simulated again.
    private func count(_ drills: [CompiledDrill], _ member: Int) throws -> [[[UInt64]]] {
        let graphs = drills.map {
            GoalGraph($0.description.withoutResponse(), $0.members[member].objectives, seed: settings.seed)
        }
        let index = DrawIndex(graphs[0].simulator.graph)
        let sharings = graphs.dropFirst().map { Shared(index.sharing(with: $0.simulator.graph)) }
        let workspace = Workspace(forAnyOf: [graphs[0].simulator.graph])
        let room = Workspace(forAnyOf: graphs.map(\.simulator.graph))
        var reached = graphs.map { $0.none(worlds: settings.worlds) }
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds) {
            try Task.checkCancellation()
            let world = chunk.world
            graphs[0].simulator.run(world: world, trials: chunk.trials, workspace: workspace) { batch in
                let base = graphs[0].reached(batch)
                for place in graphs.indices {
                    var counts = base
                    if place > 0 {
                        graphs[place].simulator.rerun(
                            batch, world: world, sharing: sharings[place - 1], workspace: room
                        ) { counts = graphs[place].reached($0) }
                    }
                    for number in counts.indices { reached[place][number][world] += counts[number] }
                }
            }
        }
        return reached
    }
}

/// A graph of what some objectives depend on.
private struct GoalGraph {
    let simulator: Simulator
    /// Node of each objective; nil where it cannot apply.
    private let goals: [Int?]

    init(_ description: GraphDescription, _ objectives: [Int32?], seed: UInt64) {
        let (reduced, original) = description.reduced(to: objectives.compactMap(\.self))
        let places = Dictionary(original.enumerated().map { ($1, $0) }) { first, _ in first }
        goals = objectives.map { $0.flatMap { places[$0] } }
        simulator = Simulator(graph: CompiledGraph(reduced), seed: seed)
    }

    /// No trial of any objective, by world.
    func none(worlds: Int) -> [[UInt64]] { goals.map { _ in [UInt64](repeating: 0, count: worlds) } }

    /// How many of a batch's active trials reach each objective.
    func reached(_ batch: Batch) -> [UInt64] {
        goals.map { goal in
            guard let goal else { return 0 }
            var count: UInt64 = 0
            for trial in 0..<Simulator.batchSize where batch.active & (1 << UInt32(trial)) != 0 {
                if batch.completion(goal, trial: trial) < .infinity { count += 1 }
            }
            return count
        }
    }
}
