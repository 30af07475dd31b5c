internal import DrillKernel
internal import Scenarios

/// Reads what one trial costs an organization.
///
/// Amounts are drawn once a world and shared by its trials, as figures of the catalog are; whether a loss with a
/// probability comes is drawn for each trial under an address of its own.
struct LossReader: StoryReader {
    /// One item of the organization's losses, as this story can bring it about.
    private struct Line {
        var units: Units
        /// By world.
        var amounts: [Double]
        /// Chance that it comes, in fixed point, by world; nil: always.
        var chances: [UInt32]?
        var address: Address
        var atMost: Double
        var isSecondary: Bool
    }

    /// Where the units of a line are found.
    private enum Units {
        /// Nodes with the records that are altered when they complete.
        case altered([(node: Int, records: Double)])
        case exposed([RecordsAtRisk])
        /// Repair items, and what decisions cost.
        case hours(items: [Int], decisions: [(cut: Int, hours: Double)])
        case incident
    }

    private let lines: [Line]
    private let member: Int
    private let horizon: Float
    private let seed: UInt64
    private let worlds: Int

    init(_ story: CompanyStory, loss: Loss, settings: RunSettings) {
        member = story.member
        horizon = story.drill.description.horizon
        seed = settings.seed
        worlds = settings.worlds
        let organization = story.organization.id
        let draws = (0..<settings.worlds).map {
            WorldDraw(world: UInt32($0), seed: settings.seed, preset: settings.preset)
        }
        lines = loss.items.map { item in
            let amount = EntityHash.of("loss", organization, item.id, "amount")
            let chance = EntityHash.of("loss", organization, item.id, "probability")
            return Line(
                units: Self.units(of: item, among: loss.items, in: story),
                amounts: draws.map { $0.value(of: item.amount, entity: amount, lowIsGood: true) },
                chances: item.probability.map { probability in
                    draws.map {
                        FixedPoint.threshold($0.value(of: probability, entity: chance, lowIsGood: true))
                    }
                },
                address: Address(EntityHash.of("loss", story.scenario.id, organization, item.id), .loss),
                atMost: item.atMost ?? .infinity, isSecondary: item.isSecondary)
        }
    }

    var empty: StoryLossTally { StoryLossTally(worlds: worlds) }

    func read(_ batch: Batch, world: Int, into tally: inout StoryLossTally) {
        for trial in 0..<Simulator.batchSize where batch.active & (1 << UInt32(trial)) != 0 {
            tally.add(loss(batch, trial, world: world), world: world)
        }
    }

    /// What a trial of a batch costs: the organization's own loss, and what others bring about.
    func loss(_ batch: Batch, _ trial: Int, world: Int) -> (primary: Double, secondary: Double) {
        var sums = (primary: 0.0, secondary: 0.0)
        for line in lines {
            let count = units(line.units, batch, trial: trial)
            guard count > 0 else { continue }
            if let chance = line.chances?[world], chance != .max {
                let word = Philox.word(line.address, trial: UInt32(batch.firstTrial + trial), seed: seed)
                guard word < chance else { continue }
            }
            let amount = min(count * line.amounts[world], line.atMost)
            if line.isSecondary { sums.secondary += amount } else { sums.primary += amount }
        }
        return sums
    }

    private func units(_ units: Units, _ batch: Batch, trial: Int) -> Double {
        switch units {
        case .exposed(let sources): sources.reduce(0) { $0 + $1.left(batch, trial) }
        case .altered(let sources):
            sources.reduce(0) { $0 + (batch.completion($1.node, trial: trial) < .infinity ? $1.records : 0) }
        case .hours(let items, let decisions):
            items.reduce(0) { $0 + hours($1, batch, trial: trial) }
                + decisions.reduce(0) { $0 + (batch.cut($1.cut, trial: trial) <= horizon ? $1.hours : 0) }
        case .incident: batch.detection(member, trial: trial) < .infinity ? 1 : 0
        }
    }

    /// Hours that an asset is down until repaired or the horizon, whether through the attack itself or a supplier.
    private func hours(_ item: Int, _ batch: Batch, trial: Int) -> Double {
        let outage = batch.sharedOutage(item, trial: trial)
        guard outage.from < .infinity else { return 0 }
        let end = min(outage.to, horizon)
        return end < .infinity ? Double(max(end - outage.from, 0)) : 0
    }

    private static func units(
        of item: LossItem, among items: [LossItem], in story: CompanyStory
    ) -> Units {
        let drill = story.drill
        func records(_ asset: AssetReference) -> Int? {
            guard let data = drill.asset(asset).data, item.data.isEmpty || item.data.contains(data.dataClass) else {
                return nil
            }
            return data.records
        }
        switch item.per {
        case .incident: return .incident
        case .exposedRecord:
            return .exposed(
                story.who.exposures.compactMap { exposure in
                    records(exposure.asset).map { RecordsAtRisk(exposure: exposure, records: $0) }
                })
        case .alteredRecord:
            return .altered(
                story.who.alterations.compactMap { asset, node in
                    records(asset).map { (node: Int(node), records: Double($0)) }
                })
        case .downtimeHour:
            if !item.assets.isEmpty {
                return .hours(
                    items: story.repairs.filter { item.assets.contains(drill.asset(drill.repairs[$0]).id) },
                    decisions: [])
            }
            // Assets with a price of their own for this form of loss.
            let named = Set(items.filter { $0.per == .downtimeHour && $0.form == item.form }.flatMap(\.assets))
            return .hours(
                items: story.repairs.filter { !named.contains(drill.asset(drill.repairs[$0]).id) },
                decisions: story.costlyDecisions)
        }
    }
}
