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
        own = hulls(of: own) { items[$0].organization == items[$1].organization }
        shared = hulls(of: own) { _, _ in true }
    }

    /// The items of one organization, each by the crew that is free first.
    private mutating func repair(_ indices: [Int]) {
        guard let first = indices.first else { return }
        let items = draws.description.repairs
        let organization = draws.description.organizations[Int(items[first].organization)]
        var free = [Float](repeating: 0, count: organization.crews)
        for index in indices {
            let item = items[index]
            let destroyed = earliestCompletion(of: item.destroying)
            let down = min(destroyed, earliestCompletion(of: item.disrupting))
            if down == .infinity { continue }
            let released = max(down, containment(of: item))
            own[index] = OracleOutcome.Outage(from: down, to: released)
            if destroyed == .infinity { continue }
            own[index].to = .infinity
            if released == .infinity || released > draws.description.horizon { continue }
            let crew = free.indices.min { free[$0] < free[$1] } ?? 0
            var begins = max(released, free[crew])
            let needed = item.needs.map { Int($0.item) }.filter { items[$0].organization == item.organization }
            while let missing = needed.first(where: { own[$0].from <= begins && begins < own[$0].to }) {
                begins = own[missing].to
            }
            let backupsAreLost = earliestCompletion(of: item.backupLoss) <= min(begins, .greatestFiniteMagnitude)
            let done = draws.end(
                of: backupsAreLost ? item.rebuild : item.restore, from: begins, organization: item.organization)
            own[index].to = done
            if done < .infinity { free[crew] = done }
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

    /// Each item's own outage, and what it catches of others that it needs: from when it can bridge them no longer to
    /// when they are up; the hull of all, again and again until none grows.
    ///
    /// - Parameter counts: Whether an item feels the outage of another.
    private func hulls(
        of outages: [OracleOutcome.Outage], where counts: (Int, Int) -> Bool
    ) -> [OracleOutcome.Outage] {
        var hulls = outages.map { OracleOutcome.Outage(from: $0.from, to: $0.from < .infinity ? $0.to : -1) }
        var grown = true
        while grown {
            grown = false
            for (index, item) in draws.description.repairs.enumerated() {
                for need in item.needs where counts(index, Int(need.item)) {
                    let other = hulls[Int(need.item)]
                    let reached = other.from + need.grace
                    guard reached < other.to else { continue }
                    let hull = OracleOutcome.Outage(
                        from: min(hulls[index].from, reached), to: max(hulls[index].to, other.to))
                    if hull != hulls[index] {
                        hulls[index] = hull
                        grown = true
                    }
                }
            }
        }
        return hulls.map { $0.from < .infinity ? $0 : OracleOutcome.Outage() }
    }
}
