internal import DrillResults

/// A lever that a plan may take, with what it takes.
struct PlanLever: Sendable {
    var own: CompanyLever
    var effort: Effort?
    /// Money; nil where nobody has said.
    var cost: Double?
    /// What counts against the limit, or is kept small under a target: likely person-days, or money.
    var weight: Double

    var lever: Lever { own.lever }

    func excludes(_ other: PlanLever) -> Bool { own.id.excludes(other.own.id) }
}

/// Some of a company's plan levers, by position, ascending.
struct LeverSet: Hashable, Sendable, Comparable {
    private(set) var members: [Int]

    init(_ members: some Sequence<Int> = []) { self.members = members.sorted() }

    var isEmpty: Bool { members.isEmpty }

    func contains(_ lever: Int) -> Bool { members.contains(lever) }

    func without(_ lever: Int) -> LeverSet { LeverSet(members.filter { $0 != lever }) }

    /// With the lever, and without those that it excludes: a higher level takes the place of a lower one.
    func adding(_ lever: Int, among levers: [PlanLever]) -> LeverSet {
        LeverSet(members.filter { $0 != lever && !levers[$0].excludes(levers[lever]) } + [lever])
    }

    func weight(_ levers: [PlanLever]) -> Double { members.reduce(0) { $0 + levers[$1].weight } }

    static func < (a: LeverSet, b: LeverSet) -> Bool {
        a.members.lexicographicallyPrecedes(b.members)
    }
}

extension LeverSet {
    /// All changes as one.
    func change(_ levers: [PlanLever]) -> StoryChange { members.map { levers[$0].own }.together }
}
