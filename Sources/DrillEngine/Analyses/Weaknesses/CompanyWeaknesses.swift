internal import DrillResults
internal import Scenarios

/// One company's ranking: all levers on few trials; on the rest of them those that may be among the first, pairs that
/// may do more together, and the company without what the leading ones raise.
struct CompanyWeaknesses: CompanyQuestion {
    let levers: [CompanyLever]
    let catalog: Catalog
    let scenarios: [ScenarioInfo]

    /// Weaknesses whose importance is worked out: those that a reader looks at.
    private static let most = 8

    func next(_ trials: CompanyTrials) -> Asked? {
        let alone = Asked(levers.map(\.change), of: trials, upTo: .few, share: 0.3)
        if trials.lacks(alone) { return alone }
        let sight = sight(trials)
        let together = sight.pairs.couples.map(sight.pairs.change)
        let extra = Asked(together + sight.removals.map(\.change), of: trials, upTo: .few, share: 0.45)
        if trials.lacks(extra) { return extra }
        let more = Asked(chosen(sight, upTo: .few, trials), of: trials, upTo: .more, share: 0.6)
        if trials.lacks(more) { return more }
        let all = Asked(chosen(sight, upTo: .more, trials), of: trials, upTo: .rest)
        return trials.lacks(all) ? all : nil
    }

    func answer(_ trials: CompanyTrials) -> WeaknessReport {
        let sight = sight(trials)
        let results = levers.map { LeverResult(lever: $0.lever, stories: trials.stories($0.change.name)) }
        var report = WeaknessReport(
            CompanyLevers(organization: trials.company.id, levers: results), scenarios: scenarios)
        report.pairs = sight.pairs.pairs(
            hopeful(sight.pairs, trials).map { ($0, trials.stories(sight.pairs.change($0).name)) }, among: results)
        let leads = sight.removals.map { removal in
            Lead(
                subject: removal.subject, without: removal.isPresent ? trials.stories(removal.change.name) : nil,
                strongest: removal.strongest.map { results[$0].stories })
        }
        addImportance(to: &report, leads)
        return report
    }

    // MARK: - Few trials

    /// What few trials of each lever alone say.
    private struct Sight {
        /// By lever.
        var stories: [[LeverStory]]
        var screening: Screening
        var pairs: PairSearch
        var removals: [Removal]
    }

    private func sight(_ trials: CompanyTrials) -> Sight {
        let stories = levers.map { trials.stories($0.change.name, upTo: .few) }
        let screening = Screening(stories, scenarios: scenarios)
        return Sight(
            stories: stories, screening: screening,
            pairs: PairSearch(levers: levers, sighted: stories, scenarios: scenarios),
            removals: removals(of: leading(screening.gains.map(\.value))))
    }

    private func hopeful(_ pairs: PairSearch, _ trials: CompanyTrials) -> [PairSearch.Couple] {
        let hopeful = pairs.hopeful(pairs.couples.map { ($0, trials.stories(pairs.change($0).name, upTo: .few)) })
        return pairs.couples.filter(hopeful.contains)
    }

    /// What gets more trials than those up to a stretch: levers that by these may still be among the first, and what is
    /// said of all trials or not at all.
    private func chosen(_ sight: Sight, upTo stretch: Stretch, _ trials: CompanyTrials) -> [StoryChange] {
        let stories = stretch == .few ? sight.stories : levers.map { trials.stories($0.change.name, upTo: stretch) }
        // Who has been dropped stays dropped.
        let kept = Set(sight.screening.kept).intersection(Screening(stories, scenarios: scenarios).kept)
        // That a lever changes nothing at all is said of all trials, and costs little.
        let still = levers.indices.filter { stories[$0].allSatisfy(\.comparison.isUnchanged) }
        let couples = hopeful(sight.pairs, trials)
        let alone = kept.union(still).union(sight.removals.compactMap(\.strongest))
            .union(couples.flatMap { [$0.first, $0.second] })
        return alone.sorted().map { levers[$0].change } + couples.map(sight.pairs.change)
            + sight.removals.map(\.change)
    }

    // MARK: - Importance

    /// A control in a scope, and the company without it.
    private struct Removal {
        var subject: LeverSubject
        /// Today's company where there is no such control.
        var change: StoryChange
        var isPresent: Bool
        /// The lever to the control's strongest level everywhere in the scope, by position.
        var strongest: Int?
    }

    /// What there is to know of a control in a scope: the stories without it, nil where there is none today, and with
    /// its strongest level.
    private struct Lead {
        var subject: LeverSubject
        var without: [LeverStory]?
        var strongest: [LeverStory]?
    }

    /// Levers that gain most on few trials, by position.
    private func leading(_ gains: [Double]) -> [Int] {
        levers.indices.filter { levers[$0].lever.kind == .control }
            .sorted { (gains[$1], $0) < (gains[$0], $1) }.prefix(Self.most).sorted()
    }

    /// One for each control and scope.
    private func removals(of places: [Int]) -> [Removal] {
        var seen: Set<LeverSubject> = []
        return places.map { levers[$0] }.filter { seen.insert($0.id.subject).inserted }.map { lever in
            Removal(
                subject: lever.id.subject, change: lever.removal, isPresent: lever.remove != nil,
                strongest: strongest(of: lever.id))
        }
    }

    /// The control's strongest level everywhere in the lever's scope.
    private func strongest(of id: LeverID) -> Int? {
        guard case .control(let control, let scope, _) = id,
            let last = catalog.controls.first(where: { $0.id == control })?.levels.last?.id
        else { return nil }
        let targets = [LeverID.ControlTarget.level(last), .everywhere(last)]
        return levers.firstIndex { lever in
            targets.contains { lever.id == .control(control, at: scope, to: $0) }
        }
    }

    /// Birnbaum importance and risk achievement worth, from the company without the control in the lever's scope.
    private func addImportance(to report: inout WeaknessReport, _ leads: [Lead]) {
        for index in report.weaknesses.indices.prefix(Self.most) {
            let subject = report.weaknesses[index].lever.id.subject
            guard let lead = leads.first(where: { $0.subject == subject }) else { continue }
            for number in report.weaknesses[index].stories.indices {
                let story = report.weaknesses[index].stories[number]
                let today = story.goal.before.value
                // Where there is no control today, nothing is taken away.
                var absent = today
                if let without = lead.without {
                    guard let goal = goal(of: story, in: without) else { continue }
                    absent = goal.after.value
                    report.weaknesses[index].stories[number].rawRange = goal.difference.achievement
                }
                report.weaknesses[index].stories[number].raw = today > 0 ? absent / today : nil
                if let best = lead.strongest.flatMap({ goal(of: story, in: $0) }) {
                    report.weaknesses[index].stories[number].birnbaum = absent - best.after.value
                }
            }
        }
    }

    /// The story's goal with a change.
    private func goal(of story: WeaknessStory, in stories: [LeverStory]) -> ObjectiveComparison? {
        stories.first { $0.comparison.scenario == story.scenario }?.comparison.objectives
            .first { $0.id == story.goal.id }
    }
}
