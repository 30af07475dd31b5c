package import DrillKernel
internal import Scenarios

/// Reads one organization's outcome out of finished batches.
struct StoryObserver {
    let drill: CompiledDrill
    let member: Int
    /// The objectives whose paths are traced: the most severe that the member can lose.
    private let traced: Set<Int>
    private let horizon: Float
    private let groups: [Int]
    private let items: [Int]
    private let decisions: [(cut: Int, hours: Double)]
    /// Notice number and channel, of this organization.
    private let notices: [(index: Int, channel: Int)]
    private let exposures: [(node: Int, records: Double)]
    private let alterations: [(node: Int, records: Double)]

    init(_ drill: CompiledDrill, member: Int) {
        self.drill = drill
        self.member = member
        let possible = drill.members[member].objectives.indices.filter { drill.members[member].objectives[$0] >= 0 }
        let severities = drill.scenario.objectives.map(\.severity.rank)
        let worst = possible.map { severities[$0] }.min()
        traced = Set(possible.filter { severities[$0] == worst })
        horizon = drill.description.horizon
        groups = drill.touchedGroups(of: member)
        items = drill.repairs.indices.filter { drill.repairs[$0].organization == member }
        decisions = drill.decisions.indices.filter { drill.decisions[$0].organization == member }.map {
            (Int(drill.description.cut(ofIntervention: $0)), drill.decisions[$0].downtimeHours)
        }.filter { $0.1 > 0 }
        notices = drill.description.nodes.flatMap(\.notices).enumerated()
            .filter { $0.element.organization == Int32(member) }.map { ($0.offset, Int($0.element.channel)) }
        func records(_ list: [(asset: AssetReference, node: Int32)]) -> [(Int, Double)] {
            list.map { (Int($0.node), Double(drill.asset($0.asset).data?.records ?? 0)) }
        }
        exposures = records(drill.members[member].exposures)
        alterations = records(drill.members[member].alterations)
    }

    /// Counts the batch's active trials.
    func observe(_ batch: Batch, world: Int, into tally: inout StoryTally) {
        for trial in 0..<Simulator.batchSize where batch.active & (1 << UInt32(trial)) != 0 {
            tally.trials[world] += 1
            countObjectives(batch, trial, world, &tally)
            countNoticing(batch, trial, &tally)
            countOutages(batch, trial, &tally)
            countExposure(batch, trial, &tally)
            tally.altered.add(records(alterations, batch, trial))
        }
    }

    private func countObjectives(_ batch: Batch, _ trial: Int, _ world: Int, _ tally: inout StoryTally) {
        for (number, node) in drill.members[member].objectives.enumerated() where node >= 0 {
            let time = batch.completion(Int(node), trial: trial)
            guard time < .infinity else { continue }
            tally.reached[number][world] += 1
            tally.objectiveTimes[number].add(Double(time))
            if traced.contains(number) { tally.paths[number][drill.path(to: Int(node), batch, trial), default: 0] += 1 }
        }
        countDwell(batch, trial, &tally)
    }

    /// The first completed step, and how long it goes unnoticed.
    private func countDwell(_ batch: Batch, _ trial: Int, _ tally: inout StoryTally) {
        let first = batch.firstFoothold(of: drill.members[member], trial: trial)
        guard first < .infinity else { return }
        tally.compromised.add(Double(first))
        let detection = batch.detection(member, trial: trial)
        guard detection < .infinity else { return }
        let dwell = Double(max(detection - first, 0))
        tally.dwell.add(dwell)
        for (number, node) in drill.members[member].objectives.enumerated()
        where node >= 0 && batch.completion(Int(node), trial: trial) < .infinity {
            tally.objectiveDwells[number].add(dwell)
        }
    }

    private func countNoticing(_ batch: Batch, _ trial: Int, _ tally: inout StoryTally) {
        let detection = batch.detection(member, trial: trial)
        guard detection < .infinity else { return }
        tally.noticed.add(Double(detection))
        if let by = notices.first(where: { batch.alert($0.index, trial: trial) == detection }) {
            tally.noticedBy[by.channel] += 1
        }
        let end = groups.reduce(Float(0)) { max($0, batch.cut($1, trial: trial)) }
        if end <= horizon, end < .infinity { tally.contained.add(Double(end)) }
    }

