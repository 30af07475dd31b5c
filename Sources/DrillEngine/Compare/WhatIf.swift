internal import DrillKernel
public import DrillResults
public import Scenarios

/// Compares an exercise with a changed one, trial by trial on the same random numbers.
///
/// Every draw has an address, so what a change does not touch stays as it is to the last bit, and the difference has
/// the chance of the change alone in it.
public struct WhatIf: Sendable {
    private let base: [CompiledDrill]
    private let settings: RunSettings

    /// - Throws: `CompileError` where two entities would share random numbers, `CancellationError` when the task is
    ///   cancelled.
    public init(_ loaded: LoadedExercise, settings: RunSettings) throws {
        base = try Drill(loaded, settings: settings).jobs()
        self.settings = settings
    }

    /// What the change does to each participant under each scenario that applies to it.
    ///
    /// - Parameters:
    ///   - changed: The same exercise with other controls, response times or defaults of decisions; participants,
    ///     scenarios and supplier links must be the same.
    ///   - organizations: Only these participants; all when nil. Others are simulated as far as these depend on them.
    /// - Returns: By scenario in the exercise's order, then by organization.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func compare(_ changed: LoadedExercise, organizations: Set<String>? = nil) async throws -> [StoryComparison]
    {
        let other = try Drill(changed, settings: settings).jobs()
        precondition(
            base.map(\.signature) == other.map(\.signature),
            "participants, scenarios and supplier links must be the same")
        let pairs = zip(base, other).map { base, other in
            JobPair(base: base, changed: other, organizations: organizations)
        }
        let tallies = try await simulate(pairs)
        return zip(pairs, tallies).flatMap { pair, tallies in pair.comparisons(tallies) }
    }

    private func simulate(_ pairs: [JobPair]) async throws -> [[PairTally]] {
        let chunks = Chunk.plan(jobs: pairs.count, trials: settings.trials, worlds: settings.worlds)
            .filter { !pairs[$0.job].members.isEmpty }
        let (worlds, seed) = (settings.worlds, settings.seed)
        let parts = try await inParallel(
            chunks.count, threads: settings.threads, by: [Int: PairRunner]()
        ) { runners, index in
            let chunk = chunks[index]
            let runner = runners[chunk.job] ?? PairRunner(pairs[chunk.job], worlds: worlds, seed: seed)
            runners[chunk.job] = runner
            runner.run(chunk)
        } finish: {
            $0.mapValues(\.tallies)
        }
        var merged = pairs.map { $0.emptyTallies(worlds: worlds) }
        for part in parts {
            for (job, tallies) in part {
                for index in tallies.indices { merged[job][index].merge(tallies[index]) }
            }
        }
        return merged
    }
}

/// What one organization's trials add up to without a change, and how they differ with it.
struct PairTally: Sendable {
    var base: OutcomeTally
    var difference: DifferenceTally

    mutating func merge(_ other: PairTally) {
        base.merge(other.base)
        difference.merge(other.difference)
    }
}

/// One scenario on organizations that hang together, without and with the change.
struct JobPair: Sendable {
    var base: CompiledDrill
    var changed: CompiledDrill
    /// The participants that are compared, to which the scenario applies both ways.
    var members: [Int]

    init(base: CompiledDrill, changed: CompiledDrill, organizations: Set<String>?) {
        self.base = base
        self.changed = changed
        members = base.members.indices.filter { index in
            !base.members[index].isExternal && base.members[index].notApplicable == nil
                && changed.members[index].notApplicable == nil
                && organizations?.contains(base.members[index].organization.id) ?? true
        }
    }

    func emptyTallies(worlds: Int) -> [PairTally] {
        let objectives = base.scenario.objectives.count
        return members.map { _ in
            PairTally(
                base: OutcomeTally(objectives: objectives, worlds: worlds),
                difference: DifferenceTally(objectives: objectives, worlds: worlds))
        }
    }

    func comparisons(_ tallies: [PairTally]) -> [StoryComparison] {
        zip(members, tallies).map { member, tally in
            tally.difference.comparison(
                beside: tally.base, scenario: base.scenario.id, organization: base.members[member].organization.id,
                objectives: base.objectiveIDs(of: member, comparedWith: changed))
        }
    }
}

extension CompiledDrill {
    /// What must be equal for two drills to be compared trial by trial.
    var signature: [String] { [scenario.id] + members.map(\.organization.id) }

    /// Ids of the objectives that apply to a member in both drills; nil in the place of others.
    func objectiveIDs(of member: Int, comparedWith other: CompiledDrill) -> [String?] {
        scenario.objectives.enumerated().map { number, objective in
            members[member].objectives[number] != nil && other.members[member].objectives[number] != nil
                ? objective.id : nil
        }
    }
}

/// One task's work on one pair: two workspaces, outcomes, tallies.
private final class PairRunner {
    private(set) var tallies: [PairTally]
    private let base: Simulator
    private let changed: Simulator
    private let sharing: Shared<DrawSharing>
    private let baseWorkspace: Workspace
    private let changedWorkspace: Workspace
    private var outcomes: [(before: BatchOutcomes, after: BatchOutcomes)]

    init(_ pair: JobPair, worlds: Int, seed: UInt64) {
        tallies = pair.emptyTallies(worlds: worlds)
        base = Simulator(graph: pair.base.graph, seed: seed)
        changed = Simulator(graph: pair.changed.graph, seed: seed)
        let readers = pair.members.map {
            (
                TrialReader(CompanyStory(pair.base, member: $0)), TrialReader(CompanyStory(pair.changed, member: $0))
            )
        }
        let shared = DrawIndex(base.graph).sharing(with: changed.graph)
        // Equal batches can mean different losses: an option's own downtime is no part of the graph.
        sharing = Shared(readers.allSatisfy { $0.readsLike($1) } ? shared : shared.rerunningAll)
        baseWorkspace = Workspace(forAnyOf: [base.graph])
        changedWorkspace = Workspace(forAnyOf: [base.graph, changed.graph])
        outcomes = readers.map { (BatchOutcomes($0), BatchOutcomes($1)) }
    }

    func run(_ chunk: Chunk) {
        base.run(world: chunk.world, trials: chunk.trials, workspace: baseWorkspace) { batch in
            for index in tallies.indices {
                outcomes[index].before.fill(batch, trials: batch.active)
                tallies[index].base.add(outcomes[index].before, active: batch.active, world: chunk.world)
            }
            changed.rerun(batch, world: chunk.world, sharing: sharing, workspace: changedWorkspace) { batch in
                for index in tallies.indices {
                    outcomes[index].after.fill(batch, trials: batch.active)
                    tallies[index].difference.add(
                        outcomes[index].before, outcomes[index].after, active: batch.active, world: chunk.world)
                }
            }
        }
    }
}
