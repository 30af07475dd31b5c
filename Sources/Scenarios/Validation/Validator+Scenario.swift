extension Validator {
    func check(_ scenario: Scenario) {
        let steps = unique(
            scenario.steps.enumerated().map { Located($1.id, ["steps", .index($0), "id"]) }, "step", in: "steps")
        for (index, step) in scenario.steps.enumerated() {
            check(step, of: scenario, steps, at: ["steps", .index(index)])
        }
        checkAdversary(of: scenario)
        let objectives = scenario.objectives.enumerated().map { Located($1.id, ["objectives", .index($0), "id"]) }
        for (index, objective) in scenario.objectives.enumerated() {
            guard case .step(let reached) = objective.reached else { continue }
            refer(to: reached.step, among: steps, "step", at: ["objectives", .index(index), "reached", "step"])
        }
        checkStory(of: scenario, steps, objectives)
        checkParameters(of: scenario)
        checkFrequency(of: scenario)
    }

    // MARK: Steps

    private func check(_ step: Step, of scenario: Scenario, _ steps: Names, at place: [PointerStep]) {
        if let id = step.technique { checkTechnique(id, at: place + ["technique"]) }
        if let requirement = step.requires { check(requirement, steps, at: place + ["requires"]) }
        if case .control(let closing)? = step.closes {
            checkControl(closing.control, at: place + ["closes", "control"], needsDelay: true)
        }
        for (index, noticing) in (step.noticed ?? []).enumerated() {
            check(noticing, at: place + ["noticed", .index(index)])
        }
        if step.aims?.count != nil, scenario.needsItself(step) {
            error(
                .circular, "a step that needs itself by some turns goes for all that it can reach",
                at: place + ["aims"],
                fix: "write \"all\"")
        }
        if step.on.entitled, scenario.adversary.persona == nil {
            error(
                .contradiction, "\"entitled\" needs the adversary's \"persona\", which is missing",
                at: place + ["on", "entitled"])
        }
    }

    /// A technique must be in force: the catalog speaks of no other.
    func checkTechnique(_ id: String, at place: [PointerStep]) {
        guard !id.isEmpty else { return }
        guard let technique = loader.techniques[id] else {
            let parent = String(id.prefix { $0 != "." })
            let isParentKnown = parent != id && loader.techniques[parent] != nil
            error(
                .unknownTechnique, "ATT&CK has no technique \(id.quoted)", at: place,
                fix: isParentKnown ? "did you mean \(parent.quoted)?" : nil)
            return
        }
        guard let successor = technique.successor else { return }
        error(
            .revokedTechnique, "the technique \(id.quoted) is revoked in favour of \(successor.quoted)", at: place,
            fix: "write \(successor.quoted)")
    }

    private func checkControl(_ id: String, at place: [PointerStep], needsDelay: Bool) {
        guard !id.isEmpty else { return }
        guard let control = loader.catalog.control(id) else {
            let fix = Suggestion.question(id, among: loader.catalog.controls.map(\.id))
            return error(.unknownControl, "the catalog has no control \(id.quoted)", at: place, fix: fix)
        }
        if needsDelay, control.delays.isEmpty {
            let waiting = loader.catalog.controls.filter { !$0.delays.isEmpty }.map(\.id)
            warning(
                .contradiction, "the control \(id.quoted) has no delays in the catalog, so nothing ever arrives",
                at: place,
                fix: waiting.isEmpty ? nil : "write one of \(waiting.inWords)")
        }
    }

    private func check(_ requirement: Requirement, _ steps: Names, at place: [PointerStep]) {
        switch requirement {
        case .step(let reference):
            refer(to: reference.step, among: steps, "step", at: place + ["step"])
            if reference.link != nil, reference.via != .supplier {
                error(
                    .contradiction, "\"link\" counts only beside \"via\": \"supplier\"", at: place + ["link"],
                    fix: "remove it, or write \"via\": \"supplier\"")
            }
        case .any(let parts): check(parts, steps, at: place + ["any"])
        case .all(let parts): check(parts, steps, at: place + ["all"])
        case .vote(let count, let parts):
            check(parts, steps, at: place + ["of"])
            if count > parts.count, !parts.isEmpty {
                error(
                    .range, "\(count) of \(parts.count) can never be", at: place + ["vote"],
                    fix: "write a number from 1 to \(parts.count)")
            }
        }
    }

    private func check(_ parts: [Requirement], _ steps: Names, at place: [PointerStep]) {
        for (index, part) in parts.enumerated() { check(part, steps, at: place + [.index(index)]) }
    }

    private func check(_ noticing: Noticing, at place: [PointerStep]) {
        if let control = noticing.blindUntil {
            checkControl(control, at: place + ["blindUntil", "control"], needsDelay: true)
            if noticing.by != .monitoring {
                warning(
                    .contradiction, "only monitoring can be blind", at: place + ["blindUntil"],
                    fix: "remove it, or write \"by\": \"monitoring\"")
            }
        }
        guard tree.node(at: place + ["from"]) != nil else { return }
        let noticesTries = noticing.by == .monitoring || noticing.by == .people
        if noticesTries, noticing.from == .completion {
            error(
                .contradiction, "\(noticing.by.rawValue.quoted) notices tries, not completion", at: place + ["from"],
                fix: "write \"start\" or \"end\"")
        } else if !noticesTries, noticing.from != .completion {
            error(
                .contradiction, "\(noticing.by.rawValue.quoted) notices only the completed step", at: place + ["from"],
                fix: "remove it")
        }
    }

    private func checkAdversary(of scenario: Scenario) {
        let adversary = scenario.adversary
        if adversary.persona != nil, adversary.origin != .insider {
            error(
                .contradiction, "a persona is an insider's; the origin is \(adversary.origin.rawValue.quoted)",
                at: ["adversary", "persona"],
                fix: "remove it, or write \"origin\": \"insider\"")
        }
        for (index, selector) in (adversary.persona?.entitled ?? []).enumerated() where selector.entitled {
            error(
                .circular, "what the persona may use by right is explained by itself",
                at: ["adversary", "persona", "entitled", .index(index)])
        }
    }
}

extension Scenario {
    /// Whether a step hangs on its own completion, on this asset or another.
    fileprivate func needsItself(_ step: Step) -> Bool {
        let byId = Dictionary(steps.map { ($0.id, $0) }) { first, _ in first }
        var open = step.requires?.steps ?? []
        var seen: Set<String> = []
        while let next = open.popLast() {
            if next == step.id { return true }
            if seen.insert(next).inserted { open += byId[next]?.requires?.steps ?? [] }
        }
        return false
    }
}

extension Requirement {
    /// Ids of the steps that it names.
    fileprivate var steps: [String] {
        switch self {
        case .step(let reference): [reference.step]
        case .any(let parts), .all(let parts), .vote(_, let parts): parts.flatMap(\.steps)
        }
    }
}
