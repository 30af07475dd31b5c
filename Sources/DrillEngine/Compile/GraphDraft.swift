internal import DrillKernel
internal import Scenarios

/// The graph as far as it is written. Every stage of the compiler reads its input and adds to it; what later stages need
/// of what a stage has made is in the stage's own product.
struct GraphDraft {
    /// What it is made from.
    private(set) var input: CompileInput
    var description = GraphDescription()
    /// What each node stands for.
    private(set) var meanings: [NodeMeaning] = []
    /// The numbers that differ between worlds.
    var slots: SlotTable
    /// How controls stand, as far as anybody has asked.
    var levels = LevelTable()
    /// What depends on answers.
    private(set) var pieces = PieceRecord()
    private var calendarIndex: [CalendarKey: Int32] = [:]

    init(_ input: CompileInput) {
        self.input = input
        slots = SlotTable(preset: input.preset)
        description.horizon = Float(input.scenario.horizon.hours(in: .hours))
    }

    /// Appends a node and what it means.
    mutating func add(_ node: Node, as meaning: NodeMeaning) -> Int32 {
        description.nodes.append(node)
        meanings.append(meaning)
        return Int32(description.nodes.count - 1)
    }

    /// The asset on which a step's node is; nil: it is no step's.
    func place(of node: Int32) -> AssetReference? {
        if case .step(_, let place) = meanings[Int(node)] { place } else { nil }
    }

    /// A gate over nodes: one parent stands for itself, none for "never".
    mutating func gate(_ kind: Node.Gate, over parents: [Int32], as meaning: NodeMeaning = .gate) -> Int32 {
        if parents.count == 1, meaning == .gate { return parents[0] }
        var node = Node()
        node.gate = kind
        node.parents = parents
        if parents.isEmpty { node.success = slots.impossible() }
        return add(node, as: meaning)
    }

    /// A point in time that nodes share.
    mutating func clock(_ clock: Clock) -> Int32 {
        description.clocks.append(clock)
        return Int32(description.clocks.count - 1)
    }

    /// A member's working hours, to which lapses refer; −1: round the clock.
    mutating func calendar(_ hours: Hours?, of member: Int) -> Int32 {
        guard let hours, hours != .always else { return -1 }
        let clock = input.clocks[member]
        // Without a date all companies work alike by their own clocks.
        let key = CalendarKey(hours: hours, member: clock.zero == nil ? nil : member)
        if let known = calendarIndex[key] { return known }
        description.calendars.append(
            Calendar(hours, by: clock, until: input.scenario.horizon.hours(in: .hours)))
        calendarIndex[key] = Int32(description.calendars.count - 1)
        return Int32(description.calendars.count - 1)
    }

    /// Whose working hours: everybody's, or one member's by date.
    private struct CalendarKey: Hashable {
        var hours: Hours
        var member: Int?
    }

    /// The name under which an event of the story is drawn: once per asset, per organization, or once in the world.
    mutating func entity(_ kind: String, of id: String, drawn: Drawn, at place: AssetReference) -> UInt64 {
        let scenario = input.scenario.id
        let organization = input.organizations[place.organization].id
        return switch drawn {
        case .asset: slots.entity(kind, scenario, id, organization, input.asset(place).id)
        case .organization: slots.entity(kind, scenario, id, organization, "")
        case .world: slots.entity(kind, scenario, id, "", "")
        }
    }
}

// MARK: - Pieces

extension GraphDraft {
    /// Makes a piece for the first time, and remembers for which controls it asks. In a part that is given, nobody asks
    /// what controls do.
    mutating func make(_ piece: any GraphPiece) {
        guard input.isSettled(piece.member) else { return }
        pieces.open(piece)
        piece.make(in: &self)
        pieces.close()
    }

    /// Remembers that the piece that is being made asks how a control stands at an asset.
    mutating func note(_ key: LevelKey) { pieces.note(key) }

    /// Takes other answers of one member.
    ///
    /// - Returns: The pieces that depend on what has changed, in the order of the first time.
    mutating func take(_ changes: ChangedAnswers, of member: Int, as organization: Organization) -> [any GraphPiece] {
        input = CompileInput(input, member: member, as: organization)
        slots.countsBasis = false
        var due: Set<Int> = []
        for change in changes.controls {
            guard let control = input.control(change.control) else { continue }
            for place in input.assets(of: member) where change.scope.covers(place) {
                let key = LevelKey(place: place, control: change.control)
                guard let asking = pieces.asking(for: key) else { continue }
                due.formUnion(asking)
                levels[key] = workOutLevels(of: control, at: place)
            }
        }
        if changes.isResponseChanged { due.formUnion(pieces.answering(member)) }
        return due.sorted().map { pieces[$0] }
    }

    /// Fills the slots of all worlds that the description has; those that have values keep them.
    mutating func fillWorlds() { slots.fill(&description.worlds, of: input) }

    /// Shares what has been worked out with copies that are made from now on.
    mutating func seal() {
        levels.seal()
        slots.seal()
    }
}

extension ControlScope {
    /// Whether an asset of the organization lies in it.
    fileprivate func covers(_ place: AssetReference) -> Bool {
        switch self {
        case .organization: true
        case .department(let department): place.department == department
        case .asset(let department, let asset): place.department == department && place.asset == asset
        }
    }
}
