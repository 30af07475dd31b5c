internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// Turns one company's tally under one scenario into findings.
struct FindingsMaker {
    let story: CompanyStory
    let acting: ActingControls
    let tally: FindingsTally

    private var scenario: Scenario { story.scenario }
    private var who: Member { story.who }

    func findings() -> StoryFindings {
        let goal = story.goal { tally.reached[$0] }
        let notices = scenario.steps.indices.compactMap { notice($0, goal: goal) }
        return StoryFindings(
            scenario: scenario.id, steps: notices,
            noticeOnly: scenario.steps.indices.compactMap { noticeOnly($0) }, encryptionGaps: encryptionGaps(),
            typical: typical(), suppliers: suppliers(goal: goal))
    }

    private func typical() -> [TypicalTrial] {
        zip(scenario.objectives, tally.times).compactMap { objective, times in
            times.typical.map { TypicalTrial(objective: objective.id, trial: $0.trial, hours: $0.hours) }
        }
    }

    private func suppliers(goal: Int?) -> [SupplierRoute] {
        guard let goal else { return [] }
        return SupplierRoutes(story: story, acting: acting).routes(
            goal: goal, lost: tally.reached[goal], through: tally.through.map { $0[goal] })
    }

    // MARK: Noticing

    private func notice(_ index: Int, goal: Int?) -> StepNotice? {
        let (step, counts) = (scenario.steps[index], tally.steps[index])
        guard counts.completed > 0 else { return nil }
        let lost = goal.map { counts.lost[$0] } ?? 0
        let alerted = goal.map { counts.lostAlerted[$0] } ?? 0
        let before = goal.map { counts.lostAlertedBefore[$0] } ?? 0
        let verdict: StepNotice.Verdict =
            counts.alerted * 100 < counts.completed ? .blind : before * 2 < alerted ? .late : .seen
        let reasons = NoticingReasons(story: story, acting: acting)
        let why: String? =
            switch verdict {
            case .blind: reasons.blind(step, story.places(ofStep: index))
            case .late:
                reasons.late(step, story.places(ofStep: index), after: goal.map { counts.late[$0] } ?? Tally())
            case .seen: nil
            }
        return StepNotice(
            step: step.id, title: step.title, technique: step.technique ?? step.action, verdict: verdict,
            trials: Int(tally.trials), completed: Int(counts.completed), alerted: Int(counts.alerted), lost: Int(lost),
            lostAlerted: Int(alerted), lostAlertedBefore: Int(before), why: why)
    }

    // MARK: Nothing prevents it

    private func noticeOnly(_ index: Int) -> NoticeOnlyStep? {
        let step = scenario.steps[index]
        let assets = story.places(ofStep: index).map(story.drill.asset)
        guard !assets.isEmpty, !acting.isOutside(step) else { return nil }
        let isHindered = acting.catalog.controls.contains { control in
            acting.closes(control, step) || acting.protects(control, step)
                || assets.contains { acting.hinders(control, step, at: $0) }
        }
        guard !isHindered else { return nil }
        let counts = tally.steps[index]
        return NoticeOnlyStep(
            step: step.id, title: step.title, technique: step.technique ?? step.action, reason: reason(step, assets),
            noticed: counts.completed == 0 ? nil : Double(counts.alerted) / Double(counts.completed))
    }

    private func reason(_ step: Step, _ assets: [Asset]) -> String {
        var text: String
        let none = "no control of the catalog makes it less likely"
        if let id = step.technique, let technique = acting.techniques[id] {
            text =
                technique.mitigations.isEmpty
                ? "ATT&CK names no mitigation for \(id), and \(none)."
                : "ATT&CK names \(technique.mitigations.joined(separator: ", ")) for \(id), but \(none)."
        } else if let id = step.technique {
            text = "The table of techniques does not know \(id), and \(none)."
        } else {
            text = "It is no technique of ATT&CK, and \(none)."
        }
        let guards = acting.catalog.controls.filter { control in
            assets.contains { acting.guardsWay(control, step, at: $0) }
        }
        if !guards.isEmpty {
            text +=
                " Only the way to it from elsewhere can be guarded (\(guards.map(\.title).joined(separator: ", ")))."
        }
        return text
    }

    // MARK: Encryption

    private func encryptionGaps() -> [EncryptionGap] {
        who.exposures.enumerated().compactMap { index, exposure in
            guard tally.exposed[index] > 0, let shares = who.encryptedShares[exposure.asset] else { return nil }
            let asset = story.drill.asset(exposure.asset)
            let why = who.encryption[exposure.asset] ?? [.keyFell(asset: asset.label)]
            return EncryptionGap(
                asset: asset.label, department: who.organization.departments[exposure.asset.department].name,
                level: shares.map(Wording.encryption).joined(separator: "; "), records: asset.data?.records ?? 0,
                count: Int(tally.exposed[index]), trials: Int(tally.trials),
                why: why.map(Wording.remark).joined(separator: " "))
        }.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    }

    // MARK: Speed

    func speeds() -> [SpeedResult] {
        let speeds = SpeedTargets(who.organization, exposesPersonalData: story.exposesPersonalData)
        let targets = speeds.targets
        return zip(SpeedResult.Kind.allCases, tally.speeds).compactMap { kind, counts in
            let started = counts.started.reduce(0, +)
            guard started > 0 else { return nil }
            let target = targets[kind]
            var result = SpeedResult(
                scenario: scenario.id, kind: kind, targetHours: target?.hours, targetSource: target?.source,
                time: counts.time.summary(of: started),
                within: target.map { _ in Uncertainty.probability(reached: counts.within, trials: counts.started) })
            if kind == .notify, !speeds.duties.isEmpty {
                result.duties = zip(speeds.duties, tally.duties).map(DutyResult.init)
            }
            return result
        }
    }
}

extension DutyResult {
    /// A duty of the law, and how often the company's response is in time for it.
    fileprivate init(_ clock: LegalClock, _ counts: SpeedTally) {
        self.init(
            id: clock.duty.rawValue, what: clock.what, limit: clock.limit, hours: clock.hours,
            citation: clock.citation, condition: clock.condition,
            within: clock.hours.map { _ in Uncertainty.probability(reached: counts.within, trials: counts.started) })
    }
}
