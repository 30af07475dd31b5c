internal import DrillKernel
public import DrillResults
internal import Scenarios

extension Drill {
    /// The world to which a trial belongs.
    package func world(ofTrial trial: Int) -> Int {
        var world = trial * settings.worlds / settings.trials
        while (world + 1) * settings.trials / settings.worlds <= trial { world += 1 }
        return world
    }

    /// The first trial in which an organization's objective is reached; nil where none is.
    ///
    /// - Throws: `CompileError`.
    public func trialThatReaches(organization: String, scenario: String, objective: String) throws -> Int? {
        guard let (job, member) = try story(scenario: scenario, organization: organization),
            let place = job.scenario.objectives.firstIndex(where: { $0.id == objective })
        else { return nil }
        guard let node = CompanyStory(job, member: member).objective(place) else { return nil }
        let simulator = Simulator(graph: job.graph, seed: settings.seed)
        let workspace = Workspace(for: job.graph)
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds) {
            var found: Int?
            simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
                for trial in 0..<Simulator.batchSize where found == nil && batch.active & (1 << UInt32(trial)) != 0 {
                    if batch.completion(Int(node), trial: trial) < .infinity { found = batch.firstTrial + trial }
                }
            }
            if let found { return found }
        }
        return nil
    }

    /// One trial of one organization under one scenario, told in order; nil where the exercise has no such pair or the
    /// trial's number is out of range.
    ///
    /// - Throws: `CompileError`.
    public func timeline(organization: String, scenario: String, trial: Int) throws -> TrialTimeline? {
        guard let (job, member) = try story(scenario: scenario, organization: organization),
            trial >= 0, trial < settings.trials
        else { return nil }
        let world = world(ofTrial: trial)
        var timeline: TrialTimeline?
        Simulator(graph: job.graph, seed: settings.seed).run(
            world: world, trials: trial..<(trial + 1), workspace: Workspace(for: job.graph)
        ) { batch in
            let teller = TrialTeller(
                story: CompanyStory(job, member: member), batch: batch, trial: trial - batch.firstTrial)
            timeline = TrialTimeline(
                organization: organization, organizationName: job.members[member].organization.name,
                scenario: scenario, scenarioTitle: job.scenario.title, trial: trial, world: world,
                zone: job.members[member].clock.offsets.zone, zeroHour: teller.shown(after: 0),
                events: teller.events())
        }
        return timeline
    }
}
