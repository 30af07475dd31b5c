/// Checks an exercise together with the documents it names.
struct ExerciseChecker {
    let exercise: Exercise
    let tree: DocumentTree
    let members: [ExerciseLoader.Member]
    let scenarios: [ExerciseLoader.Story]
    /// False where a participant could not be read: it may be the one that is missed.
    let isComplete: Bool

    func problems() -> [Diagnostic] {
        duplicates() + suppliers() + sharing() + selectors() + roles()
    }

    // MARK: Ids

    private func duplicates() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var first: [String: Diagnostic] = [:]
        for member in members where !member.organization.id.isEmpty {
            let id = member.organization.id
            if let earlier = first[id] {
                var problem = member.namedAt
                problem.rule = Rule.duplicateId.rawValue
                problem.message = "the organization \(id.quoted) takes part already (\(earlier.file):\(earlier.line))"
                problem.fix = "remove one, or give it another id"
                problems.append(problem)
            }
            first[id] = first[id] ?? member.namedAt
        }
        for (index, external) in exercise.external.enumerated() where first[external.id] != nil {
            problems.append(
                tree.diagnostic(
                    as: .error, .duplicateId,
                    "the organization \(external.id.quoted) takes part and is external as well",
                    at: ["external", .index(index), "id"], fix: "remove one"))
        }
        var ids = Set<String>()
        for (index, story) in scenarios.enumerated()
        where !ids.insert(story.scenario.id).inserted && scenarios.count == exercise.scenarios.count {
            problems.append(
                tree.diagnostic(
                    as: .error, .duplicateId,
                    "the scenario \(story.scenario.id.quoted) is named already; results are told apart by its id",
                    at: ["scenarios", .index(index)], fix: "remove one, or give it another id"))
        }
        return problems
    }

    // MARK: Links between organizations

    private func suppliers() -> [Diagnostic] {
        guard isComplete else { return [] }
        var problems: [Diagnostic] = []
        let known = members.map(\.organization.id) + exercise.external.map(\.id)
        let isKnown = Set(known)
        let suggestions = SuggestionIndex(known)
        let byID = Dictionary(members.map { ($0.organization.id, $0.organization) }) { first, _ in first }
        var used = Set<String>()
        for member in distinctMembers {
            guard let tree = member.document.tree else { continue }
            for (index, link) in member.organization.suppliers.enumerated() where !link.organization.isEmpty {
                used.insert(link.organization)
                let place: [PointerStep] = ["suppliers", .index(index)]
                guard isKnown.contains(link.organization) else {
                    problems.append(
                        tree.diagnostic(
                            as: .error, .unknownOrganization,
                            "the supplier \(link.organization.quoted) neither takes part nor is external in \(RelativePath.name(of: self.tree.file))",
                            at: place + ["organization"],
                            fix: suggestions.question(link.organization)
                                ?? "add it to the exercise's \"external\""))
                    continue
                }
                guard let from = link.from,
                    let supplier = byID[link.organization], !from.matchesAny(in: supplier)
                else { continue }
                problems.append(
                    tree.diagnostic(
                        as: .warning, .matchesNothing, "no asset of \(link.organization.quoted) is selected",
                        at: place + ["from"]))
            }
        }
        for (index, external) in exercise.external.enumerated() where !used.contains(external.id) {
            problems.append(
                tree.diagnostic(
                    as: .warning, .unknownOrganization, "no participant names the supplier \(external.id.quoted)",
                    at: ["external", .index(index), "id"]))
        }
        return problems
    }

    private func sharing() -> [Diagnostic] {
        guard isComplete else { return [] }
        let ids = members.map(\.organization.id)
        let (known, suggestions) = (Set(ids), SuggestionIndex(ids))
        return exercise.sharing.enumerated().flatMap { index, group in
            group.members.enumerated().compactMap { member, id in
                guard !id.isEmpty, !known.contains(id) else { return nil }
                return tree.diagnostic(
                    as: .error, .unknownOrganization, "the member \(id.quoted) does not take part",
                    at: ["sharing", .index(index), "members", .index(member)],
                    fix: suggestions.question(id))
            }
        }
    }

    // MARK: Scenarios on organizations

    private func selectors() -> [Diagnostic] {
        guard isComplete else { return [] }
        return distinctStories.flatMap { story -> [Diagnostic] in
            guard let tree = story.document.tree else { return [] }
            return story.scenario.steps.enumerated().compactMap { index, step in
                guard !isMatched(step, of: story.scenario) else { return nil }
                let whose = step.at == .supplier ? "supplier" : "participant"
                return tree.diagnostic(
                    as: .warning, .matchesNothing,
                    "no asset of any \(whose) is selected; the step \(step.id.quoted) never takes place here",
                    at: ["steps", .index(index), "on"])
            }
        }
    }

    private func isMatched(_ step: Step, of scenario: Scenario) -> Bool {
        // An external organization stands for whatever asset a scenario needs there.
        if step.at == .supplier, !exercise.external.isEmpty { return true }
        return members.contains { step.on.matchesAny(in: $0.organization, persona: scenario.adversary.persona) }
    }

    private func roles() -> [Diagnostic] {
        guard isComplete else { return [] }
        let roles = Set(members.flatMap { $0.organization.departments.flatMap(\.roles) })
        return distinctStories.flatMap { story -> [Diagnostic] in
            guard let tree = story.document.tree else { return [] }
            func missing(_ wanted: [Role], _ place: [PointerStep]) -> Diagnostic? {
                guard !wanted.isEmpty, !wanted.contains(where: roles.contains) else { return nil }
                return tree.diagnostic(
                    as: .warning, .matchesNothing,
                    "no department of any participant has the role \(wanted.map(\.rawValue.quoted).joined(separator: " or "))",
                    at: place)
            }
            return story.scenario.injects.enumerated().compactMap { missing($1.to, ["injects", .index($0), "to"]) }
                + story.scenario.decisions.enumerated().compactMap { missing($1.by, ["decisions", .index($0), "by"]) }
        }
    }

    /// Each document once, however often it is named.
    private var distinctMembers: [ExerciseLoader.Member] {
        var seen = Set<String>()
        return members.filter { seen.insert($0.document.tree?.file ?? "").inserted }
    }

    private var distinctStories: [ExerciseLoader.Story] {
        var seen = Set<String>()
        return scenarios.filter { seen.insert($0.document.tree?.file ?? "").inserted }
    }
}
