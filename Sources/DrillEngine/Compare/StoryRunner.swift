internal import DrillKernel

/// One task's work on a story: each batch is simulated once as things stand, read, and corrected for each change.
struct StoryRunner {
    private(set) var tallies: StoryTallies
    private let simulator: Simulator
    private let workspace: Workspace
    private let reader: TrialReader
    private var before: BatchOutcomes
    private let isRead: Bool
    private let watch: AlertWatch
    /// One for all changes: what a batch changes stays near the processor.
    private let room: Workspace
    private var changes: [(place: Int, runner: VariantRunner)]

    /// - Parameter tallies: Without a trial.
    init(_ story: ChangedStory, seed: UInt64, tallies: StoryTallies) {
        self.tallies = tallies
        isRead = tallies.outcomes != nil || story.asked.contains(where: \.tellsOutcomes)
        simulator = Simulator(graph: story.base.graph, seed: seed)
        workspace = Workspace(forAnyOf: [story.base.graph])
        room = Workspace(forAnyOf: [story.base.graph] + story.variants.compactMap { $0?.drill.graph })
        let reader = TrialReader(story.story)
        self.reader = reader
        before = BatchOutcomes(reader)
        watch = AlertWatch(story.story)
        changes = story.variants.enumerated().compactMap { place, variant in
            variant.map { (place, VariantRunner($0, beside: reader, seed: seed)) }
        }
    }

    /// - Parameter place: Of the chunk's first batch in the plan.
    mutating func run(_ chunk: Chunk, at place: Int) {
        let first = chunk.trials.lowerBound / Simulator.batchSize
        simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
            let number = place + batch.firstTrial / Simulator.batchSize - first
            if isRead {
                before.fill(batch, trials: batch.active)
                tallies.add(before, active: batch.active, world: chunk.world)
            }
            tallies.list(
                number, active: batch.active, reached: { batch.reaching(reader.objectives[$0]) },
                objectives: reader.objectives.count)
            let today = Before(batch: batch, number: number, outcomes: before, reached: tallies.reached, watch: watch)
            for index in changes.indices {
                changes[index].runner.rerun(
                    today, world: chunk.world, in: room, into: &tallies.changes[changes[index].place])
            }
        }
    }

    /// A batch as things stand.
    fileprivate struct Before {
        var batch: Batch
        /// Its place in the plan.
        var number: Int
        var outcomes: BatchOutcomes
        var reached: TrialBits
        var watch: AlertWatch
    }
}

/// A changed graph at work.
private struct VariantRunner {
    private let sharing: Shared<DrawSharing>
    private let simulator: Simulator
    private let reader: TrialReader
    private var after: BatchOutcomes
    private let watch: AlertWatch
    /// Where outcomes are read here and in the base; nil where equal values mean different outcomes.
    private let places: (own: OutcomePlaces, base: OutcomePlaces)?
    private let cuts: [(kind: CutKind, cuts: Range<Int>)]

    init(_ variant: StoryVariant, beside base: TrialReader, seed: UInt64) {
        sharing = Shared(variant.sharing)
        simulator = Simulator(graph: variant.drill.graph, seed: seed)
        let story = CompanyStory(variant.drill, member: base.member)
        reader = TrialReader(story)
        after = BatchOutcomes(reader)
        watch = AlertWatch(story)
        places = reader.weighsLike(base) ? (reader.places, base.places) : nil
        cuts = CutKind.allCases.map { ($0, $0.cuts(of: variant.drill)) }.filter { !$0.1.isEmpty }
    }

    /// Runs the trials of a base batch with the change and counts what differs.
    mutating func rerun(
        _ base: StoryRunner.Before, world: Int, in workspace: Workspace, into tally: inout ChangeTally
    ) {
        var worse: [(objective: Int, trials: UInt32)] = []
        var lost: [Int: Losses] = [:]
        simulator.rerun(base.batch, world: world, sharing: sharing, workspace: workspace) { changed in
            let trials = places.map { changed.differences($0.own, from: base.batch, $0.base) } ?? changed.active
            guard trials != 0 else { return }
            tally.differing += trials.nonzeroBitCount
            for (number, node) in reader.objectives.enumerated() {
                let moved = changed.reaching(node) ^ base.reached[number][base.number]
                if moved != 0 { tally.moved.set(number, moved, batch: base.number) }
            }
            guard tally.outcomes != nil else { return }
            after.fill(changed, trials: trials)
            tally.outcomes?.difference.add(base.outcomes, after, active: trials, world: world)
            for number in 0..<after.objectiveCount {
                let caused = after.caused(number, beside: base.outcomes, among: trials)
                guard caused != 0 else { continue }
                worse.append((number, caused))
                for trial in 0..<Simulator.batchSize where caused & (1 << UInt32(trial)) != 0 {
                    lost[number, default: Losses()].follow(
                        base.watch.first(base.batch, trial), watch, changed: changed, trial: trial)
                }
            }
        }
        if worse.isEmpty { return }
        let undone = undoing(worse, of: base.batch, world: world, in: workspace)
        for ((number, trials), undone) in zip(worse, undone) {
            for trial in 0..<Simulator.batchSize where trials & (1 << UInt32(trial)) != 0 {
                lost[number, default: Losses()].add(undone.first { $0.trials & (1 << UInt32(trial)) != 0 }?.kind)
            }
        }
        for (number, lost) in lost { tally.outcomes?.lost[number, default: Losses()].merge(lost) }
    }

    /// For trials that go worse, by objective, those in which the harm is undone when one kind of cut is held at its
    /// former times.
    private func undoing(
        _ worse: [(objective: Int, trials: UInt32)], of base: Batch, world: Int, in workspace: Workspace
    ) -> [[(kind: CutKind, trials: UInt32)]] {
        var undone = worse.map { _ in [(kind: CutKind, trials: UInt32)]() }
        guard sharing.value.canHoldCuts else { return undone }
        for (kind, cuts) in cuts {
            // Where nothing can differ any more, none of them is reached.
            var reached = worse.map { _ in UInt32(0) }
            simulator.rerun(base, world: world, sharing: sharing, holding: cuts, workspace: workspace) { changed in
                for place in worse.indices {
                    reached[place] = changed.reaching(reader.objectives[worse[place].objective])
                }
            }
            for place in worse.indices { undone[place].append((kind, worse[place].trials & ~reached[place])) }
        }
        return undone
    }
}

extension Batch {
    /// Active trials in which a node completes, as bits; none for nil.
    func reaching(_ node: Int32?) -> UInt32 { node.map { completing(Int($0)) } ?? 0 }
}
