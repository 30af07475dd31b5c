public import DrillResults
public import Scenarios

extension PeerStanding {
    /// The standing that each company's page may show.
    ///
    /// A group are companies of one sector whose scores hold for the same scenarios; a company that states no sector has
    /// no peers. A group below the policy's size has no standing, and
    /// neither has anybody where the policy shows none of the others.
    ///
    /// - Parameters:
    ///   - cards: By company id; companies without a score count for nothing.
    ///   - sectors: By company id.
    public static func standings(
        of cards: [String: Scorecard], sectors: [String: String], under disclosure: Disclosure
    ) -> [String: PeerStanding] {
        guard disclosure.peers != .none else { return [:] }
        let groups = Dictionary(grouping: cards.keys.filter { sectors[$0] != nil }) { id in
            [sectors[id] ?? ""] + (cards[id]?.scenarios.sorted() ?? [])
        }
        var standings: [String: PeerStanding] = [:]
        for members in groups.values where members.count >= leastGroup(under: disclosure) {
            let scores = members.compactMap { cards[$0]?.overall.value }.sorted()
            let standing = PeerStanding(
                companies: scores.count, lowerQuartile: rounded(quantile(0.25, of: scores)),
                median: rounded(quantile(0.5, of: scores)), upperQuartile: rounded(quantile(0.75, of: scores)))
            for member in members { standings[member] = standing }
        }
        return standings
    }

    /// Companies that a group needs for a standing.
    public static func leastGroup(under disclosure: Disclosure) -> Int { max(disclosure.minimumGroup, smallestGroup) }

    /// Below it quartiles are close to single companies, whatever a policy says.
    private static let smallestGroup = 12

    /// Between the two nearest scores, linearly (type 7 of Hyndman and Fan, 1996).
    private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        let place = share * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }

    private static func rounded(_ score: Double) -> Double { (score / 5).rounded() * 5 }
}
