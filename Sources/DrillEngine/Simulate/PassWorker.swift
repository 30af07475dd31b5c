internal import DrillKernel
internal import Scenarios

/// One task's work in a pass: chunk after chunk, with counts of its own for the job at hand.
final class PassWorker<Reading: StoryReading> {
    private let pass: PassPlan<Reading>
    /// By scenario.
    private var memos: [Int: CompileMemo] = [:]
    private var current: Current?

    /// The job at hand.
    private struct Current {
        let job: Int
        let opened: PassJob<Reading>.Opened
        let simulator: Simulator
        let workspace: Workspace
        var tallies: [Reading.Reader.Tally?]
        var handed: [Int: HandedTimes] = [:]
        var chunks = 0
    }

    init(_ pass: PassPlan<Reading>) { self.pass = pass }

    /// Works until nothing is left.
    func run() async throws {
        while true {
            try Task.checkCancellation()
            switch pass.queue.take() {
            case .run(let job, let chunk):
                if current?.job != job {
                    deliver()
                    try begin(job)
                }
                run(chunk)
                pass.progress(pass.queue.tick())
            case .wait:
                // Others may wait for what is counted here.
                deliver()
                await Task.yield()
            case .done:
                deliver()
                return
            }
        }
    }

    private func begin(_ number: Int) throws {
        let job = pass.jobs[number]
        let opened = try job.opened {
            let memo = memos[job.scenario] ?? CompileMemo(columns: pass.columns)
            memos[job.scenario] = memo
            return try pass.open(job, memo: memo)
        }
        pass.queue.open(number)
        current = Current(
            job: number, opened: opened, simulator: Simulator(graph: opened.graph, seed: pass.settings.seed),
            workspace: Workspace(for: opened.graph), tallies: opened.companies.map { $0.reader?.empty })
    }

    private func run(_ number: Int) {
        guard var own = current.take() else { return }
        defer { current = own }
        own.chunks += 1
        guard own.opened.isRead else { return }
        let chunk = pass.chunks[number]
        let given = pass.jobs[own.job].suppliers.compactMap { pass.jobs[$0].handed(number) }
        var handed = own.opened.handing.map {
            HandedTimes(nodes: $0.nodes.count, items: $0.items.count, cuts: $0.cuts.count)
        }
        own.simulator.run(world: chunk.world, trials: chunk.trials, workspace: own.workspace, given: given) { batch in
            for (place, company) in own.opened.companies.enumerated() {
                guard let reader = company.reader, var tally = own.tallies[place].take() else { continue }
                reader.read(batch, world: chunk.world, into: &tally)
                own.tallies[place] = tally
            }
            if let part = own.opened.handing {
                handed?.append(batch, nodes: part.nodes, items: part.items, cuts: part.cuts) { node, trial in
                    part.places(of: own.opened.drill.path(to: Int(node), batch, trial))
                }
            }
        }
        handed?.close()
        own.handed[number] = handed
    }

    /// Gives away what has been counted for the job at hand.
    private func deliver() {
        guard let own = current.take() else { return }
        let job = pass.jobs[own.job]
        guard let done = job.add(own.tallies, handed: own.handed, chunks: own.chunks) else { return }
        for (company, tally) in zip(done.opened.companies, done.tallies) {
            let story = CompanyStory(done.opened.drill, member: company.member)
            pass.keep(pass.reading.story(story, tally), company: company.place, scenario: job.scenario)
        }
        pass.queue.finish(own.job)
        for supplier in job.suppliers { pass.jobs[supplier].customerIsDone() }
    }
}
