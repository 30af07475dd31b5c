internal import Scenarios

/// What the stages of the compiler read: the documents, and whatever else is settled before the first node is made.
///
/// It never changes. Other answers of a member are another input.
final class CompileInput {
    let scenario: Scenario
    let catalog: Catalog
    let techniques: TechniqueTable
    let parameters: ParameterValues
    /// Options taken instead of the defaults, by decision id.
    let options: [String: String]
    let seed: UInt64
    let preset: Preset
    /// In which zone, and perhaps on which date, the story begins.
    let time: ExerciseTime
    /// What each member's clocks show.
    let clocks: [MemberClock]
    /// Those that take part, then stubs of suppliers that do not: the members, by index.
    let organizations: [Organization]
    /// The members that take part.
    let participants: Range<Int>
    /// The participants whose part of the graph is to be settled; that of the others is given.
    let settled: [Int]
    /// Kinds of link that lead from a supplier, by its id: to members, and to others that hang together with them, for
    /// whose links suppliers' steps happen all the same.
    let linksFrom: [String: Set<LinkKind>]
    /// What has been worked out for the same scenario, catalog, techniques, seed and preset.
    let memo: CompileMemo
    /// The controls that make repair faster or slower at some level, with those effects.
    let repairing: [ControlEffects]
    private let memberIndex: [String: Int]

    /// - Parameters:
    ///   - options: Options that are taken instead of the defaults, by decision id.
    ///   - otherLinks: Supplier links of organizations that are no members.
    ///   - memo: Of the same scenario, catalog, techniques, seed and preset.
    ///   - settling: Ids of the organizations whose part is to be settled; all when nil.
    ///   - time: In which zone, and perhaps on which date, the story begins.
    init(
        scenario: Scenario, organizations: [Organization], external: [ExternalOrganization], catalog: Catalog,
        techniques: TechniqueTable, options: [String: String], seed: UInt64, preset: Preset,
        otherLinks: [SupplierLink], memo: CompileMemo, settling: Set<String>?, time: ExerciseTime
    ) {
        self.time = time
        self.scenario = scenario
        self.catalog = catalog
        self.techniques = techniques
        self.options = options
        self.seed = seed
        self.preset = preset
        var linksFrom: [String: Set<LinkKind>] = [:]
        for organization in organizations {
            for link in organization.suppliers { linksFrom[link.organization, default: []].insert(link.link) }
        }
        for link in otherLinks { linksFrom[link.organization, default: []].insert(link.link) }
        self.linksFrom = linksFrom
        self.memo = memo
        self.organizations = organizations + external.map(Organization.stub)
        clocks = self.organizations.map { time.clock(of: $0, in: scenario) }
        participants = organizations.indices
        settled = organizations.indices.filter { settling?.contains(organizations[$0].id) ?? true }
        parameters = ParameterValues(scenario)
        repairing = catalog.controls.compactMap { control in ControlEffects(control) { $0.repair != nil } }
        memberIndex = Dictionary(self.organizations.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    /// The same with another state of one member.
    init(_ input: CompileInput, member: Int, as organization: Organization) {
        var organizations = input.organizations
        let before = organizations[member]
        organizations[member] = organization
        var clocks = input.clocks
        if (organization.timeZone, organization.holidays) != (before.timeZone, before.holidays) {
            clocks[member] = input.time.clock(of: organization, in: input.scenario)
        }
        self.clocks = clocks
        self.organizations = organizations
        (scenario, catalog, techniques) = (input.scenario, input.catalog, input.techniques)
        (parameters, options, repairing) = (input.parameters, input.options, input.repairing)
        (seed, preset, memo, time) = (input.seed, input.preset, input.memo, input.time)
        (participants, settled) = (input.participants, input.settled)
        (linksFrom, memberIndex) = (input.linksFrom, input.memberIndex)
    }

    /// The member with this id; nil: none has it.
    func member(_ id: String) -> Int? { memberIndex[id] }

    /// The option of a decision that is taken, by its place; nil where the decision has no such option.
    func option(of decision: Decision) -> Int? {
        let chosen = options[decision.id] ?? decision.default
        return decision.options.firstIndex { $0.id == chosen }
    }

    /// The step's place in the story; nil: there is none of that id.
    func step(_ id: String) -> Int? { scenario.steps.firstIndex { $0.id == id } }

    /// The catalog's control of that id; nil: it has none.
    func control(_ id: String) -> Control? { catalog.controls.first { $0.id == id } }
}

extension Organization {
    /// An external supplier: one department with one service that every selector matches.
    fileprivate static func stub(_ external: ExternalOrganization) -> Organization {
        var organization = Organization()
        organization.id = external.id
        organization.name = external.title
        var department = Department()
        department.id = "service"
        department.name = external.title
        var asset = Asset()
        asset.id = "service"
        asset.name = external.title
        department.assets = [asset]
        organization.departments = [department]
        return organization
    }
}
