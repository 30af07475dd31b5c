internal import DrillKernel

extension GraphDescription {
    /// The same attack when nobody responds: no containment, and no decision that waits for an alert or a step.
    ///
    /// Decisions at a stated hour stay: they are part of the story, whatever happens. Nothing is noticed or repaired, as
    /// nothing depends on it.
    func withoutResponse() -> GraphDescription { responding(nil) }

    /// The same attack when one organization responds to what it notices, and nobody else does.
    ///
    /// Decisions that wait for a step are not taken: faster containment could keep the step, and so the decision, from
    /// happening, and faster would then be worse; and what went down earlier can be robbed longer if it no longer goes
    /// down, so it can be robbed on. Nothing falls for want of what it needs after a grace time, or of a supplier's: what
    /// goes down later may be up again later.
    func responding(_ organization: Int32?) -> GraphDescription {
        var result = self
        var standing = Set<Int32>()
        if let organization {
            for (index, group) in groups.enumerated() where group.organization == organization {
                standing.insert(Int32(index))
            }
        }
        for index in interventions.indices {
            if stands(index, organization) {
                standing.insert(cut(ofIntervention: index))
            } else {
                result.interventions[index].trigger = .at(.infinity)
                result.interventions[index].waits = []
                result.interventions[index].alarmed = -1
                result.interventions[index].deciding = []
            }
        }
        for index in nodes.indices {
            result.nodes[index].cuts.removeAll { !standing.contains($0) }
            for passage in result.nodes[index].passages.indices {
                result.nodes[index].passages[passage].cuts.removeAll { !standing.contains($0) }
            }
            result.nodes[index].notices.removeAll { $0.organization != organization }
        }
        result.forgetOutages()
        result.repairs = []
        return result
    }

    private func stands(_ intervention: Int, _ organization: Int32?) -> Bool {
        switch interventions[intervention].trigger {
        case .at: true
        case .completion: false
        case .detection(let by): by == organization
        case .intervention(let other): stands(Int(other), organization)
        }
    }

    /// Hangs other notices on nodes, with all that they refer to.
    ///
    /// - Parameters:
    ///   - notices: New notices by index of the node; nodes without an entry keep theirs.
    ///   - source: The description that the notices are from, with as many worlds.
    mutating func graft(_ notices: [Int: [Notice]], from source: GraphDescription) {
        let roots = NoticeRoots(
            presences: Int32(presences.count), clocks: Int32(clocks.count), calendars: Int32(calendars.count),
            thresholds: Int32(worlds[0].thresholds.count), factors: Int32(worlds[0].factors.count))
        presences += source.presences
        calendars += source.calendars
        clocks += source.clocks.map(roots.moved)
        for world in worlds.indices {
            worlds[world].thresholds += source.worlds[world].thresholds
            worlds[world].factors += source.worlds[world].factors
        }
        for (node, list) in notices { nodes[node].notices = list.map(roots.moved) }
    }
}

/// Where the tables of a grafted description begin in those of the new one.
private struct NoticeRoots {
    var presences: Int32
    var clocks: Int32
    var calendars: Int32
    var thresholds: Int32
    var factors: Int32

    func moved(_ notice: Notice) -> Notice {
        var result = notice
        switch notice.chance {
        case .threshold(let slot): result.chance = .threshold(shift(slot, thresholds))
        case .hazard(let list): result.chance = .hazard(list.map(factor))
        }
        result.delay = moved(notice.delay)
        result.notBefore = shift(notice.notBefore, clocks)
        return result
    }

    func moved(_ clock: Clock) -> Clock {
        var result = clock
        result.alternatives = clock.alternatives.map { Clock.Alternative(when: moved($0.when), span: moved($0.span)) }
        return result
    }

    private func moved(_ lapse: Lapse) -> Lapse {
        Lapse(
            quantile: lapse.quantile, modifiers: lapse.modifiers.map(factor),
            calendar: shift(lapse.calendar, calendars),
            address: lapse.address)
    }

    /// A modifier of times or hazards.
    private func factor(_ modifier: Modifier) -> Modifier {
        Modifier(when: moved(modifier.when), value: shift(modifier.value, factors))
    }

    private func moved(_ condition: Condition) -> Condition {
        guard condition.presence >= 0 else { return condition }
        return Condition(
            presence: condition.presence + presences, low: shift(condition.low, thresholds),
            last: shift(condition.last, thresholds))
    }

    private func shift(_ index: Int32, _ by: Int32) -> Int32 { index < 0 ? index : index + by }
}
