internal import DrillKernel
internal import Scenarios

/// What one organization's trials under one scenario add up to; integers only, so merging is exact in any order.
struct StoryTally: MergeableTally {
    /// Trials reached, by objective and world.
    var reached: [[UInt64]]
    var objectiveTimes: [Tally]
    /// From the first completed step to the earliest alert, in trials with both that reach the objective.
    var objectiveDwells: [Tally]
    /// Trials by world.
    var trials: [UInt64]
    var compromised = Tally()
    var noticed = Tally()
    /// From the first completed step to the earliest alert, in trials with both.
    var dwell = Tally()
    var noticedBy: [UInt64]
    var contained = Tally()
    /// Trials with an outage of the organization's own.
    var outages: UInt64 = 0
    var repaired = Tally()
    var firstBack = Tally()
    var stillOpen: UInt64 = 0
    /// Trials in which readable data of the asset left, by the member's `exposures`.
    var exposedAssets: [UInt64]
    var exposed = Tally()
    var altered = Tally()
    var downtime = Tally()
    var supplierDowntime = Tally()
    /// Completed step nodes from first to last with the trials that took them, by objective; only for the most severe.
    var paths: [[[Int32]: UInt64]]
    /// By choice of what is aimed at, and by what can be.
    var choices: [[ChoiceTally]]

    /// Trials in which something is aimed at, and of them those that reach an objective, by objective and world.
    struct ChoiceTally: Sendable {
        var trials: [UInt64]
        var reached: [[UInt64]]

        mutating func merge(_ other: ChoiceTally) {
            for world in trials.indices { trials[world] += other.trials[world] }
            for objective in reached.indices {
                for world in trials.indices { reached[objective][world] += other.reached[objective][world] }
            }
        }
    }

    /// - Parameter choices: How much can be aimed at, by choice.
    init(objectives: Int, exposures: Int, worlds: Int, choices: [Int] = []) {
        let none = [UInt64](repeating: 0, count: worlds)
        let choice = ChoiceTally(trials: none, reached: Array(repeating: none, count: objectives))
        self.choices = choices.map { Array(repeating: choice, count: $0) }
        exposedAssets = Array(repeating: 0, count: exposures)
        reached = Array(repeating: Array(repeating: 0, count: worlds), count: objectives)
        paths = Array(repeating: [:], count: objectives)
        objectiveTimes = Array(repeating: Tally(), count: objectives)
        objectiveDwells = Array(repeating: Tally(), count: objectives)
        trials = Array(repeating: 0, count: worlds)
        noticedBy = Array(repeating: 0, count: Channel.allCases.count)
    }

    mutating func merge(_ other: StoryTally) {
        for objective in reached.indices {
            for world in reached[objective].indices { reached[objective][world] += other.reached[objective][world] }
            objectiveTimes[objective].merge(other.objectiveTimes[objective])
            objectiveDwells[objective].merge(other.objectiveDwells[objective])
        }
        for world in trials.indices { trials[world] += other.trials[world] }
        for channel in noticedBy.indices { noticedBy[channel] += other.noticedBy[channel] }
        compromised.merge(other.compromised)
        noticed.merge(other.noticed)
        dwell.merge(other.dwell)
        contained.merge(other.contained)
        outages += other.outages
        repaired.merge(other.repaired)
        firstBack.merge(other.firstBack)
        stillOpen += other.stillOpen
        for asset in exposedAssets.indices { exposedAssets[asset] += other.exposedAssets[asset] }
        exposed.merge(other.exposed)
        altered.merge(other.altered)
        downtime.merge(other.downtime)
        supplierDowntime.merge(other.supplierDowntime)
        for choice in choices.indices {
            for option in choices[choice].indices { choices[choice][option].merge(other.choices[choice][option]) }
        }
        for objective in paths.indices { paths[objective].merge(other.paths[objective], uniquingKeysWith: +) }
    }

    /// Trials over all worlds.
    var trialCount: UInt64 { trials.reduce(0, +) }
}
