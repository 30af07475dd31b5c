internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// Why a hardening makes trials worse, from those trials themselves: which alert came first in them, and what becomes of
/// it with the lever.
struct TripwireReasons {
    let loaded: LoadedExercise
    let settings: RunSettings
    let company: Organization

    /// Tripwires of a company that are looked into: those with which most trials go worse, one of each control, scope
    /// and story.
    private static let most = 8

    /// Puts the reasons into a report.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func explain(_ report: inout WeaknessReport, _ changes: [LeverChange]) async throws {
        let byID = Dictionary(changes.map { ($0.lever.id, $0) }) { first, _ in first }
        let wires = Array(report.worstTripwires.prefix(Self.most))
        let stories = loaded.scenarios.filter { scenario in wires.contains { $0.scenario == scenario.id } }
        let found = try await inParallel(stories.count, threads: settings.threads) { number in
            let own = wires.filter { $0.scenario == stories[number].id }
            return zip(own, try losses(own, own.map { byID[$0.lever.id] }, stories[number])).map { ($0, $1) }
        }
        for (wire, loss) in found.joined() {
            guard let loss, let words = loss.words(wire.lever, stories.first { $0.id == wire.scenario }) else {
                continue
            }
            let place = report.tripwires.firstIndex {
                ($0.lever.id, $0.scenario, $0.objective) == (wire.lever.id, wire.scenario, wire.objective)
            }
            if let place { report.tripwires[place].why = words }
        }
    }

    /// What became of the first alert in the trials that each tripwire makes worse.
    private func losses(
        _ wires: [Tripwire], _ changes: [LeverChange?], _ scenario: Scenario
    ) throws -> [LostAlerts?] {
        let job = NotKnowingJob(loaded: loaded, settings: settings, scenario: scenario, company: company)
        let memo = CompileMemo()
        let base = Watch(try job.compile(memo: memo), job.member)
        let index = DrawIndex(base.drill.graph)
        let simulator = Simulator(graph: base.drill.graph, seed: settings.seed)
        let pairs = try zip(wires, changes).map { wire, change -> Pair? in
            guard let change, let objective = scenario.objectives.firstIndex(where: { $0.id == wire.objective }) else {
                return nil
            }
            var changed = company
            change.apply(&changed)
            let watch = Watch(try job.compile(as: changed, memo: memo), job.member)
            return Pair(
                watch: watch, sharing: index.sharing(with: watch.drill.graph), objective: objective,
                simulator: Simulator(graph: watch.drill.graph, seed: settings.seed))
        }
        let workspace = Workspace(forAnyOf: [base.drill.graph])
        let graphs = [base.drill.graph] + pairs.compactMap { $0?.watch.drill.graph }
        let (room, whole) = (Workspace(forAnyOf: graphs), Workspace(forAnyOf: graphs))
        var losses = pairs.map { $0 == nil ? nil : LostAlerts() }
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds) {
            try Task.checkCancellation()
            simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
                for case (let place, let pair?) in pairs.enumerated() {
                    var caused: UInt32 = 0
                    pair.simulator.rerun(batch, world: chunk.world, sharing: pair.sharing, workspace: room) {
                        let today = batch.reaching(base.goal(pair.objective))
                        caused = $0.reaching(pair.watch.goal(pair.objective)) & ~today
                    }
                    guard caused != 0 else { continue }
                    // Once more as a whole: what the goals do not depend on may have been left out.
                    let trials = batch.firstTrial..<batch.firstTrial + Simulator.batchSize
                    pair.simulator.run(world: chunk.world, trials: trials, workspace: whole) { changed in
                        for trial in 0..<Simulator.batchSize where caused & (1 << UInt32(trial)) != 0 {
                            losses[place]?.add(base.first(batch, trial), pair.watch, changed, trial)
                        }
                    }
                }
            }
        }
        return losses
    }

    private struct Pair {
        var watch: Watch
        var sharing: DrawSharing
        var objective: Int
        var simulator: Simulator
    }
}

