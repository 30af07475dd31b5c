/// Runs batches of 32 trials and shows each to an observer.
///
/// A trial depends on graph, seed, world and its own number only: not on which range, batch or thread it was run in.
package struct Simulator: Sendable {
    /// What is simulated.
    package var graph: CompiledGraph {
        @inline(__always) _read { yield rows.value }
    }
    let rows: Shared<CompiledGraph>
    /// All random words follow from it and from their addresses.
    package let seed: UInt64

    /// - Parameters:
    ///   - graph: What is simulated.
    ///   - seed: Of all random words.
    package init(graph: CompiledGraph, seed: UInt64) {
        rows = Shared(graph)
        self.seed = seed
    }

    /// Trials of one batch.
    package static let batchSize = 32

    /// Simulates a range of trials in one world; calls `observe` once for each batch that the range touches.
    ///
    /// - Parameters:
    ///   - trials: Trial numbers, below 2^32.
    ///   - goals: Evaluation stops after the first pass where no trial of the batch reached any of these nodes; empty:
    ///     every batch is finished. So it is where one of them hangs on an outage.
    ///   - given: What a part of a graph hangs on, source by source: of the same trials in the same batches.
    ///   - observe: Gets the finished batch; only trials in `Batch.active` belong to the range.
    package func run(
        world: Int, trials: Range<Int>, workspace: Workspace, goals: [Int32] = [], given: [HandedTimes] = [],
        observe: (Batch) -> Void
    ) {
        guard !trials.isEmpty else { return }
        precondition(given.count == graph.live.given.count)
        for node in graph.live.idle { workspace.completion[node] = Quad(repeating: .never) }
        precondition(trials.lowerBound >= 0 && trials.upperBound <= Int(UInt32.max))
        let places = goals.map { Int(graph.position[Int($0)]) }
        let first = trials.lowerBound / 32
        for batch in first...((trials.upperBound - 1) / 32) {
            for (source, times) in zip(graph.live.given, given) {
                times.give(batch: batch - first, to: source, workspace)
            }
            if !given.isEmpty { workspace.given = GivenBatch(times: given, batch: batch - first) }
            let passes = settle(batch: UInt32(batch), world: world, workspace: workspace, goals: places)
            let low = max(trials.lowerBound - batch * 32, 0)
            let high = min(trials.upperBound - batch * 32, 32)
            let active = (UInt64(1) << UInt64(high)) - (UInt64(1) << UInt64(low))
            observe(
                Batch(
                    rows: rows, workspace: workspace, firstTrial: batch * 32,
                    active: UInt32(truncatingIfNeeded: active), passes: passes))
        }
    }

    /// What is random in a batch.
    func draws(batch: UInt32, world: Int, workspace: Workspace, reuse: DrawReuse? = nil) -> Draws {
        Draws(
            rows: rows, workspace: workspace, world: graph.worlds[world],
            generator: LaneGenerator(seed: seed, batch: batch), reuse: reuse)
    }

    /// Passes until no cut changes any more; returns how many sweeps it took.
    func settle(batch: UInt32, world: Int, workspace: Workspace, goals: [Int] = []) -> Int {
        settle(draws(batch: batch, world: world, workspace: workspace), workspace: workspace, goals: goals)
    }

    func settle(_ draws: Draws, workspace: Workspace, goals: [Int] = []) -> Int {
        workspace.begin()
        let sweep = Sweep(rows: rows, workspace: workspace, draws: draws)
        let response = ResponseStage(rows: rows, workspace: workspace)
        draws.drawShared()
        if graph.hasCuts || !graph.organizations.isEmpty { draws.drawResponse() }
        response.reset()
        sweep.run(first: true)
        var passes = 1
        // What hangs on an outage is known only after repair.
        let undecided =
            !goals.isEmpty
            && !goals.contains { graph.nodes[$0].isLate || workspace.completion[$0].map { $0 .< .infinity }.isAny }
        if !undecided {
            while response.update() {
                // What stands from the beginning stays; all other cuts can only have come earlier than "never".
                if passes == 1 { sweep.tighten() } else { sweep.run(first: false) }
                passes += 1
                // Each pass makes a longer stretch of time final; the bound only guards against a broken argument.
                precondition(passes < 10_000, "the passes do not settle")
            }
        }
        if !graph.repairs.isEmpty { RepairStage(rows: rows, workspace: workspace).run() }
        sweep.runLate()
        return passes
    }
}

/// One finished batch as an observer sees it; valid during the call only.
package struct Batch {
    let rows: Shared<CompiledGraph>
    var graph: CompiledGraph {
        @inline(__always) _read { yield rows.value }
    }
    let workspace: Workspace
    /// The number of the batch's trial 0.
    package let firstTrial: Int
    /// Bit b: trial `firstTrial + b` belongs to the range that is simulated.
    package let active: UInt32
    /// Sweeps until the cuts settled.
    package let passes: Int

    /// Completion of a node (index of the description) in trial `firstTrial + trial`; infinity: never.
    package func completion(_ node: Int, trial: Int) -> Float {
        workspace.completion.value(Int(graph.position[node]), trial: trial)
    }
    /// The alert of a notice, counted through the description's nodes in order.
    package func alert(_ notice: Int, trial: Int) -> Float {
        workspace.alert.value(Int(graph.noticeOrder[notice]), trial: trial)
    }
    /// An organization's earliest alert.
    package func detection(_ organization: Int, trial: Int) -> Float {
        workspace.detection.value(organization, trial: trial)
    }
    /// End of an organization's response chain.
    package func chainEnd(_ organization: Int, trial: Int) -> Float {
        workspace.chainEnd.value(organization, trial: trial)
    }
    /// The hour of the week (0 = Monday 00:00, local time) at zero hour; hours by date do not need it.
    package func hourOfWeek(_ organization: Int, trial: Int) -> Float {
        workspace.phase.value(organization, trial: trial)
    }
    /// When each hand-off of an organization's response chain is done; empty where nothing was noticed.
    package func handOffs(_ organization: Int, trial: Int) -> [Float] {
        var time = workspace.detection.value(organization, trial: trial)
        guard time < .infinity else { return [] }
        let phase = workspace.phase.value(organization, trial: trial)
        return graph.organizations[organization].chain.range.map { stage in
            let span = workspace.chainSpan.value(stage, trial: trial)
            let calendar = graph.chain[stage].calendar
            time = calendar < 0 ? time + span : graph.calendars[Int(calendar)].after(time, span, phase: phase)
            return time
        }
    }
    /// A containment's or intervention's time, as computed; may lie after the horizon.
    package func cut(_ cut: Int, trial: Int) -> Float { workspace.cut.value(cut, trial: trial) }
    /// A clock's time.
    package func clock(_ clock: Int, trial: Int) -> Float { workspace.clock.value(clock, trial: trial) }
    /// Presence word.
    package func presence(_ presence: Int, trial: Int) -> UInt32 { workspace.presence.value(presence, trial: trial) }
    /// An item's own outage; `from` is infinity where it is not down, `to` where it is never restored.
    package func outage(_ item: Int, trial: Int) -> (from: Float, to: Float) {
        let from = workspace.outageFrom.value(item, trial: trial)
        return (from, from == .infinity ? .infinity : workspace.outageTo.value(item, trial: trial))
    }
    /// An item's outage including those of its suppliers.
    package func sharedOutage(_ item: Int, trial: Int) -> (from: Float, to: Float) {
        let from = workspace.sharedFrom.value(item, trial: trial)
        return (from, from == .infinity ? .infinity : workspace.sharedTo.value(item, trial: trial))
    }
}
