extension Validator {
    func checkStory(of scenario: Scenario, _ steps: Names, _ objectiveIds: [Located]) {
        let injects = unique(
            scenario.injects.enumerated().map { Located($1.id, ["injects", .index($0), "id"]) }, "inject")
        let criteria = scenario.evaluation.enumerated().map { Located($1.id, ["evaluation", .index($0), "id"]) }
        let objectives = names(objectiveIds, in: "objectives")
        // Expected actions name either, so they share their ids.
        let goals = unique(objectiveIds + criteria, "objective or criterion", in: "objectives")
        unique(
            scenario.injects.enumerated().flatMap { inject, value in
                value.expect.enumerated().map {
                    Located($1.id, ["injects", .index(inject), "expect", .index($0), "id"])
                }
            }, "expected action")
        unique(scenario.decisions.enumerated().map { Located($1.id, ["decisions", .index($0), "id"]) }, "decision")

        let decisions = Decisions(
            names: Names(scenario.decisions.map(\.id)),
            options: Dictionary(scenario.decisions.map { ($0.id, $0.options.map(\.id)) }) { first, _ in first })
        for (index, inject) in scenario.injects.enumerated() {
            check(inject, decisions: decisions, steps: steps, goals: goals, at: ["injects", .index(index)])
        }
        for (index, decision) in scenario.decisions.enumerated() {
            check(decision, injects, at: ["decisions", .index(index)])
        }
        for (index, criterion) in scenario.evaluation.enumerated() {
            guard let objective = criterion.objective else { continue }
            refer(to: objective, among: objectives, "objective", at: ["evaluation", .index(index), "objective"])
        }
        checkForCircles(in: scenario)
    }

    /// What an inject may wait for.
    private struct Decisions {
        var names: Names
        /// By the decision's id.
        var options: [String: [String]]
    }

    private func check(
        _ inject: Inject, decisions: Decisions, steps: Names, goals: Names, at place: [PointerStep]
    ) {
        if inject.tells {
            switch inject.trigger {
            case .at, .reached: break
            case .noticed, .decided:
                error(
                    .contradiction, "who has noticed or decided something has been told already", at: place + ["tells"],
                    fix: "remove it, or let the inject come at a time or on a step")
            }
        }
        switch inject.trigger {
        case .at, .noticed: break
        case .reached(let step): refer(to: step, among: steps, "step", at: place + ["when", "reached"])
        case .decided(let id, let option):
            refer(to: id, among: decisions.names, "decision", at: place + ["when", "decided"])
            guard let option, let options = decisions.options[id] else { break }
            refer(to: option, among: Names(options), "option", at: place + ["when", "option"])
        }
        for (index, action) in inject.expect.enumerated() {
            guard let goal = action.objective else { continue }
            refer(
                to: goal, among: goals, "objective or evaluation criterion",
                at: place + ["expect", .index(index), "objective"])
        }
    }

    private func check(_ decision: Decision, _ injects: Names, at place: [PointerStep]) {
        refer(to: decision.inject, among: injects, "inject", at: place + ["inject"])
        let options = unique(
            decision.options.enumerated().map { Located($1.id, place + ["options", .index($0), "id"]) }, "option")
        refer(to: decision.default, among: options, "option", at: place + ["default"])
    }

