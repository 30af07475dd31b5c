/// Exact probabilities of a graph without times.
///
/// Two methods, because neither does all: summing variables out of small tables (`TableNetwork`, `Contraction`) is good
/// where the graph is loosely knit, and its cost is known before it starts; decision diagrams (`DiagramEvaluation`) are
/// good where much is logically redundant, and for large circles. Cheap attempts of both come first.
package struct ExactEvaluation: Sendable {
    private let problem: ExactProblem
    private let limits: ExactLimits
    private let method: Method
    private let told: @Sendable (Stage) -> Void

    /// Entries of tables that only count inputs; where there are more, tables are no way.
    private static let mostCounting = 1e7

    /// Which way to take.
    package enum Method: Sendable { case cheapest, tables, diagrams }

    /// What is tried after everything that takes no time.
    package enum Stage: Sendable, Equatable {
        /// Large tables.
        case tables
        /// A large decision diagram, the first of several or a later one.
        case diagram(Int, of: Int)
    }

    /// - Parameter told: Called before each attempt that may take seconds.
    /// - Precondition: the problem is well-formed.
    package init(
        _ problem: ExactProblem, limits: ExactLimits = .standard, method: Method = .cheapest,
        told: @escaping @Sendable (Stage) -> Void = { _ in }
    ) {
        precondition(problem.isWellFormed, "indices exist, probabilities lie in 0…1")
        self.problem = problem
        self.limits = limits
        self.method = method
        self.told = told
    }

    private func evaluation(of other: ExactProblem) -> ExactEvaluation {
        ExactEvaluation(other, limits: limits, method: method, told: told)
    }

    /// The chance that a node ever happens.
    package func probability(of goal: Int) throws(ExactError) -> Double {
        let merged = problem.chainsMerged(for: goal)
        let reduced = ReducedProblem(merged, keepingSwitches: false)
        guard reduced.fates[goal] == .open else { return reduced.fates[goal] == .always ? 1 : 0 }
        switch try merged.independentMerged(for: goal, reduced, limits) {
        case .answer(let probability): return probability
        case .rest(let rest): return try evaluation(of: rest).evaluated(goal)
        }
    }

    private func evaluated(_ goal: Int) throws(ExactError) -> Double {
        let reduced = ReducedProblem(problem, keepingSwitches: false)
        switch reduced.fates[goal] {
        case .never: return 0
        case .always: return 1
        case .open: break
        }
        return try attempt(reduced, [goal]) { plan in
            plan.order.peak <= limits.entries
        } contract: { plan in
            var plan = plan
            _ = plan.network.observe(plan.outcome[goal]!, values: [0, 1])
            return plan.contract(keeping: false).total
        } diagram: { seed, limit throws(DecisionDiagram.Full) in
            try DiagramEvaluation.probabilities(problem, reduced, targets: [goal], seed: seed, limit: limit)[0]
        }
    }

    /// The chance of every node, in the problem's order.
    package func probabilities() throws(ExactError) -> [Double] {
        let reduced = ReducedProblem(problem, keepingSwitches: false)
        var result = reduced.fates.map { $0 == .always ? 1.0 : 0 }
        let open = reduced.fates.indices.filter { reduced.fates[$0] == .open }
        guard !open.isEmpty else { return result }
        if let together = try? probabilities(of: open, reduced) {
            for (node, probability) in together { result[node] = probability }
            return result
        }
        // Too much together; alone, each depends on fewer others. Effects first: they take their causes along.
        var isKnown = Array(repeating: false, count: result.count)
        for node in reduced.groups(above: open).joined().reversed() where !isKnown[node] {
            let causes = reduced.groups(above: [node]).flatMap { $0 }
            var found = (try? probabilities(of: causes, reduced)) ?? []
            if found.isEmpty { found = [(node, try probability(of: node))] }
            for (node, probability) in found { (result[node], isKnown[node]) = (probability, true) }
        }
        return result
    }

    private func probabilities(of nodes: [Int], _ reduced: ReducedProblem) throws(ExactError) -> [(Int, Double)] {
        try attempt(reduced, nodes, withLargeDiagrams: false) { plan in
            2 * plan.order.entries <= limits.entries
        } contract: { plan in
            var plan = plan
            let marks = nodes.map { plan.network.observe(plan.outcome[$0]!, values: [1, 1]) }
            var contraction = plan.contract(keeping: true)
            let gradients = contraction.gradients(of: marks, tables: plan.network.tables)
            return zip(nodes, marks).map { ($0, min(gradients[$1]![1], 1)) }
        } diagram: { seed, limit throws(DecisionDiagram.Full) in
            let found = try DiagramEvaluation.probabilities(
                problem, reduced, targets: nodes, seed: seed, limit: limit)
            return Array(zip(nodes, found))
        }
    }

    /// What each node is worth to the goal, in the problem's order.
    ///
    /// On: the node happens whenever its gate holds, whatever its own chance and its defences. Off: never.
    package func importance(goal: Int) throws(ExactError) -> [ExactImportance] {
        let probability = try probability(of: goal)
        let unmoved = ExactImportance(probabilityOn: probability, probabilityOff: probability, probability: probability)
        var result = problem.nodes.map { _ in unmoved }
        let reduced = ReducedProblem(problem, keepingSwitches: true)
        guard reduced.fates[goal] != .never else { return result }
        for (node, description) in problem.nodes.enumerated() where description.gate == .entry {
            // An entry has no chance of its own; the graph without it is another, smaller problem.
            var without = problem
            without.nodes[node] = ExactProblem.Node(.any)
            result[node].probabilityOff = try evaluation(of: without).probability(of: goal)
        }
        guard reduced.fates[goal] == .open else { return result }
        for (node, on, off) in try switched(goal, reduced) {
            (result[node].probabilityOn, result[node].probabilityOff) = (on, off)
        }
        return result
    }

    private func switched(
        _ goal: Int, _ reduced: ReducedProblem
    ) throws(ExactError) -> [(node: Int, on: Double, off: Double)] {
        try attempt(reduced, [goal]) { plan in
            2 * plan.order.entries <= limits.entries
        } contract: { plan in
            var plan = plan
            _ = plan.network.observe(plan.outcome[goal]!, values: [0, 1])
            var contraction = plan.contract(keeping: true)
            let switches = plan.network.switches
            let gradients = contraction.gradients(of: switches.map(\.table), tables: plan.network.tables)
            return switches.map { found in
                func total(_ values: [Double]) -> Double {
                    zip(gradients[found.table]!, values).reduce(0) { $0 + $1.0 * $1.1 }
                }
                return (found.node, total(found.on), total(found.off))
            }
        } diagram: { seed, limit throws(DecisionDiagram.Full) in
            try DiagramEvaluation.switched(problem, reduced, goal: goal, seed: seed, limit: limit)
        }
    }

    /// Tables if they are small, small diagrams, large tables, large diagrams: the first that fits.
    private func attempt<Answer>(
        _ reduced: ReducedProblem, _ targets: [Int], withLargeDiagrams: Bool = true, fits: (Plan) -> Bool,
        contract: (Plan) -> Answer,
        diagram: (_ seed: Int, _ limit: Int) throws(DecisionDiagram.Full) -> Answer
    ) throws(ExactError) -> Answer {
        let events =
            method != .diagrams && reduced.eventCount(above: targets) <= 4000
                && reduced.countingEntries(above: targets) <= Self.mostCounting
            ? EventNetwork(problem, reduced, targets: targets) : nil
        if let events {
            var plan = Plan(events, attempts: 4)
            // A better order is worth a second, where the tables take seconds.
            if plan.order.work > 1e7, plan.order.work <= 1e9 { plan = Plan(events, attempts: 64) }
            if plan.order.work <= min(1e9, limits.work), fits(plan) { return contract(plan) }
        }
        let largest = method == .tables ? 0 : Int(min(limits.entries / 8, limits.work / 2000))
        let small = min(1 << 18, largest)
        for seed in 0..<3 where small > 2 {
            if let answer = try? diagram(seed, small) { return answer }
        }
        var order = EliminationOrder.hopeless
        if let events {
            told(.tables)
            let plan = Plan(events, attempts: 64)
            if plan.order.work <= limits.work, fits(plan) { return contract(plan) }
            order = plan.order
        }
        let diagrams = [(0, largest / 8), (1, largest / 8), (2, largest / 8), (0, largest)]
        for (number, (seed, limit)) in diagrams.enumerated() where withLargeDiagrams && limit > small {
            told(.diagram(number + 1, of: diagrams.count))
            if let answer = try? diagram(seed, limit) { return answer }
        }
        throw .tooLarge(entries: order.entries, work: order.work)
    }
}

/// Tables for what some nodes depend on, and the variables of these nodes.
private struct Plan {
    var network: TableNetwork
    let outcome: [Int?]

    init(_ events: EventNetwork, attempts: Int) {
        outcome = events.outcome
        network = TableNetwork.cheapest(for: events.events, attempts: attempts, enough: 1e6)
    }

    var order: EliminationOrder { network.plan }

    func contract(keeping: Bool) -> Contraction {
        Contraction(network.tables, cardinalities: network.cardinalities, order: order.order, keeping: keeping)
    }
}
