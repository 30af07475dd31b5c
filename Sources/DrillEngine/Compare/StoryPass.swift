internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// One company in one story, compiled, with a changed graph for each change.
///
/// It is run in one pass over the trials: each batch is simulated once as things stand, read, and corrected for each
/// change. Stretches of trials add up.
struct StoryPass: Sendable {
    let base: CompiledDrill
    /// The company among the drill's members.
    let member: Int
    /// Why a change can also make things worse; nil where it cannot.
    private(set) var twoWays: [String?]
    /// In the order of the changes; nil where the graph is today's, so that the change cannot matter.
    private(set) var variants: [StoryVariant?]

    /// - Returns: nil where the scenario does not apply to the company.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    init?(_ changes: [LeverChange], compiler: StoryCompiler) throws {
        base = try compiler.today()
        member = compiler.member
        guard base.members[member].notApplicable == nil else { return nil }
        (twoWays, variants) = ([], [])
        try add(changes, compiler: compiler)
    }

    /// Further changes, after those that there are.
    mutating func add(_ changes: [LeverChange], compiler: StoryCompiler) throws {
        for change in changes {
            try Task.checkCancellation()
            twoWays.append(change.twoWay)
            variants.append(try compiler.variant(change))
        }
    }

    /// Another pass's changes of the same story, after the own.
    mutating func append(_ other: StoryPass) {
        twoWays += other.twoWays
        variants += other.variants
    }

    /// With some of the changes only, by position.
    func picking(_ places: [Int]) -> StoryPass {
        var pass = self
        pass.twoWays = places.map { twoWays[$0] }
        pass.variants = places.map { variants[$0] }
        return pass
    }

    var story: CompanyStory { CompanyStory(base, member: member) }

    func empty(worlds: Int) -> StoryTallies {
        StoryTallies(objectives: base.scenario.objectives.count, changes: variants.count, worlds: worlds)
    }

    /// What is told of each change, in their order.
    func stories(_ tallies: StoryTallies) -> [LeverStory] {
        variants.indices.map { place in
            let (variant, tally) = (variants[place], tallies.changes[place])
            let ids = base.objectiveIDs(of: member, comparedWith: variant?.drill ?? base)
            return LeverStory(
                comparison: tally.difference.comparison(
                    beside: tallies.base, scenario: base.scenario.id,
                    organization: base.members[member].organization.id, objectives: ids),
                cannotMatter: variant == nil,
                prevented: ids.indices.filter { ids[$0] != nil }.map(tally.difference.prevented),
                steps: variant?.steps ?? [],
                tripwires: tally.lost.reduce(into: [:]) { words, lost in
                    words[base.scenario.objectives[lost.key].id] = lost.value.words(
                        base.scenario, twoWay: twoWays[place])
                })
        }
    }
}

/// What is read of a pass's trials.
enum PassReading: Sendable, Equatable {
    case outcomes
    /// Outcomes, and which trials reach an objective, by position.
    case listing(Int)
    /// Only which trials reach an objective, by position, and how many differ at all.
    case only(Int)

    var goal: Int? {
        switch self {
        case .outcomes: nil
        case .listing(let goal), .only(let goal): goal
        }
    }

    var hasOutcomes: Bool { if case .only = self { false } else { true } }
}

/// One task's work on a pass: workspaces, outcomes, tallies.
struct StoryRunner {
    private(set) var tallies: StoryTallies
    private let simulator: Simulator
    private let workspace: Workspace
    private let reading: PassReading
    private var before: BatchOutcomes
    private let watch: AlertWatch
    /// One for all changes: what a batch changes stays near the processor.
    private let room: Workspace
    private var changes: [(place: Int, runner: VariantRunner)]
    /// Node of the objective whose trials are listed; nil where it cannot apply.
    private let goal: Int32?

