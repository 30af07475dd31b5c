internal import DrillKernel
public import DrillResults
public import Scenarios

/// Compares an exercise with a changed one, trial by trial on the same random numbers.
///
/// Every draw has an address, so what a change does not touch stays as it is to the last bit, and the difference has
/// the chance of the change alone in it.
public struct WhatIf: Sendable {
    private let base: Drill
    private let settings: RunSettings

    /// - Throws: `CompileError` where two entities would share random numbers.
    public init(_ loaded: LoadedExercise, settings: RunSettings) throws {
        base = try Drill(loaded, settings: settings)
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
        let other = try Drill(changed, settings: settings)
        precondition(
            base.jobs.map(\.signature) == other.jobs.map(\.signature),
            "participants, scenarios and supplier links must be the same")
        let pairs = zip(base.jobs, other.jobs).map { base, other in
            JobPair(base: base, changed: other, organizations: organizations)
        }
        let tallies = try await simulate(pairs)
        return zip(pairs, tallies).flatMap { pair, tallies in
            zip(pair.members, tallies).map { pair.comparison(member: $0, $1) }
        }
    }

    private func simulate(_ pairs: [JobPair]) async throws -> [[PairedTally]] {
        let chunks = Chunk.plan(jobs: pairs.count, trials: settings.trials, worlds: settings.worlds)
            .filter { !pairs[$0.job].members.isEmpty }
        let next = ChunkCounter()
        let worlds = settings.worlds
        let seed = settings.seed
        return try await withThrowingTaskGroup(of: [Int: [PairedTally]].self) { group in
            for _ in 0..<max(1, min(settings.threads, chunks.count)) {
                group.addTask {
                    var runners: [Int: PairRunner] = [:]
                    while let index = next.take(below: chunks.count) {
                        try Task.checkCancellation()
                        let chunk = chunks[index]
                        let runner = runners[chunk.job] ?? PairRunner(pairs[chunk.job], worlds: worlds, seed: seed)
                        runners[chunk.job] = runner
                        runner.run(chunk)
                    }
                    return runners.mapValues(\.tallies)
                }
            }
            var merged = pairs.map { $0.emptyTallies(worlds: worlds) }
            for try await part in group {
                for (job, tallies) in part {
                    for index in tallies.indices { merged[job][index].merge(tallies[index]) }
                }
            }
            return merged
        }
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

    func emptyTallies(worlds: Int) -> [PairedTally] {
        members.map { _ in PairedTally(objectives: base.scenario.objectives.count, worlds: worlds) }
    }

    func comparison(member: Int, _ tally: PairedTally) -> StoryComparison {
        let trials = tally.trials.reduce(0, +)
        return StoryComparison(
            scenario: base.scenario.id, organization: base.members[member].organization.id, trials: Int(trials),
            unchangedTrials: Int(tally.unchanged),
            objectives: base.scenario.objectives.indices.compactMap { number in
                guard base.members[member].objectives[number] >= 0, changed.members[member].objectives[number] >= 0
                else { return nil }
                return tally.comparison(number, id: base.scenario.objectives[number].id)
            },
            recordsExposed: Uncertainty.difference(tally.exposed.moments),
            recordsAltered: Uncertainty.difference(tally.altered.moments),
            downtimeHours: Uncertainty.difference(tally.downtime.moments),
            supplierDowntimeHours: Uncertainty.difference(tally.supplierDowntime.moments),
            repairedHours: Uncertainty.difference(tally.repaired.moments),
            noticed: tally.noticed.map { $0.summary(of: trials) })
    }
}

extension PairedTally {
    func comparison(_ number: Int, id: String) -> ObjectiveComparison {
        let objective = objectives[number]
        let moments = trials.indices.map { world in
            PairedMoments(
                trials: Double(trials[world]), before: Double(objective.before[world]),
                after: Double(objective.after[world]),
                squaredDifferences: Double(objective.prevented[world] + objective.caused[world]))
        }
        return ObjectiveComparison(
            id: id, before: Uncertainty.probability(reached: objective.before, trials: trials),
            after: Uncertainty.probability(reached: objective.after, trials: trials),
            difference: Uncertainty.difference(moments), prevented: Int(objective.prevented.reduce(0, +)),
            caused: Int(objective.caused.reduce(0, +)), moved: Int(objective.moved))
    }
}

extension CompiledDrill {
    /// What must be equal for two drills to be compared trial by trial.
    var signature: [String] { [scenario.id] + members.map(\.organization.id) }
}

/// One task's work on one pair: two workspaces, readers, tallies.
private final class PairRunner {
    private(set) var tallies: [PairedTally]
    private let simulators: [Simulator]
    private let workspaces: [Workspace]
    private let readers: [(base: TrialReader, changed: TrialReader)]

    init(_ pair: JobPair, worlds: Int, seed: UInt64) {
        tallies = pair.emptyTallies(worlds: worlds)
        simulators = [pair.base, pair.changed].map { Simulator(graph: $0.graph, seed: seed) }
        workspaces = [pair.base, pair.changed].map { Workspace(for: $0.graph) }
        readers = pair.members.map {
            (TrialReader(pair.base, member: $0), TrialReader(pair.changed, member: $0))
        }
    }

    func run(_ chunk: Chunk) {
        // Batch by batch, so that both outcomes of a trial are in the workspaces at the same time.
        var start = chunk.trials.lowerBound
        while start < chunk.trials.upperBound {
            let end = min((start / Simulator.batchSize + 1) * Simulator.batchSize, chunk.trials.upperBound)
            simulators[0].run(world: chunk.world, trials: start..<end, workspace: workspaces[0]) { before in
                simulators[1].run(world: chunk.world, trials: start..<end, workspace: workspaces[1]) { after in
                    count(before, after, world: chunk.world)
                }
            }
            start = end
        }
    }

    private func count(_ before: Batch, _ after: Batch, world: Int) {
        for trial in 0..<Simulator.batchSize where before.active & (1 << UInt32(trial)) != 0 {
            for (index, reader) in readers.enumerated() {
                tallies[index].add(
                    TrialOutcome(reader.base, before, trial), TrialOutcome(reader.changed, after, trial), world: world)
            }
        }
    }
}