    private func countOutages(_ batch: Batch, _ trial: Int, _ tally: inout StoryTally) {
        var own = 0.0
        var shared = 0.0
        var last: Float = 0
        var isDown = false
        for item in items {
            let outage = batch.outage(item, trial: trial)
            if outage.from < .infinity {
                isDown = true
                last = max(last, outage.to)
                own += hours(outage)
            }
            let all = batch.sharedOutage(item, trial: trial)
            if all.from < .infinity { shared += hours(all) }
        }
        // What suppliers add to the outage, before decisions add theirs.
        tally.supplierDowntime.add(max(shared - own, 0))
        for decision in decisions where batch.cut(decision.cut, trial: trial) <= horizon { own += decision.hours }
        tally.downtime.add(own)
        guard isDown else { return }
        tally.outages += 1
        guard last <= horizon, last < .infinity else { return }
        tally.repaired.add(Double(last))
        let open = drill.members[member].doors.contains { door in
            batch.completion(Int(door.node), trial: trial) < .infinity
                && batch.clock(Int(door.clock), trial: trial) > last
        }
        if open { tally.stillOpen += 1 }
    }

    private func countExposure(_ batch: Batch, _ trial: Int, _ tally: inout StoryTally) {
        var records = 0.0
        for (asset, exposure) in exposures.enumerated() where batch.completion(exposure.node, trial: trial) < .infinity
        {
            tally.exposedAssets[asset] += 1
            records += exposure.records
        }
        tally.exposed.add(records)
    }

    private func hours(_ outage: (from: Float, to: Float)) -> Double {
        // Without a horizon an outage that never ends has no length.
        let end = min(outage.to, horizon)
        return end < .infinity ? Double(max(end - outage.from, 0)) : 0
    }

    private func records(_ list: [(node: Int, records: Double)], _ batch: Batch, _ trial: Int) -> Double {
        list.reduce(0) { $0 + (batch.completion($1.node, trial: trial) < .infinity ? $1.records : 0) }
    }
}

extension CompiledDrill {
    /// Containment groups of the member's departments in which the story has steps.
    package func touchedGroups(of member: Int) -> [Int] {
        let touched = Set(
            nodes.compactMap { meaning -> Int? in
                guard case .step(_, let place) = meaning, place.organization == member else { return nil }
                return place.department
            })
        return groups.indices.filter { groups[$0].organization == member && touched.contains(groups[$0].department) }
    }

    /// Step nodes on the way to a completed node, each the one that let the next begin.
    func path(to node: Int, _ batch: Batch, _ trial: Int) -> [Int32] {
        var path: [Int32] = []
        var current = node
        // A cycle of zero durations could otherwise turn for ever.
        for _ in 0...nodes.count {
            if case .step = nodes[current] { path.append(Int32(current)) }
            guard let parent = decisiveParent(of: current, batch, trial) else { break }
            current = parent
        }
        return path.reversed()
    }

    private func decisiveParent(of node: Int, _ batch: Batch, _ trial: Int) -> Int? {
        let times = description.nodes[node].parents.map { (Int($0), batch.completion(Int($0), trial: trial)) }
            .filter { $0.1 < .infinity }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        switch description.nodes[node].gate {
        case .entry: return nil
        case .any: return times.first?.0
        case .all: return times.last?.0
        case .vote(let k): return times.count >= k ? times[k - 1].0 : nil
        }
    }
}

extension Batch {
    /// A member's first completed step, reconnaissance left out; infinity: none.
    package func firstFoothold(of member: Member, trial: Int) -> Float {
        member.footholds.reduce(.infinity) { min($0, completion(Int($1), trial: trial)) }
    }
}

extension Severity {
    /// 0 is worst.
    var rank: Int {
        switch self {
        case .critical: 0
        case .major: 1
        case .minor: 2
        }
    }
}
