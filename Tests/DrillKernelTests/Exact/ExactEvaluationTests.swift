import DrillKernel
import Testing

@Suite("Exact probabilities")
struct ExactEvaluationTests {
    @Test(
        "agree with the definition on random graphs", arguments: [false, true],
        [ExactEvaluation.Method.tables, .diagrams])
    func random(cyclic: Bool, method: ExactEvaluation.Method) throws {
        var generator = RandomProblem(seed: cyclic ? 2 : 1)
        for round in 0..<120 {
            let problem = generator.make(nodes: 3 + round % 8, defences: round % 4, cyclic: cyclic)
            let truth = BruteForce(problem: problem).probabilities()
            let evaluation = ExactEvaluation(problem, method: method)
            let together = try evaluation.probabilities()
            for node in problem.nodes.indices {
                let alone = try evaluation.probability(of: node)
                #expect(abs(alone - truth[node]) < 1e-12, "node \(node) of \(problem)")
                #expect(abs(together[node] - truth[node]) < 1e-12, "node \(node) of \(problem)")
            }
        }
    }

    @Test(
        "importance agrees with switching each node by hand", arguments: [false, true],
        [ExactEvaluation.Method.tables, .diagrams])
    func importance(cyclic: Bool, method: ExactEvaluation.Method) throws {
        var generator = RandomProblem(seed: cyclic ? 4 : 3)
        for round in 0..<60 {
            let problem = generator.make(nodes: 3 + round % 7, defences: round % 3, cyclic: cyclic)
            let goal = problem.nodes.count - 1
            let truth = BruteForce(problem: problem).probabilities()[goal]
            for (node, found) in try ExactEvaluation(problem, method: method).importance(goal: goal).enumerated() {
                let on = BruteForce(problem: problem, forced: (node, true)).probabilities()[goal]
                let off = BruteForce(problem: problem, forced: (node, false)).probabilities()[goal]
                #expect(abs(found.probability - truth) < 1e-12)
                #expect(abs(found.probabilityOn - on) < 1e-12, "node \(node) of \(problem)")
                #expect(abs(found.probabilityOff - off) < 1e-12, "node \(node) of \(problem)")
                #expect((found.probabilityOff == 0) == (off == 0), "node \(node) of \(problem)")
            }
        }
    }

    @Test("importance in words: RRW and RAW are nil where there is nothing to compare with")
    func words() throws {
        // 0 → 1 (½) → 2 (½), and 3 that can never happen.
        let problem = ExactProblem(nodes: [
            .init(.entry), .init(.any, parents: [0], probability: 0.5), .init(.any, parents: [1, 3], probability: 0.5),
            .init(.any),
        ])
        let importance = try ExactEvaluation(problem).importance(goal: 2)
        #expect(importance[1].birnbaum == 0.5)
        #expect(importance[1].riskReductionWorth == nil)
        #expect(importance[1].riskAchievementWorth == 2)
        #expect(importance[3].birnbaum == 0)
        #expect(importance[3].riskReductionWorth == 1)
        #expect(importance[0].probabilityOff == 0)
        let never = try ExactEvaluation(problem).importance(goal: 3)
        #expect(never[1].riskAchievementWorth == nil && never[1].riskReductionWorth == nil)
    }

    @Test("what is certain or impossible is exactly so")
    func certainties() throws {
        let problem = ExactProblem(
            nodes: [
                .init(.entry), .init(.any, parents: [0, 5]), .init(.all, parents: [0, 1]),
                .init(.vote(2), parents: [0, 1, 5]), .init(.any, parents: [0], blockedBy: [0]),
                .init(.all, parents: [5, 0]), .init(.any, parents: [0], blockedBy: [1]),
                .init(.vote(3), parents: [0, 1]),
            ], defences: [1, 0])
        #expect(try ExactEvaluation(problem).probabilities() == [1, 1, 1, 1, 0, 0, 1, 0])
    }

