extension Batch {
    /// How much of the try that would succeed has taken place, 0 to 1, when what ends it came: of the run of which most
    /// has. 0 where no try would succeed.
    ///
    /// - Parameter node: Of the description; one that is measured.
    package func part(_ node: Int, trial: Int) -> Float {
        let place = Int(graph.position[node])
        let record = graph.nodes[place]
        precondition(record.measured >= 0)
        guard workspace.isDrawn[place] else { return 0 }
        let tries = workspace.triesMade.value(Int(record.measured), trial: trial)
        let pace = workspace.pace.value(Int(record.measured), trial: trial)
        guard tries < .infinity, record.aim < 0 || workspace.isAimed.value(Int(record.aim), trial: trial) != 0 else {
            return 0
        }
        var limit = min(graph.horizon, earliestCut(record.cuts, trial: trial))
        if record.closes >= 0 { limit = min(limit, workspace.clock.value(Int(record.closes), trial: trial)) }
        let opening = record.starts < 0 ? 0 : workspace.clock.value(Int(record.starts), trial: trial)
        func part(from start: Float, until end: Float) -> Float {
            TryPart(start: max(start, opening), end: end).value(tries: tries, pace: pace)
        }
        guard !record.passages.isEmpty else {
            return part(from: start(of: record, trial: trial), until: limit)
        }
        var most: Float = 0
        let first = graph.passages[Int(record.passages.start)].parents.start
        if record.parents.start < first {
            let plain = Slice32(start: record.parents.start, end: first)
            most = part(from: earliest(plain, trial: trial), until: limit)
        }
        for passage in record.passages.range where workspace.isOpen.value(passage, trial: trial) != 0 {
            let end = min(limit, earliestCut(graph.passages[passage].cuts, trial: trial))
            most = max(most, part(from: earliest(graph.passages[passage].parents, trial: trial), until: end))
        }
        return most
    }

    /// Of a completed node's parents those of whose run it has completed, by their places; all where there is but one.
    ///
    /// - Parameter node: Of the description.
    package func successfulParents(of node: Int, trial: Int) -> Range<Int> {
        let place = Int(graph.position[node])
        let record = graph.nodes[place]
        let all = 0..<record.parents.count
        if record.passages.isEmpty { return all }
        let opening = record.starts < 0 ? 0 : workspace.clock.value(Int(record.starts), trial: trial)
        let (total, time) = (workspace.total.value(place, trial: trial), completion(node, trial: trial))
        func succeeds(_ parents: Slice32) -> Bool {
            max(earliest(parents, trial: trial), opening) + total == time
        }
        func places(_ parents: Slice32) -> Range<Int> {
            Int(parents.start - record.parents.start)..<Int(parents.end - record.parents.start)
        }
        let first = graph.passages[Int(record.passages.start)].parents.start
        let plain = Slice32(start: record.parents.start, end: first)
        if !plain.isEmpty && succeeds(plain) { return places(plain) }
        for index in record.passages.range where workspace.isOpen.value(index, trial: trial) != 0 {
            let passage = graph.passages[index]
            if succeeds(passage.parents) && time <= earliestCut(passage.cuts, trial: trial) {
                return places(passage.parents)
            }
        }
        return all
    }

    private func earliest(_ parents: Slice32, trial: Int) -> Float {
        parents.range.reduce(.infinity) { min($0, workspace.completion.value(Int(graph.edges[$1]), trial: trial)) }
    }

    private func earliestCut(_ cuts: Slice32, trial: Int) -> Float {
        cuts.range.reduce(.infinity) { min($0, workspace.cut.value(Int(graph.cuts[$1]), trial: trial)) }
    }

    private func start(of node: NodeRecord, trial: Int) -> Float {
        if node.gate == .entry { return 0 }
        if node.parents.isEmpty { return 0 }
        let times = node.parents.range.map { workspace.completion.value(Int(graph.edges[$0]), trial: trial) }
        switch node.gate {
        case .any, .entry: return times.min() ?? .infinity
        case .all: return times.max() ?? 0
        case .vote: return times.count < node.k ? .infinity : times.sorted()[Int(node.k) - 1]
        }
    }
}

/// Some tries from their start to what ends them, in hours.
struct TryPart {
    var start: Float
    var end: Float

    /// How much of the successful try lies in it, 0 to 1.
    ///
    /// - Parameters:
    ///   - tries: The number of the successful one.
    ///   - pace: Hours that one takes.
    func value(tries: Float, pace: Float) -> Float {
        guard start <= end, start < .infinity, pace < .infinity else { return 0 }
        if pace == 0 || end == .infinity { return 1 }
        return min(max((end - start) / pace - (tries - 1), 0), 1)
    }
}
