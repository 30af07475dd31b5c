internal import DrillKernel
internal import Scenarios

extension DrillBuilder {
    /// One node per step and matching asset, not wired yet.
    mutating func addStepNodes() {
        for (index, step) in scenario.steps.enumerated() {
            for member in members.indices where plays(step, member) {
                for place in assets(of: member) where matches(step.on, place) {
                    stepNodes[StepPlace(step: index, asset: place)] = addStepNode(step, index, place)
                    stepAssets[StepMember(step: index, member: member), default: []].append(place)
                }
            }
        }
    }

    /// Steps at the target happen in participants; steps at the supplier wherever a link comes from.
    private func plays(_ step: Step, _ member: Int) -> Bool {
        switch step.at {
        case .target: return !members[member].isExternal
        case .supplier:
            let id = members[member].organization.id
            let links = linksNeeded(of: step)
            return (members.flatMap(\.organization.suppliers) + otherLinks).contains {
                $0.organization == id && (links.isEmpty || links.contains($0.link))
            }
        }
    }

    /// Kinds of link over which a supplier's step reaches customers, through further steps at the supplier as well.
    private func linksNeeded(of step: Step, seen: Set<String> = []) -> Set<LinkKind> {
        var kinds: Set<LinkKind> = []
        for other in scenario.steps where !seen.contains(other.id) {
            for reference in other.requires?.references ?? [] where reference.step == step.id {
                if reference.via == .supplier {
                    if let link = reference.link { kinds.insert(link) }
                } else if other.at == .supplier {
                    kinds.formUnion(linksNeeded(of: other, seen: seen.union([step.id])))
                }
            }
        }
        return kinds
    }

    private mutating func addStepNode(_ step: Step, _ index: Int, _ place: AssetReference) -> Int32 {
        asking = place.organization
        let organization = organization(place)
        let asset = asset(place)
        let entity = drawnEntity("step", step.drawn, step.id, organization.id, asset.id)
        var node = Node()
        node.tries = parameters.attempts(
            step.attempts, assetCount: asset.count, otherwise: scenario.adversary.attempts)
        let estimate = parameters.estimate(step.probability)
        if estimate != Estimate(exactly: 1) {
            node.successShift = FixedPoint.shift(upTo: estimate.high)
            node.success = chance(
                .chance(scenario: scenario.id, step: step.id), estimate, lowIsGood: true, shift: node.successShift,
                range: FigureRange(estimate))
        }
        node.successAddress = Address(entity, .success)
        node.pace = Lapse(
            quantile: parameters.distribution(step.duration).quantile(), address: Address(entity, .pace))
        if let starts = step.starts { node.starts = clock(Clock(offset: Float(parameters.time(starts)), otherwise: 0)) }
        if let closes = step.closes { node.closes = closingClock(closes, step, place) }
        if let group = groupOfDepartment[DepartmentKey(member: place.organization, department: place.department)] {
            node.cuts = [group]
        }
        let number = add(node, .step(index, place))
        if !members[place.organization].isExternal {
            begin(.hindrance(node: number, StepPlace(step: index, asset: place)))
        }
        if node.closes >= 0 { members[place.organization].doors.append((number, node.closes)) }
        return number
    }

    /// The name under which an event is drawn: once per asset, per organization, or once in the world.
    mutating func drawnEntity(_ kind: String, _ drawn: Drawn, _ id: String, _ organization: String, _ asset: String)
        -> UInt64
    {
        switch drawn {
        case .asset: entity(kind, scenario.id, id, organization, asset)
        case .organization: entity(kind, scenario.id, id, organization, "")
        case .world: entity(kind, scenario.id, id, "", "")
        }
    }

    /// What controls on the asset do to chance and pace.
    mutating func makeHindrance(_ number: Int32, _ step: StepPlace) {
        let place = step.asset
        var success: [Modifier] = []
        var pace: [Modifier] = []
        for standing in standing(effects(on: scenario.steps[step.step], place), at: place) {
            if let factor = standing.effect.success {
                let slot = chance(standing.figure(.success), factor, lowIsGood: true)
                success.append(Modifier(when: standing.when, value: slot))
            }
            if let duration = standing.effect.duration {
                let slot = figure(standing.figure(.duration), duration, lowIsGood: false)
                pace.append(Modifier(when: standing.when, value: slot))
            }
        }
        description.nodes[Int(number)].successModifiers = success
        description.nodes[Int(number)].pace.modifiers = pace
    }

    /// The controls of which any level's effects concern a step on an asset, in the catalog's order.
    func effects(on step: Step, _ place: AssetReference) -> [ControlEffects] {
        let asset = asset(place)
        // Of the asset only its kind counts.
        return memo.effects(CompileMemo.EffectKey(step: step.id, kind: asset.kind)) {
            catalog.controls.compactMap { control in
                ControlEffects(control) {
                    $0.concerns(step, on: asset, adversary: scenario.adversary, techniques: techniques)
                }
            }
        }
    }

    // MARK: - Clocks

    mutating func clock(_ clock: Clock) -> Int32 {
        description.clocks.append(clock)
        return Int32(description.clocks.count - 1)
    }

    private mutating func closingClock(_ closing: Closing, _ step: Step, _ place: AssetReference) -> Int32 {
        switch closing {
        case .at(let distribution):
            let entity = entity("closing", scenario.id, step.id, organization(place).id, asset(place).id)
            let span = Lapse(
                quantile: parameters.distribution(distribution).quantile(), address: Address(entity, .closing))
            return clock(Clock(alternatives: [.init(when: .always, span: span)]))
        case .control(let door):
            let from = Float(parameters.time(door.from))
            guard let control = catalog.controls.first(where: { $0.id == door.control }),
                !members[place.organization].isExternal
            else { return clock(Clock(offset: from)) }
            let entity = drawnEntity("delay", door.drawn, control.id, organization(place).id, asset(place).id)
            return clock(Clock(offset: from), of: control, at: place, entity: entity)
        }
    }

    /// A clock that shows when a control arrives at an asset.
    mutating func clock(_ clock: Clock, of control: Control, at place: AssetReference, entity: UInt64) -> Int32 {
        let number = self.clock(clock)
        begin(.arrival(ControlClock(clock: number, control: control, place: place, entity: entity)))
        return number
    }

    /// The control's delay at an asset, level by level; levels without a delay give no alternative.
    mutating func delays(of control: Control, at place: AssetReference, entity: UInt64) -> [Clock.Alternative] {
        levels(of: control, at: place).compactMap { presence in
            let level = control.levels[presence.level]
            // What no scope covers has no delay of its own: the door stays open.
            let isUncovered = presence.setting == nil && presence.when.presence >= 0 && presence.level == 0
            let stated = presence.setting?.delay
            guard let delay = stated ?? (isUncovered && !isSampled(control, place) ? nil : control.delays[level.id])
            else { return nil }
            return Clock.Alternative(
                when: presence.when, span: Lapse(quantile: delay.quantile(), address: Address(entity, .closing)))
        }
    }

    /// Whether the nearest answer about a control is "unknown".
    private func isSampled(_ control: Control, _ place: AssetReference) -> Bool {
        statements(of: control, at: place).contains { $0.setting == nil }
    }
}

extension Requirement {
    /// Every step that is named, in order.
    var references: [StepReference] {
        switch self {
        case .step(let reference): [reference]
        case .any(let list), .all(let list), .vote(_, let list): list.flatMap(\.references)
        }
    }
}
