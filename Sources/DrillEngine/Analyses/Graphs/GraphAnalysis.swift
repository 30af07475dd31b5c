internal import DrillKernel
public import DrillResults
public import Scenarios

/// Evaluates an attack graph: by sampling, or exactly where nothing depends on time.
public struct GraphAnalysis: Sendable {
    /// What is asked.
    public struct Question: Sendable {
        /// Trials to sample, at least 1.
        public var trials: Int
        /// Of the random numbers.
        public var seed: UInt64
        /// Tasks at once; results do not depend on it.
        public var threads: Int
        /// Whether the goal's probability is worked out instead of sampled.
        public var isExact: Bool
        /// Whether each node's importance is asked for.
        public var importance: Bool
        /// Every node's probability and mean time.
        public var nodes: Bool
        /// How many goals must be reached at once, from 1; nil: any is asked for by itself.
        public var atLeast: [Int]

        public init(
            trials: Int, seed: UInt64, threads: Int, isExact: Bool = false, importance: Bool = false,
            nodes: Bool = false, atLeast: [Int] = []
        ) {
            self.trials = trials
            self.seed = seed
            self.threads = threads
            self.isExact = isExact
            self.importance = importance
            self.nodes = nodes
            self.atLeast = atLeast
        }
    }

    let graph: AttackGraph
    let question: Question

    public init(_ graph: AttackGraph, _ question: Question) {
        self.graph = graph
        self.question = question
    }

    /// The answer.
    ///
    /// - Parameter told: Called before each part of an exact calculation that may take seconds.
    /// - Throws: `CompileError`, `ExactFailure`, or `CancellationError` when the task is cancelled.
    public func result(told: @escaping @Sendable (ExactStage) -> Void = { _ in }) async throws -> GraphResult {
        question.isExact ? try exactResult(told) : try await sampledResult()
    }

    private func sampledResult() async throws -> GraphResult {
        let compiled = try CompiledAttackGraph(graph)
        // Nodes counted together: the `goals`, or everything that can fall.
        let joint = Array(compiled.goals.dropFirst())
        let asksAll = question.nodes || (!question.atLeast.isEmpty && joint.isEmpty)
        let counted =
            joint.isEmpty ? graph.nodes.indices.filter { graph.nodes[$0].type != .entry } : joint.map(Int.init)
        let wanted = asksAll ? graph.nodes.indices.map(Int32.init) : compiled.goals
        let (description, original) = compiled.description.reduced(to: wanted)
        let place = Dictionary(uniqueKeysWithValues: original.enumerated().map { (Int($1), $0) })
        let asksFallen = asksAll || !joint.isEmpty
        let observer = GraphObserver(
            goal: place[Int(compiled.goals[0])] ?? 0, organizations: description.organizations.count,
            counted: asksFallen ? counted.compactMap { place[$0] } : [],
            nodes: question.nodes ? graph.nodes.indices.compactMap { place[$0] } : [])
        let tally = try await sample(description, observer)
        var result = answer(tally)
        if asksFallen { result.fallen = fallen(tally) }
        if question.nodes {
            result.nodes = zip(graph.nodes, tally.nodes).map { node, tally in
                GraphResult.Node(id: node.id, probability: share(tally.count), meanTime: inUnits(tally.mean))
            }
        }
        if question.importance {
            result.importance = try await sampledImportance(compiled, base: tally.goal.count)
        }
        return result
    }

    private func answer(_ tally: GraphTally) -> GraphResult {
        let p = share(tally.goal.count)
        let quantiles = [0.05, 0.25, 0.5, 0.75, 0.95].map { q in
            ("\(q)", inUnits(tally.goal.quantile(q, of: tally.goal.count)))
        }
        return GraphResult(
            goal: .init(
                probability: p, standardError: (p * (1 - p) / Double(question.trials)).squareRoot(),
                range: Wilson.interval(count: tally.goal.count, trials: UInt64(question.trials)),
                meanTime: inUnits(tally.goal.mean), quantiles: Dictionary(uniqueKeysWithValues: quantiles)),
            fallen: nil,
            detected: .init(probability: share(tally.detected.count), meanTime: inUnits(tally.detected.mean)),
            nodes: nil, importance: nil)
    }

