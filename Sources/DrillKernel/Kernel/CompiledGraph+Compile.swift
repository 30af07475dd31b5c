extension CompiledGraph {
    /// Flattens a description; its indices must be in range (whoever builds descriptions from documents checks them).
    package init(_ description: GraphDescription) {
        let order = EvaluationOrder(parents: description.nodes.map(\.parents))
        blocks = order.blocks
        position = [Int32](repeating: 0, count: description.nodes.count)
        for (place, node) in order.nodes.enumerated() { position[Int(node)] = Int32(place) }
        horizon = description.horizon
        calendars = description.calendars
        worlds = description.worlds
        presences = description.presences.map(\.address)

        for clock in description.clocks { clocks.append(record(clock)) }
        var firstNotice = [Int32](repeating: 0, count: description.nodes.count)
        for original in order.nodes {
            firstNotice[Int(original)] = Int32(notices.count)
            appendNode(description.nodes[Int(original)])
        }
        for (original, node) in description.nodes.enumerated() {
            for offset in node.notices.indices { noticeOrder.append(firstNotice[original] + Int32(offset)) }
        }
        for block in blocks where block.isCyclic {
            for place in block.range { nodes[place].waitsForCycleOnly = waits(place, for: block.range) }
        }
        aims = AimTable(description, position: position)
        for (row, node) in aims.nodes.enumerated() { nodes[Int(node)].aim = Int32(row) }
        appendResponse(description)
        for (index, item) in description.repairs.enumerated() {
            precondition(
                item.needs.allSatisfy {
                    $0.item < index || description.repairs[Int($0.item)].organization != item.organization
                })
            appendRepair(item)
        }
        setLateNodesApart(description)
        enliven()
    }

    /// Whether a node of a cycle can begin only after another of it.
    func waits(_ place: Int, for cycle: Range<Int>) -> Bool {
        let node = nodes[place]
        return node.gate != .entry && !node.parents.isEmpty && node.k >= 1
            && edges[node.parents.range].allSatisfy { cycle.contains(Int($0)) }
    }

    private mutating func appendNode(_ node: Node) {
        let gate: NodeRecord.Gate
        var k = 1
        switch node.gate {
        case .entry: gate = .entry
        case .any: gate = .any
        case .all: gate = .all
        case .vote(let needed):
            gate = .vote
            k = needed
        }
        precondition(node.tries >= 1 && k >= 1 && (0...Node.smallShift).contains(node.successShift))
        precondition(gate != .entry || !node.isMeasured && node.portion == 1)
        precondition(node.portion == 1 || (0..<1).contains(node.portion) && node.notices.isEmpty)
        let noticeStart = Int32(notices.count)
        for notice in node.notices { notices.append(record(notice)) }
        let parentStart = Int32(edges.count)
        for parent in node.parents { edges.append(position[Int(parent)]) }
        let cutStart = Int32(cuts.count)
        cuts.append(contentsOf: node.cuts)
        let cutEnd = Int32(cuts.count)
        let passages = appendPassages(of: node, gate)
        if node.isMeasured { measuredCount += 1 }
        nodes.append(
            NodeRecord(
                gate: gate, k: Int32(k), tries: node.tries, success: node.success,
                shift: node.successShift,
                parents: Slice32(start: parentStart, end: Int32(edges.count)), passages: passages,
                successModifiers: append(node.successModifiers),
                cuts: Slice32(start: cutStart, end: cutEnd),
                anyCuts: Slice32(start: cutStart, end: Int32(cuts.count)),
                notices: Slice32(start: noticeStart, end: Int32(notices.count)), starts: node.starts,
                closes: node.closes, successAddress: node.successAddress, pace: record(node.pace),
                portion: node.portion, measured: node.isMeasured ? Int32(measuredCount - 1) : -1,
                outage: node.outage))
    }

    /// The node's own parents and cuts have been appended.
    private mutating func appendPassages(of node: Node, _ gate: NodeRecord.Gate) -> Slice32 {
        precondition(node.passages.isEmpty || gate == .any)
        let start = Int32(passages.count)
        var parent = Int32(edges.count) - node.passages.reduce(0) { $0 + $1.parents }
        precondition(Int(parent) + node.parents.count >= edges.count)
        for passage in node.passages {
            precondition(passage.parents >= 1)
            let cutStart = Int32(cuts.count)
            cuts.append(contentsOf: passage.cuts)
            passages.append(
                PassageRecord(
                    parents: Slice32(start: parent, end: parent + passage.parents),
                    cuts: Slice32(start: cutStart, end: Int32(cuts.count)), chance: passage.chance,
                    modifiers: append(passage.modifiers), address: passage.address))
            parent += passage.parents
        }
        return Slice32(start: start, end: Int32(passages.count))
    }

    mutating func record(_ clock: Clock) -> ClockRecord {
        let start = Int32(alternatives.count)
        for alternative in clock.alternatives {
            alternatives.append(AlternativeRecord(when: alternative.when, span: record(alternative.span)))
        }
        return ClockRecord(
            offset: clock.offset, otherwise: clock.otherwise,
            alternatives: Slice32(start: start, end: Int32(alternatives.count)))
    }

    mutating func record(_ notice: Notice) -> NoticeRecord {
        var threshold: Int32 = -1
        var hazards = Slice32.empty
        var isHazard = false
        switch notice.chance {
        case .threshold(let slot): threshold = slot
        case .hazard(let list):
            hazards = append(list)
            isHazard = true
        }
        return NoticeRecord(
            channel: notice.channel, organization: notice.organization, moment: notice.moment,
            threshold: threshold, isHazard: isHazard, hazards: hazards, address: notice.address,
            delay: record(notice.delay), notBefore: notice.notBefore)
    }

    private mutating func appendResponse(_ description: GraphDescription) {
        for group in description.groups {
            groups.append(GroupRecord(organization: group.organization, span: record(group.span)))
        }
        for (index, organization) in description.organizations.enumerated() {
            let start = Int32(chain.count)
            for span in organization.chain { chain.append(record(span)) }
            let own = description.groups.indices.filter { description.groups[$0].organization == Int32(index) }
            precondition(organization.crews >= 1)
            let crew = Int32(crewCount)
            crewCount += organization.crews
            organizations.append(
                OrganizationRecord(
                    chain: Slice32(start: start, end: Int32(chain.count)), phase: organization.phase,
                    phaseAddress: organization.phaseAddress, groups: refer(own.map(Int32.init)),
                    crews: Slice32(start: crew, end: Int32(crewCount))))
        }
        for intervention in description.interventions {
            let start = Int32(waits.count)
            for span in intervention.waits + intervention.deciding { waits.append(record(span)) }
            let trigger: InterventionRecord.Trigger
            switch intervention.trigger {
            case .at(let time): trigger = .at(time)
            case .completion(let nodes): trigger = .completion(refer(nodes.map { position[Int($0)] }))
            case .detection(let organization): trigger = .detection(organization)
            case .intervention(let other): trigger = .intervention(other)
            }
            interventions.append(
                InterventionRecord(
                    trigger: trigger, organization: intervention.organization,
                    waits: Slice32(start: start, end: Int32(waits.count)), alarmed: intervention.alarmed,
                    early: Int32(intervention.waits.count)))
        }
    }

    private mutating func appendRepair(_ item: RepairItem) {
        func places(_ nodes: [Int32]) -> [Int32] { nodes.map { position[Int($0)] } }
        let needStart = Int32(needs.count)
        needs.append(contentsOf: item.needs)
        repairs.append(
            RepairRecord(
                organization: item.organization, group: item.group, release: item.release,
                destroying: refer(places(item.destroying)), disrupting: refer(places(item.disrupting)),
                restore: record(item.restore), rebuild: record(item.rebuild),
                backupLoss: refer(places(item.backupLoss)),
                needs: Slice32(start: needStart, end: Int32(needs.count))))
    }

    mutating func record(_ span: Lapse) -> LapseRecord {
        LapseRecord(
            sampler: Sampler(span.quantile, appendingTo: &tables), modifiers: append(span.modifiers),
            calendar: span.calendar, address: span.address)
    }

    mutating func append(_ list: [Modifier]) -> Slice32 {
        let start = Int32(modifiers.count)
        modifiers.append(contentsOf: list)
        return Slice32(start: start, end: Int32(modifiers.count))
    }

    private mutating func refer(_ list: [Int32]) -> Slice32 {
        let start = Int32(references.count)
        references.append(contentsOf: list)
        return Slice32(start: start, end: Int32(references.count))
    }
}
