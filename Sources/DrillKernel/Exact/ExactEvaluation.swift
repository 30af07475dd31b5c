/// Exact probabilities of a graph without times.
///
/// The graph becomes a network of small tables (`EventNetwork`), whose variables are summed out in an order found
/// greedily. What that costs is known before it starts, so a graph that is too entangled is refused at once.
package struct ExactEvaluation: Sendable {
    private let problem: ExactProblem
    private let limits: ExactLimits

    /// - Precondition: the problem is well-formed.
    package init(_ problem: ExactProblem, limits: ExactLimits = .standard) {
        precondition(problem.isWellFormed, "indices exist, probabilities lie in 0…1")
        self.problem = problem
        self.limits = limits
    }

    /// The chance that a node ever happens.
    package func probability(of goal: Int) throws(ExactError) -> Double {
        let reduced = ReducedProblem(problem, keepingSwitches: false)
        switch reduced.fates[goal] {
        case .never: return 0
        case .always: return 1
        case .open: break
        }
        var plan = try Plan(problem, reduced, targets: [goal], limits)
        _ = plan.network.observe(plan.outcome[goal]!, values: [0, 1])
        return plan.contract(keeping: false).total
    }

    /// The chance of every node, in the problem's order.
    package func probabilities() throws(ExactError) -> [Double] {
        let reduced = ReducedProblem(problem, keepingSwitches: false)
        var result = reduced.fates.map { $0 == .always ? 1.0 : 0 }
        let open = reduced.fates.indices.filter { reduced.fates[$0] == .open }
        guard !open.isEmpty else { return result }
        guard var plan = try? Plan(problem, reduced, targets: open, limits) else {
            // Too much together; alone, each depends on fewer others.
            for node in open { result[node] = try probability(of: node) }
            return result
        }
        let marks = open.map { plan.network.observe(plan.outcome[$0]!, values: [1, 1]) }
        var contraction = plan.contract(keeping: true)
        let gradients = contraction.gradients(of: marks, tables: plan.network.tables)
        for (node, mark) in zip(open, marks) { result[node] = min(gradients[mark]![1], 1) }
        return result
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
            // An entry has no table; the graph without it is another, smaller problem.
            var without = problem
            without.nodes[node] = ExactProblem.Node(.any)
            result[node].probabilityOff = try ExactEvaluation(without, limits: limits).probability(of: goal)
        }
        guard reduced.fates[goal] == .open else { return result }
        var plan = try Plan(problem, reduced, targets: [goal], limits)
        _ = plan.network.observe(plan.outcome[goal]!, values: [0, 1])
        var contraction = plan.contract(keeping: true)
        let switches = plan.network.switches
        let gradients = contraction.gradients(of: switches.map(\.table), tables: plan.network.tables)
        for found in switches {
            let gradient = gradients[found.table]!
            result[found.node].probabilityOn = zip(gradient, found.on).reduce(0) { $0 + $1.0 * $1.1 }
            result[found.node].probabilityOff = zip(gradient, found.off).reduce(0) { $0 + $1.0 * $1.1 }
        }
        return result
    }
}

/// Tables for what some nodes depend on, and the variables of these nodes.
private struct Plan {
    var network: TableNetwork
    let outcome: [Int?]

    init(
        _ problem: ExactProblem, _ reduced: ReducedProblem, targets: [Int], _ limits: ExactLimits
    ) throws(ExactError) {
        let events = EventNetwork(problem, reduced, targets: targets)
        outcome = events.outcome
        network = TableNetwork.cheapest(for: events.events)
        let (entries, work) = (network.plan.entries, network.plan.work)
        guard entries <= limits.entries, work <= limits.work else { throw .tooLarge(entries: entries, work: work) }
    }

    func contract(keeping: Bool) -> Contraction {
        Contraction(
            network.tables, cardinalities: network.cardinalities, order: network.plan.order, keeping: keeping)
    }
}
