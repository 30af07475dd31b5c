internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// One company's leading fixes under one story, each against the one that is first today, while something unknown
/// stands at one of its ends.
struct FirstFixJob {
    let job: NotKnowingJob
    /// The first one is today's first.
    let fixes: [CompanyLever]
    /// The story's goal.
    let objective: String

    /// An end of an unknown, and the fixes that are tried there against today's first.
    struct End: Sendable, Hashable {
        var driver: String
        /// 0 or 1, as `Unknown.ends`.
        var end: Int
        /// Places among the fixes, above 0.
        var rivals: [Int]
    }

    /// For each end and rival: trials that reach the goal with today's first, before, and with the rival, after, by
    /// world; nil where the story does not apply.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func contests(_ ends: [End], on stretch: Stretch) throws -> [[[PairedMoments]]]? {
        let memo = CompileMemo()
        let today = try job.compile(memo: memo)
        let story = CompanyStory(today, member: job.member)
        guard story.applies, let number = job.scenario.objectives.firstIndex(where: { $0.id == objective }),
            let goal = story.objective(number)
        else { return nil }
        let places = Set(ends.flatMap(\.rivals)).union([0]).sorted()
        var changed: [Int: CompiledDrill] = [:]
        for place in places {
            var company = job.company
            fixes[place].apply(&company)
            changed[place] = try job.compile(as: company, memo: memo)
        }
        let unknowns = ([today] + places.compactMap { changed[$0] }).map { drill in
            Dictionary(job.unknowns(in: drill).map { ($0.id, $0) }) { first, _ in first }
        }
        // Ends on which this story does not depend come out as today.
        var unmoved: [[Int]: [[PairedMoments]]] = [:]
        return try ends.map { end in
            var isMoved = false
            func held(_ drill: CompiledDrill, _ unknowns: [String: Unknown]) -> CompiledGraph {
                guard let unknown = unknowns[end.driver] else { return drill.graph }
                let base = drill.description.worlds
                let worlds = drill.table.values(base, seed: job.settings.seed, holding: unknown.ends[end.end].held)
                if zip(worlds, base).allSatisfy({ $0.thresholds == $1.thresholds && $0.factors == $1.factors }) {
                    return drill.graph
                }
                isMoved = true
                var description = drill.description
                description.worlds = worlds
                return CompiledGraph(description)
            }
            let base = held(today, unknowns[0])
            let graphs = zip(places, unknowns.dropFirst()).compactMap { place, unknowns -> Variant? in
                guard place == 0 || end.rivals.contains(place), let drill = changed[place] else { return nil }
                return Variant(graph: held(drill, unknowns), goal: drill.members[job.member].objectives[number])
            }
            if !isMoved, let known = unmoved[end.rivals] { return known }
            let found = try compare(Variant(graph: base, goal: goal), graphs, on: stretch)
            if !isMoved { unmoved[end.rivals] = found }
            return found
        }
    }

    private struct Variant {
        var graph: CompiledGraph
        /// Node of the goal; nil where it cannot be reached.
        var goal: Int32?
    }

    /// All but the first of the variants against the first, on the trials of a base that all are changes of.
    private func compare(
        _ base: Variant, _ variants: [Variant], on stretch: Stretch
    ) throws -> [[PairedMoments]] {
        let settings = job.settings
        let index = DrawIndex(base.graph)
        let sharings = variants.map { Shared(index.sharing(with: $0.graph)) }
        let simulators = variants.map { Simulator(graph: $0.graph, seed: settings.seed) }
        let workspace = Workspace(forAnyOf: [base.graph])
        let room = Workspace(forAnyOf: [base.graph] + variants.map(\.graph))
        let none = PairedMoments(trials: 0, before: 0, after: 0, squaredDifferences: 0)
        var moments = variants.dropFirst().map { _ in [PairedMoments](repeating: none, count: settings.worlds) }
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds, stretch: stretch) {
            try Task.checkCancellation()
            let world = chunk.world
            Simulator(graph: base.graph, seed: settings.seed).run(
                world: world, trials: chunk.trials, workspace: workspace
            ) { batch in
                let today = batch.reaching(base.goal)
                var first: UInt32 = 0
                for place in variants.indices {
                    var reached = today
                    simulators[place].rerun(batch, world: world, sharing: sharings[place], workspace: room) {
                        reached = $0.reaching(variants[place].goal)
                    }
                    guard place > 0 else {
                        first = reached
                        continue
                    }
                    moments[place - 1][world].trials += Double(batch.active.nonzeroBitCount)
                    moments[place - 1][world].before += Double(first.nonzeroBitCount)
                    moments[place - 1][world].after += Double(reached.nonzeroBitCount)
                    moments[place - 1][world].squaredDifferences += Double((first ^ reached).nonzeroBitCount)
                }
            }
        }
        return moments
    }
}

extension Batch {
    /// Active trials in which a node completes, as bits; none for nil.
    func reaching(_ node: Int32?) -> UInt32 { node.map { completing(Int($0)) } ?? 0 }
}
