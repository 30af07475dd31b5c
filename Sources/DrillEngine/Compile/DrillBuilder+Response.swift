internal import DrillKernel
internal import Foundation
internal import Scenarios

extension DrillBuilder {
    /// Response chains, phases of the week.
    mutating func addOrganizations() {
        for member in members.indices {
            asking = member
            let organization = members[member].organization
            var entry = ResponseOrganization()
            if !members[member].isExternal {
                let shift = zoneHours(organization.timeZone)
                let start = scenario.zeroHour.map {
                    Double(Weekday.allCases.firstIndex(of: $0.weekday) ?? 0) * 24 + $0.hour
                }
                entry.phase = Float(((start ?? 0) + shift + 336).truncatingRemainder(dividingBy: 168))
                // Zero hour is one moment in the world.
                if start == nil { entry.phaseAddress = Address(entity("zero-hour", scenario.id), .zeroHour) }
            }
            description.organizations.append(entry)
            if !members[member].isExternal { begin(.handOffs(member: member)) }
        }
    }

    /// Standard time of the zone, without summer time: the week's rhythm, not a calendar.
    private func zoneHours(_ name: String?) -> Double {
        // A zone that this machine does not know stops the build.
        guard let name, let zone = TimeZone(identifier: name) else { return 0 }
        let midwinter = Date(timeIntervalSince1970: 1_768_478_400)
        return Double(zone.secondsFromGMT(for: midwinter)) / 3600
    }

    mutating func chain(of organization: Organization) -> [Lapse] {
        guard let stages = organization.response?.chain, !stages.isEmpty else {
            assume("\(organization.id)/response")
            let entity = entity("hand-off", organization.id, "notice")
            return [unknownTime(catalog.response.handOff, "hand-off", organization.id, Address(entity, .handOff))]
        }
        return stages.map { stage in
            let address = Address(entity("hand-off", organization.id, stage.id), .handOff)
            let name = "\(organization.id)/response/\(stage.id)"
            return answered(stage.duration, catalog.response.handOff, name, address, hours: stage.hours)
        }
    }

    /// A stated distribution, or for "unknown" the catalog's lognormal with a median drawn per world.
    mutating func answered(
        _ answer: Answer<Distribution>, _ otherwise: UnknownTime, _ name: String, _ address: Address, hours: Hours?
    ) -> Lapse {
        switch answer {
        case .known(let distribution):
            return Lapse(quantile: distribution.quantile(), calendar: calendar(hours), address: address)
        case .unknown:
            leaveOpen(name)
            var span = unknownTime(otherwise, "unknown", name, address)
            span.calendar = calendar(hours)
            return span
        }
    }

    mutating func unknownTime(_ time: UnknownTime, _ kind: String, _ name: String, _ address: Address)
        -> Lapse
    {
        let slot = figure(.response("\(kind)/\(name)"), time.medianHours, lowIsGood: true)
        return Lapse(
            quantile: .makeLognormal(median: 1, p90: time.spread), modifiers: [Modifier(value: slot)], address: address)
    }

    /// One containment group per department of every participant.
    mutating func addGroups() {
        for member in members.indices where !members[member].isExternal {
            for number in members[member].organization.departments.indices {
                let key = DepartmentKey(member: member, department: number)
                groupOfDepartment[key] = Int32(description.groups.count)
                description.groups.append(ContainmentGroup(organization: Int32(member), span: Lapse()))
                groupPlaces.append((member, number))
            }
            begin(.containment(member: member))
        }
    }

    /// How long containing each of a member's departments takes.
    mutating func makeContainment(_ member: Int) {
        let organization = members[member].organization
        let stated = organization.response?.containment
        for (number, department) in organization.departments.enumerated() {
            guard let group = groupOfDepartment[DepartmentKey(member: member, department: number)] else { continue }
            let address = Address(entity("containment", organization.id, department.id), .containment)
            let span: Lapse
            if let answer = stated?[department.id] ?? stated?["default"] {
                let name = "\(organization.id)/response/containment/\(department.id)"
                span = answered(answer, catalog.response.containment, name, address, hours: nil)
            } else {
                assume("\(organization.id)/response/containment")
                span = unknownTime(catalog.response.containment, "containment", organization.id, address)
            }
            description.groups[Int(group)].span = span
        }
    }

