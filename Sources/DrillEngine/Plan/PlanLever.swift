internal import DrillResults

/// A lever that a plan may take, with what it takes.
struct PlanLever: Sendable {
    var change: LeverChange
    var effort: Effort?
    /// Money; nil where nobody has said.
    var cost: Double?
    /// What counts against the limit, or is kept small under a target: likely person-days, or money.
    var weight: Double

    var lever: Lever { change.lever }

    /// Whether doing both makes no sense: levels of one control in one scope, or a hand-off and all hand-offs.
    func excludes(_ other: PlanLever) -> Bool {
        guard lever.kind == other.lever.kind else { return false }
        switch lever.kind {
        case .control: return place == other.place
        case .handOff, .containment: return isForAll || other.isForAll
        }
    }

    /// The control with the path of its scope: what stands before the target in the lever's id.
    private var place: Substring { lever.id.prefix(upTo: lever.id.lastIndex(of: "/") ?? lever.id.endIndex) }

    private var isForAll: Bool { lever.id.split(separator: "/").dropFirst().first == "all" }
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
    /// All changes as one: a set is one changed graph, never a sum of singles.
    func change(_ levers: [PlanLever]) -> LeverChange {
        if members.count == 1 { return levers[members[0]].change }
        let changes = members.map { levers[$0].change }
        // No control: a set is left out for what its graph is, not for what it is called.
        let lever = Lever(
            id: changes.map(\.lever.id).joined(separator: " + "), kind: .control, control: nil, family: "", title: "",
            scope: "", department: nil, now: "", target: "", action: "", effort: nil, mitigations: [], nist: [],
            twoWay: nil)
        return LeverChange(lever: lever) { organization in
            for change in changes { change.apply(&organization) }
        }
    }
}
