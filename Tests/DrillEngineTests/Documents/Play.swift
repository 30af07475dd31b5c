import DrillEngine
import DrillKernel
import DrillResults
import Foundation
import Scenarios
import Testing

/// A scenario on organizations, put together by hand, and what comes of it.
struct Play {
    var scenario: Scenario
    var organizations: [Organization]
    var external: [String] = []
    var catalog = TestCatalog.catalog
    var trials = 20_000
    var worlds = 1
    var seed: UInt64 = 7
    var threads = 2
    var preset = Preset.default

    init(_ scenario: Scenario, _ organizations: Organization...) {
        self.scenario = scenario
        self.organizations = organizations
    }

    func drill() throws -> Drill {
        var exercise = Exercise()
        exercise.id = "test"
        exercise.external = external.map { id in
            made(ExternalOrganization()) {
                $0.id = id
                $0.title = id
            }
        }
        exercise.simulation = made(Simulation()) {
            $0.trials = trials
            $0.worlds = worlds
            $0.seed = seed
            $0.preset = preset
        }
        let loaded = LoadedExercise(
            exercise: exercise, organizations: organizations, scenarios: [scenario], catalog: catalog)
        return try Drill(loaded, settings: RunSettings(exercise.simulation, threads: threads))
    }

    func result() async throws -> RunResult { try await drill().run(documents: [], runID: "test") }

    /// The story of one organization, the first unless named.
    func story(_ organization: String? = nil) async throws -> StoryResult {
        let result = try await result()
        let company = try #require(result.companies.first { organization == nil || $0.id == organization })
        return try #require(company.stories.first, "\(company.notApplicable)")
    }

    /// Share of trials in which the first objective is reached.
    func share(_ organization: String? = nil) async throws -> Share {
        Share(try #require(try await story(organization).objectives.first).reached)
    }

    /// When an objective is reached in each trial; worlds count as one. Only for plays with one world.
    func times(_ organization: String, objective: Int = 0) throws -> [Float] {
        precondition(worlds == 1)
        let drill = try drill()
        let (job, member) = try #require(try drill.story(scenario: scenario.id, organization: organization))
        let node = job.members[member].objectives[objective]
        return job.completions([node], trials: 0..<trials, seed: seed).map { $0[0] }
    }
}

extension CompiledDrill {
    /// Completion times of some nodes in each trial of a world; nil stands for a node that never completes.
    func completions(_ nodes: [Int32?], world: Int = 0, trials: Range<Int>, seed: UInt64) -> [[Float]] {
        var times: [[Float]] = []
        Simulator(graph: graph, seed: seed)
            .run(world: world, trials: trials, workspace: Workspace(for: graph)) { batch in
                for trial in 0..<Simulator.batchSize where batch.active >> UInt32(trial) & 1 == 1 {
                    times.append(nodes.map { $0.map { batch.completion(Int($0), trial: trial) } ?? .infinity })
                }
            }
        return times
    }
}

/// A share of trials, compared with what is expected within four standard errors.
struct Share: CustomStringConvertible {
    var count: Int
    var trials: Int

    init(_ probability: Probability) {
        count = probability.count
        trials = probability.trials
    }

    init(_ flags: [Bool]) {
        count = flags.count { $0 }
        trials = flags.count
    }

    func agrees(with expected: Double) -> Bool {
        let error = (expected * (1 - expected) / Double(trials)).squareRoot()
        return abs(Double(count) / Double(trials) - expected) <= 4 * error
    }

    var description: String { "\(count) of \(trials)" }
}

extension RunResult {
    /// The bytes that a run would store.
    func bytes() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(self)
    }
}
