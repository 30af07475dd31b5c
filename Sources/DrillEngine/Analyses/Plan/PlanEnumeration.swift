/// Lists every set of levers up to a weight, where these are few enough.
struct PlanEnumeration {
    let levers: [PlanLever]
    /// By position.
    let pool: [Int]
    let heaviest: Double
    let most: Int
    private var sets: [LeverSet] = []

    /// All sets, the empty one among them, lightest first; nil where there are more than `most`.
    static func sets(of pool: [Int], among levers: [PlanLever], upTo heaviest: Double, most: Int) -> [LeverSet]? {
        var enumeration = PlanEnumeration(levers: levers, pool: pool.sorted(), heaviest: heaviest, most: most)
        guard enumeration.extend([], weight: 0, from: 0) else { return nil }
        return enumeration.sets.map { ($0.weight(levers), $0) }.sorted { $0 < $1 }.map(\.1)
    }

    private init(levers: [PlanLever], pool: [Int], heaviest: Double, most: Int) {
        self.levers = levers
        self.pool = pool
        self.heaviest = heaviest
        self.most = most
    }

    /// Adds the set, and all that continue it with later levers; false once there are too many.
    private mutating func extend(_ members: [Int], weight: Double, from place: Int) -> Bool {
        guard sets.count < most else { return false }
        sets.append(LeverSet(members))
        for next in pool.indices.dropFirst(place) {
            let lever = pool[next]
            let heavier = weight + levers[lever].weight
            guard heavier <= heaviest, !members.contains(where: { levers[$0].excludes(levers[lever]) }) else {
                continue
            }
            guard extend(members + [lever], weight: heavier, from: next + 1) else { return false }
        }
        return true
    }
}
