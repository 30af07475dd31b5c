/// After everything has settled: outages, restores in order, outages handed on by suppliers.
struct RepairStage {
    let rows: Shared<CompiledGraph>
    var graph: CompiledGraph {
        @inline(__always) _read { yield rows.value }
    }
    let workspace: Workspace

    /// Computes own and shared outages of every item.
    func run() {
        for crew in 0..<graph.crewCount { workspace.crew[crew] = Quad(repeating: Times(repeating: 0)) }
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
        let released = later(down, contained)
        let needsRestore = destroyed.map { $0 .< .infinity }
        // What is not released by the horizon, or never, is not restored.
        let horizon = graph.horizon
        let begins = needsRestore.zip(released) { $0 .& ($1 .<= horizon) .& ($1 .< .infinity) }
        let crews = graph.organizations[Int(item.organization)].crews
        let begun = upAgain(item, after: later(released, earliestFree(crews)))
        let lost = earliest(item.backupLoss).zip(begun) { ($0 .<= $1) .& ($0 .< .infinity) }
        let phase = workspace.phase[item.organization]
        let restored = graph.after(
            begun, workspace.restoreSpan[index], calendar: item.restore.calendar, phase: phase)
        let rebuilt = graph.after(
            begun, workspace.rebuildSpan[index], calendar: item.rebuild.calendar, phase: phase)
        let done = choose(rebuilt, where: lost, otherwise: restored)
        // What is never restored does not keep a crew from the others.
        let busy = begins.zip(done) { $0 .& ($1 .< .infinity) }
        keep(crews, busy: busy, until: done)
        let ended = choose(done, where: begins, otherwise: Quad(repeating: .never))
        workspace.outageTo[index] = choose(ended, where: needsRestore, otherwise: released)
    }

    private func earliestFree(_ crews: Slice32) -> Quad<Times> {
        crews.range.reduce(Quad(repeating: .never)) { earlier($0, workspace.crew[$1]) }
    }

    /// The crew that is free first, in each trial one, is busy.
    private func keep(_ crews: Slice32, busy: Quad<Mask>, until done: Quad<Times>) {
        let first = earliestFree(crews)
        var open = busy
        for crew in crews.range {
            let taken = workspace.crew[crew].zip(first) { $0 .== $1 }.zip(open) { $0 .& $1 }
            workspace.crew[crew] = choose(done, where: taken, otherwise: workspace.crew[crew])
            open = open.zip(taken) { $0 .& .!$1 }
        }
    }

    /// The time, raised to the end of any outage that lasts then of what the item needs in its own organization.
    private func upAgain(_ item: RepairRecord, after time: Quad<Times>) -> Quad<Times> {
        var time = time
        var changed = !item.needs.isEmpty
        while changed {
            changed = false
            for index in item.needs.range {
                let need = Int(graph.needs[index].item)
                guard graph.repairs[need].organization == item.organization else { continue }
                let (from, to) = (workspace.outageFrom[need], workspace.outageTo[need])
                let lasts = from.zip(time) { $0 .<= $1 }.zip(to.zip(time) { $0 .> $1 }) { $0 .& $1 }
                guard lasts.isAny else { continue }
                time = choose(to, where: lasts, otherwise: time)
                changed = true
            }
        }
        return time
    }

    /// The outage of what an item needs becomes its own once it cannot be bridged: first of what it needs at home, then of
    /// suppliers' as well.
    private func share() {
        for index in graph.live.repairs {
            workspace.sharedFrom[index] = workspace.outageFrom[index]
            let to = workspace.outageTo[index]
            // An asset that is not down ends no outage.
            workspace.sharedTo[index] = workspace.outageFrom[index].zip(to) { from, to in
                to.replacing(with: Times(repeating: -1), where: from .== .infinity)
            }
        }
        if !graph.live.repairs.contains(where: { !graph.repairs[Int($0)].needs.isEmpty }) { return }
        spread(amongSuppliers: false)
        for index in graph.live.repairs {
            workspace.outageFrom[index] = workspace.sharedFrom[index]
            workspace.outageTo[index] = workspace.sharedTo[index]
        }
        spread(amongSuppliers: true)
    }

    /// Hulls of intervals, until nothing changes.
    private func spread(amongSuppliers: Bool) {
        var changed = true
        while changed {
            changed = false
            for index in graph.live.repairs {
                let item = graph.repairs[Int(index)]
                var from = workspace.sharedFrom[index]
                var to = workspace.sharedTo[index]
                for place in item.needs.range {
                    let need = graph.needs[place]
                    if !amongSuppliers && graph.repairs[Int(need.item)].organization != item.organization { continue }
                    let reached = workspace.sharedFrom[need.item].map { $0 + need.grace }
                    let end = workspace.sharedTo[need.item]
                    let lasts = reached.zip(end) { $0 .< $1 }
                    from = choose(earlier(from, reached), where: lasts, otherwise: from)
                    to = choose(later(to, end), where: lasts, otherwise: to)
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
