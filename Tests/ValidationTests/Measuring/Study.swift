import DrillEngine
import DrillKernel
import Foundation
import Scenarios

/// Every library story, tried on every organization of the reference population.
struct Study: Sendable {
    let population: [ReferenceOrganization]
    let stories: [StoryTraits]
    let outcomes: [Outcome]
    /// Organizations to which each story applies.
    let applicable: [Int]

    static let trials = 320
    static let worlds = 20
    static let seed: UInt64 = 20_261_124

    /// Run once for all tests.
    static let shared: Task<Study, any Error> = Task { try await run() }

    private static func run() async throws -> Study {
        let stories = try library()
        let population = ReferenceOrganization.population(.embedded)
        let parts = try await withThrowingTaskGroup(of: (Int, [Outcome]).self) { group in
            for number in population.indices {
                group.addTask { (number, try outcomes(of: population[number], number, stories)) }
            }
            var parts = population.map { _ in [Outcome]() }
            for try await (number, part) in group { parts[number] = part }
            return parts
        }
        let all = Array(parts.joined())
        var seen = stories.map { _ in Set<Int>() }
        for outcome in all { seen[outcome.story].insert(outcome.organization) }
        return Study(population: population, stories: stories, outcomes: all, applicable: seen.map(\.count))
    }

    /// The documents of the folder `scenarios`, by name.
    static func library() throws -> [StoryTraits] {
        let folder = Checkout.root.appending(path: "scenarios")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        return try files.filter { $0.hasSuffix(".json") }.sorted().map { file in
            let loaded = DocumentLoader.disk.load(folder.appending(path: file).path(percentEncoded: false))
            guard case .scenario(let scenario)? = loaded.document else { throw Unreadable(file: file) }
            return StoryTraits(scenario)
        }
    }

    struct Unreadable: Error { var file: String }

    private static func outcomes(of subject: ReferenceOrganization, _ number: Int, _ stories: [StoryTraits]) throws
        -> [Outcome]
    {
        var exercise = Exercise()
        exercise.id = "reference"
        exercise.external = [StructureTemplate.maintainer, StructureTemplate.publisher].map { id in
            var external = ExternalOrganization()
            external.id = id
            external.title = id
            return external
        }
        exercise.simulation.trials = trials
        exercise.simulation.worlds = worlds
        exercise.simulation.seed = seed
        let loaded = LoadedExercise(
            exercise: exercise, organizations: [subject.organization], scenarios: stories.map(\.scenario),
            catalog: .embedded)
        let drill = try Drill(loaded, settings: RunSettings(exercise.simulation, threads: 1))
        var outcomes: [Outcome] = []
        for (story, job) in try drill.jobs().enumerated() where job.members[0].notApplicable == nil {
            let observer = OutcomeObserver(
                job, stories[story], number: story, organization: number, hasBackup: subject.hasBackup)
            let simulator = Simulator(graph: job.graph, seed: seed)
            let workspace = Workspace(for: job.graph)
            for world in 0..<worlds {
                let range = world * trials / worlds..<(world + 1) * trials / worlds
                simulator.run(world: world, trials: range, workspace: workspace) {
                    observer.observe($0, world: world, into: &outcomes)
                }
            }
        }
        return outcomes
    }
}

extension ReferenceOrganization {
    /// Copies of some kind are made.
    var hasBackup: Bool {
        guard case .known(let setting)? = organization.controls["backup"], case .known(let level)? = setting.level
        else { return false }
        return level != "none"
    }
}

/// The checkout that the tests were built from.
enum Checkout {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}
