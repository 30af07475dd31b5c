/// What a stretch of trials of one graph hands on to graphs that hang on it: when nodes complete, and from when to when
/// repair items are down, suppliers' outages included. Batch by batch, in trial order.
package struct HandedTimes: Sendable {
    private let nodes: Int
    private let items: Int
    private var times: [Times] = []

    /// - Parameters:
    ///   - nodes: How many are handed on.
    ///   - items: How many are handed on.
    package init(nodes: Int, items: Int) {
        self.nodes = nodes
        self.items = items
    }

    /// Takes a finished batch's times down.
    ///
    /// - Parameters:
    ///   - nodes: Of the batch's description; as many as there are handed on, always in the same order.
    ///   - items: The same for repair items.
    package mutating func append(_ batch: Batch, nodes: [Int32], items: [Int32]) {
        precondition(nodes.count == self.nodes && items.count == self.items)
        let workspace = batch.workspace
        for node in nodes { append(workspace.completion[batch.graph.position[Int(node)]]) }
        for item in items {
            append(workspace.sharedFrom[item])
            append(workspace.sharedTo[item])
        }
    }

    private mutating func append(_ quad: Quad<Times>) {
        times.append(quad.a)
        times.append(quad.b)
        times.append(quad.c)
        times.append(quad.d)
    }

    /// Gives a batch's times to a graph that hangs on them.
    ///
    /// - Parameter batch: Counted from the stretch's first.
    func give(batch: Int, to places: GivenPlaces, _ workspace: Workspace) {
        precondition(places.nodes.count == nodes && places.items.count == items)
        var place = batch * (nodes + 2 * items) * 4
        func next() -> Quad<Times> {
            defer { place += 4 }
            return Quad(times[place], times[place + 1], times[place + 2], times[place + 3])
        }
        for node in places.nodes { workspace.completion[node] = next() }
        for item in places.items {
            workspace.sharedFrom[item] = next()
            workspace.sharedTo[item] = next()
        }
    }
}
