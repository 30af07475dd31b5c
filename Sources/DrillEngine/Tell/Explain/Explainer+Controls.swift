internal import DrillKernel
internal import DrillResults
internal import Scenarios

extension Explainer {
    // MARK: A control

    func control(_ id: String, _ company: Organization, scenario: String?) throws -> Explanation {
        guard let control = loaded.catalog.controls.first(where: { $0.id == id }) else {
            throw Failure.unknown(noun: "control", name: id, known: loaded.catalog.controls.map(\.id))
        }
        let samples = try stories(of: company.id, scenario)
        let scopes = scopes(of: control, in: company)
        var result = Explanation(
            question: "control(\(id))", organization: company.id, organizationName: company.name,
            title: "\(control.title): how it stands and what it does here", printed: scopes[0].level,
            rule:
                "The nearest scope's answer holds: asset, department, company. Where its coverage misses, the next wider "
                + "scope holds, and where all miss, the weakest level. Factors of several controls multiply.")
        result.details =
            [
                "family \(control.family.rawValue); the catalog's reference level is “\(level(control.reference, of: control))”"
            ]
            + (control.twoWay.map { ["two-way: \($0)"] } ?? [])
            + (control.mitigations.isEmpty ? [] : ["ATT&CK mitigations \(control.mitigations.joined(separator: ", "))"])
        result.standings = scopes
        for sample in samples {
            let steps = sample.scenario.steps.indices.filter { acts(control, $0, sample: sample) }
            guard !steps.isEmpty else {
                result.details.append("no step of “\(sample.scenario.title)” asks for it: it cannot matter there")
                continue
            }
            for index in steps {
                let completed = sample.completed(sample.scenario.steps[index].id)
                var step = sample.explanation(ofStep: index, completed: completed, explainer: self, withControls: true)
                step.figures = []
                step.assets =
                    step.assets.map { asset in
                        AssetExplanation(assets: asset.assets, controls: asset.controls.filter { $0.control == id })
                    }.filter { !$0.controls.isEmpty }.mergedByControls
                result.steps.append(step)
            }
        }
        result.toConfirm = words(samples.flatMap { $0.who.toConfirm }, about: [id])
        let levers = LeverAnalysis(loaded, settings: settings).levers(of: company).filter { $0.control == id }
        result.deeper = levers.prefix(4).map { "lever(\($0.id.text))" }
        return result
    }

    private func level(_ id: String, of control: Control) -> String {
        control.levels.first { $0.id == id }?.shortTitle ?? id
    }

    private func acts(_ control: Control, _ step: Int, sample: StorySample) -> Bool {
        let standing = StandingControls(
            organization: sample.who.organization,
            acting: ActingControls(
                scenario: sample.scenario, catalog: loaded.catalog, techniques: loaded.techniques))
        return sample.story.places(ofStep: step).contains {
            !standing.explanations(control, sample.scenario.steps[step], place: $0).isEmpty
        }
    }

    /// What every scope says of a control, the company first.
    private func scopes(of control: Control, in company: Organization) -> [ControlExplanation] {
        var found: [ControlExplanation] = []
        for scope in ControlScope.all(in: company) {
            let answer = scope.controls(in: company)[control.id]
            guard answer != nil || scope == .organization else { continue }
            let standing = ControlStanding(control, in: scope, of: company)
            let level = standing.parts.first?.level
            found.append(
                ControlExplanation(
                    control: control.id, title: control.title, level: standing.words, scope: scope.title(in: company),
                    role: level.map { "level \($0 + 1) of \(control.levels.count)" } ?? "unknown: every level is tried",
                    figures: []))
        }
        return found
    }

    // MARK: A lever

    func lever(_ id: String, _ company: Organization, scenario: String?) throws -> Explanation {
        let levers = LeverAnalysis(loaded, settings: settings).all(of: company)
        guard let lever = levers.first(where: { $0.id == LeverID(id) }) else {
            throw Failure.unknown(noun: "lever", name: id, known: levers.map(\.id.text))
        }
        var other = loaded
        guard let place = other.organizations.firstIndex(where: { $0.id == company.id }) else {
            throw Failure.says("\(company.id) is no participant")
        }
        lever.apply(&other.organizations[place])
        let changed = try Drill(other, settings: settings)
        let stories = try stories(of: company.id, scenario).compactMap { sample -> LeverEffect? in
            guard let goal = sample.goal,
                let (job, member) = try changed.story(scenario: sample.scenario.id, organization: company.id)
            else { return nil }
            let after = StorySample(story: CompanyStory(job, member: member), settings: settings)
            return LeverEffect(before: sample, after: after, goal: goal)
        }
        // The story that it helps most; where it helps none, the one that it changes most.
        let helped = stories.filter { $0.difference.value < 0 }
        guard
            let best = helped.min(by: { $0.difference.value < $1.difference.value })
                ?? stories.max(by: { $0.difference.value < $1.difference.value })
        else {
            throw Failure.says("no objective of \(company.name) can be compared")
        }
        return explanation(of: lever.lever, best, stories)
    }