    /// An inject that waits for a decision that waits for the inject never comes.
    private func checkForCircles(in scenario: Scenario) {
        var injectOf: [String: String] = [:]
        for decision in scenario.decisions { injectOf[decision.id] = decision.inject }
        var decisionOf: [String: String] = [:]
        for case let inject in scenario.injects {
            if case .decided(let decision, _) = inject.trigger { decisionOf[inject.id] = decision }
        }
        let places = Dictionary(scenario.injects.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var seen = Set<String>()
        for inject in scenario.injects where !inject.id.isEmpty {
            var way: [String] = []
            var next: String? = inject.id
            while let current = next, seen.insert(current).inserted {
                way.append(current)
                next = decisionOf[current].flatMap { injectOf[$0] }
            }
            guard let next, let entry = way.firstIndex(of: next) else { continue }
            report(circle: Array(way[entry...]), places)
        }
    }

    /// Told from the inject that stands first in the document.
    private func report(circle: [String], _ places: [String: Int]) {
        let order = circle.map { places[$0] ?? .max }
        guard let place = order.min(), place < .max, let first = order.firstIndex(of: place) else { return }
        let told = circle[first...] + circle[..<first] + [circle[first]]
        error(
            .circular, "a circle of decisions: \(told.map(\.quoted).joined(separator: " waits for "))",
            at: ["injects", .index(place), "when"], fix: "let one of them come at a time or on a step")
    }

    // MARK: Parameters

    func checkParameters(of scenario: Scenario) {
        var uses: [ParameterUse] = []
        for (index, step) in scenario.steps.enumerated() { uses += Self.uses(in: step, at: ["steps", .index(index)]) }
        for (index, inject) in scenario.injects.enumerated() {
            if case .at(let time) = inject.trigger {
                uses += ParameterUse.of(time, .duration, at: ["injects", .index(index), "at"])
            }
            uses += ParameterUse.of(inject.delay, .duration, at: ["injects", .index(index), "delay"])
        }
        for (index, decision) in scenario.decisions.enumerated() {
            uses += ParameterUse.of(decision.takes, .duration, at: ["decisions", .index(index), "takes"])
        }
        let names = Names(parameterNames())
        for use in uses where !use.name.isEmpty {
            let place = use.place + ["parameter"]
            guard let parameter = scenario.parameters[use.name] else {
                // One that could not be decoded is not missing.
                refer(to: use.name, among: names, "parameter", at: place, rule: .unknownParameter)
                continue
            }
            guard !isBroken(["parameters", .key(use.name)]) else { continue }
            let type = parameter.default.type
            guard !use.accepts(type) else {
                if case .integer(let count) = parameter.default, use.type == .integer,
                    let problem = Self.problem(ofTries: count)
                {
                    error(.range, problem, at: ["parameters", .key(use.name), "default"], fix: "write 1 or more")
                }
                continue
            }
            error(
                .parameterType,
                "\(use.type.rawValue.withArticle) is expected here; the parameter \(use.name.quoted) is \(type.rawValue.withArticle)",
                at: place)
        }
        let used = Set(uses.map(\.name))
        for name in names.all where !used.contains(name) {
            warning(
                .unknownParameter, "the parameter \(name.quoted) is used nowhere", at: ["parameters", .key(name)],
                fix: "remove it, or write {\"parameter\": \(name.quoted)} where it counts")
        }
    }

    /// A number of tries below one would be none: left out of the story, not tried less often.
    static func problem(ofTries count: Int) -> String? { count < 1 ? "a step is tried at least once" : nil }

    /// Names of all parameters, also of those that could not be decoded.
    private func parameterNames() -> [String] {
        guard case .object(let members)? = tree.root["parameters"]?.kind else { return [] }
        return members.map(\.key).unique.sorted()
    }

    private static func uses(in step: Step, at place: [PointerStep]) -> [ParameterUse] {
        var uses = ParameterUse.of(step.probability, .probability, at: place + ["probability"])
        uses += ParameterUse.of(step.duration, .duration, at: place + ["duration"])
        if let starts = step.starts { uses += ParameterUse.of(starts, .duration, at: place + ["starts"]) }
        if case .parameter(let name)? = step.attempts {
            uses.append(ParameterUse(name: name, type: .integer, place: place + ["attempts"]))
        }
        switch step.closes {
        case .at(let time)?: uses += ParameterUse.of(time, .duration, at: place + ["closes"])
        case .control(let control)?: uses += ParameterUse.of(control.from, .duration, at: place + ["closes", "from"])
        case nil: break
        }
        for (index, noticing) in (step.noticed ?? []).enumerated() {
            let place = place + ["noticed", .index(index)]
            uses += ParameterUse.of(noticing.probability, .probability, at: place + ["probability"])
            uses += ParameterUse.of(noticing.delay, .duration, at: place + ["delay"])
        }
        return uses
    }
}

/// A place where a parameter stands for a value.
private struct ParameterUse {
    var name: String
    var type: ParameterType
    var place: [PointerStep]

    static func of<Value>(_ value: Parameterized<Value>, _ type: ParameterType, at place: [PointerStep])
        -> [ParameterUse]
    {
        guard case .parameter(let name) = value else { return [] }
        return [ParameterUse(name: name, type: type, place: place)]
    }

    /// A chance is a chance and a time is a time; nothing is converted.
    func accepts(_ type: ParameterType) -> Bool { type == self.type }
}