    @Test("rare events keep their digits")
    func rare() throws {
        // Two pairs of parallel events of 1e-9 each in a row: (1 − (1 − p)²)² = (2p − p²)².
        let p = 1e-9
        let problem = ExactProblem(nodes: [
            .init(.entry), .init(.any, parents: [0], probability: p), .init(.any, parents: [0], probability: p),
            .init(.any, parents: [0], probability: p), .init(.any, parents: [0], probability: p),
            .init(.any, parents: [1, 2]), .init(.any, parents: [3, 4]), .init(.all, parents: [5, 6]),
        ])
        let truth = (2 * p - p * p) * (2 * p - p * p)
        #expect(abs(try ExactEvaluation(problem).probability(of: 7) / truth - 1) < 1e-14)
    }

    @Test("a wide vote is the binomial tail")
    func wideVote() throws {
        let count = 60
        var nodes = [ExactProblem.Node(.entry)]
        nodes += (0..<count).map { _ in .init(.any, parents: [0], probability: 0.3) }
        nodes.append(.init(.vote(25), parents: Array(1...count)))
        var terms = [1.0]
        for _ in 0..<count {
            terms = (0...terms.count).map { k in
                (k < terms.count ? terms[k] * 0.7 : 0) + (k > 0 ? terms[k - 1] * 0.3 : 0)
            }
        }
        let truth = terms[25...].reduce(0, +)
        #expect(abs(try ExactEvaluation(ExactProblem(nodes: nodes)).probability(of: count + 1) - truth) < 1e-14)
    }

    @Test("a large circle: a ladder in which every step may be taken both ways")
    func largeCircle() throws {
        let problem = ladder(rungs: 6)
        let truth = BruteForce(problem: problem).probabilities()
        let found = try ExactEvaluation(problem).probabilities()
        for (probability, expected) in zip(found, truth) { #expect(abs(probability - expected) < 1e-13) }
    }

    private func ladder(rungs: Int) -> ExactProblem {
        var nodes = [ExactProblem.Node(.entry)]
        for rung in 0..<rungs {
            let (left, right) = (1 + 2 * rung, 2 + 2 * rung)
            let below = rung == 0 ? [0] : [left - 2, right - 2]
            let above = rung == rungs - 1 ? [] : [left + 2, right + 2]
            nodes.append(.init(.any, parents: below.prefix(1) + above.prefix(1) + [right], probability: 0.6))
            nodes.append(.init(.any, parents: below.suffix(1) + above.suffix(1) + [left], probability: 0.5))
        }
        return ExactProblem(nodes: nodes)
    }

    @Test("a long chain neither overflows the stack nor takes long")
    func longChain() throws {
        let chain = (1...3000).map { ExactProblem.Node(.any, parents: [$0 - 1], probability: 0.999) }
        let problem = ExactProblem(nodes: [.init(.entry)] + chain)
        var truth = 1.0
        for _ in 1...3000 { truth *= 0.999 }
        // Steps in a row are a product, whatever the method; all nodes together keep theirs.
        for method in [ExactEvaluation.Method.cheapest, .tables, .diagrams] {
            #expect(abs(try ExactEvaluation(problem, method: method).probability(of: 3000) / truth - 1) < 1e-11)
        }
        #expect(abs(try #require(try ExactEvaluation(problem).probabilities().last) / truth - 1) < 1e-11)
    }

    @Test("a graph that is too entangled is refused with its size")
    func tooLarge() {
        // Each node depends on predecessors near and far.
        var nodes = [ExactProblem.Node(.entry)]
        for index in 1...60 {
            let parents = index < 30 ? [0] : [index - 29, index - 17, index - 5, index - 1]
            nodes.append(.init(index % 3 == 0 ? .all : .any, parents: parents, probability: 0.7))
        }
        let limits = ExactLimits(entries: 1000, work: 1e4)
        #expect {
            try ExactEvaluation(ExactProblem(nodes: nodes), limits: limits).probability(of: 60)
        } throws: { error in
            guard case .tooLarge(let entries, let work) = error as? ExactError else { return false }
            return work > 1e4 && work > entries
        }
    }
}
