import DrillKernel
import Testing

/// Gates over thousands of parents that nothing else depends on.
@Suite("Exact: large gates")
struct LargeGateTests {
    private func gate(_ gate: ExactProblem.Gate, over count: Int, chance: Double) -> ExactProblem {
        var nodes = [ExactProblem.Node(.entry)]
        for _ in 0..<count { nodes.append(.init(.any, parents: [0], probability: chance)) }
        nodes.append(.init(gate, parents: Array(1...count)))
        return ExactProblem(nodes: nodes)
    }

    @Test("one, all, and half of ten thousand")
    func answers() throws {
        func probability(_ problem: ExactProblem) throws -> Double {
            try ExactEvaluation(problem).probability(of: problem.nodes.count - 1)
        }
        let any = try probability(gate(.any, over: 10_000, chance: 1e-9))
        #expect(abs(any / (-DeterministicMath.expm1(10_000 * DeterministicMath.log1p(-1e-9))) - 1) < 1e-9)
        let all = try probability(gate(.all, over: 10_000, chance: 0.9999))
        #expect(abs(all / DeterministicMath.exp(10_000 * DeterministicMath.log1p(-1e-4)) - 1) < 1e-9)
        // By symmetry.
        #expect(abs(try probability(gate(.vote(5000), over: 9999, chance: 0.5)) - 0.5) < 1e-9)
        // Both ways of counting agree: at least k happen, or at least n − k + 1 do not.
        for k in [3, 2500, 7500, 9998] {
            let happen = try probability(gate(.vote(k), over: 10_000, chance: 0.3))
            let fail = try probability(gate(.vote(10_001 - k), over: 10_000, chance: 0.7))
            #expect(abs(happen + fail - 1) < 1e-9, "k = \(k)")
        }
    }

    @Test("work is refused before it is done")
    func refused() {
        let problem = gate(.vote(500), over: 1000, chance: 0.5)
        let evaluation = ExactEvaluation(problem, limits: ExactLimits(entries: 1e6, work: 1e5))
        #expect(throws: ExactError.self) { try evaluation.probability(of: problem.nodes.count - 1) }
        #expect(throws: Never.self) {
            try ExactEvaluation(problem, limits: ExactLimits(entries: 1e6, work: 6e5)).probability(
                of: problem.nodes.count - 1)
        }
    }

    @Test("chances that are certain or impossible, defences and shared causes keep their meaning")
    func mixed() throws {
        var generator = RandomProblem(seed: 9)
        for round in 0..<300 {
            let problem = generator.make(nodes: 4 + round % 7, defences: round % 4, cyclic: round % 2 == 0)
            let truth = BruteForce(problem: problem).probabilities()
            for node in problem.nodes.indices {
                let found = try ExactEvaluation(problem).probability(of: node)
                #expect(abs(found - truth[node]) < 1e-12, "node \(node) of \(problem)")
            }
        }
    }
}
