internal import DrillResults
internal import Scenarios

/// What one company loses in one story, in money, as results tell it.
struct StoryLossMaker {
    let scenario: Scenario
    let settings: RunSettings

    func loss(_ tally: StoryLossTally) -> StoryLoss {
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
