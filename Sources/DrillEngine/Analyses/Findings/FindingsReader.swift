internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// Reads one company's findings out of finished batches.
struct FindingsReader: StoryReader {
    private let reader: TrialReader
    private let steps: [StepWatch]
    private let handOffs: Int
    private let suppliers: [SupplierWays]
    /// In the order of `SpeedResult.Kind`.
    private let targets: [Double?]
    /// Hours that the law gives for telling an authority, duty by duty; nil: counted from another duty.
    private let duties: [Double?]
    private let worlds: Int

    /// A step's nodes and notices in the company.
    struct StepWatch: Sendable {
        var nodes: [Int] = []
        var notices: [Int] = []
    }

    init(_ story: CompanyStory, worlds: Int) {
        self.worlds = worlds
        reader = TrialReader(story)
        let speeds = SpeedTargets(story.organization, exposesPersonalData: story.exposesPersonalData)
        targets = speeds.hours
        duties = speeds.duties.map(\.hours)
        handOffs = story.drill.description.organizations[story.member].chain.count
        suppliers = SupplierWays.all(story)
        var steps = story.scenario.steps.map { _ in StepWatch() }
        for own in story.steps { steps[own.step].nodes.append(own.node) }
        for notice in story.notices { steps[notice.step.step].notices.append(notice.index) }
        self.steps = steps
    }

    var empty: FindingsTally {
        FindingsTally(
            steps: steps.count, objectives: reader.objectives.count, exposures: reader.exposures.count,
            handOffs: handOffs,
            suppliers: suppliers.count, duties: duties.count, worlds: worlds)
    }

    func read(_ batch: Batch, world: Int, into tally: inout FindingsTally) {
        for trial in 0..<Simulator.batchSize where batch.active & (1 << UInt32(trial)) != 0 {
            tally.trials += 1
            let lost = reader.objectives.indices.map { reader.objective($0, batch, trial: trial) }
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
            for (index, exposure) in reader.exposures.enumerated()
            where batch.completion(Int(exposure.exposure.node), trial: trial) < .infinity {
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
        let detection = batch.detection(reader.member, trial: trial)
        func add(_ kind: SpeedResult.Kind, from start: Float, to end: Float) {
            guard start < .infinity, let place = SpeedResult.Kind.allCases.firstIndex(of: kind) else { return }
            tally.speeds[place].add(
                end < .infinity ? max(end - start, 0) : .infinity, target: targets[place], world: world)
        }
        add(.notice, from: reader.compromised(batch, trial), to: detection)
        if detection < .infinity {
            add(.contain, from: detection, to: reader.groups.reduce(detection) { max($0, batch.cut($1, trial: trial)) })
            let end = batch.chainEnd(reader.member, trial: trial)
            add(.notify, from: detection, to: end)
            for (place, hours) in duties.enumerated() {
                tally.duties[place].add(max(end - detection, 0), target: hours, world: world)
            }
            var before = detection
            for (stage, time) in batch.handOffs(reader.member, trial: trial).enumerated() {
                tally.handOffs[stage].add(Double(max(time - before, 0)))
                before = time
            }
            tally.chain.add(Double(max(before - detection, 0)))
        }
        var outage: (from: Float, to: Float) = (.infinity, 0)
        for item in reader.items {
            let own = batch.outage(item, trial: trial)
            guard own.from < .infinity else { continue }
            outage = (min(outage.from, own.from), max(outage.to, own.to))
        }
        add(.restore, from: outage.from, to: outage.to)
    }
}
