/// What a stretch of trials of one graph hands on to graphs that hang on it: when nodes complete and on what route, and
/// from when to when repair items are down, suppliers' outages included, and when cuts come. Batch by batch, in trial
/// order.
package struct HandedTimes: Sendable {
    private let nodes: Int
    private let items: Int
    private let cuts: Int
    private var times: [Times] = []
    /// By batch, node and trial: which route; −1: the node does not complete.
    private var routes: [Int32] = []
    /// All routes, one after the other, each different ones; `ends` says where each ends.
    private var stops: [Int32] = []
    private var ends: [Int32] = []
    /// While they are taken down.
    private var known: [[Int32]: Int32] = [:]

    /// - Parameters:
    ///   - nodes: How many are handed on.
    ///   - items: How many are handed on.
    ///   - cuts: How many are handed on.
    package init(nodes: Int, items: Int, cuts: Int) {
        self.nodes = nodes
        self.items = items
        self.cuts = cuts
    }

    /// Takes a finished batch's times down.
    ///
    /// - Parameters:
    ///   - nodes: Of the batch's description; as many as there are handed on, always in the same order.
    ///   - items: The same for repair items.
    ///   - cuts: The same for cuts.
    ///   - route: On what route a node has been reached in a trial of the batch: any numbers that who is given them
    ///     understands.
    package mutating func append(
        _ batch: Batch, nodes: [Int32], items: [Int32], cuts: [Int32],
        route: (_ node: Int32, _ trial: Int) -> [Int32]
    ) {
        precondition(nodes.count == self.nodes && items.count == self.items && cuts.count == self.cuts)
        let workspace = batch.workspace
        for node in nodes {
            append(workspace.completion[batch.graph.position[Int(node)]])
            for trial in 0..<Simulator.batchSize {
                let isReached =
                    batch.active & (1 << UInt32(trial)) != 0 && batch.completion(Int(node), trial: trial) < .infinity
                routes.append(isReached ? number(of: route(node, trial)) : -1)
            }
        }
        for item in items {
            append(workspace.sharedFrom[item])
            append(workspace.sharedTo[item])
        }
        for cut in cuts { append(workspace.cut[cut]) }
    }

    /// After the last batch.
    package mutating func close() { known = [:] }

    private mutating func append(_ quad: Quad<Times>) {
        times.append(quad.a)
        times.append(quad.b)
        times.append(quad.c)
        times.append(quad.d)
    }

    private mutating func number(of route: [Int32]) -> Int32 {
        if let number = known[route] { return number }
        stops += route
        ends.append(Int32(stops.count))
        known[route] = Int32(ends.count - 1)
        return Int32(ends.count - 1)
    }

    /// Gives a batch's times to a graph that hangs on them.
    ///
    /// - Parameter batch: Counted from the stretch's first.
    func give(batch: Int, to places: GivenPlaces, _ workspace: Workspace) {
        precondition(places.nodes.count == nodes && places.items.count == items && places.cuts.count == cuts)
        var place = batch * (nodes + 2 * items + cuts) * 4
        func next() -> Quad<Times> {
            defer { place += 4 }
            return Quad(times[place], times[place + 1], times[place + 2], times[place + 3])
        }
        for node in places.nodes {
            if node >= 0 { workspace.completion[node] = next() } else { place += 4 }
        }
        for item in places.items {
            workspace.sharedFrom[item] = next()
            workspace.sharedTo[item] = next()
        }
        for cut in places.cuts { workspace.cut[cut] = next() }
    }

    /// The route on which a node was reached, by its place among those that are handed on; empty: it was not.
    func route(batch: Int, node: Int, trial: Int) -> ArraySlice<Int32> {
        let number = Int(routes[(batch * nodes + node) * Simulator.batchSize + trial])
        guard number >= 0 else { return [] }
        return stops[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
    }
}

/// What a workspace has been given for the batch that is in it.
struct GivenBatch {
    var times: [HandedTimes]
    /// Counted from the stretch's first.
    var batch: Int
}

extension Batch {
    /// On what route a node has been reached that is given: the source that gives it, and the route as whoever settled it
    /// has taken it down; nil for other nodes.
    package func givenRoute(to node: Int, trial: Int) -> (source: Int, route: ArraySlice<Int32>)? {
        guard let given = workspace.given, let place = graph.live.givenPlace(of: graph.position[node]) else {
            return nil
        }
        return (place.source, given.times[place.source].route(batch: given.batch, node: place.node, trial: trial))
    }
}
