extension Validator {
    func check(_ graph: AttackGraph) {
        let nodes = unique(
            graph.nodes.enumerated().map { Located($1.id, ["nodes", .index($0), "id"]) }, "node", in: "nodes")
        let defences = unique(
            graph.defences.enumerated().map { Located($1.id, ["defences", .index($0), "id"]) }, "defence")
        for (index, defence) in graph.defences.enumerated() where nodes.set.contains(defence.id) {
            warning(
                .ambiguous, "a node and a defence are both called \(defence.id.quoted)",
                at: ["defences", .index(index), "id"])
        }
        let organizations = Names(graph.responses.keys.sorted())
        var groups: [String: Set<String>] = [:]
        for (index, node) in graph.nodes.enumerated() {
            let place: [PointerStep] = ["nodes", .index(index)]
            checkParents(of: node, nodes, at: place)
            for (index, id) in node.blockedBy.enumerated() {
                refer(to: id, among: defences, "defence", at: place + ["blockedBy", .index(index)])
            }
            warnOfRepetition(in: node.blockedBy, at: place + ["blockedBy"])
            checkOrganization(of: node, graph, organizations, at: place)
            if let group = node.group, let organization = node.organization ?? organizations.all.first {
                groups[organization, default: []].insert(group)
            }
            checkUnits(node.timeToCompromise, graph, at: place + ["timeToCompromise"])
            if let detection = node.detection {
                checkUnits(detection.delay, graph, at: place + ["detection", "delay"])
            }
            if let closes = node.closes { checkUnits(closes, graph, at: place + ["closes"]) }
        }
        for (organization, response) in graph.responses.sorted(by: { $0.key < $1.key }) {
            check(response, of: organization, in: graph, groups: groups[organization] ?? [])
        }
        checkGoals(of: graph, nodes)
    }

    private func checkParents(of node: GraphNode, _ nodes: Names, at place: [PointerStep]) {
        for (index, id) in node.parents.enumerated() {
            refer(to: id, among: nodes, "node", at: place + ["parents", .index(index)])
        }
        warnOfRepetition(in: node.parents, at: place + ["parents"])
        if node.type == .entry {
            for key in ["parents", "k", "probability", "timeToCompromise", "blockedBy", "attempts", "starts", "closes"]
            {
                guard let value = tree.node(at: place + [.key(key)]), !value.isEmptyList else { continue }
                error(
                    .contradiction, "an entry completes at 0; \(key.quoted) has no meaning there",
                    at: place + [.key(key)], fix: "remove it, or write \"type\": \"or\"")
            }
            return
        }
        // What could not be read is not looked at again.
        guard tree.node(at: place + ["type"])?.string == node.type.rawValue, !isBroken(place + ["k"]) else { return }
        if node.parents.isEmpty {
            error(
                .unreachableStep, "nothing leads to \(node.id.quoted): a node without parents has no start", at: place,
                fix: "write \"parents\"; for an attempt made from the beginning, those of an entry node")
        }
        switch (node.type, node.k) {
        case (.vote, nil):
            error(.missingKey, "a vote needs \"k\", the number of parents", at: place, fix: "write \"k\": 1")
        case (.vote, let count?) where count > node.parents.count && !node.parents.isEmpty:
            error(
                .range, "\(count) of \(node.parents.count) parents can never be", at: place + ["k"],
                fix: "write a number from 1 to \(node.parents.count)")
        case (.or, .some), (.and, .some):
            error(
                .contradiction, "\"k\" has no meaning for \(node.type.rawValue.quoted)", at: place + ["k"],
                fix: "remove it, or write \"type\": \"vote\"")
        default: break
        }
    }

    private func checkOrganization(
        of node: GraphNode, _ graph: AttackGraph, _ organizations: Names, at place: [PointerStep]
    ) {
        if let organization = node.organization {
            refer(
                to: organization, among: organizations, "organization among the responses", at: place + ["organization"]
            )
        } else if organizations.all.count > 1, node.detection != nil || node.group != nil {
            error(
                .ambiguous, "with several responses it is not said whose node it is", at: place,
                fix: "write \"organization\" with one of \(organizations.all.inWords)")
            return
        }
        guard let group = node.group, organizations.all.count <= 1 || node.organization != nil else { return }
        let response = graph.responses[node.organization ?? organizations.all.first ?? ""]
        if response?.containment[group] == nil {
            warning(.unknownReference, "no response contains the group \(group.quoted)", at: place + ["group"])
        }
    }

    private func check(_ response: GraphResponse, of organization: String, in graph: AttackGraph, groups: Set<String>) {
        let place: [PointerStep] = ["responses", .key(organization)]
        let suggestions = SuggestionIndex(groups.sorted())
        checkUnits(response.triage, graph, at: place + ["triage"])
        for (group, time) in response.containment.sorted(by: { $0.key < $1.key }) {
            checkUnits(time, graph, at: place + ["containment", .key(group)])
            guard !groups.contains(group) else { continue }
            warning(
                .unknownReference, "no node belongs to the group \(group.quoted)",
                at: place + ["containment", .key(group)],
                fix: suggestions.question(group))
        }
    }

    private func checkGoals(of graph: AttackGraph, _ nodes: Names) {
        if let goal = tree.root["goal"]?.string { refer(to: goal, among: nodes, "node", at: ["goal"]) }
        guard case .array(let goals)? = tree.root["goals"]?.kind else { return }
        for (index, goal) in goals.enumerated() {
            refer(to: goal.string ?? "", among: nodes, "node", at: ["goals", .index(index)])
        }
        warnOfRepetition(in: goals.map { $0.string ?? "" }, at: ["goals"])
    }

    /// With durations and bare numbers side by side, only the graph's unit tells which is longer.
    private func checkUnits(_ distribution: Distribution, _ graph: AttackGraph, at place: [PointerStep]) {
        let problem = distribution.mixesUnits ? distribution.problem(in: graph.timeUnit) : nil
        if let problem = problem ?? distribution.excess(in: graph.timeUnit) { error(.distribution, problem, at: place) }
    }
}
