import AllocationCount
import DrillKernel
import KernelSamples
import Testing

/// A running workspace takes no memory: whatever the number of batches, as often is any asked for.
@Suite(.enabled(if: isMeasurable, "only with glibc, and not in debug builds, where closures and copies take memory"))
struct AllocationTests {
    private static let batch = Simulator.batchSize

    /// How often memory is asked for meanwhile.
    private func allocations(_ work: () -> Void) -> UInt {
        let before = allocations_of_this_thread()
        work()
        return allocations_of_this_thread() - before
    }

    @Test func theCounterCounts() {
        var kept: [[Int]] = []
        #expect(allocations { for size in 1...100 { kept.append(Array(repeating: size, count: size)) } } >= 100)
        #expect(kept.count == 100)
    }

    @Test("a hundred batches more ask for no memory", arguments: UInt64(0)..<40)
    func batches(_ seed: UInt64) {
        let graph = CompiledGraph(RandomGraphs.graph(seed: seed))
        let simulator = Simulator(graph: graph, seed: seed)
        let workspace = Workspace(for: graph)
        func run(_ batches: Int) -> UInt {
            allocations {
                simulator.run(world: 0, trials: 0..<batches * Self.batch, workspace: workspace) { _ in }
            }
        }
        _ = run(100)
        #expect(run(200) == run(100))
    }

    @Test("correcting a hundred batches more asks for no memory", arguments: UInt64(0)..<40)
    func corrections(_ seed: UInt64) {
        let description = RandomGraphs.graph(seed: seed)
        var other = description
        for node in other.nodes.indices { other.nodes[node].notices = other.nodes[node].notices.reversed() }
        for world in other.worlds.indices {
            for slot in other.worlds[world].factors.indices { other.worlds[world].factors[slot] *= 1.5 }
        }
        let (graph, changed) = (CompiledGraph(description), CompiledGraph(other))
        let sharing = Shared(DrawIndex(graph).sharing(with: changed))
        let (base, second) = (Simulator(graph: graph, seed: seed), Simulator(graph: changed, seed: seed))
        let (workspace, room) = (Workspace(forAnyOf: [graph]), Workspace(forAnyOf: [graph, changed]))
        func run(_ batches: Int) -> UInt {
            allocations {
                base.run(world: 0, trials: 0..<batches * Self.batch, workspace: workspace) { batch in
                    second.rerun(batch, world: 0, sharing: sharing, workspace: room) { _ in }
                }
            }
        }
        _ = run(100)
        #expect(run(200) == run(100))
    }
}

#if DEBUG
    private let isMeasurable = false
#else
    private let isMeasurable = allocations_are_counted() != 0
#endif
