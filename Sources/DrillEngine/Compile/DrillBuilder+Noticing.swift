internal import DrillKernel
internal import Scenarios

extension DrillBuilder {
    /// Everything by which a step may be noticed.
    mutating func addNotices() {
        for (index, step) in scenario.steps.enumerated() {
            for member in members.indices where !members[member].isExternal {
                for place in stepAssets[StepMember(step: index, member: member)] ?? [] {
                    guard let node = stepNodes[StepPlace(step: index, asset: place)] else { continue }
                    var seen: [Channel: Int] = [:]
                    for entry in step.noticings {
                        seen[entry.by, default: 0] += 1
                        let count = seen[entry.by, default: 1]
                        let tag = count == 1 ? entry.by.rawValue : "\(entry.by.rawValue)-\(count)"
                        add(NoticeWatch(entry: entry, tag: tag, step: step, place: place, node: node))
                    }
                }
            }
        }
    }

    private mutating func add(_ watch: NoticeWatch) {
        asking = watch.place.organization
        switch watch.entry.by {
        case .monitoring:
            _ = addControlNotices(watch)
        case .people:
            let byControl = addControlNotices(watch)
            if !byControl && watch.step.noticed != nil { addOwnNotice(watch) }
        case .outsider, .announcement: addOwnNotice(watch)
        }
    }

    /// One notice per control that watches the step through the entry's channel; whether any does.
    private mutating func addControlNotices(_ watch: NoticeWatch) -> Bool {
        let (step, place) = (watch.step, watch.place)
        var found = false
        for effects in effects(on: step, place) {
            let control = effects.control
            let watches = effects.levels.contains { $0.contains { $0.effect.noticing != nil } }
            guard watches, control.alertChannel == watch.entry.by else { continue }
            found = true
            let notice = notice(watch, control: control.id)
            append(notice, watch, control: control.id)
            let number = description.nodes[Int(watch.node)].notices.count - 1
            begin(.notice(ControlNotice(watch: watch, number: number, effects: effects, delay: notice.delay)))
        }
        return found
    }

    /// How often the control notices a try, and how late it tells.
    mutating func makeNotice(_ notice: ControlNotice) {
        let (control, watch) = (notice.effects.control, notice.watch)
        var hours: Hours?
        var hazards: [Modifier] = []
        var delays: [Modifier] = []
        for presence in levels(of: control, at: watch.place) {
            var hasDelay = false
            for numbered in notice.effects.levels[presence.level] {
                guard let noticing = numbered.effect.noticing else { continue }
                let name = notice.effects.figure(.noticing, of: numbered, level: presence.level)
                hazards.append(Modifier(when: presence.when, value: hazard(name, noticing, watch)))
                if let delay = numbered.effect.noticeDelayHours, !hasDelay {
                    hasDelay = true
                    let name = notice.effects.figure(.delay, of: numbered, level: presence.level)
                    let slot = figure(name, delay, lowIsGood: true)
                    delays.append(Modifier(when: presence.when, value: slot))
                }
            }
            // The nearest scope that states hours.
            hours = hours ?? presence.setting?.hours
        }
        var delay = notice.delay
        delay.calendar = calendar(hours)
        // A scenario's own delay goes before the catalog's.
        if delay.quantile == .constant(0), !delays.isEmpty {
            delay.quantile = Self.catalogDelay
            delay.modifiers = delays + (watch.entry.by == .monitoring ? haste(watch.step, watch.place) : [])
        }
        description.nodes[Int(watch.node)].notices[notice.number].chance = .hazard(hazards)
        description.nodes[Int(watch.node)].notices[notice.number].delay = delay
    }

    /// How the catalog's delays of alerts lie about their medians.
    private static let catalogDelay = QuantileFunction.makeLognormal(median: 1, p90: 5)

    /// What other controls make of how late monitoring's alerts come.
    private mutating func haste(_ step: Step, _ place: AssetReference) -> [Modifier] {
        let hastening = effects(on: step, place).filter { effects in
            effects.levels.contains { $0.contains { $0.effect.noticeDelayFactor != nil } }
        }
        return standing(hastening, at: place).compactMap { standing in
            standing.effect.noticeDelayFactor.map {
                Modifier(when: standing.when, value: figure(standing.figure(.haste), $0, lowIsGood: true))
            }
        }
    }

