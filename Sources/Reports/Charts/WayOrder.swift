/// The order of stops when several ways are drawn beside each other.
package enum WayOrder {
    /// Every stop once, so that each way reads from top to bottom; where ways contradict each other, by where stops come
    /// first.
    package static func stops<Stop: Hashable>(of ways: [[Stop]]) -> [Stop] {
        var first: [Stop: Int] = [:]
        var before: [Stop: Set<Stop>] = [:]
        var names: [Stop] = []
        for way in ways {
            for (index, stop) in way.enumerated() {
                if before[stop] == nil {
                    before[stop] = []
                    names.append(stop)
                }
                first[stop] = min(first[stop] ?? index, index)
                if index > 0, way[index - 1] != stop { before[stop]?.insert(way[index - 1]) }
            }
        }
        var order: [Stop] = []
        var rest = names
        while !rest.isEmpty {
            let placed = Set(order)
            let free = rest.indices.filter { before[rest[$0]]?.isSubset(of: placed) == true }
            let next = (free.isEmpty ? Array(rest.indices) : free).min { a, b in
                (first[rest[a]] ?? 0, a) < (first[rest[b]] ?? 0, b)
            }
            order.append(rest.remove(at: next ?? 0))
        }
        return order
    }
}
