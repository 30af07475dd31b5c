/// Injects that nobody answers, that give away what comes, that come too thick.
struct StoryLint {
    /// A table discusses an inject for two minutes at least, so at most five fit in ten minutes of the story.
    static let injectsInWindow = 5
    /// A breath shorter than ten minutes, so that rounding makes no crowd.
    static let windowHours = 10.0 / 60 - 1e-9

    let scenario: Scenario

    init(_ scenario: Scenario) { self.scenario = scenario }

    var findings: [Finding] { unanswered() + spoilers() + crowds() }

    private func unanswered() -> [Finding] {
        let answered = Set(scenario.decisions.map(\.inject))
        return scenario.injects.enumerated().compactMap { index, inject in
            // A decision is an answer too.
            guard inject.expect.isEmpty, !answered.contains(inject.id) else { return nil }
            return Finding(
                .noExpectedAction, "nothing is expected of those who receive the inject \(inject.id.quoted)",
                at: ["injects", .index(index)],
                fix: "write \"expect\", or let a decision follow")
        }
    }

    // MARK: Too many at once

    private func crowds() -> [Finding] {
        var groups: [String: [(index: Int, hours: Double)]] = [:]
        for (index, inject) in scenario.injects.enumerated() {
            guard let (group, hours) = moment(of: inject) else { continue }
            groups[group, default: []].append((index, hours))
        }
        return groups.sorted { $0.key < $1.key }.compactMap { _, injects in
            let sorted = injects.sorted { ($0.hours, $0.index) < ($1.hours, $1.index) }
            for (first, last) in zip(sorted, sorted.dropFirst(Self.injectsInWindow))
            where last.hours - first.hours < Self.windowHours {
                return Finding(
                    .tooFast,
                    "more than \(Self.injectsInWindow) injects come within ten minutes; a table needs two minutes for each",
                    at: ["injects", .index(last.index)], fix: "write a later time or a \"delay\"")
            }
            return nil
        }
    }

    /// What an inject waits for, and how long after that it comes.
    private func moment(of inject: Inject) -> (group: String, hours: Double)? {
        guard let delay = scenario.hours(inject.delay) else { return nil }
        switch inject.trigger {
        case .at(let time): return scenario.hours(time).map { ("at", $0 + delay) }
        case .reached(let step): return ("reached \(step)", delay)
        case .noticed: return ("noticed", delay)
        case .decided(let decision, let option): return ("decided \(decision) \(option ?? "")", delay)
        }
    }

    // MARK: Spoilers

    /// One finding for each inject that tells too much, however many it gives away.
    private func spoilers() -> [Finding] {
        let injects = scenario.injects
        var search = SpoilerSearch(injects.map { ($0.title, $0.text) })
        let moments = injects.map(moment)
        return injects.enumerated().compactMap { index, inject in
            let found = search.search(index) { comes(index, before: $0, moments) }
            guard let first = found.told.first.map({ injects[$0] }) else { return nil }
            let others = found.told.count - 1
            let more = others == 0 ? "" : ", and \(found.isCut ? "at least " : "")\(others) more"
            return Finding(
                .spoiler, "the text gives away the later inject \(first.id.quoted) (\(first.title.quoted))\(more)",
                at: ["injects", .index(index), "text"],
                fix: "say it in other words, or move it to the \"notes\" of \(inject.id.quoted)")
        }
    }

    /// Times decide where both have one, otherwise the order in the MSEL.
    private func comes(_ first: Int, before second: Int, _ moments: [(group: String, hours: Double)?]) -> Bool {
        if let left = moments[first], let right = moments[second], left.group == right.group, left.hours != right.hours
        {
            return left.hours < right.hours
        }
        return first < second
    }
}
