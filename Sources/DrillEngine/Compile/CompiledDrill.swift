package import DrillKernel
package import DrillResults
package import Scenarios

/// One scenario on organizations that hang together: the kernel's graph, and what its indices mean.
package struct CompiledDrill: Sendable {
    package var description: GraphDescription
    /// The description flattened for the kernel.
    package var graph: CompiledGraph
    /// The story, with the exercise's parameters in the place of its defaults.
    package var scenario: Scenario
    /// Participants first to last, then external stubs; indices are the description's organizations.
    package var members: [Member]
    /// One entry per node of the description.
    package var nodes: [NodeMeaning]
    /// One entry per notice, flattened in node order.
    package var notices: [NoticeMeaning]
    /// One entry per repair item.
    package var repairs: [AssetReference]
    /// One entry per containment group: organization and department.
    package var groups: [(organization: Int, department: Int)]
    /// One entry per choice of what is aimed at.
    package var aims: [AimMeaning]
    /// One entry per intervention.
    package var decisions: [DecisionMeaning]
    /// Figures and answers that the graph rests on.
    package var basis: BasisCount
    /// Controls that any node's chance, pace, noticing or repair asks for.
    package var controlsAsked: Set<String>
    /// What suppliers hand on to the part of the graph that is settled; empty where all of it is.
    var given = GivenParts()
    /// How the worlds' numbers were made.
    var table: WorldTable
    /// Figures with a range that the graph depends on, by name.
    let estimates: [FigureName: Estimate]
}

/// What one organization's part of the graph is.
package struct Member: Sendable {
    /// The document.
    package var organization: Organization
    /// A stub of a supplier that does not take part.
    package var isExternal: Bool
    /// What its clocks show.
    var clock: MemberClock
    /// Objective nodes in the scenario's order; nil where the objective cannot apply.
    package var objectives: [Int32?] = []
    /// Steps that compromise something, reconnaissance left out.
    package var footholds: [Int32] = []
    /// Readable data left: one gate node per asset.
    package var exposures: [Exposure] = []
    /// Data that was altered: one node per asset.
    package var alterations: [(asset: AssetReference, node: Int32)] = []
    /// Doors that may close: node and its clock.
    package var doors: [(node: Int32, clock: Int32)] = []
    /// Why the scenario says nothing about the organization.
    package var notApplicable: Inapplicable?
    /// Why encryption does not keep an asset's data unreadable in this story.
    package var encryption: [AssetReference: [EncryptionRemark]] = [:]
    /// How the data of an asset that can leave is encrypted, as far as that is known: for each control that encrypts any
    /// of it, all its shares.
    package var encryptedShares: [AssetReference: [[EncryptedShare]]] = [:]
    /// Answers that are assumed or unknown, for the company to confirm; the assumed ones first.
    package var toConfirm: [OpenAnswer] = []
}

/// A choice of what a step is aimed at in an organization.
package struct AimMeaning: Sendable {
    /// By position in the scenario.
    package var step: Int
    /// Index of the member.
    package var organization: Int
    /// In the order of the choice's candidates.
    package var targets: [Target]

    /// What can be aimed at.
    package enum Target: Sendable, Hashable {
        case asset(AssetReference)
        /// The member at the other end of a link.
        case supplier(Int)
    }
}

/// An asset by position: organization, department, asset.
package struct AssetReference: Sendable, Hashable {
    /// Index of the member.
    package var organization: Int
    /// By position in the organization.
    package var department: Int
    /// By position in the department.
    package var asset: Int
}

/// What a node of the description stands for.
package enum NodeMeaning: Sendable, Equatable {
    /// A scenario step on an asset.
    case step(Int, AssetReference)
    /// What comes in over a supplier link, to an asset.
    case way(AssetReference)
    /// A part of a step: data leave before it completes.
    case part(of: Int32)
    /// An inject that tells a member that it is attacked.
    case inject(Int, member: Int)
    /// A combination of others.
    case gate
    /// Data readable outside.
    case exposure(AssetReference)
    case objective(Int)
}

/// What a notice of the description stands for.
package struct NoticeMeaning: Sendable {
    /// Index of the node that is noticed.
    package var node: Int32
    /// Through which it is noticed.
    package var channel: Channel
    /// The control that raises it; nil where the scenario itself says so.
    package var control: String?
}

/// What an intervention of the description stands for.
package struct DecisionMeaning: Sendable {
    /// Index of the member that decides.
    package var organization: Int
    /// By position in the scenario.
    package var decision: Int
    /// The option that is taken, by position in the decision.
    package var option: Int
    /// Hours of downtime that the option costs.
    package var downtimeHours: Double
}

/// What the numbers of a drill rest on, by name, so that drills can be joined without counting twice.
package struct BasisCount: Sendable {
    /// By figure, whether it is judgement.
    var figures: [FigureName: Bool] = [:]
    /// Names of figures by the member whose part of the graph asked for them; the adversary's and the world's are under
    /// no member.
    var asked: [Int: Set<FigureName>] = [:]
    /// Answers that are unknown, or that nobody has given, so that the catalog's assumption holds.
    package var answers: Set<OpenAnswer> = []

    /// The assumed ones first.
    var answersInOrder: [OpenAnswer] {
        answers.map { (isStated: $0.isAssumed ? 0 : 1, text: $0.text, answer: $0) }
            .sorted { ($0.isStated, $0.text) < ($1.isStated, $1.text) }.map(\.answer)
    }

    /// Adds what another rests on; what both rest on counts once.
    package mutating func merge(_ other: BasisCount) {
        figures.merge(other.figures) { first, _ in first }
        answers.formUnion(other.answers)
    }
}

extension CompiledDrill {
    /// What one member's own part of the graph rests on: nothing of the other members' answers.
    func basis(of member: Int) -> BasisCount {
        let id = members[member].organization.id
        var own = BasisCount()
        for name in basis.asked[member, default: []] { own.figures[name] = basis.figures[name] }
        own.answers = basis.answers.filter { $0.organization == id }
        return own
    }
}

extension CompiledDrill {
    /// The asset as its document states it.
    package func asset(_ reference: AssetReference) -> Asset {
        members[reference.organization].organization.departments[reference.department].assets[reference.asset]
    }
}
