/// Steps that cannot start, objectives that cannot be reached, decisions without consequences.
struct ScenarioLint {
    let scenario: Scenario
    private let completable: Set<String>

    init(_ scenario: Scenario) {
        self.scenario = scenario
        completable = Self.completable(in: scenario)
    }

    var findings: [Finding] { steps() + objectives() + decisions() + StoryLint(scenario).findings }

    // MARK: Steps

    /// Steps that can complete at all: the least set that contains each step whose requirements it fulfils.
    private static func completable(in scenario: Scenario) -> Set<String> {
        // A step is looked at again only when one of those that it waits for has completed.
        let able = scenario.steps.indices.filter { whyNever(scenario.steps[$0], in: scenario) == nil }
        var waiting: [String: [Int]] = [:]
        for index in able {
            for name in scenario.steps[index].requires.map(names) ?? [] { waiting[name, default: []].append(index) }
        }
        var found = Set<String>()
        var next = Array(able.reversed())
        while let index = next.popLast() {
            let step = scenario.steps[index]
            guard !found.contains(step.id), step.requires.map({ isMet($0, by: found) }) ?? true else { continue }
            found.insert(step.id)
            next += waiting[step.id] ?? []
        }
        return found
    }

    private static func isMet(_ requirement: Requirement, by steps: Set<String>) -> Bool {
        switch requirement {
        case .step(let reference): steps.contains(reference.step)
        case .any(let parts): parts.contains { isMet($0, by: steps) }
        case .all(let parts): parts.allSatisfy { isMet($0, by: steps) }
        case .vote(let count, let parts): parts.count { isMet($0, by: steps) } >= count
        }
    }

    /// What keeps a step from completing apart from what it requires; nil where nothing does.
    private static func whyNever(_ step: Step, in scenario: Scenario) -> (message: String, key: PointerStep)? {
        let start = step.starts.flatMap { scenario.hours($0) } ?? 0
        if start >= scenario.horizon.hours(in: .hours), start > 0 {
            return ("the step \(step.id.quoted) starts at the horizon or later", "starts")
        }
        if case .at(let closing)? = step.closes, case .constant(let end)? = scenario.value(closing),
            end.hours(in: .hours) < start
        {
            return ("the door of the step \(step.id.quoted) closes before it starts", "closes")
        }
        // A parameter set to 0 leaves a way out on purpose; a 0 in the step itself is a mistake.
        if case .value(let probability) = step.probability, probability.high == 0 {
            return ("the step \(step.id.quoted) never succeeds", "probability")
        }
        return nil
    }

    private func steps() -> [Finding] {
        scenario.steps.enumerated().compactMap { index, step in
            let place: [PointerStep] = ["steps", .index(index)]
            if let (message, key) = Self.whyNever(step, in: scenario) {
                return Finding(.unreachableStep, message, at: place + [key])
            }
            guard let requirement = step.requires, !Self.isMet(requirement, by: completable) else { return nil }
            let fix =
                Self.names(in: requirement) == [step.id] ? "a step that spreads needs another one to begin with" : nil
            return Finding(
                .unreachableStep, "the step \(step.id.quoted) can never start: what it requires never happens",
                at: place + ["requires"], fix: fix)
        }
    }

    private static func names(in requirement: Requirement) -> Set<String> {
        switch requirement {
        case .step(let reference): [reference.step]
        case .any(let parts), .all(let parts), .vote(_, let parts):
            parts.reduce(into: []) { $0.formUnion(names(in: $1)) }
        }
    }

    // MARK: Objectives

    private func objectives() -> [Finding] {
        let steps = scenario.steps.filter { completable.contains($0.id) }
        let byId = Dictionary(grouping: steps, by: \.id)
        return scenario.objectives.enumerated().compactMap { index, objective in
            guard !canBeReached(objective.reached, by: steps, byId) else { return nil }
            return Finding(
                .unreachableObjective, "no step can reach the objective \(objective.id.quoted)",
                at: ["objectives", .index(index), "reached"])
        }
    }

    private func canBeReached(_ reached: Reached, by steps: [Step], _ byId: [String: [Step]]) -> Bool {
        switch reached {
        case .step(let wanted):
            return byId[wanted.step, default: []].contains {
                Self.canMeet($0.on.data, wanted.data) && Self.canMeet($0.on.kind, wanted.kind)
            }
        case .exposed(let exposed):
            let data = exposed.data
            return steps.contains { $0.impact.exposes && Self.canMeet($0.on.data, [data]) }
        case .down(let wanted):
            return steps.contains { step in
                (step.impact.encrypts || step.impact.destroys || step.impact.disrupts)
                    && Self.canMeet(step.on.kind, wanted.on.kind)
                    && Self.canMeet(step.on.data, wanted.on.data) && Self.canMeet(step.on.exposure, wanted.on.exposure)
                    && Self.canMeet(step.on.role, wanted.on.role)
            }
        }
    }

    /// Whether two conditions can hold for one asset; an empty one always holds.
    private static func canMeet<Word: Equatable>(_ left: [Word], _ right: [Word]) -> Bool {
        left.isEmpty || right.isEmpty || left.contains(where: right.contains)
    }

    // MARK: Decisions

    private func decisions() -> [Finding] {
        // A decision can also matter through what people are told next.
        let telling = Set(
            scenario.injects.compactMap { inject in
                if case .decided(let decision, .some) = inject.trigger { decision } else { nil }
            })
        return scenario.decisions.enumerated().compactMap { index, decision in
            let place: [PointerStep] = ["decisions", .index(index), "options"]
            if decision.options.count == 1 {
                return Finding(.idleDecision, "the decision \(decision.id.quoted) leaves no choice", at: place)
            }
            guard let first = decision.options.first else { return nil }
            guard !telling.contains(decision.id),
                decision.options.allSatisfy({ $0.does == first.does && $0.downtime == first.downtime })
            else {
                return nil
            }
            let message =
                first.does.isEmpty
                ? "no option of the decision \(decision.id.quoted) changes anything"
                : "all options of the decision \(decision.id.quoted) change the same"
            return Finding(.idleDecision, message, at: place, fix: "write \"does\" in an option")
        }
    }
}