    init(_ pass: StoryPass, settings: RunSettings, reading: PassReading) {
        tallies = pass.empty(worlds: settings.worlds)
        simulator = Simulator(graph: pass.base.graph, seed: settings.seed)
        workspace = Workspace(forAnyOf: [pass.base.graph])
        room = Workspace(forAnyOf: [pass.base.graph] + pass.variants.compactMap { $0?.drill.graph })
        self.reading = reading
        let reader = TrialReader(pass.story)
        before = BatchOutcomes(reader)
        watch = AlertWatch(pass.story)
        changes = pass.variants.enumerated().compactMap { place, variant in
            variant.map { (place, VariantRunner($0, beside: reader, settings: settings, reading: reading)) }
        }
        goal = reading.goal.flatMap { reader.objectives[$0] }
    }

    mutating func run(_ chunk: Chunk) {
        simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
            if reading.hasOutcomes {
                before.fill(batch, trials: batch.active)
                tallies.add(before, active: batch.active, world: chunk.world)
            }
            if reading.goal != nil { tallies.list(batch.reaching(goal)) }
            for index in changes.indices {
                changes[index].runner.rerun(
                    (batch, before, watch), world: chunk.world, in: room, into: &tallies.changes[changes[index].place])
            }
        }
    }
}

/// A changed graph at work.
private struct VariantRunner {
    private let sharing: Shared<DrawSharing>
    private let simulator: Simulator
    private var after: BatchOutcomes
    private let watch: AlertWatch
    /// Where outcomes are read here and in the base; nil where equal values mean different outcomes.
    private let places: (own: OutcomePlaces, base: OutcomePlaces)?
    private let reading: PassReading
    private let goal: Int32?

    init(_ variant: StoryVariant, beside base: TrialReader, settings: RunSettings, reading: PassReading) {
        sharing = Shared(variant.sharing)
        simulator = Simulator(graph: variant.drill.graph, seed: settings.seed)
        let story = CompanyStory(variant.drill, member: base.member)
        let reader = TrialReader(story)
        after = BatchOutcomes(reader)
        watch = AlertWatch(story)
        places = reader.weighsLike(base) ? (reader.places, base.places) : nil
        self.reading = reading
        goal = reading.goal.flatMap { reader.objectives[$0] }
    }

    /// Runs the trials of a base batch with the change and counts what differs.
    mutating func rerun(
        _ base: (batch: Batch, outcomes: BatchOutcomes, watch: AlertWatch), world: Int, in workspace: Workspace,
        into tally: inout ChangeTally
    ) {
        simulator.rerun(base.batch, world: world, sharing: sharing, workspace: workspace) { changed in
            let trials = places.map { changed.differences($0.own, from: base.batch, $0.base) } ?? changed.active
            guard trials != 0 else { return }
            tally.differing += trials.nonzeroBitCount
            if reading.goal != nil { tally.reaching[tally.reaching.count - 1] = changed.reaching(goal) }
            guard reading.hasOutcomes else { return }
            after.fill(changed, trials: trials)
            tally.difference.add(base.outcomes, after, active: trials, world: world)
            for number in 0..<after.objectiveCount {
                let caused = after.caused(number, beside: base.outcomes, among: trials)
                guard caused != 0 else { continue }
                for trial in 0..<Simulator.batchSize where caused & (1 << UInt32(trial)) != 0 {
                    tally.lost[number, default: LostAlerts()].add(
                        base.watch.first(base.batch, trial), watch, changed: changed, trial: trial)
                }
            }
        }
    }
}

extension StoryVariant {
    /// Ids of the steps of which a node, or the guarded way to it, draws something that the base graph does not; in the
    /// scenario's order.
    fileprivate var steps: [String] {
        var found: Set<Int> = []
        for (number, meaning) in drill.nodes.enumerated() {
            guard case .step(let step, _) = meaning, !found.contains(step) else { continue }
            let ways = drill.description.nodes[number].parents.filter { parent in
                if case .way = drill.nodes[Int(parent)] { true } else { false }
            }
            if ([Int32(number)] + ways).contains(where: { sharing.drawsOtherwise(Int($0), of: drill.graph) }) {
                found.insert(step)
            }
        }
        return found.sorted().map { drill.scenario.steps[$0].id }
    }
}
