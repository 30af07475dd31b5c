import DrillKernel

/// Compares two descriptions part by part: slots, presences, clocks and calendars by what they point at, as they may be
/// numbered otherwise.
struct DescriptionComparison {
    let one: GraphDescription
    let other: GraphDescription

    /// The first part that differs; nil: none does.
    var difference: String? {
        guard one.horizon == other.horizon, one.worlds.count == other.worlds.count else { return "horizon, worlds" }
        guard one.nodes.count == other.nodes.count else { return "nodes \(one.nodes.count), \(other.nodes.count)" }
        for (index, pair) in zip(one.nodes, other.nodes).enumerated() {
            if let field = difference(pair.0, pair.1) { return "node \(index): \(field)" }
        }
        let organizations = all(one.organizations, other.organizations) {
            all($0.chain, $1.chain, same) && $0.phase == $1.phase && $0.phaseAddress == $1.phaseAddress
        }
        if !organizations { return "organizations" }
        let groups = all(one.groups, other.groups) { $0.organization == $1.organization && same($0.span, $1.span) }
        if !groups { return "groups" }
        let interventions = all(one.interventions, other.interventions) {
            "\($0.trigger)" == "\($1.trigger)" && $0.organization == $1.organization && $0.alarmed == $1.alarmed
                && all($0.waits, $1.waits, same) && all($0.deciding, $1.deciding, same)
        }
        if !interventions { return "interventions" }
        let aims = all(one.aims, other.aims) {
            $0.count == $1.count
                && all($0.candidates, $1.candidates) {
                    $0.weight == $1.weight && $0.nodes == $1.nodes
                        && one.presences[Int($0.key)].address == other.presences[Int($1.key)].address
                }
        }
        if !aims { return "aims" }
        let repairs = all(one.repairs, other.repairs) { first, second in
            let isPlacedAlike =
                first.organization == second.organization && first.group == second.group
                && first.release == second.release && "\(first.needs)" == "\(second.needs)"
            let isHitAlike =
                first.destroying == second.destroying && first.disrupting == second.disrupting
                && first.backupLoss == second.backupLoss
            return isPlacedAlike && isHitAlike && same(first.restore, second.restore)
                && same(first.rebuild, second.rebuild)
        }
        return repairs ? nil : "repairs"
    }

    private func difference(_ first: Node, _ second: Node) -> String? {
        if first.gate != second.gate { return "gate" }
        if first.parents != second.parents { return "parents \(first.parents), \(second.parents)" }
        if first.cuts != second.cuts { return "cuts" }
        if !all(first.passages, second.passages, same) { return "passages" }
        if first.portion != second.portion || first.isMeasured != second.isMeasured { return "portion" }
        if first.tries != second.tries || first.successShift != second.successShift { return "tries, shift" }
        if !sameThreshold(first.success, second.success) { return "success" }
        if !all(first.successModifiers, second.successModifiers, sameChance) { return "what lowers success" }
        if first.successAddress != second.successAddress { return "address" }
        if !same(first.pace, second.pace) { return "pace" }
        if first.outage != second.outage { return "outage" }
        if !sameClock(first.starts, second.starts) { return "start" }
        if !sameClock(first.closes, second.closes) { return "closing" }
        return all(first.notices, second.notices, same) ? nil : "notices"
    }

    private func same(_ first: Passage, _ second: Passage) -> Bool {
        first.parents == second.parents && first.cuts == second.cuts && first.address == second.address
            && sameThreshold(first.chance, second.chance) && all(first.modifiers, second.modifiers, sameChance)
    }

    private func same(_ first: Notice, _ second: Notice) -> Bool {
        let isSameChance =
            switch (first.chance, second.chance) {
            case (.threshold(let a), .threshold(let b)): sameThreshold(a, b)
            case (.hazard(let a), .hazard(let b)): all(a, b, sameFactor)
            default: false
            }
        return isSameChance && first.channel == second.channel && first.organization == second.organization
            && first.moment == second.moment && first.address == second.address && same(first.delay, second.delay)
            && sameClock(first.notBefore, second.notBefore)
    }

    private func same(_ first: Lapse, _ second: Lapse) -> Bool {
        first.quantile == second.quantile && first.address == second.address
            && all(first.modifiers, second.modifiers, sameFactor)
            && (first.calendar < 0 || second.calendar < 0
                ? first.calendar == second.calendar
                : one.calendars[Int(first.calendar)] == other.calendars[Int(second.calendar)])
    }

    private func sameClock(_ first: Int32, _ second: Int32) -> Bool {
        guard first >= 0, second >= 0 else { return first == second }
        let (a, b) = (one.clocks[Int(first)], other.clocks[Int(second)])
        return a.offset == b.offset && a.otherwise == b.otherwise
            && all(a.alternatives, b.alternatives) { same($0.when, $1.when) && same($0.span, $1.span) }
    }

    private func sameChance(_ first: Modifier, _ second: Modifier) -> Bool {
        same(first.when, second.when) && same(first.sight, second.sight) && sameThreshold(first.value, second.value)
    }

    private func sameFactor(_ first: Modifier, _ second: Modifier) -> Bool {
        same(first.when, second.when) && same(first.sight, second.sight)
            && one.worlds.indices.allSatisfy {
                one.worlds[$0].factors[Int(first.value)] == other.worlds[$0].factors[Int(second.value)]
            }
    }

    private func same(_ first: Condition, _ second: Condition) -> Bool {
        guard first.presence >= 0, second.presence >= 0 else { return first.presence == second.presence }
        return one.presences[Int(first.presence)].address == other.presences[Int(second.presence)].address
            && sameThreshold(first.low, second.low) && sameThreshold(first.last, second.last)
    }

    private func sameThreshold(_ first: Int32, _ second: Int32) -> Bool {
        guard first >= 0, second >= 0 else { return first == second }
        return one.worlds.indices.allSatisfy {
            one.worlds[$0].thresholds[Int(first)] == other.worlds[$0].thresholds[Int(second)]
        }
    }

    private func all<Part>(_ first: [Part], _ second: [Part], _ same: (Part, Part) -> Bool) -> Bool {
        first.count == second.count && zip(first, second).allSatisfy(same)
    }
}