/// The notices of one member, by step.
private struct Watch {
    let drill: CompiledDrill
    let member: Int
    /// Place in the order of all notices, and the step that is noticed.
    let notices: [(place: Int, step: Int)]

    init(_ drill: CompiledDrill, _ member: Int) {
        self.drill = drill
        self.member = member
        notices = drill.description.nodes.flatMap(\.notices).enumerated().compactMap { place, notice in
            let node = Int(drill.notices[place].node)
            guard notice.organization == Int32(member), case .step(let step, _) = drill.nodes[node] else { return nil }
            return (place, step)
        }
    }

    func goal(_ objective: Int) -> Int32 { drill.members[member].objectives[objective] }

    /// A trial's first alert; nil where nobody notices anything.
    func first(_ batch: Batch, _ trial: Int) -> (step: Int, time: Float)? {
        var first: (step: Int, time: Float)?
        for notice in notices {
            let time = batch.alert(notice.place, trial: trial)
            if time < first?.time ?? .infinity { first = (notice.step, time) }
        }
        return first
    }

    /// A step's first alert; infinity: none.
    func alert(_ step: Int, _ batch: Batch, _ trial: Int) -> Float {
        notices.reduce(.infinity) { $1.step == step ? min($0, batch.alert($1.place, trial: trial)) : $0 }
    }
}

/// What became, in trials that went worse, of the alert that came first without the change.
private struct LostAlerts {
    private var trials = 0
    /// By step: trials whose first alert was of it and does not come, or comes later and nothing else in its place.
    private var missing: [Int: Int] = [:]
    private var late: [Int: Int] = [:]

    mutating func add(_ first: (step: Int, time: Float)?, _ watch: Watch, _ changed: Batch, _ trial: Int) {
        trials += 1
        guard let first else { return }
        // Another alert at the same time starts the same response.
        if let instead = watch.first(changed, trial),
            instead.time <= first.time
        {
            return
        }
        if watch.alert(first.step, changed, trial) < .infinity {
            late[first.step, default: 0] += 1
        } else {
            missing[first.step, default: 0] += 1
        }
    }

    /// One or two sentences with counts; nil where there was no such trial.
    func words(_ lever: Lever, _ scenario: Scenario?) -> String? {
        guard trials > 0, let scenario else { return nil }
        let steps = Set(missing.keys).union(late.keys).map { step in
            (step: step, count: missing[step, default: 0] + late[step, default: 0])
        }.sorted { ($1.count, $0.step) < ($0.count, $1.step) }
        let lost = steps.reduce(0) { $0 + $1.count }
        let bothWays = lever.twoWay.map { "The control acts both ways: \($0)" }
        guard lost > 0 else {
            return bothWays ?? "In none of these trials is the first alert lost; the attack only takes another course."
        }
        let all = Wording.count(trials)
        let share = lost == trials ? "all \(all)" : "\(Wording.count(lost)) of the \(all)"
        let these = trials == 1 ? "the one trial that goes worse" : "\(share) trials that go worse"
        var words = "The first alert is lost in \(these): "
        words += steps.prefix(2).map { step, count in
            let title = scenario.steps[step].title.isEmpty ? scenario.steps[step].id : scenario.steps[step].title
            let often = steps.count == 1 ? "" : "in \(Wording.count(count)) "
            return "\(often)that of \u{201C}\(title)\u{201D}, which \(fate(of: step))"
        }.joined(separator: "; ")
        let rest = steps.dropFirst(2).reduce(0) { $0 + $1.count }
        if rest > 0 { words += "; in \(Wording.count(rest)) that of other steps" }
        words += ". So the response begins too late."
        // The rest is what the control does by itself.
        if let bothWays, lost < trials { words = "\(bothWays) \(words)" }
        return words
    }
    private func fate(of step: Int) -> String {
        let (gone, later) = (missing[step, default: 0], late[step, default: 0])
        if later == 0 { return "does not come any more" }
        if gone == 0 { return "comes later" }
        return "does not come in \(Wording.count(gone)) and comes later in \(Wording.count(later))"
    }
}
