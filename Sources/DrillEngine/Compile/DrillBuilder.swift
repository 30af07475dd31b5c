internal import DrillKernel
internal import Foundation
package import Scenarios

/// Makes the graph of one scenario on organizations that hang together.
///
/// Every step × every asset that its selector matches becomes a node; ways that a control guards, readable data,
/// outages and objectives become further nodes, so that the kernel needs to know nothing of documents.
package struct DrillBuilder {
    let scenario: Scenario
    let catalog: Catalog
    let parameters: ParameterValues
    let techniques: TechniqueTable
    /// Options taken instead of the defaults, by decision id.
    let options: [String: String]
    let seed: UInt64
    /// Supplier links of organizations that are not members but hang together with them: suppliers' steps that happen
    /// for these links happen all the same.
    let otherLinks: [SupplierLink]
    /// What has been worked out for the same scenario, catalog, techniques, seed and preset.
    let memo: CompileMemo

    var members: [Member]
    /// Member index by organization id.
    let memberIndex: [String: Int]
    var description = GraphDescription()
    var worlds: WorldTable
    var meanings: [NodeMeaning] = []
    var noticeMeanings: [NoticeMeaning] = []
    var decisionMeanings: [DecisionMeaning] = []
    var repairAssets: [AssetReference] = []
    var groupPlaces: [(organization: Int, department: Int)] = []
    var basis = BasisCount()
    /// The member whose part of the graph is being built.
    var asking: Int?
    /// Figures with a range, by name.
    var estimates: [FigureName: Estimate] = [:]

    /// Node of a step on an asset.
    var stepNodes: [StepPlace: Int32] = [:]
    /// Assets on which a step has nodes, by member.
    var stepAssets: [StepMember: [AssetReference]] = [:]
    /// Nodes that come in over a supplier link, by member and kind of link: what `cutLink` cuts.
    var linkWays: [LinkKey: [Int32]] = [:]
    var groupOfDepartment: [DepartmentKey: Int32] = [:]
    var interventionOfDecision: [DecisionKey: Int32] = [:]
    var levelCache = Layered<LevelKey, [LevelPresence]>()
    var presenceCache = Layered<UInt64, Int32>()
    var calendarIndex: [Hours: Int32] = [:]
    var wayCache: [WayKey: Int32] = [:]
    var itemOfAsset: [AssetReference: Int] = [:]
    /// What depends on answers, in the order in which it was made.
    var pieces: [GraphPiece] = []
    /// The piece that is being made for the first time.
    var making: Int?
    /// The pieces that ask how a control stands at an asset.
    var dependents: [LevelKey: [Int]] = [:]
    /// The pieces that depend on a member's response.
    var answering: [Int: [Int]] = [:]
    /// Whether it is counted what the numbers rest on: not in changed graphs.
    var countsBasis = true
    /// What each 64-bit name stands for, to refuse two entities with one hash.
    var entityNames = Layered<UInt64, String>()
    var collision: String?

    /// - Parameters:
    ///   - options: Options that are taken instead of the defaults, by decision id.
    ///   - otherLinks: Supplier links of organizations that are no members.
    ///   - memo: Of the same scenario, catalog, techniques, seed and preset.
    package init(
        scenario: Scenario, organizations: [Organization], external: [ExternalOrganization], catalog: Catalog,
        techniques: TechniqueTable, options: [String: String] = [:], seed: UInt64, preset: Preset,
        otherLinks: [SupplierLink] = [], memo: CompileMemo = CompileMemo()
    ) {
        self.scenario = scenario
        self.catalog = catalog
        self.techniques = techniques
        self.options = options
        self.seed = seed
        self.otherLinks = otherLinks
        self.memo = memo
        parameters = ParameterValues(scenario)
        worlds = WorldTable(preset: preset)
        members = organizations.map { Member(organization: $0, isExternal: false) }
        members += external.map { Member(organization: .stub($0), isExternal: true) }
        memberIndex = Dictionary(members.enumerated().map { ($1.organization.id, $0) }) { first, _ in first }
    }

    /// Builds description and graph.
    ///
    /// - Throws: `CompileError` where two entities would share random numbers, or a time zone is not installed.
    package mutating func build(worldCount: Int) throws(CompileError) -> CompiledDrill {
        description.horizon = Float(scenario.horizon.hours(in: .hours))
        addOrganizations()
        addGroups()
        addStepNodes()
        wireSteps()
        addDecisions()
        addNotices()
        addData()
        addRepairs()
        addObjectives()
        judgeApplicability()
        addRemarks()
        if let collision { throw .sameAddress(collision) }
        if let zone = members.compactMap(\.organization.timeZone).first(where: { TimeZone(identifier: $0) == nil }) {
            throw .unknownZone(zone)
        }
        let seed = seed
        let table = worlds
        description.worlds = table.values(worlds: worldCount, seed: seed, columns: memo.columns)
        seal()
        return CompiledDrill(
            description: description, graph: CompiledGraph(description), scenario: scenario, members: members,
            nodes: meanings, notices: noticesInOrder(), repairs: repairAssets, groups: groupPlaces,
            decisions: decisionMeanings, basis: basis,
            controlsAsked: Set(levelCache.keys.map(\.control)), table: table, estimates: estimates)
    }

    /// Shares what has been worked out with copies that are made from now on.
    private mutating func seal() {
        levelCache.seal()
        presenceCache.seal()
        entityNames.seal()
        worlds.seal()
    }

    /// Notices were collected per node; the kernel counts them through the nodes in order.
    private func noticesInOrder() -> [NoticeMeaning] {
        let byNode = Dictionary(grouping: noticeMeanings, by: \.node)
        return description.nodes.indices.flatMap { byNode[Int32($0)] ?? [] }
    }

    // MARK: - Building blocks

    /// A 64-bit name, refused if it already stands for something else.
    mutating func entity(_ kind: String, _ parts: String...) -> UInt64 {
        let name = ([kind] + parts).joined(separator: "\u{0}")
        let hash = EntityHash.of(name)
        guard let known = entityNames[hash] else {
            entityNames[hash] = name
            return hash
        }
        if known != name {
            collision = "\(known.replacing("\u{0}", with: "/")) and \(name.replacing("\u{0}", with: "/"))"
        }
        return hash
    }

    /// Appends a node and what it means.
    mutating func add(_ node: Node, _ meaning: NodeMeaning) -> Int32 {
        description.nodes.append(node)
        meanings.append(meaning)
        return Int32(description.nodes.count - 1)
    }

    /// A gate over nodes: one parent stands for itself, none for "never".
    mutating func gate(_ kind: Node.Gate, _ parents: [Int32], as meaning: NodeMeaning = .gate) -> Int32 {
        if parents.count == 1, meaning == .gate { return parents[0] }
        var node = Node()
        node.gate = kind
        node.parents = parents
        if parents.isEmpty { node.success = worlds.impossible() }
        return add(node, meaning)
    }

    func organization(_ place: AssetReference) -> Organization { members[place.organization].organization }
    func department(_ place: AssetReference) -> Department { organization(place).departments[place.department] }
    func asset(_ place: AssetReference) -> Asset { department(place).assets[place.asset] }

    /// Whether a selector of this scenario matches an asset; an external stub's service matches everything.
    func matches(_ selector: AssetSelector, _ place: AssetReference) -> Bool {
        if members[place.organization].isExternal { return true }
        return selector.matches(
            asset(place), of: department(place), in: organization(place), persona: scenario.adversary.persona)
    }

    /// Whether a supplier link may come from an asset.
    func comes(_ link: SupplierLink, from place: AssetReference) -> Bool {
        guard let from = link.from, !members[place.organization].isExternal else { return true }
        return from.matches(asset(place), of: department(place), in: organization(place))
    }

    /// What scopes say of a control at an asset, the nearest first.
    func statements(of control: Control, at place: AssetReference) -> [ScopedAnswer] {
        members[place.organization].organization.statements(
            of: control, department: place.department, asset: place.asset)
    }

    /// All assets of a member, in document order.
    func assets(of member: Int) -> [AssetReference] {
        members[member].organization.departments.indices.flatMap { department in
            members[member].organization.departments[department].assets.indices.map {
                AssetReference(organization: member, department: department, asset: $0)
            }
        }
    }

    /// A slot for a catalog or scenario figure, counted into what the results rest on.
    mutating func figure(
        _ name: FigureName, _ estimate: Estimate, lowIsGood: Bool
    ) -> Int32 {
        note(name, estimate)
        if let known = worlds.factor(named: .figure(name)) { return known }
        let entity = entity("figure", name.uniformText)
        return worlds.factor(.figure(name)) { draw in
            draw.value(of: estimate, entity: entity, lowIsGood: lowIsGood)
        }
    }

    /// The same as a fixed-point probability.
    ///
    /// - Parameter range: Of a scenario's figure.
    mutating func chance(
        _ name: FigureName, _ estimate: Estimate, lowIsGood: Bool, shift: Int32 = 0, range: FigureRange? = nil
    ) -> Int32 {
        note(name, estimate)
        if let known = worlds.threshold(named: .figure(name)) { return known }
        let entity = entity("figure", name.uniformText)
        return worlds.threshold(.figure(name), range: range) { draw in
            FixedPoint.threshold(draw.value(of: estimate, entity: entity, lowIsGood: lowIsGood), shift: shift)
        }
    }

    mutating func note(_ name: FigureName, _ estimate: Estimate) {
        guard countsBasis else { return }
        // A bare number in a scenario is part of the story, not a figure with a source.
        if estimate.source != nil || estimate.low < estimate.high {
            basis.figures[name] = estimate.isJudgement
            if let asking { basis.asked[asking, default: []].insert(name) }
        }
        if estimate.low < estimate.high { estimates[name] = estimate }
    }

    /// Nobody has said anything: the catalog's assumption is taken.
    mutating func assume(_ name: String) {
        if countsBasis { basis.assumed.insert(name) }
    }

    /// The answer is "unknown".
    mutating func leaveOpen(_ name: String) {
        if countsBasis { basis.unknown.insert(name) }
    }

    mutating func calendar(_ hours: Hours?) -> Int32 {
        guard let hours, hours != .always else { return -1 }
        if let known = calendarIndex[hours] { return known }
        description.calendars.append(
            hours == .business ? Calendar(days: 5, opens: 9, closes: 17) : Calendar(days: 7, opens: 7, closes: 23))
        calendarIndex[hours] = Int32(description.calendars.count - 1)
        return Int32(description.calendars.count - 1)
    }
}

/// Why a scenario cannot be compiled.
package enum CompileError: Error, Equatable {
    /// Two entities with one 64-bit hash: rename one of them.
    case sameAddress(String)
    /// This machine's time zone database has no such zone.
    case unknownZone(String)
}

extension Organization {
    /// An external supplier: one department with one service that every selector matches.
    static func stub(_ external: ExternalOrganization) -> Organization {
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

struct StepPlace: Hashable {
    var step: Int
    var asset: AssetReference
}

struct StepMember: Hashable {
    var step: Int
    var member: Int
}

struct LinkKey: Hashable {
    var member: Int
    var link: LinkKind
}

struct DepartmentKey: Hashable {
    var member: Int
    var department: Int
}

struct DecisionKey: Hashable {
    var member: Int
    var decision: Int
}

/// A guarded way: from which department of which organization, to which asset, for which step and sources.
struct WayKey: Hashable {
    var step: Int
    var source: DepartmentKey
    var target: AssetReference
    var parents: [Int32]
    var link: LinkKind?
}
