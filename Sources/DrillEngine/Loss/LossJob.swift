internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// One company under one scenario, in money.
struct LossJob {
    let loaded: LoadedExercise
    let settings: RunSettings
    let scenario: Scenario
    let company: Organization
    let loss: Loss

    /// nil where the scenario does not apply to the company.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func run() throws -> StoryLoss? {
        let compiler = StoryCompiler(loaded: loaded, settings: settings, scenario: scenario, company: company)
        let drill = try compiler.today()
        let member = compiler.member
        guard drill.members[member].notApplicable == nil else { return nil }
        let reader = LossReader(drill, member: member, loss: loss, settings: settings)
        var tally = StoryLossTally(worlds: settings.worlds)
        let simulator = Simulator(graph: drill.graph, seed: settings.seed)
        let workspace = Workspace(for: drill.graph)
        for chunk in Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds) {
            try Task.checkCancellation()
            simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
                for trial in 0..<Simulator.batchSize where batch.active & (1 << UInt32(trial)) != 0 {
                    tally.add(reader.loss(batch, trial, world: chunk.world), world: chunk.world)
                }
            }
        }
        return result(tally)
    }

    private func result(_ tally: StoryLossTally) -> StoryLoss {
        let all = tally.merged
        let magnitude = Amount(
            mean: all.mean, p50: all.quantile(0.5), p90: all.quantile(0.9), p95: all.quantile(0.95),
            probability: all.trials == 0 ? 0 : Double(all.lossCount) / Double(all.trials))
        return StoryLoss(
            scenario: scenario.id,
            vulnerability: Uncertainty.probability(
                reached: tally.total.map(\.lossCount), trials: tally.total.map(\.trials)),
            magnitude: magnitude, primaryMean: tally.primary.mean, secondaryMean: tally.secondary.mean,
            exceedance: exceedance(all), yearly: yearly(tally))
    }

    private func exceedance(_ tally: LossTally) -> [ExceedancePoint] {
        let steps = tally.steps
        guard let least = steps.first?.loss, let greatest = steps.last?.loss else { return [] }
        let amounts = [least] + LossGrid.amounts(above: least, upTo: greatest)
        return amounts.map { ExceedancePoint(loss: $0, probability: tally.share(atLeast: $0)) }
    }

    /// Nothing without a frequency from a publication.
    private func yearly(_ tally: StoryLossTally) -> YearlyLoss? {
        guard let frequency = scenario.frequency, let source = frequency.source, !frequency.isJudgement else {
            return nil
        }
        let entity = EntityHash.of("frequency", scenario.id)
        let worlds = tally.total.enumerated().map { world, losses in
            let draw = WorldDraw(world: UInt32(world), seed: settings.seed, preset: settings.preset)
            return YearlyDistribution.World(
                rate: draw.value(of: frequency, entity: entity, lowIsGood: true), losses: losses)
        }
        return YearlyLoss(
            YearlyDistribution(worlds), frequency: worlds.reduce(0) { $0 + $1.rate } / Double(worlds.count),
            source: source + (frequency.year.map { " (\($0))" } ?? ""))
    }
}

/// What the trials of one company under one scenario lose, by world.
private struct StoryLossTally {
    private(set) var total: [LossTally]
    private(set) var primary = LossTally()
    private(set) var secondary = LossTally()

    init(worlds: Int) { total = Array(repeating: LossTally(), count: worlds) }

    mutating func add(_ loss: (primary: Double, secondary: Double), world: Int) {
        total[world].add(loss.primary + loss.secondary)
        primary.add(loss.primary)
        secondary.add(loss.secondary)
    }

    /// All worlds together.
    var merged: LossTally { total.reduce(into: LossTally()) { $0.merge($1) } }
}

extension YearlyLoss {
    /// Years that lose more than all but one in a thousand are not shown.
    fileprivate init(_ year: YearlyDistribution, frequency: Double, source: String) {
        var exceedance: [ExceedancePoint] = []
        if year.least > 0 {
            exceedance = [ExceedancePoint(loss: year.least, probability: year.anyLoss)]
            exceedance += LossGrid.amounts(above: year.least, upTo: year.greatest).map {
                ExceedancePoint(loss: $0, probability: year.share(atLeast: $0))
            }.filter { $0.probability >= 0.001 }
        }
        self.init(
            frequency: frequency, frequencySource: source, lossEventFrequency: year.lossEvents,
            expected: year.expected, p95: year.quantile(0.95), exceedance: exceedance)
    }
}
