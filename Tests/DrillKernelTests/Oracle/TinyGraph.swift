import DrillKernel

/// A graph put together by hand, of constants, for tests with known answers. One organization unless a test adds more.
struct TinyGraph {
    var description = GraphDescription()

    init(horizon: Float = .infinity) {
        description.horizon = horizon
        description.organizations = [ResponseOrganization()]
    }

    mutating func entry(_ change: (inout Node) -> Void = { _ in }) -> Int32 {
        var node = Node()
        node.gate = .entry
        change(&node)
        return add(node)
    }

    /// A node that succeeds at once after `hours`, unless `change` says otherwise.
    mutating func node(
        _ gate: Node.Gate = .any, after parents: [Int32], hours: Float = 0, _ change: (inout Node) -> Void = { _ in }
    ) -> Int32 {
        var node = Node()
        node.gate = gate
        node.parents = parents
        node.pace = .hours(hours)
        change(&node)
        return add(node)
    }

    mutating func clock(_ hour: Float) -> Int32 {
        description.clocks.append(Clock(otherwise: hour))
        return Int32(description.clocks.count - 1)
    }

    mutating func threshold(_ value: UInt32) -> Int32 {
        description.worlds[0].thresholds.append(value)
        return Int32(description.worlds[0].thresholds.count - 1)
    }

    mutating func factor(_ value: Float) -> Int32 {
        description.worlds[0].factors.append(value)
        return Int32(description.worlds[0].factors.count - 1)
    }

    /// A cut some hours after an organization's response chain.
    mutating func group(organization: Int32 = 0, hours: Float = 0) -> Int32 {
        precondition(description.interventions.isEmpty, "Groups first: their cuts come first.")
        description.groups.append(ContainmentGroup(organization: organization, span: .hours(hours)))
        return Int32(description.groups.count - 1)
    }

    mutating func intervention(_ trigger: Intervention.Trigger, waits: [Float] = []) -> Int32 {
        description.interventions.append(
            Intervention(trigger: trigger, organization: 0, waits: waits.map { .hours($0) }))
        return description.cut(ofIntervention: description.interventions.count - 1)
    }

    func outcome(trial: Int = 0) -> OracleOutcome {
        Oracle().trial(world: 0, trial: trial, seed: 1, description: description)
    }

    private mutating func add(_ node: Node) -> Int32 {
        description.nodes.append(node)
        return Int32(description.nodes.count - 1)
    }
}

extension Lapse {
    static func hours(_ value: Float, calendar: Int32 = -1) -> Lapse {
        Lapse(quantile: .constant(value), calendar: calendar)
    }
}

extension Notice {
    /// Noticed for certain at the first try.
    static func sure(_ moment: Moment = .tryEnd, delay: Float = 0, organization: Int32 = 0) -> Notice {
        var notice = Notice()
        notice.moment = moment
        notice.delay = .hours(delay)
        notice.organization = organization
        return notice
    }
}

let never = Float.infinity
