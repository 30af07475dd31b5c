internal import DrillResults
internal import Scenarios

/// One company's ranking: all levers on few trials; on the rest of them those that may be among the first, pairs that
/// may do more together, and the company without what the leading ones raise.
struct CompanyWeaknesses {
    let levers: [CompanyLever]
    let catalog: Catalog
    let scenarios: [ScenarioInfo]

    /// Weaknesses whose importance is worked out: those that a reader looks at.
    private static let most = 8

    /// - Parameters:
    ///   - trials: Of the company, without changes yet; gets them in their order, and others after them.
    ///   - progress: About: the few trials, those of what hangs on the leading ones, the rest.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func report(
        _ trials: inout LeverTrials, progress: @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> WeaknessReport {
        let sighted = try await trials.add(levers.map(\.change)).map(trials.sighted)
        progress(RunProgress(share: 0.3))
        let screening = Screening(sighted, scenarios: scenarios)
        let pairs = PairSearch(levers: levers, sighted: sighted, scenarios: scenarios)
        let removals = removals(of: leading(screening.gains.map(\.value)))
        let couples = pairs.couples
        let extra = try await trials.add(couples.map(pairs.change) + removals.map(\.change))
        progress(RunProgress(share: 0.45))
        let tried = zip(couples, extra).map { (couple: $0, place: $1) }
        let hopeful = pairs.hopeful(tried.map { ($0.couple, trials.sighted($0.place)) })
        let judged = tried.filter { hopeful.contains($0.couple) }
        // That a lever changes nothing at all is said of all trials, and costs little.
        let still = sighted.indices.filter { sighted[$0].allSatisfy(\.comparison.isUnchanged) }
        try await trials.finish(
            Set(
                screening.kept + still + removals.compactMap(\.strongest) + hopeful.flatMap { [$0.first, $0.second] }
                    + judged.map(\.place) + extra.suffix(removals.count)
            ).sorted())
        let results = levers.enumerated().map { place, lever in
            LeverResult(lever: lever.lever, stories: trials.stories(of: place))
        }
        var report = WeaknessReport(
            CompanyLevers(organization: trials.stories.company.id, levers: results), scenarios: scenarios)
        report.pairs = pairs.pairs(judged.map { ($0.couple, trials.stories(of: $0.place)) }, among: results)
        let leads = zip(removals, extra.suffix(removals.count)).map { removal, place in
            Lead(
                subject: removal.subject, without: removal.isPresent ? trials.stories(of: place) : nil,
                strongest: removal.strongest.map(trials.stories))
        }
        addImportance(to: &report, leads)
        return report
    }

    // MARK: - Importance

    /// A control in a scope, and the company without it.
    private struct Removal {
        var subject: LeverSubject
        /// Today's company where there is no such control.
        var change: LeverChange
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
