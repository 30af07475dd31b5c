package import DrillKernel
internal import DrillResults
internal import Scenarios

/// Reads one organization's outcomes in one story out of finished batches.
struct OutcomeReader: StoryReader {
    private let drill: CompiledDrill
    /// The objectives whose paths are traced: the most severe that the company can lose.
    private let traced: Set<Int>
    private let reader: TrialReader
    /// Notice number and channel, of this organization.
    private let notices: [(index: Int, channel: Int)]
    private let worlds: Int
    /// By choice, a node of each thing that can be aimed at.
    private let choices: [[Int]]

    init(_ story: CompanyStory, worlds: Int) {
        notices = story.drill.notices(by: story.member)
        self.worlds = worlds
        drill = story.drill
        choices = story.choices.map { $0.nodes }
        reader = TrialReader(story)
        let severities = story.scenario.objectives.map { ObjectiveInfo.Severity($0.severity) }
        let worst = story.losable.map { severities[$0] }.max()
        traced = Set(story.losable.filter { severities[$0] == worst })
    }

    var empty: StoryTally {
        StoryTally(
            objectives: reader.objectives.count, exposures: reader.exposures.count, worlds: worlds,
            choices: choices.map(\.count))
    }

    func read(_ batch: Batch, world: Int, into tally: inout StoryTally) {
        for trial in 0..<Simulator.batchSize where batch.active & (1 << UInt32(trial)) != 0 {
            tally.trials[world] += 1
            countObjectives(batch, trial, world: world, into: &tally)
            countNoticing(batch, trial, into: &tally)
            countOutages(batch, trial, into: &tally)
            countExposure(batch, trial, into: &tally)
            tally.altered.add(reader.altered(batch, trial))
        }
        countChoices(batch, world: world, into: &tally)
    }

    private func countChoices(_ batch: Batch, world: Int, into tally: inout StoryTally) {
        for (choice, nodes) in choices.enumerated() {
            for (option, node) in nodes.enumerated() {
                let trials = batch.aiming(at: node)
                tally.choices[choice][option].trials[world] += UInt64(trials.nonzeroBitCount)
                for number in reader.objectives.indices {
                    let reached = trials & batch.reaching(reader.objectives[number])
                    tally.choices[choice][option].reached[number][world] += UInt64(reached.nonzeroBitCount)
                }
            }
        }
    }

    private func countObjectives(_ batch: Batch, _ trial: Int, world: Int, into tally: inout StoryTally) {
        for number in reader.objectives.indices {
            let time = reader.objective(number, batch, trial: trial)
            guard time < .infinity else { continue }
            tally.reached[number][world] += 1
            tally.objectiveTimes[number].add(Double(time))
            if traced.contains(number), let node = reader.objectives[number] {
                tally.paths[number][drill.path(to: Int(node), batch, trial), default: 0] += 1
            }
        }
        countDwell(batch, trial, into: &tally)
    }

    /// The first completed step, and how long it goes unnoticed.
    private func countDwell(_ batch: Batch, _ trial: Int, into tally: inout StoryTally) {
        let first = reader.compromised(batch, trial)
        guard first < .infinity else { return }
        tally.compromised.add(Double(first))
        let detection = batch.detection(reader.member, trial: trial)
        guard detection < .infinity else { return }
        let dwell = Double(max(detection - first, 0))
        tally.dwell.add(dwell)
        for number in reader.objectives.indices where reader.objective(number, batch, trial: trial) < .infinity {
            tally.objectiveDwells[number].add(dwell)
        }
    }

    private func countNoticing(_ batch: Batch, _ trial: Int, into tally: inout StoryTally) {
        let detection = batch.detection(reader.member, trial: trial)
        guard detection < .infinity else { return }
        tally.noticed.add(Double(detection))
        if let by = notices.first(where: { batch.alert($0.index, trial: trial) == detection }) {
            tally.noticedBy[by.channel] += 1
        }
        if let end = reader.contained(batch, trial) { tally.contained.add(Double(end)) }
    }

    private func countOutages(_ batch: Batch, _ trial: Int, into tally: inout StoryTally) {
        let outages = reader.outages(batch, trial)
        tally.supplierDowntime.add(outages.fromSuppliers)
        tally.downtime.add(outages.own)
        if outages.isDown { tally.outages += 1 }
        if let repaired = outages.repaired { tally.repaired.add(Double(repaired)) }
        if let first = outages.firstBack { tally.firstBack.add(Double(first)) }
        if outages.wayStillOpen { tally.stillOpen += 1 }
    }

    private func countExposure(_ batch: Batch, _ trial: Int, into tally: inout StoryTally) {
        var records = 0.0
        for (asset, exposure) in reader.exposures.enumerated()
        where batch.completion(Int(exposure.exposure.node), trial: trial) < .infinity {
            tally.exposedAssets[asset] += 1
            records += exposure.left(batch, trial)
        }
        tally.exposed.add(records)
    }
}

extension CompiledDrill {
    /// Number and channel of each notice of a member.
    fileprivate func notices(by member: Int) -> [(index: Int, channel: Int)] {
        var found: [(index: Int, channel: Int)] = []
        var index = 0
        for node in description.nodes {
            for notice in node.notices {
                if Int(notice.organization) == member { found.append((index, Int(notice.channel))) }
                index += 1
            }
        }
        return found
    }

    /// Step nodes on the way to a completed node, each the one that let the next begin. What fell with a supplier's asset
    /// has no way of its own.
    package func path(to node: Int, _ batch: Batch, _ trial: Int) -> [Int32] {
        var path: [Int32] = []
        var current = node
        // A cycle of zero durations could otherwise turn for ever.
        for _ in 0...nodes.count {
            if given.contains(current), let (source, route) = batch.givenRoute(to: current, trial: trial) {
                path += route.reversed().map { given.parts[source].stops[Int($0)] }
                break
            }
            switch nodes[current] {
            case .step: path.append(Int32(current))
            case .part(let whole): path.append(whole)
            case .way, .inject, .gate, .exposure, .objective: break
            }
            let outage = description.nodes[current].outage
            let parent = outage < 0 ? decisiveParent(of: current, batch, trial) : harm(behind: outage, batch, trial)
            guard let parent else { break }
            current = parent
        }
        return path.reversed()
    }

    /// The parent whose completion let a node begin; of equal times the one that stands first.
    private func decisiveParent(of node: Int, _ batch: Batch, _ trial: Int) -> Int? {
        let (gate, parents) = (description.nodes[node].gate, description.nodes[node].parents)
        func time(_ parent: Int32) -> Float { batch.completion(Int(parent), trial: trial) }
        switch gate {
        case .entry: return nil
        case .any:
            var (first, earliest): (Int?, Float) = (nil, .infinity)
            for parent in parents[batch.successfulParents(of: node, trial: trial)] {
                let time = time(parent)
                if time < earliest || (time == earliest && time < .infinity && Int(parent) < first ?? .max) {
                    (first, earliest) = (Int(parent), time)
                }
            }
            return first
        case .all, .vote:
            let times = parents.map { (time($0), Int($0)) }.filter { $0.0 < .infinity }.sorted { $0 < $1 }
            if case .vote(let k) = gate { return times.count >= k ? times[k - 1].1 : nil }
            return times.last?.1
        }
    }
}