    private func fallen(_ tally: GraphTally) -> GraphResult.Fallen {
        let trials = Double(tally.trials)
        var mean = 0.0
        var square = 0.0
        for (count, held) in tally.fallen.enumerated() {
            mean += Double(count) * Double(held)
            square += Double(count) * Double(count) * Double(held)
        }
        mean /= trials
        let atLeast = question.atLeast.map { limit in
            ("\(limit)", Double(tally.fallen.dropFirst(limit).reduce(0, +)) / trials)
        }
        return GraphResult.Fallen(
            mean: mean, variance: max(0, square / trials - mean * mean),
            atLeast: Dictionary(atLeast) { first, _ in first })
    }

    private func share(_ count: UInt64) -> Double { Double(count) / Double(question.trials) }

    private func inUnits(_ hours: Double?) -> Double? { hours.map { $0 / graph.timeUnit.hours } }

    /// Trials in chunks over the tasks; merging is exact in any order.
    private func sample(_ description: GraphDescription, _ observer: GraphObserver) async throws -> GraphTally {
        let compiled = CompiledGraph(description)
        let simulator = Simulator(graph: compiled, seed: question.seed)
        let chunks = Chunk.plan(jobs: 1, trials: question.trials, worlds: 1)
        // One organization's earliest alert comes from tries that no containment can have touched.
        let mayStop = observer.counted.isEmpty && observer.nodes.isEmpty && observer.organizations <= 1
        let goals = mayStop ? [Int32(observer.goal)] : []
        let parts = try await inParallel(
            chunks.count, threads: question.threads,
            by: (tally: observer.emptyTally, workspace: Workspace(for: compiled))
        ) { own, index in
            let workspace = own.workspace
            simulator.run(world: 0, trials: chunks[index].trials, workspace: workspace, goals: goals) {
                observer.observe($0, into: &own.tally)
            }
        } finish: {
            $0.tally
        }
        return parts.reduce(into: observer.emptyTally) { $0.merge($1) }
    }

    // MARK: - Importance

    /// Each node on and off, on the same random numbers.
    private func sampledImportance(
        _ compiled: CompiledAttackGraph, base: UInt64
    ) async throws -> [GraphResult.Importance] {
        let goal = compiled.goals[0]
        let relevant = Set(compiled.description.reduced(to: [goal]).original)
        var result: [GraphResult.Importance] = []
        for (index, node) in graph.nodes.enumerated() where node.type != .entry {
            guard relevant.contains(Int32(index)) else {
                result.append(.init(id: node.id, birnbaum: 0, rrw: base > 0 ? 1 : nil, raw: base > 0 ? 1 : nil))
                continue
            }
            let on = try await goalCount(compiled, forcing: index, on: true)
            let off = try await goalCount(compiled, forcing: index, on: false)
            result.append(
                .init(
                    id: node.id, birnbaum: share(on) - share(off), rrw: off > 0 ? share(base) / share(off) : nil,
                    raw: base > 0 ? share(on) / share(base) : nil, rrwRange: ratio(base, over: off),
                    rawRange: ratio(on, over: base)))
        }
        return result
    }

    /// 5 % to 95 % of a ratio of two shares of all trials (D. Katz et al., Biometrics 34, 1978), as if they were of
    /// different trials: on the same random numbers it is wider than needed. Nil where either is nothing.
    private func ratio(_ count: UInt64, over other: UInt64) -> RatioRange? {
        guard count > 0, other > 0 else { return nil }
        let ratio = Double(count) / Double(other)
        let variance = 1 / Double(count) + 1 / Double(other) - 2 / Double(question.trials)
        let factor = DeterministicMath.exp(Wilson.z * max(0, variance).squareRoot())
        return RatioRange(low: ratio / factor, high: ratio * factor)
    }

    /// On: succeeds at once when its prerequisites are met. Off: never.
    private func goalCount(_ compiled: CompiledAttackGraph, forcing index: Int, on: Bool) async throws -> UInt64 {
        var description = compiled.description
        description.nodes[index].successModifiers = []
        // Slot 0 holds the chance 0.
        description.nodes[index].success = on ? -1 : 0
        if on { description.nodes[index].pace = Lapse() }
        let (reduced, original) = description.reduced(to: [compiled.goals[0]])
        let place = original.firstIndex(of: compiled.goals[0]) ?? 0
        let observer = GraphObserver(
            goal: place, organizations: reduced.organizations.count, counted: [], nodes: [])
        return try await sample(reduced, observer).goal.count
    }
}