    /// −ln(1 − scenario's share × catalog's chance).
    private mutating func hazard(_ name: FigureName, _ noticing: Estimate, _ watch: NoticeWatch) -> Int32 {
        note(name, noticing)
        let share = parameters.estimate(watch.entry.probability)
        let shareName = shareName(watch)
        if share != Estimate(exactly: 1) { note(shareName, share) }
        let slot = SlotName.hazard(name, share: shareName)
        if let known = worlds.factor(named: slot) { return known }
        let catalogEntity = entity("figure", name.uniformText)
        let shareEntity = entity("figure", shareName.uniformText)
        return worlds.factor(slot, range: FigureRange(share)) { draw in
            let chance = draw.value(of: noticing, entity: catalogEntity, lowIsGood: false)
            let part = draw.value(of: share, entity: shareEntity, lowIsGood: false)
            return Self.hazard(min(max(chance * part, 0), 1))
        }
    }

    /// How likely the scenario says that a try is noticed.
    private func shareName(_ watch: NoticeWatch) -> FigureName {
        .noticed(scenario: scenario.id, step: watch.step.id, by: watch.tag)
    }

    static func hazard(_ chance: Double) -> Double {
        if chance <= 0 { return 0 }
        return chance >= 1 ? .infinity : -DeterministicMath.log(1 - chance)
    }

    /// A notice whose chance the scenario states itself.
    private mutating func addOwnNotice(_ watch: NoticeWatch) {
        var notice = notice(watch, control: nil)
        let estimate = parameters.estimate(watch.entry.probability)
        let name = shareName(watch)
        note(name, estimate)
        let entity = entity("figure", name.uniformText)
        let slot = worlds.factor(.figure(name), range: FigureRange(estimate)) { draw in
            Self.hazard(draw.value(of: estimate, entity: entity, lowIsGood: false))
        }
        notice.chance = .hazard([Modifier(value: slot)])
        append(notice, watch, control: nil)
    }

    private mutating func notice(_ watch: NoticeWatch, control: String?) -> Notice {
        let (entry, place) = (watch.entry, watch.place)
        var notice = Notice()
        notice.channel = Int32(Channel.allCases.firstIndex(of: entry.by) ?? 0)
        notice.organization = Int32(place.organization)
        switch entry.by {
        case .outsider, .announcement: notice.moment = .completion
        case .monitoring, .people:
            switch entry.from {
            case .start: notice.moment = .tryStart
            case .end: notice.moment = .tryEnd
            case .completion: notice.moment = .completion
            }
        }
        let entity = entity(
            "notice", scenario.id, watch.step.id, organization(place).id, asset(place).id, watch.tag, control ?? "")
        notice.address = Address(entity, .notice)
        notice.delay = Lapse(
            quantile: parameters.distribution(entry.delay).quantile(), address: Address(entity, .notice, 1))
        if let blind = entry.blindUntil, let control = catalog.controls.first(where: { $0.id == blind }) {
            let entity = self.entity("delay", control.id, organization(place).id, asset(place).id)
            notice.notBefore = clock(Clock(otherwise: 0), of: control, at: place, entity: entity)
        }
        return notice
    }

    private mutating func append(_ notice: Notice, _ watch: NoticeWatch, control: String?) {
        description.nodes[Int(watch.node)].notices.append(notice)
        noticeMeanings.append(NoticeMeaning(node: watch.node, channel: watch.entry.by, control: control))
    }
}

extension Control {
    /// Through which channel its alerts come.
    var alertChannel: Channel { noticedBy ?? (family == .people ? .people : .monitoring) }
}

/// One way in which a step on an asset may be noticed.
struct NoticeWatch {
    var entry: Noticing
    /// The channel; a step's second entry of a channel has a number, so that it draws for itself.
    var tag: String
    var step: Step
    var place: AssetReference
    var node: Int32
}
