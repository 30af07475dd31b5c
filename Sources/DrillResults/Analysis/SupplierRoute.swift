/// A supplier over whose link a story can come into a company.
///
/// It says only what befalls the company itself: how often the supplier falls is the supplier's own matter.
public struct SupplierRoute: Codable, Sendable, Equatable {
    /// What the company calls it: never its own name nor id.
    public var supplier: String
    /// Kinds of link over which the story comes, such as `software-update`.
    public var links: [String]
    /// Titles of the steps that enter over them, in the scenario's order.
    public var steps: [String]
    /// The story's goal: of the most severe objectives the one reached most often.
    public var objective: String
    /// Trials that lose the goal.
    public var lost: Int
    /// Of the lost ones, trials in which the attack had come over the link by then.
    public var lostThrough: Int
    /// Controls on the link and in the way of its steps, and how they stand: "Supplier access: Shared account, always
    /// open". Empty: the catalog has none for it.
    public var guards: [String]

    public init(
        supplier: String, links: [String], steps: [String], objective: String, lost: Int, lostThrough: Int,
        guards: [String]
    ) {
        self.supplier = supplier
        self.links = links
        self.steps = steps
        self.objective = objective
        self.lost = lost
        self.lostThrough = lostThrough
        self.guards = guards
    }
}