    private func explanation(of lever: Lever, _ best: LeverEffect, _ stories: [LeverEffect]) -> Explanation {
        let sample = best.before
        let points = Wording.points(best.difference)
        var result = sample.explanation(
            "lever(\(lever.id.text))", title: "What it changes: \(lever.action)",
            printed:
                "\(Wording.probability(best.share(best.reached))) → \(Wording.probability(best.share(best.reachedAfter))), \(points)",
            rule:
                "The same trials twice, on the same random numbers, once with the change; the difference is counted trial by "
                + "trial, so its range (5 % to 95 %) is of the change alone. Today: \(lever.now).")
        let trials = Wording.count(settings.trials)
        result.formula =
            "(\(Wording.count(best.reachedAfter.count { $0 < .infinity })) − "
            + "\(Wording.count(best.reached.count { $0 < .infinity }))) / \(trials)"
        result.terms = [
            term("reach “\(best.title)” today", best.reached.count { $0 < .infinity }),
            term("reach it with the change", best.reachedAfter.count { $0 < .infinity }),
            term("are prevented: they reach it only without the change", best.prevented.count),
            term("are caused: they reach it only with the change", best.caused.count),
        ]
        result.details = stories.map { story in
            guard !story.isUnchanged else { return "\(story.before.scenario.title): no trial differs" }
            let (before, after) = (story.share(story.reached), story.share(story.reachedAfter))
            return "\(story.before.scenario.title): \(Wording.probability(before)) → \(Wording.probability(after)), "
                + Wording.points(story.difference)
        }
        if let twoWay = lever.twoWay { result.details.append("two-way: \(twoWay)") }
        result.trials =
            best.prevented.prefix(best.caused.isEmpty ? 3 : 2).map {
                TrialReference(scenario: sample.scenario.id, trial: $0, words: "lost today, not with the change")
            }
            + best.caused.prefix(1).map {
                TrialReference(scenario: sample.scenario.id, trial: $0, words: "lost only with the change")
            }
        if let id = lever.control, let control = loaded.catalog.controls.first(where: { $0.id == id }) {
            result.steps = change(control, best)
            result.deeper = ["control(\(id))"]
        }
        result.deeper += ["probability(\(sample.scenario.objectives[best.goal].id))"]
        return result
    }

    /// The steps on which the control stands differently with the change.
    private func change(_ control: Control, _ effect: LeverEffect) -> [StepExplanation] {
        effect.before.scenario.steps.indices.compactMap { index in
            guard acts(control, index, sample: effect.before) else { return nil }
            let id = effect.before.scenario.steps[index].id
            func standing(_ sample: StorySample, _ completed: Int) -> StepExplanation {
                sample.explanation(ofStep: index, completed: completed, explainer: self, withControls: true)
            }
            let completed = effect.before.completed(id)
            var before = standing(effect.before, completed)
            let after = standing(effect.after, completed)
            func own(_ step: StepExplanation, _ when: String) -> [AssetExplanation] {
                step.assets.map { asset in
                    AssetExplanation(
                        assets: asset.assets,
                        controls: asset.controls.filter { $0.control == control.id }.map { standing in
                            var standing = standing
                            standing.role = when
                            return standing
                        })
                }
            }
            let (today, then) = (own(before, "today"), own(after, "with the change"))
            // Assets on which nothing changes are left out.
            func lines(_ groups: [AssetExplanation], of asset: String) -> [ControlExplanation] {
                groups.first { $0.assets.contains(asset) }?.controls ?? []
            }
            func bare(_ list: [ControlExplanation]) -> [[String]] { list.map { [$0.level, $0.scope] } }
            let names = today.flatMap(\.assets).filter { bare(lines(today, of: $0)) != bare(lines(then, of: $0)) }
            guard !names.isEmpty else { return nil }
            before.figures = []
            before.assets =
                names.map {
                    AssetExplanation(assets: [$0], controls: lines(today, of: $0) + lines(then, of: $0))
                }.mergedByControls
            return before
        }
    }

    private func term(_ name: String, _ count: Int) -> ScoreTerm {
        ScoreTerm(
            name: "trials that \(name)", value: Double(count) / Double(settings.trials), count: count,
            trials: settings.trials)
    }
}

/// A lever's effect on one story's goal, trial by trial.
private struct LeverEffect {
    let before: StorySample
    let after: StorySample
    let goal: Int
    let reached: [Float]
    let reachedAfter: [Float]
    let prevented: [Int]
    let caused: [Int]
    let difference: Difference

    var title: String { before.scenario.objectives[goal].title }
    var isUnchanged: Bool { reached == reachedAfter }

    init(before: StorySample, after: StorySample, goal: Int) {
        self.before = before
        self.after = after
        self.goal = goal
        let reached = before.completions([before.who.objectives[goal]])[0]
        let reachedAfter = after.completions([after.who.objectives[goal]])[0]
        self.reached = reached
        self.reachedAfter = reachedAfter
        prevented = reached.indices.filter { reached[$0] < .infinity && reachedAfter[$0] == .infinity }
        caused = reached.indices.filter { reached[$0] == .infinity && reachedAfter[$0] < .infinity }
        var moments = [PairedMoments](
            repeating: PairedMoments(trials: 0, before: 0, after: 0, squaredDifferences: 0),
            count: before.settings.worlds)
        for chunk in Chunk.plan(jobs: 1, trials: before.settings.trials, worlds: before.settings.worlds) {
            for trial in chunk.trials {
                let (old, new) = (reached[trial] < .infinity, reachedAfter[trial] < .infinity)
                moments[chunk.world].trials += 1
                if old { moments[chunk.world].before += 1 }
                if new { moments[chunk.world].after += 1 }
                if old != new { moments[chunk.world].squaredDifferences += 1 }
            }
        }
        difference = Uncertainty.difference(moments)
    }

    func share(_ times: [Float]) -> Probability { before.share(times) { $0 < .infinity } }
}

extension [AssetExplanation] {
    /// Assets on which the same is said, told together.
    var mergedByControls: [AssetExplanation] {
        var merged: [AssetExplanation] = []
        for asset in self {
            if let same = merged.firstIndex(where: { $0.controls == asset.controls }) {
                merged[same].assets += asset.assets
            } else {
                merged.append(asset)
            }
        }
        return merged
    }
}
