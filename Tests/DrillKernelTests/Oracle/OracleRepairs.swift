import DrillKernel

/// Outages and their repair, worked out after everything else has settled: repair undoes no completion.
struct OracleRepairs {
    private(set) var own: [OracleOutcome.Outage] = []
    private(set) var shared: [OracleOutcome.Outage] = []

    private let draws: OracleDraws
    private let settled: OracleSimulation

    init(draws: OracleDraws, settled: OracleSimulation) {
        self.draws = draws
        self.settled = settled
        let items = draws.description.repairs
        own = items.map { _ in OracleOutcome.Outage() }
        for organization in draws.description.organizations.indices {
            repair(items.indices.filter { items[$0].organization == Int32(organization) })
        }
        shared = items.indices.map(hull)
    }

    /// The items of one organization, one after the other.
    private mutating func repair(_ indices: [Int]) {
        var crewIsFree: Float = 0
        for index in indices {
            let item = draws.description.repairs[index]
            let destroyed = earliestCompletion(of: item.destroying)
            let down = min(destroyed, earliestCompletion(of: item.disrupting))
            if down == .infinity { continue }
            let contained = max(down, containment(of: item))
            var restored = contained
            if destroyed < .infinity {
                let begins = max(contained, crewIsFree)
                let backupsAreLost = earliestCompletion(of: item.backupLoss) <= min(begins, .greatestFiniteMagnitude)
                restored = draws.end(
                    of: backupsAreLost ? item.rebuild : item.restore, from: begins, organization: item.organization)
                if restored < .infinity { crewIsFree = restored }
            }
            own[index] = OracleOutcome.Outage(from: down, to: restored)
        }
    }

    private func earliestCompletion(of nodes: [Int32]) -> Float {
        nodes.map { settled.completion[Int($0)] }.min() ?? .infinity
    }

    private func containment(of item: RepairItem) -> Float {
        let contained = item.group >= 0 ? settled.cut[Int(item.group)] : settled.chainEnd[Int(item.organization)]
        if item.release < 0 { return contained }
        return min(contained, settled.cut[Int(draws.description.cut(ofIntervention: Int(item.release)))])
    }

    /// From the first to the last moment of the item's own outage and those of all suppliers that it can be traced to.
    private func hull(_ index: Int) -> OracleOutcome.Outage {
        var reached: Set<Int> = []
        var open = [index]
        while let item = open.popLast() {
            if reached.insert(item).inserted { open += draws.description.repairs[item].suppliers.map(Int.init) }
        }
        let outages = reached.map { own[$0] }.filter { $0.from < .infinity }
        return OracleOutcome.Outage(
            from: outages.map(\.from).min() ?? .infinity, to: outages.map(\.to).max() ?? .infinity)
    }
}
