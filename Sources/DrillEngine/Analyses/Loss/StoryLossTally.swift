/// What the trials of one company under one scenario lose, by world.
struct StoryLossTally: MergeableTally {
    private(set) var total: [LossTally]
    private(set) var primary = LossTally()
    private(set) var secondary = LossTally()

    init(worlds: Int) { total = Array(repeating: LossTally(), count: worlds) }

    mutating func add(_ loss: (primary: Double, secondary: Double), world: Int) {
        total[world].add(loss.primary + loss.secondary)
        primary.add(loss.primary)
        secondary.add(loss.secondary)
    }

    mutating func merge(_ other: StoryLossTally) {
        for world in total.indices { total[world].merge(other.total[world]) }
        primary.merge(other.primary)
        secondary.merge(other.secondary)
    }

    /// All worlds together.
    var merged: LossTally { total.reduce(into: LossTally()) { $0.merge($1) } }
}
