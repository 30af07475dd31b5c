internal import DrillKernel
internal import Scenarios

/// Reads what one trial of a finished batch means for one organization.
struct TrialReader {
    /// The organization, as an index into the drill's members and the kernel's organizations.
    let member: Int
    /// Objective nodes in the scenario's order; nil where the objective cannot apply.
    let objectives: [Int32?]
    private let footholds: [Int32]
    private let horizon: Float
    let groups: [Int]
    let items: [Int]
    /// Of the items, those of services that the company ranks for restoring; all where it ranks none.
    private let services: Set<Int>
    private let doors: [(node: Int32, clock: Int32)]
    private let decisions: [(cut: Int, hours: Double)]
    /// Readable data that left, with the asset's records.
    let exposures: [RecordsAtRisk]
    private let alterations: [(node: Int, records: Double)]

    init(_ story: CompanyStory) {
        member = story.member
        let who = story.who
        objectives = who.objectives
        footholds = who.footholds
        doors = who.doors
        horizon = story.drill.description.horizon
        groups = story.touchedGroups
        items = story.repairs
        let ranked = story.repairs.filter { story.drill.asset(story.drill.repairs[$0]).restoreOrder != nil }
        services = Set(ranked.isEmpty ? story.repairs : ranked)
        decisions = story.costlyDecisions
        func records(_ list: [(asset: AssetReference, node: Int32)]) -> [(Int, Double)] {
            list.map { (Int($0.node), Double(story.drill.asset($0.asset).data?.records ?? 0)) }
        }
        exposures = who.exposures.map {
            RecordsAtRisk(exposure: $0, records: story.drill.asset($0.asset).data?.records ?? 0)
        }
        alterations = records(who.alterations)
    }

    /// Whether equal batches mean the same to both: the same nodes read, the same records and hours counted.
    func readsLike(_ other: TrialReader) -> Bool {
        member == other.member && objectives == other.objectives && footholds == other.footholds
            && horizon == other.horizon && groups == other.groups && items == other.items
            && services == other.services
            && zip(doors, other.doors).allSatisfy { $0 == $1 } && doors.count == other.doors.count
            && zip(decisions, other.decisions).allSatisfy { $0 == $1 } && decisions.count == other.decisions.count
            && exposures == other.exposures
            && zip(alterations, other.alterations).allSatisfy { $0 == $1 }
            && alterations.count == other.alterations.count
    }

    /// All that outcomes are made of. Objectives that cannot apply are left out.
    var places: OutcomePlaces {
        OutcomePlaces(
            organization: member,
            nodes: objectives.compactMap(\.self)
                + exposures.flatMap { [$0.exposure.node] + $0.exposure.taken.map(\.readable) }
                + alterations.map { Int32($0.node) },
            cuts: decisions.map(\.cut), items: items,
            parts: exposures.flatMap { $0.exposure.taken.map(\.whole) })
    }

    /// Whether equal values at the places mean equal outcomes.
    func weighsLike(_ other: TrialReader) -> Bool {
        func records(_ list: [(node: Int, records: Double)]) -> [Double] { list.map(\.records) }
        return objectives.map { $0 == nil } == other.objectives.map { $0 == nil } && horizon == other.horizon
            && items.count == other.items.count && exposures.map(\.records) == other.exposures.map(\.records)
            && exposures.map(\.exposure.taken.count) == other.exposures.map(\.exposure.taken.count)
            && records(alterations) == records(other.alterations)
            && decisions.map(\.hours) == other.decisions.map(\.hours)
    }

    /// When an objective is reached; infinity: never, or it cannot apply.
    @inline(__always)
    func objective(_ number: Int, _ batch: Batch, trial: Int) -> Float {
        objectives[number].map { batch.completion(Int($0), trial: trial) } ?? .infinity
    }

    /// The first completed step that compromises something; infinity: none.
    func compromised(_ batch: Batch, _ trial: Int) -> Float {
        footholds.reduce(.infinity) { min($0, batch.completion(Int($1), trial: trial)) }
    }

    /// The last containment of a department that the story touches, by the horizon; nil where nothing was noticed.
    func contained(_ batch: Batch, _ trial: Int) -> Float? {
        guard batch.detection(member, trial: trial) < .infinity else { return nil }
        let end = groups.reduce(Float(0)) { max($0, batch.cut($1, trial: trial)) }
        return end <= horizon && end < .infinity ? end : nil
    }

    /// Records whose readable copy left.
    func exposed(_ batch: Batch, _ trial: Int) -> Double { exposures.reduce(0) { $0 + $1.left(batch, trial) } }

    /// Records that were changed.
    func altered(_ batch: Batch, _ trial: Int) -> Double { records(alterations, batch, trial: trial) }

    /// The organization's outages, with what decisions cost by themselves.
    func outages(_ batch: Batch, _ trial: Int) -> Outages {
        var result = Outages()
        var shared = 0.0
        var last: Float = 0
        var first = Float.infinity
        for item in items {
            let outage = batch.outage(item, trial: trial)
            if outage.from < .infinity {
                result.isDown = true
                last = max(last, outage.to)
                if services.contains(item) { first = min(first, outage.to) }
                result.own += hours(outage)
            }
            let all = batch.sharedOutage(item, trial: trial)
            if all.from < .infinity { shared += hours(all) }
        }
        if first <= horizon && first < .infinity { result.firstBack = first }
        // What suppliers add to the outage, before decisions add theirs.
        result.fromSuppliers = max(shared - result.own, 0)
        for decision in decisions where batch.cut(decision.cut, trial: trial) <= horizon {
            result.own += decision.hours
        }
        guard result.isDown, last <= horizon, last < .infinity else { return result }
        result.repaired = last
        result.wayStillOpen = doors.contains { door in
            batch.completion(Int(door.node), trial: trial) < .infinity
                && batch.clock(Int(door.clock), trial: trial) > last
        }
        return result
    }

    private func hours(_ outage: (from: Float, to: Float)) -> Double {
        // Without a horizon an outage that never ends has no length.
        let end = min(outage.to, horizon)
        return end < .infinity ? Double(max(end - outage.from, 0)) : 0
    }

    private func records(_ list: [(node: Int, records: Double)], _ batch: Batch, trial: Int) -> Double {
        list.reduce(0) { $0 + (batch.completion($1.node, trial: trial) < .infinity ? $1.records : 0) }
    }
}

/// An asset's records, and how they may leave.
struct RecordsAtRisk: Equatable {
    let exposure: Exposure
    let records: Int

    /// Records whose readable copy has left.
    func left(_ batch: Batch, _ trial: Int) -> Double {
        records == 0 ? 0 : Double(exposure.left(of: records, batch, trial))
    }

    static func == (a: RecordsAtRisk, b: RecordsAtRisk) -> Bool {
        a.exposure.node == b.exposure.node && a.exposure.taken == b.exposure.taken && a.records == b.records
    }
}

/// One organization's outages in one trial; hours.
struct Outages {
    /// Whether any asset went down through the attack itself.
    var isDown = false
    /// Hours down until repaired or the horizon, over all assets, and what decisions cost.
    var own = 0.0
    /// What suppliers' outages add.
    var fromSuppliers = 0.0
    /// When the last asset was repaired; nil where none was down or one was not repaired by the horizon.
    var repaired: Float?
    /// When the first critical service was back; nil where none was down, or none came back by the horizon.
    var firstBack: Float?
    /// Whether a way in was still open when the last was repaired.
    var wayStillOpen = false
}
