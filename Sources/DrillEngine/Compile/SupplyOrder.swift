internal import DrillKernel
internal import Scenarios

/// An exercise's organizations in an order in which suppliers come before their customers, so that each can be settled
/// with what its suppliers hand on.
struct SupplyOrder: Sendable {
    /// An organization, or several that supply each other, directly or through others: those are settled together.
    struct Group: Sendable {
        /// Places in the exercise, ascending.
        var organizations: [Int]
        /// The groups that supply it directly.
        var suppliers: [Int] = []
        /// Links of customers outside the group to an organization in it.
        var customers: [SupplierLink] = []
    }

    /// Suppliers first; customers stand soon after the last of their suppliers.
    private(set) var groups: [Group] = []

    init(_ organizations: [Organization]) {
        let place = Dictionary(organizations.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let order = EvaluationOrder(
            parents: organizations.map { organization in
                organization.suppliers.compactMap { place[$0.organization].map(Int32.init) }
            })
        for block in order.blocks {
            let members = order.nodes[block.range].map(Int.init)
            groups +=
                block.isCyclic ? [Group(organizations: members.sorted())] : members.map { Group(organizations: [$0]) }
        }
        var groupOf = [Int](repeating: 0, count: organizations.count)
        for (number, group) in groups.enumerated() { for member in group.organizations { groupOf[member] = number } }
        for (customer, organization) in organizations.enumerated() {
            for link in organization.suppliers {
                guard let supplier = place[link.organization], groupOf[supplier] != groupOf[customer] else { continue }
                groups[groupOf[supplier]].customers.append(link)
                if !groups[groupOf[customer]].suppliers.contains(groupOf[supplier]) {
                    groups[groupOf[customer]].suppliers.append(groupOf[supplier])
                }
            }
        }
    }

    /// Some groups and all that supply them, directly or through others.
    func needed(by wanted: some Sequence<Int>) -> Set<Int> {
        var needed = Set(wanted)
        var open = Array(needed)
        while let group = open.popLast() {
            for supplier in groups[group].suppliers where needed.insert(supplier).inserted { open.append(supplier) }
        }
        return needed
    }
}
