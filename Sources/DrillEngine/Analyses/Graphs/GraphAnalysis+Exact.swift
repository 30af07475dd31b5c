internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// Why a graph has no exact answer here.
public enum ExactFailure: Error, Equatable {
    /// What depends on time, by node or part of the document.
    case dependsOnTime(String)
    /// The graph is too entangled: so many numbers would have to be held at once.
    case tooLarge(entries: Double)
}

/// What an exact calculation is at, once it takes longer.
public enum ExactStage: Sendable, Equatable {
    /// Tables of what meets in the graph.
    case tables
    /// A decision diagram, by number.
    case diagram(Int, of: Int)

    init(_ stage: ExactEvaluation.Stage) {
        switch stage {
        case .tables: self = .tables
        case .diagram(let number, let count): self = .diagram(number, of: count)
        }
    }
}

extension GraphAnalysis {
    /// Probabilities without sampling; for graphs in which it does not matter when something happens.
    func exactResult(_ told: @escaping @Sendable (ExactStage) -> Void) throws(ExactFailure) -> GraphResult {
        try refuseTime()
        let (problem, goal, detected) = exactProblem()
        let evaluation = ExactEvaluation(problem) { told(ExactStage($0)) }
        do {
            let probability = try evaluation.probability(of: goal)
            let noticed =
                try detected.map { (node: Int) throws(ExactError) in try evaluation.probability(of: node) } ?? 0
            let nodes = question.nodes ? try evaluation.probabilities() : nil
            let importance = question.importance ? try evaluation.importance(goal: goal) : nil
            return GraphResult(
                goal: .init(
                    probability: probability, standardError: 0, range: Interval(low: probability, high: probability),
                    meanTime: nil, quantiles: [:]), fallen: nil,
                detected: .init(probability: noticed, meanTime: nil),
                nodes: nodes.map { probabilities in
                    zip(graph.nodes, probabilities).map { .init(id: $0.id, probability: $1, meanTime: nil) }
                },
                importance: importance.map { list in
                    zip(graph.nodes, list).filter { $0.0.type != .entry }.map { node, found in
                        .init(
                            id: node.id, birnbaum: found.birnbaum, rrw: found.riskReductionWorth,
                            raw: found.riskAchievementWorth)
                    }
                })
        } catch {
            switch error {
            case .tooLarge(let entries, _): throw .tooLarge(entries: entries)
            }
        }
    }

    /// Times are allowed where nothing depends on them: without horizon, closing times and containment.
    private func refuseTime() throws(ExactFailure) {
        let takesTime = graph.nodes.first { $0.timeToCompromise != .constant(.hours(0)) || $0.starts != nil }
        if graph.horizon != nil, let node = takesTime { throw .dependsOnTime("\(node.id), which may miss the horizon") }
        if let node = graph.nodes.first(where: { $0.closes != nil }) {
            throw .dependsOnTime("\(node.id), which closes")
        }
        let containing = graph.responses.filter { !$0.value.containment.isEmpty }.keys.sorted()
        let only = graph.responses.count == 1 ? graph.responses.keys.first : nil
        for node in graph.nodes where node.detection != nil {
            if let organization = node.organization ?? only, containing.contains(organization) {
                throw .dependsOnTime("\(node.id), whose detection lets \(organization) contain the attack")
            }
            if node.attempts > 1 { throw .dependsOnTime("\(node.id), which may be detected at any of its attempts") }
        }
    }

    /// The graph as events; `detected` is a node that stands for any alert.
    private func exactProblem() -> (problem: ExactProblem, goal: Int, detected: Int?) {
        let index = Dictionary(graph.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let defences = Dictionary(graph.defences.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var nodes = graph.nodes.map { node in
            ExactProblem.Node(
                node.gate, parents: node.parents.compactMap { index[$0] }, probability: node.chanceOverall,
                blockedBy: node.blockedBy.compactMap { defences[$0] })
        }
        let alerts = graph.nodes.indices.compactMap { number -> Int? in
            guard let detection = graph.nodes[number].detection else { return nil }
            // Whoever tries can be seen, whether the try succeeds or not.
            nodes.append(
                ExactProblem.Node(
                    nodes[number].gate, parents: nodes[number].parents, probability: detection.probability))
            return nodes.count - 1
        }
        if !alerts.isEmpty { nodes.append(ExactProblem.Node(.any, parents: alerts)) }
        let problem = ExactProblem(nodes: nodes, defences: graph.defences.map(\.probability))
        return (problem, index[graph.goals[0]] ?? 0, alerts.isEmpty ? nil : nodes.count - 1)
    }
}

extension GraphNode {
    fileprivate var gate: ExactProblem.Gate {
        switch type {
        case .entry: .entry
        case .or: .any
        case .and: .all
        case .vote: .vote(k ?? 1)
        }
    }

    /// That any of the attempts succeeds: 1 − (1 − p)^n.
    fileprivate var chanceOverall: Double {
        guard attempts > 1, probability < 1 else { return probability }
        return -DeterministicMath.expm1(Double(attempts) * DeterministicMath.log1p(-probability))
    }
}
