/// From alerts to cuts: hand-offs, containment, interventions.
struct ResponseStage {
    let rows: Shared<CompiledGraph>
    var graph: CompiledGraph {
        @inline(__always) _read { yield rows.value }
    }
    let workspace: Workspace

    /// Before the first pass: absolute interventions stand, and what is given; everything else has not happened.
    func reset() {
        let given = graph.live.givenCuts
        for index in 0..<workspace.cut.count where given.isEmpty || !given.contains(Int32(index)) {
            workspace.cut[index] = Quad(repeating: .never)
        }
        for index in graph.live.interventions where isAbsolute(graph.interventions[Int(index)]) {
            workspace.cut[graph.groups.count + Int(index)] = time(of: graph.interventions[Int(index)])
        }
    }

    /// Computes the cuts from what the sweep found; whether any changed.
    ///
    /// - Parameters:
    ///   - held: Cuts that stay as they are, whatever the sweep found.
    ///   - answered: Whether an organization's cuts are those of its earliest alert already.
    func update(holding held: Range<Int> = 0..<0, unless answered: (Int) -> Bool = { _ in false }) -> Bool {
        var changed = false
        for place in graph.live.organizations where !answered(Int(place)) {
            let (index, organization) = (Int(place), graph.organizations[Int(place)])
            let end = chainEnd(index, organization)
            workspace.chainEnd[index] = end
            for reference in organization.groups.range {
                let group = Int(graph.references[reference])
                if held.contains(group) { continue }
                let span = graph.groups[group].span
                let time = graph.after(
                    end, workspace.groupSpan[group], calendar: span.calendar, phase: workspace.phase[index])
                changed = set(group, time) || changed
            }
        }
        for index in graph.live.interventions {
            let cut = graph.groups.count + Int(index)
            if held.contains(cut) { continue }
            changed = set(cut, time(of: graph.interventions[Int(index)])) || changed
        }
        return changed
    }

    private func set(_ cut: Int, _ time: Quad<Times>) -> Bool {
        let differs = workspace.cut[cut].zip(time) { $0 .!= $1 }.isAny
        if differs { workspace.cut[cut] = time }
        return differs
    }

    private func chainEnd(_ index: Int, _ organization: OrganizationRecord) -> Quad<Times> {
        var time = workspace.detection[index]
        guard time.map({ $0 .< .infinity }).isAny else { return time }
        for stage in organization.chain.range {
            time = graph.after(
                time, workspace.chainSpan[stage], calendar: graph.chain[stage].calendar, phase: workspace.phase[index])
        }
        return time
    }

    private func isAbsolute(_ intervention: InterventionRecord) -> Bool {
        switch intervention.trigger {
        case _ where intervention.alarmed >= 0: false
        case .at: true
        case .intervention(let other): isAbsolute(graph.interventions[Int(other)])
        case .completion, .detection: false
        }
    }

    private func time(of intervention: InterventionRecord) -> Quad<Times> {
        var time: Quad<Times>
        switch intervention.trigger {
        case .at(let hour): time = Quad(repeating: Times(repeating: hour))
        case .detection(let organization): time = workspace.detection[organization]
        case .intervention(let other): time = workspace.cut[Int32(graph.groups.count) + other]
        case .completion(let nodes):
            time = Quad(repeating: .never)
            for reference in nodes.range { time = earlier(time, workspace.completion[graph.references[reference]]) }
        }
        let waits = intervention.waits
        let alarm = waits.start + intervention.early
        time = after(time, Slice32(start: waits.start, end: alarm), of: intervention)
        if intervention.alarmed >= 0 { time = later(time, workspace.detection[intervention.alarmed]) }
        return after(time, Slice32(start: alarm, end: waits.end), of: intervention)
    }

    private func after(
        _ time: Quad<Times>, _ waits: Slice32, of intervention: InterventionRecord
    ) -> Quad<Times> {
        waits.range.reduce(time) { time, wait in
            graph.after(
                time, workspace.waitSpan[wait], calendar: graph.waits[wait].calendar,
                phase: workspace.phase[intervention.organization])
        }
    }
}
