import DrillKernel
import Testing

/// The k-th earliest of many parents.
@Suite struct VoteTests {
    /// Beyond 32 another way is taken; both are compared with sorting.
    @Test(arguments: [1, 2, 31, 32, 33, 64, 99, 100, 101])
    func theTimeIsThatOfTheKthParent(k: Int) {
        var graph = TinyGraph(horizon: 20)
        let entry = graph.entry()
        let parents = (0..<100).map { number in
            graph.node(after: [entry]) {
                $0.pace = Lapse(
                    quantile: .exponential(mean: 10), address: Address(entity: UInt64(number), purpose: 1))
            }
        }
        let vote = graph.node(.vote(k), after: parents)
        for outcome in graph.description.outcomes(trials: 0..<200, seed: 3) {
            let times = parents.map { outcome.completion[Int($0)] }.sorted()
            #expect(outcome.completion[Int(vote)] == (k <= times.count ? times[k - 1] : .infinity))
        }
    }
}
