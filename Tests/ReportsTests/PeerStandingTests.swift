import DrillResults
import Reports
import Scenarios
import Testing

/// Quartiles of the others' scores: only where the policy allows it, of groups that are large enough, and rounded.
@Suite struct PeerStandingTests {
    private func card(_ value: Double, _ scenarios: [String]) -> Scorecard {
        let score = Score(value: value, range: Interval(low: value, high: value), formula: "", terms: [])
        return Scorecard(
            scenarios: scenarios, overall: score, worst: ObjectiveReference(scenario: "a", objective: "b"),
            prevention: score,
            response: nil, families: [], objectives: [])
    }

    /// Scores 1, 2, 3 … of `count` companies.
    private func cards(_ count: Int, _ scenarios: [String] = ["a"], prefix: String = "c") -> [String: Scorecard] {
        Dictionary(uniqueKeysWithValues: (1...count).map { ("\(prefix)\($0)", card(Double($0), scenarios)) })
    }

    private func policy(_ peers: PeerDisclosure, _ minimum: Int = 12) -> Disclosure {
        var disclosure = Disclosure()
        disclosure.peers = peers
        disclosure.minimumGroup = minimum
        return disclosure
    }

    /// One sector for everybody.
    private var all: [String: String] {
        var sectors: [String: String] = [:]
        for number in 1...100 {
            for prefix in ["c", "d"] { sectors["\(prefix)\(number)"] = "finance" }
        }
        return sectors
    }

    @Test("quartiles to the nearest 5, the same for all of a group")
    func quartiles() {
        let standings = PeerStanding.standings(of: cards(41), sectors: all, under: policy(.quartiles))
        #expect(standings.count == 41)
        let expected = PeerStanding(companies: 41, lowerQuartile: 10, median: 20, upperQuartile: 30)
        #expect(standings.values.allSatisfy { $0 == expected })
    }

    @Test("no policy, no peers")
    func policyNone() { #expect(PeerStanding.standings(of: cards(41), sectors: all, under: policy(.none)).isEmpty) }

    @Test("a group below its least size has none, and does not borrow from another set of attacks")
    func small() {
        #expect(PeerStanding.standings(of: cards(11), sectors: all, under: policy(.quartiles)).isEmpty)
        #expect(PeerStanding.standings(of: cards(12), sectors: all, under: policy(.quartiles)).count == 12)
        let mixed = cards(11).merging(cards(12, ["a", "b"], prefix: "d")) { first, _ in first }
        let standings = PeerStanding.standings(of: mixed, sectors: all, under: policy(.quartiles))
        #expect(standings.count == 12 && standings.keys.allSatisfy { $0.hasPrefix("d") })
        #expect(standings["d1"]?.companies == 12)
    }

    @Test("twelve at least, whatever a policy says")
    func least() {
        #expect(PeerStanding.standings(of: cards(11), sectors: all, under: policy(.quartiles, 1)).isEmpty)
        #expect(PeerStanding.standings(of: cards(12), sectors: all, under: policy(.quartiles, 1)).count == 12)
    }

    @Test("only companies of one sector are compared, and who states none has no peers")
    func sectors() {
        var sectors = all
        for number in 1...12 { sectors["c\(number)"] = "health" }
        sectors["c41"] = nil
        let standings = PeerStanding.standings(of: cards(41), sectors: sectors, under: policy(.quartiles))
        #expect(standings["c1"]?.companies == 12 && standings["c13"]?.companies == 28)
        #expect(standings["c41"] == nil)
        sectors["c12"] = "public"
        let smaller = PeerStanding.standings(of: cards(41), sectors: sectors, under: policy(.quartiles))
        #expect(smaller["c1"] == nil, "eleven of a sector are too few")
    }
}