    /// Decisions of every participant, each with the option that is taken without people in the room.
    mutating func addDecisions() {
        for member in members.indices where !members[member].isExternal {
            for decision in decisionOrder() { addDecision(decision, member) }
        }
    }

    /// Decisions whose inject waits for another decision come after it.
    private func decisionOrder() -> [Int] {
        var order: [Int] = []
        var waiting = Array(scenario.decisions.indices)
        while !waiting.isEmpty {
            let ready = waiting.filter { number in
                guard let inject = inject(of: scenario.decisions[number]),
                    case .decided(let other, _) = inject.trigger,
                    let index = scenario.decisions.firstIndex(where: { $0.id == other })
                else { return true }
                return order.contains(index)
            }
            // Circles have been refused by validation; what is left then has no effect.
            guard !ready.isEmpty else { break }
            order += ready
            waiting.removeAll(where: ready.contains)
        }
        return order
    }

    private func inject(of decision: Decision) -> Inject? { scenario.injects.first { $0.id == decision.inject } }

    private mutating func addDecision(_ number: Int, _ member: Int) {
        let decision = scenario.decisions[number]
        let chosen = options[decision.id] ?? decision.default
        guard let inject = inject(of: decision),
            let option = decision.options.firstIndex(where: { $0.id == chosen }),
            let trigger = trigger(inject.trigger, member)
        else { return }
        let organization = members[member].organization
        let address = Address(entity("decision", scenario.id, organization.id, decision.id), .decision)
        let takes = parameters.distribution(decision.takes).quantile()
        let delay = Float(parameters.time(inject.delay))
        description.interventions.append(
            Intervention(
                trigger: trigger, organization: Int32(member),
                waits: [Lapse(quantile: .constant(delay)), Lapse(quantile: takes, address: address)]))
        let index = description.interventions.count - 1
        interventionOfDecision[DecisionKey(member: member, decision: number)] = Int32(index)
        decisionMeanings.append(
            DecisionMeaning(
                organization: member, decision: number, option: option,
                downtimeHours: decision.options[option].downtime?.hours(in: .hours) ?? 0))
        let cut = description.cut(ofIntervention: index)
        for effect in decision.options[option].does { apply(effect, cut: cut, member) }
    }

    private func trigger(_ trigger: Scenarios.Trigger, _ member: Int) -> DrillKernel.Intervention.Trigger? {
        switch trigger {
        case .at(let time): return .at(Float(parameters.time(time)))
        case .noticed: return .detection(Int32(member))
        case .reached(let id):
            guard let step = scenario.steps.firstIndex(where: { $0.id == id }) else { return nil }
            let places = stepAssets[StepMember(step: step, member: member)] ?? []
            let nodes = places.compactMap { stepNodes[StepPlace(step: step, asset: $0)] }
            return nodes.isEmpty ? nil : .completion(nodes)
        case .decided(let id, let option):
            guard let index = scenario.decisions.firstIndex(where: { $0.id == id }),
                option == nil || option == options[id] ?? scenario.decisions[index].default,
                let other = interventionOfDecision[DecisionKey(member: member, decision: index)]
            else { return nil }
            return .intervention(other)
        }
    }

    /// Hangs the cut of a decision on the nodes it stops. `restore` is read when repairs are made.
    private mutating func apply(_ effect: Scenarios.Intervention, cut: Int32, _ member: Int) {
        switch effect {
        case .isolate(let selector): stop(member, selector, cut) { _ in true }
        case .revoke(let selector): stop(member, selector, cut) { $0.through == .identity }
        case .patch(let selector): stop(member, selector, cut) { $0.closes != nil }
        case .restore: break
        case .cutLink(let link):
            for way in linkWays[LinkKey(member: member, link: link)] ?? [] {
                description.nodes[Int(way)].cuts.append(cut)
            }
        }
    }

    private mutating func stop(_ member: Int, _ selector: AssetSelector, _ cut: Int32, _ concerns: (Step) -> Bool) {
        for (index, step) in scenario.steps.enumerated() where concerns(step) {
            for place in stepAssets[StepMember(step: index, member: member)] ?? [] where matches(selector, place) {
                guard let node = stepNodes[StepPlace(step: index, asset: place)] else { continue }
                description.nodes[Int(node)].cuts.append(cut)
            }
        }
    }
}
