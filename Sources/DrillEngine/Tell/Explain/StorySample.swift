internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// All trials of one company in one story, read again for an explanation.
struct StorySample {
    let story: CompanyStory
    let settings: RunSettings

    private var job: CompiledDrill { story.drill }
    var scenario: Scenario { story.scenario }
    var who: Member { story.who }

    /// An explanation of something in this story, still empty.
    func explanation(_ question: String, title: String, printed: String, rule: String) -> Explanation {
        Explanation(
            question: question, organization: who.organization.id, organizationName: who.organization.name,
            scenario: scenario.id, scenarioTitle: scenario.title, title: title, printed: printed, rule: rule)
    }

    // MARK: Reading trials

    /// Values of every trial, in order, one list for each reader.
    func values<Value>(_ count: Int, _ read: (Batch, Int, Int) -> Value) -> [[Value]] {
        var all = [[Value]](repeating: [], count: count)
        let simulator = Simulator(graph: job.graph, seed: settings.seed)
        let workspace = Workspace(for: job.graph)
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds) {
            simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
                for trial in 0..<Simulator.batchSize where batch.active & (1 << UInt32(trial)) != 0 {
                    for index in 0..<count { all[index].append(read(batch, trial, index)) }
                }
            }
        }
        return all
    }

    /// Completion times of nodes; infinity in the place of none.
    func completions(_ nodes: [Int32?]) -> [[Float]] {
        values(nodes.count) { batch, trial, index in
            nodes[index].map { batch.completion(Int($0), trial: trial) } ?? .infinity
        }
    }

    /// The share of trials of which something holds, with its uncertainty.
    func share(_ values: [Float], _ holds: (Float) -> Bool) -> Probability {
        var reached = [UInt64](repeating: 0, count: settings.worlds)
        var trials = reached
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds) {
            trials[chunk.world] += UInt64(chunk.trials.count)
            reached[chunk.world] += UInt64(values[chunk.trials].count(where: holds))
        }
        return Uncertainty.probability(reached: reached, trials: trials)
    }

    /// The first trials in which something happens.
    func first(_ count: Int, _ times: [Float], words: (Float) -> String) -> [TrialReference] {
        times.indices.filter { times[$0] < .infinity }.prefix(count).map {
            TrialReference(scenario: scenario.id, trial: $0, words: words(times[$0]))
        }
    }

    /// For each wanted time the trial that comes nearest, each once; where it is "never", the first that never does.
    ///
    /// - Parameter times: As of `times(_:)`.
    func near(_ wanted: [Double?], _ times: [Float?]) -> [TrialReference] {
        var used: Set<Int> = []
        return wanted.compactMap { hours in
            let candidates = times.enumerated().compactMap { trial, time in
                used.contains(trial) ? nil : time.map { (trial: trial, time: $0) }
            }
            let best: (trial: Int, time: Float)?
            if let hours {
                best = candidates.filter { $0.time < .infinity }.min {
                    abs(Double($0.time) - hours) < abs(Double($1.time) - hours)
                }
            } else {
                best = candidates.first { $0.time == .infinity }
            }
            guard let (trial, time) = best else { return nil }
            used.insert(trial)
            return TrialReference(
                scenario: scenario.id, trial: trial, words: time < .infinity ? Wording.hours(Double(time)) : "never")
        }
    }

    // MARK: Goals and times

    /// The story's goal, of the objectives that the company can lose.
    var goal: Int? {
        guard story.losable.count > 1 else { return story.losable.first }
        let counts = completions(who.objectives).map { $0.count { $0 < .infinity } }
        return story.goal { counts[$0] }
    }

    /// Share of trials that lose the goal.
    var goalShare: Double {
        guard let goal else { return 0 }
        let times = completions([who.objectives[goal]])[0]
        return Double(times.count { $0 < .infinity }) / Double(max(times.count, 1))
    }

    /// A time in every trial; nil in trials that do not count.
    func times(_ name: String) -> [Float?] {
        let reader = TrialReader(story)
        let goal = goal
        return values(1) { batch, trial, _ -> Float? in
            let first = reader.compromised(batch, trial)
            switch name {
            case "compromised": return first
            case "noticed": return batch.detection(story.member, trial: trial)
            case "dwell":
                let detection = batch.detection(story.member, trial: trial)
                return first == .infinity ? nil : detection == .infinity ? .infinity : max(detection - first, 0)
            case "contained": return reader.contained(batch, trial) ?? .infinity
            case "repaired":
                let outages = reader.outages(batch, trial)
                return outages.isDown ? outages.repaired ?? .infinity : nil
            case "first-back":
                let outages = reader.outages(batch, trial)
                return outages.isDown ? outages.firstBack ?? .infinity : nil
            default: return goal.map { reader.objective($0, batch, trial: trial) } ?? .infinity
            }
        }[0]
    }

    // MARK: Steps

    /// The step's nodes on the company's assets.
    func nodes(ofStep id: String) -> [Int32] {
        story.steps.filter { scenario.steps[$0.step].id == id }.map { Int32($0.node) }
    }

    /// Trials in which the step completes on an asset of the company's.
    func completed(_ id: String) -> Int {
        let times = completions(nodes(ofStep: id))
        return (0..<settings.trials).count { trial in times.contains { $0[trial] < .infinity } }
    }

    /// The company's steps on which a node depends, in the scenario's order.
    func steps(before goal: Int, explainer: Explainer, withControls: Bool) -> [StepExplanation] {
        let own = story.ancestors(of: goal, overOutages: true).compactMap(story.ownStep)
        let ordered = Dictionary(grouping: own, by: \.step).mapValues { $0.map { Int32($0.node) } }
            .sorted { $0.key < $1.key }
        let times = completions(ordered.flatMap(\.value))
        var offset = 0
        return ordered.map { step, nodes in
            let own = times[offset..<(offset + nodes.count)]
            offset += nodes.count
            let completed = (0..<settings.trials).count { trial in own.contains { $0[trial] < .infinity } }
            return explanation(ofStep: step, completed: completed, explainer: explainer, withControls: withControls)
        }
    }

    func explanation(
        ofStep index: Int, completed: Int, explainer: Explainer, withControls: Bool
    ) -> StepExplanation {
        let step = scenario.steps[index]
        let standing = StandingControls(
            organization: who.organization,
            acting: ActingControls(
                scenario: scenario, catalog: explainer.loaded.catalog, techniques: explainer.loaded.techniques))
        var groups: [AssetExplanation] = []
        for place in story.places(ofStep: index) {
            let name = job.asset(place).label
            let controls = withControls ? standing.controls(step, place) : []
            if let same = groups.firstIndex(where: { $0.controls == controls }) {
                groups[same].assets.append(name)
            } else {
                groups.append(AssetExplanation(assets: [name], controls: controls))
            }
        }
        return StepExplanation(
            id: step.id, title: step.title, technique: step.technique ?? step.action, completed: completed,
            trials: settings.trials, figures: withControls ? figures(step) : [], assets: groups)
    }

    /// What the scenario itself says of a step.
    private func figures(_ step: Step) -> [FigureExplanation] {
        let parameters = ParameterValues(scenario)
        var figures = [
            FigureExplanation(
                "chance that one try succeeds, nothing in the way", parameters.estimate(step.probability),
                otherwise: "the story")
        ]
        figures.append(
            FigureExplanation(
                name: "length of one try", words: parameters.distribution(step.duration).words, source: "the story"))
        let tries = parameters.attempts(step.attempts, assetCount: 1, otherwise: scenario.adversary.attempts)
        let count = step.attempts == .eachMember ? "one for each member of a fleet" : "\(tries)"
        figures.append(FigureExplanation(name: "tries at most", words: count, source: "the story"))
        for entry in step.noticed ?? [] where entry.by != .monitoring {
            figures.append(
                FigureExplanation(
                    "chance of an alert: \(entry.by.words)", parameters.estimate(entry.probability),
                    otherwise: "the story"))
        }
        return figures
    }
}

extension FigureExplanation {
    /// A figure of a document.
    ///
    /// - Parameter source: What it rests on where the figure itself says nothing.
    init(_ name: String, _ estimate: Estimate, otherwise source: String) {
        self.init(
            name: name, low: estimate.low, likely: estimate.likely, high: estimate.high,
            source: estimate.source ?? source, year: estimate.year, seen: estimate.seen?.rawValue,
            trust: estimate.trust?.rawValue)
    }
}

extension Channel {
    /// Who notices.
    var words: String {
        switch self {
        case .monitoring: "monitoring"
        case .people: "people of the company"
        case .outsider: "an outsider"
        case .announcement: "the attack announces itself"
        }
    }
}
