extension CompiledGraph {
    /// The graph of a changed description: what has not been replaced is kept, row by row.
    ///
    /// - Parameters:
    ///   - parts: What has been replaced.
    ///   - description: The whole description with its new parts.
    package func replacing(_ parts: ReplacedParts, from description: GraphDescription) -> CompiledGraph {
        precondition(description.nodes.count == nodes.count && description.repairs.count == repairs.count)
        var graph = self
        graph.worlds = description.worlds
        graph.calendars = description.calendars
        for presence in description.presences.dropFirst(presences.count) {
            graph.live.presences.append(Int32(graph.presences.count))
            graph.presences.append(presence.address)
        }
        for index in parts.nodes.sorted() { graph.replace(Int(position[index]), by: description.nodes[index]) }
        for index in parts.clocks.sorted() { graph.clocks[index] = graph.record(description.clocks[index]) }
        for index in parts.organizations.sorted() {
            let chain = description.organizations[index].chain
            let rows = organizations[index].chain.range
            precondition(chain.count == rows.count)
            for (row, span) in zip(rows, chain) { graph.chain[row] = graph.record(span) }
        }
        for index in parts.groups.sorted() { graph.groups[index].span = graph.record(description.groups[index].span) }
        for index in parts.repairs.sorted() {
            graph.repairs[index].restore = graph.record(description.repairs[index].restore)
            graph.repairs[index].rebuild = graph.record(description.repairs[index].rebuild)
        }
        return graph
    }

    private mutating func replace(_ place: Int, by node: Node) {
        precondition(node.notices.count == nodes[place].notices.count && node.outage == nodes[place].outage)
        for (row, notice) in zip(nodes[place].notices.range, node.notices) { notices[row] = record(notice) }
        precondition(node.passages.count == nodes[place].passages.count)
        for (row, passage) in zip(nodes[place].passages.range, node.passages) {
            passages[row].chance = passage.chance
            passages[row].modifiers = append(passage.modifiers)
        }
        nodes[place].success = node.success
        nodes[place].shift = node.successShift
        nodes[place].successModifiers = append(node.successModifiers)
        nodes[place].pace = record(node.pace)
        let parents = node.parents.map { position[Int($0)] }
        guard !edges[nodes[place].parents.range].elementsEqual(parents) else { return }
        precondition(parents.allSatisfy { $0 < place } && node.passages.isEmpty)
        precondition(nodes[place].isLate == parents.contains { nodes[Int($0)].isLate })
        let start = Int32(edges.count)
        edges += parents
        nodes[place].parents = Slice32(start: start, end: Int32(edges.count))
        for block in blocks where block.isCyclic && block.range.contains(place) {
            nodes[place].waitsForCycleOnly = waits(place, for: block.range)
        }
    }
}
