import DrillKernel
import Testing

/// The oracle's outages: who waits for whom, what backups change, what suppliers pass on.
@Suite struct OracleRepairTests {
    /// Nodes 0…3 complete at 1, 2, 3 and never; the first is noticed at once, the chain takes 3 hours, the group 2 more.
    private func attacked() -> TinyGraph {
        var graph = TinyGraph()
        graph.description.organizations[0].chain = [.hours(3)]
        _ = graph.group(hours: 2)
        for hours in [Float(1), 2, 3, never] { _ = graph.node(after: [], hours: hours) }
        graph.description.nodes[0].notices = [.sure()]
        return graph
    }

    private func outages(_ graph: TinyGraph) -> [[Float]] { graph.outcome().ownOutage.map { [$0.from, $0.to] } }

    @Test func repairWaitsForContainment() {
        var graph = attacked()
        var item = RepairItem()
        item.restore = .hours(10)
        item.destroying = [1]
        graph.description.repairs = [item, item, item, item]
        graph.description.repairs[1].destroying = []
        graph.description.repairs[1].disrupting = [3, 2]
        graph.description.repairs[2].group = 0
        graph.description.repairs[2].disrupting = [0]
        graph.description.repairs[3].destroying = [3]
        // The chain ends at 4, the group is contained at 6; the crew is free at 14.
        #expect(outages(graph) == [[2, 14], [3, 4], [1, 24], [never, never]])
    }

    @Test func withoutContainmentThereIsNoRepair() {
        var graph = attacked()
        graph.description.nodes[0].notices = []
        var item = RepairItem()
        item.disrupting = [0]
        item.restore = .hours(1)
        graph.description.repairs = [item, item, item]
        graph.description.repairs[1].destroying = [0]
        graph.description.repairs[1].release = 0
        _ = graph.intervention(.at(7))
        graph.description.repairs[2].destroying = [0]
        #expect(outages(graph) == [[1, never], [1, 8], [1, never]])
    }

    /// Item 0 is down from hour 1 to 14; what needs it goes on for some hours without it.
    @Test(arguments: [
        (Float(8), Float(9), Float.infinity), (12.5, 13.5, .infinity), (13, never, .infinity), (8, never, 8),
    ])
    func anOutageTells(grace: Float, falls: Float, horizon: Float) {
        var graph = attacked()
        graph.description.horizon = horizon
        graph.description.repairs = [RepairItem(), RepairItem()]
        graph.description.repairs[0].destroying = [0]
        graph.description.repairs[0].restore = .hours(10)
        graph.description.repairs[1].needs = [RepairItem.Need(item: 0, grace: grace)]
        let outage = graph.node(after: []) { $0.outage = 1 }
        let any = graph.node(after: [outage, 2])
        let all = graph.node(.all, after: [outage, 2])
        _ = graph.node(.vote(2), after: [any, all, 3])
        let expected = [falls, 3, falls, falls]
        #expect(Array(graph.outcome().completion[4...]) == expected)
        #expect(Array(graph.description.outcomes(trials: 0..<1, seed: 1)[0].completion[4...]) == expected)
    }

    @Test func aReleaseComesBeforeContainment() {
        var graph = attacked()
        _ = graph.intervention(.at(2.5))
        _ = graph.intervention(.at(100))
        var item = RepairItem()
        item.disrupting = [0]
        item.release = 0
        graph.description.repairs = [item, item]
        graph.description.repairs[1].release = 1
        #expect(outages(graph) == [[1, 2.5], [1, 4]])
    }

    @Test(arguments: [(Int32(2), Float(4.5), true), (2, 3, true), (2, 2.75, false), (3, 50, false)])
    func backupsAreLostUntilTheRestoreBegins(node: Int32, released: Float, lost: Bool) {
        var graph = attacked()
        graph.description.organizations[0].chain = [.hours(100)]
        _ = graph.intervention(.at(released))
        var item = RepairItem()
        item.destroying = [0]
        item.release = 0
        item.backupLoss = [node]
        item.restore = .hours(1)
        item.rebuild = .hours(20)
        graph.description.repairs = [item]
        #expect(outages(graph) == [[1, released + (lost ? 20 : 1)]])
    }

    @Test func everyOrganizationHasItsOwnCrew() {
        var graph = attacked()
        graph.description.organizations.append(ResponseOrganization())
        graph.description.nodes[1].notices = [.sure(organization: 1)]
        var item = RepairItem()
        item.destroying = [0]
        item.restore = .hours(10)
        graph.description.repairs = [item, item, item]
        graph.description.repairs[1].organization = 1
        #expect(outages(graph) == [[1, 14], [1, 12], [1, 24]])
    }

    @Test func outagesPassFromSupplierToCustomer() {
        var graph = attacked()
        var item = RepairItem()
        item.disrupting = [0]
        graph.description.repairs = Array(repeating: item, count: 5)
        graph.description.repairs[1].disrupting = []
        graph.description.repairs[1].needs = [RepairItem.Need(item: 0)]
        graph.description.repairs[2].disrupting = [1]
        graph.description.repairs[2].restore = .hours(1)
        graph.description.repairs[2].needs = [RepairItem.Need(item: 3)]
        graph.description.organizations.append(ResponseOrganization())
        graph.description.organizations[1].chain = [.hours(3)]
        graph.description.nodes[0].notices.append(.sure(organization: 1))
        graph.description.repairs[3].organization = 1
        graph.description.repairs[3].disrupting = []
        graph.description.repairs[3].destroying = [2]
        graph.description.repairs[3].restore = .hours(7)
        graph.description.repairs[3].needs = [RepairItem.Need(item: 2), RepairItem.Need(item: 1)]
        graph.description.repairs[4].disrupting = []
        let outcome = graph.outcome()
        #expect(outages(graph) == [[1, 4], [1, 4], [2, 4], [3, 11], [never, never]])
        #expect(
            outcome.sharedOutage.map { [$0.from, $0.to] } == [[1, 4], [1, 4], [1, 11], [1, 11], [never, never]])
    }
}
