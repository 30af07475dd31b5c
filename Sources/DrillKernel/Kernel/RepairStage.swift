/// After everything has settled: outages, restores in order, outages handed on by suppliers.
struct RepairStage {
    let rows: Shared<CompiledGraph>
    var graph: CompiledGraph {
        @inline(__always) _read { yield rows.value }
    }
    let workspace: Workspace

    /// Computes own and shared outages of every item.
    func run() {
        for index in graph.organizations.indices { workspace.crew[index] = Quad(repeating: Times(repeating: 0)) }
        for index in graph.live.repairs { repair(Int(index), graph.repairs[Int(index)]) }
        share()
    }

    private func repair(_ index: Int, _ item: RepairRecord) {
        let destroyed = earliest(item.destroying)
        let down = earlier(destroyed, earliest(item.disrupting))
        workspace.outageFrom[index] = down
        guard down.map({ $0 .< .infinity }).isAny else {
            workspace.outageTo[index] = down
            return
        }
        var contained =
            item.group >= 0 ? workspace.cut[item.group] : workspace.chainEnd[item.organization]
        if item.release >= 0 {
            contained = earlier(contained, workspace.cut[Int32(graph.groups.count) + item.release])
        }
        let begin = later(down, contained)
        let crew = workspace.crew[item.organization]
        let needsRestore = destroyed.map { $0 .< .infinity }
        let begun = later(begin, crew)
        let lost = earliest(item.backupLoss).zip(begun) { $0 .<= $1 }
        let phase = workspace.phase[item.organization]
        let restored = graph.after(
            begun, workspace.restoreSpan[index], calendar: item.restore.calendar, phase: phase)
        let rebuilt = graph.after(
            begun, workspace.rebuildSpan[index], calendar: item.rebuild.calendar, phase: phase)
        let done = choose(rebuilt, where: lost, otherwise: restored)
        // An asset whose containment never comes does not keep the crew from the others.
        let freed = needsRestore.zip(done) { $0 .& ($1 .< .infinity) }
        workspace.crew[item.organization] = choose(done, where: freed, otherwise: crew)
        workspace.outageTo[index] = choose(done, where: needsRestore, otherwise: begin)
    }

    /// A supplier's outage becomes its customers': hulls of intervals, until nothing changes.
    private func share() {
        for index in graph.live.repairs {
            workspace.sharedFrom[index] = workspace.outageFrom[index]
            let to = workspace.outageTo[index]
            // An asset that is not down ends no outage.
            workspace.sharedTo[index] = workspace.outageFrom[index].zip(to) { from, to in
                to.replacing(with: Times(repeating: -1), where: from .== .infinity)
            }
        }
        guard graph.live.repairs.contains(where: { !graph.repairs[Int($0)].suppliers.isEmpty }) else { return }
        var changed = true
        while changed {
            changed = false
            for index in graph.live.repairs {
                let item = graph.repairs[Int(index)]
                var from = workspace.sharedFrom[index]
                var to = workspace.sharedTo[index]
                for reference in item.suppliers.range {
                    let supplier = graph.references[reference]
                    from = earlier(from, workspace.sharedFrom[supplier])
                    to = later(to, workspace.sharedTo[supplier])
                }
                let moved =
                    from.zip(workspace.sharedFrom[index]) { $0 .!= $1 }.isAny
                    || to.zip(workspace.sharedTo[index]) { $0 .!= $1 }.isAny
                if moved {
                    workspace.sharedFrom[index] = from
                    workspace.sharedTo[index] = to
                    changed = true
                }
            }
        }
    }

    private func earliest(_ nodes: Slice32) -> Quad<Times> {
        var time = Quad(repeating: Times.never)
        for reference in nodes.range { time = earlier(time, workspace.completion[graph.references[reference]]) }
        return time
    }

    private func choose(_ value: Quad<Times>, where mask: Quad<Mask>, otherwise: Quad<Times>) -> Quad<Times> {
        Quad(
            otherwise.a.replacing(with: value.a, where: mask.a), otherwise.b.replacing(with: value.b, where: mask.b),
            otherwise.c.replacing(with: value.c, where: mask.c), otherwise.d.replacing(with: value.d, where: mask.d))
    }
}
