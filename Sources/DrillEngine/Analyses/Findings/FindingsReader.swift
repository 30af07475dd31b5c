internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// Reads one company's findings out of finished batches.
struct FindingsReader: StoryReader {
    private let member: Int
    private let steps: [StepWatch]
    private let objectives: [Int32]
    private let exposures: [Int]
    private let footholds: [Int32]
    private let groups: [Int]
    private let items: [Int]
    private let handOffs: Int
    private let suppliers: [SupplierWays]
    /// In the order of `SpeedResult.Kind`.
    private let targets: [Double?]
    private let worlds: Int

    /// A step's nodes and notices in the company.
    struct StepWatch: Sendable {
        var nodes: [Int] = []
        var notices: [Int] = []
    }

    init(_ drill: CompiledDrill, member: Int, worlds: Int) {
        self.member = member
        self.worlds = worlds
        let who = drill.members[member]
        targets = SpeedTargets(who.organization, exposesPersonalData: who.exposesPersonalData(drill)).hours
        objectives = who.objectives
        footholds = who.footholds
        exposures = who.exposures.map { Int($0.node) }
        groups = drill.touchedGroups(of: member)
        items = drill.repairs.indices.filter { drill.repairs[$0].organization == member }
        handOffs = drill.description.organizations[member].chain.count
        suppliers = SupplierWays.all(drill, member: member)
        var steps = drill.scenario.steps.map { _ in StepWatch() }
        var firstNotice = 0
        for (index, node) in drill.description.nodes.enumerated() {
            if case .step(let step, let place) = drill.nodes[index], place.organization == member {
                steps[step].nodes.append(index)
                steps[step].notices += firstNotice..<(firstNotice + node.notices.count)
            }
            firstNotice += node.notices.count
        }
        self.steps = steps
    }

    var empty: FindingsTally {
        FindingsTally(
            steps: steps.count, objectives: objectives.count, exposures: exposures.count, handOffs: handOffs,
            suppliers: suppliers.count, worlds: worlds)
    }

    func read(_ batch: Batch, world: Int, into tally: inout FindingsTally) {
        for trial in 0..<Simulator.batchSize where batch.active & (1 << UInt32(trial)) != 0 {
            tally.trials += 1
            let lost = objectives.map { $0 < 0 ? .infinity : batch.completion(Int($0), trial: trial) }
            for number in lost.indices where lost[number] < .infinity {
                tally.reached[number] += 1
                tally.times[number].add(lost[number], trial: batch.firstTrial + trial)
            }
            for (index, supplier) in suppliers.enumerated() {
                let passed = supplier.passed(batch, trial)
                guard passed < .infinity else { continue }
                for number in lost.indices where lost[number] < .infinity && passed <= lost[number] {
                    tally.through[index][number] += 1
                }
            }
            for index in steps.indices {
                count(steps[index], lost, batch: batch, trial: trial, into: &tally.steps[index])
            }
            for (index, node) in exposures.enumerated() where batch.completion(node, trial: trial) < .infinity {
                tally.exposed[index] += 1
            }
            countSpeeds(batch, trial, world: world, into: &tally)
        }
    }

    private func count(_ step: StepWatch, _ lost: [Float], batch: Batch, trial: Int, into tally: inout StepTally) {
        guard step.nodes.contains(where: { batch.completion($0, trial: trial) < .infinity }) else { return }
        tally.completed += 1
        let alert = step.notices.reduce(Float.infinity) { min($0, batch.alert($1, trial: trial)) }
        if alert < .infinity { tally.alerted += 1 }
        for number in lost.indices where lost[number] < .infinity {
            tally.lost[number] += 1
            guard alert < .infinity else { continue }
            tally.lostAlerted[number] += 1
            // What is noticed as it is lost is noticed too late.
            if alert < lost[number] {
                tally.lostAlertedBefore[number] += 1
            } else {
                tally.late[number].add(Double(alert - lost[number]))
            }
        }
    }

    private func countSpeeds(_ batch: Batch, _ trial: Int, world: Int, into tally: inout FindingsTally) {
        let detection = batch.detection(member, trial: trial)
        let compromised = footholds.reduce(Float.infinity) { min($0, batch.completion(Int($1), trial: trial)) }
        func add(_ kind: SpeedResult.Kind, from start: Float, to end: Float) {
            guard start < .infinity, let place = SpeedResult.Kind.allCases.firstIndex(of: kind) else { return }
            tally.speeds[place].add(
                end < .infinity ? max(end - start, 0) : .infinity, target: targets[place], world: world)
        }
        add(.notice, from: compromised, to: detection)
        if detection < .infinity {
            add(.contain, from: detection, to: groups.reduce(detection) { max($0, batch.cut($1, trial: trial)) })
            add(.notify, from: detection, to: batch.chainEnd(member, trial: trial))
            var before = detection
            for (stage, time) in batch.handOffs(member, trial: trial).enumerated() {
                tally.handOffs[stage].add(Double(max(time - before, 0)))
                before = time
            }
            tally.chain.add(Double(max(before - detection, 0)))
        }
        var outage: (from: Float, to: Float) = (.infinity, 0)
        for item in items {
            let own = batch.outage(item, trial: trial)
            guard own.from < .infinity else { continue }
            outage = (min(outage.from, own.from), max(outage.to, own.to))
        }
        add(.restore, from: outage.from, to: outage.to)
    }
}
