import Interchange
import Testing

/// Where chains of revoked techniques end.
@Suite struct SuccessorChainsTests {
    @Test("at what is in force, in a circle, or nowhere")
    func ends() {
        var chains = SuccessorChains(
            successors: ["a": "b", "b": "c", "p": "q", "q": "r", "r": "q", "x": "y"], inForce: ["c": "T1"])
        let ends = ["b", "a", "p", "q", "r", "x", "z"].map { chains.end(of: $0) }
        #expect(
            ends == [
                .inForce("T1"), .inForce("T1"), .circle(steps: 3), .circle(steps: 2), .circle(steps: 2), .unknown,
                .unknown,
            ])
    }

    @Test("each link is followed once", arguments: [1000, 2000])
    func work(count: Int) {
        let successors = Dictionary(uniqueKeysWithValues: (0..<count).map { ("\($0)", "\($0 + 1)") })
        var chains = SuccessorChains(successors: successors, inForce: ["\(count)": "T1"])
        for start in 0..<count { #expect(chains.end(of: "\(start)") == .inForce("T1")) }
        #expect(chains.linksFollowed == count)
    }
}
