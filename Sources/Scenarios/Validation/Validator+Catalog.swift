extension Validator {
    func check(_ catalog: Catalog) {
        unique(catalog.controls.enumerated().map { Located($1.id, ["controls", .index($0), "id"]) }, "control")
        let known = KnownWords(loader.techniques)
        for (index, control) in catalog.controls.enumerated() {
            check(control, known, at: ["controls", .index(index)])
        }
        let response = [
            "handOff": catalog.response.handOff, "containment": catalog.response.containment,
            "repair": catalog.response.repair,
        ]
        for (key, time) in response.sorted(by: { $0.key < $1.key }) {
            checkSource(time.medianHours, at: ["response", .key(key), "medianHours"])
        }
    }

    private func check(_ control: Control, _ known: KnownWords, at place: [PointerStep]) {
        let levels = unique(
            control.levels.enumerated().map { Located($1.id, place + ["levels", .index($0), "id"]) }, "level")
        refer(to: control.assumed, among: levels, "level", at: place + ["assumed"], rule: .unknownLevel)
        refer(to: control.reference, among: levels, "level", at: place + ["reference"], rule: .unknownLevel)
        for id in control.delays.keys.sorted() {
            refer(to: id, among: levels, "level", at: place + ["delays", .key(id)], rule: .unknownLevel)
        }
        checkDelaySources(of: control, at: place)
        checkConflicts(of: control, levels, at: place)
        checkSight(of: control, at: place)
        if let channel = control.noticedBy, channel != .monitoring && channel != .people {
            error(
                .contradiction, "controls raise alerts through monitoring or people", at: place + ["noticedBy"],
                fix: "write \"monitoring\" or \"people\"")
        }
        for (index, id) in control.mitigations.enumerated() {
            refer(to: id, among: known.mitigations, "ATT&CK mitigation", at: place + ["mitigations", .index(index)])
        }
        for (index, level) in control.levels.enumerated() {
            let place = place + ["levels", .index(index)]
            if level.id == "unknown" {
                error(
                    .contradiction, "\"unknown\" is what organizations answer; no level can be called so",
                    at: place + ["id"])
            }
            if let effort = level.effort { checkSource(effort, at: place + ["effort"]) }
            for (index, effect) in level.effects.enumerated() {
                check(effect, of: control, known, at: place + ["effects", .index(index)])
            }
        }
        checkOrder(of: control, at: place)
    }

    private func checkDelaySources(of control: Control, at place: [PointerStep]) {
        for (id, citation) in control.delaySources.sorted(by: { $0.key < $1.key }) {
            let place = place + ["delaySources", .key(id)]
            if control.delays[id] == nil {
                error(
                    .unknownLevel, "there is no delay of a level \(id.quoted) that a source could stand for", at: place)
            }
            checkTrust(citation.seen, citation.trust, at: place)
        }
        for id in control.delays.keys.sorted() where control.delaySources[id] == nil {
            warning(
                .unsourced, "the delay has no source", at: place + ["delays", .key(id)],
                fix: "name it in \"delaySources\", with a citation or \"judgement\"")
        }
    }

    private func checkConflicts(of control: Control, _ levels: Names, at place: [PointerStep]) {
        for (index, conflict) in control.conflicts.enumerated() {
            let place = place + ["conflicts", .index(index)]
            refer(to: conflict.level, among: levels, "level", at: place + ["level"], rule: .unknownLevel)
            checkSource(conflict.figure, at: place + ["figure"])
        }
    }

    /// Sight is a part of noticing: where nothing is noticed there is none, and what is noticed says how much of it is sight.
    private func checkSight(of control: Control, at place: [PointerStep]) {
        let notices = control.levels.contains { $0.effects.contains { $0.noticing != nil } }
        if let sight = control.sight {
            checkSource(sight, at: place + ["sight"])
            if !notices {
                warning(
                    .contradiction, "\"sight\" counts only where a level has \"noticing\"", at: place + ["sight"],
                    fix: "remove it")
            }
        }
    }

    private func check(_ effect: Effect, of control: Control, _ known: KnownWords, at place: [PointerStep]) {
        check(effect.on, known, at: place + ["on"])
        let figures = [
            ("success", effect.success), ("duration", effect.duration), ("noticing", effect.noticing),
            ("noticeDelayHours", effect.noticeDelayHours), ("noticeDelayFactor", effect.noticeDelayFactor),
            ("repair", effect.repair),
        ]
        for case (let key, let figure?) in figures { checkSource(figure, at: place + [.key(key)]) }
        if case .object(let members)? = tree.node(at: place)?.kind, members.allSatisfy({ $0.key == "on" }) {
            warning(.contradiction, "the effect changes nothing", at: place, fix: "remove it")
        }
        if effect.noticeDelayHours != nil, effect.noticing == nil {
            error(
                .contradiction, "\"noticeDelayHours\" counts only beside \"noticing\"", at: place + ["noticeDelayHours"]
            )
        }
        if let duration = effect.duration, duration.low < 1, control.twoWay == nil {
            error(
                .range, "a factor below 1 makes tries shorter; only a two-way control may do that",
                at: place + ["duration"], fix: "explain it in the control's \"twoWay\"")
        }
    }

    private func check(_ scope: EffectScope, _ known: KnownWords, at place: [PointerStep]) {
        for (index, id) in scope.techniques.enumerated() {
            checkTechnique(id, at: place + ["techniques", .index(index)])
        }
        for (index, name) in scope.tactics.enumerated() {
            refer(to: name, among: known.tactics, "ATT&CK tactic", at: place + ["tactics", .index(index)])
        }
        if !scope.links.isEmpty, !scope.routes.contains(.supplier) {
            warning(.contradiction, "\"links\" counts only where \"routes\" holds \"supplier\"", at: place + ["links"])
        }
    }

    /// What was read in a copy only bears medium trust at best: copies drop the population and the small print.
    private func checkTrust(_ seen: Seen?, _ trust: Trust?, at place: [PointerStep]) {
        guard trust == .high, seen != .primary else { return }
        error(
            .contradiction, "a figure whose publication was not read itself bears medium trust at best",
            at: place + ["trust"], fix: "write \"medium\", or read the publication and write \"seen\": \"primary\"")
    }

    /// A figure says what it rests on, and no more trust than that bears.
    ///
    /// - Parameter isSourceAsked: Whether a missing source is to be reported here.
    func checkSource(_ figure: Estimate, at place: [PointerStep], isSourceAsked: Bool = true) {
        checkTrust(figure.seen, figure.trust, at: place)
        guard figure.source == nil, isSourceAsked else { return }
        warning(
            .unsourced, "the figure has no source", at: place, fix: "write \"source\" with a citation, or \"judgement\""
        )
    }
}

/// What the technique table knows of tactics and mitigations.
private struct KnownWords {
    let tactics: Names
    let mitigations: Names

    init(_ table: TechniqueTable) {
        tactics = Names(Set(table.techniques.flatMap(\.tactics)).sorted())
        // A mitigation may be in force without standing against any technique; an empty table knows nothing at all.
        mitigations = Names(Set(table.techniques.flatMap(\.mitigations)).sorted())
    }
}
