import DrillEngine
import DrillKernel
import Scenarios
import Testing

/// A lever's graph is today's with some parts made again. It is the graph that would be built from the changed documents.
@Suite struct PatchTests {
    private static let settings = RunSettings(
        made(Simulation()) {
            $0.trials = 64
            $0.worlds = 2
            $0.seed = 19
        }, threads: 1)

    /// Each lever, and some pairs, of each company of the library in a story.
    @Test(arguments: try Library.stories().map(\.id))
    func leversOfTheLibraryArePatchedAsTheyAreBuilt(_ story: String) throws {
        let story = try Library.story(story)
        var loaded = try Library.sample()
        loaded.organizations = try Library.companies()
        var differing = 0
        for company in loaded.organizations {
            let bench = try Bench(loaded, Self.settings, story, company)
            var dice = Dice(state: 5)
            for (number, changed) in bench.levers.changed(company).enumerated() {
                try bench.compare(changed, isRun: number % 16 == 0)
                guard number % 32 == 0 else { continue }
                let further = bench.levers.changed(changed)
                try bench.compare(further[dice.roll(further.count)], isRun: true)
            }
            differing += bench.differing
        }
        #expect(differing > 0, "some lever changes some trial")
    }

    /// Small companies with answers of all kinds.
    @Test(arguments: 0..<8)
    func leversOfRandomCompaniesArePatchedAsTheyAreBuilt(_ part: Int) throws {
        let stories = try Library.stories()
        var differing = 0
        for seed in UInt64(part * 25)..<UInt64(part * 25 + 25) {
            let company = RandomCompany.organization(seed: seed, catalog: .embedded)
            let loaded = LoadedExercise(
                exercise: made(Exercise()) { $0.id = "random" }, organizations: [company], scenarios: stories,
                catalog: .embedded)
            let bench = try Bench(loaded, Self.settings, stories[Int(seed) % stories.count], company)
            var dice = Dice(state: seed &+ 1)
            let levers = bench.levers.changed(company)
            for _ in 0..<4 where !levers.isEmpty {
                let changed = levers[dice.roll(levers.count)]
                try bench.compare(changed, isRun: true)
                let further = bench.levers.changed(changed)
                if !further.isEmpty { try bench.compare(further[dice.roll(further.count)], isRun: true) }
            }
            // Answers that no lever gives: taken back, and all at once those of another company.
            try bench.compare(made(company) { $0.controls = [:] }, isRun: true)
            let other = RandomCompany.organization(seed: seed &+ 1000, catalog: .embedded)
            try bench.compare(made(company) { $0.controls = other.controls }, isRun: true)
            differing += bench.differing
        }
        #expect(differing > 0, "some lever changes some trial")
    }

    /// Today is what the compiler is given, whatever the exercise says of the company.
    @Test func todayMayBeAnotherThanTheExercises() throws {
        let companies = (1...2).map { RandomCompany.organization(seed: $0, catalog: .embedded) }
        let loaded = LoadedExercise(
            exercise: made(Exercise()) { $0.id = "random" }, organizations: [companies[0]],
            scenarios: try Library.stories(), catalog: .embedded)
        let compiler = StoryCompiler(
            loaded: loaded, settings: Self.settings, scenario: loaded.scenarios[0], company: companies[1])
        let (today, built) = (try compiler.today(), try compiler.changed(companies[1]))
        #expect(DescriptionComparison(one: today.description, other: built.description).difference == nil)
        #expect(today.members[0].organization == companies[1])
        #expect(try compiler.patched(companies[1])?.sharing.isIdentity == true)
    }

    /// What changes more than answers is built again.
    @Test func anotherAssetIsNoPatch() throws {
        let company = RandomCompany.organization(seed: 1, catalog: .embedded)
        let loaded = LoadedExercise(
            exercise: made(Exercise()) { $0.id = "random" }, organizations: [company],
            scenarios: try Library.stories(), catalog: .embedded)
        let compiler = StoryCompiler(
            loaded: loaded, settings: Self.settings, scenario: loaded.scenarios[0], company: company)
        let larger = made(company) { $0.departments[0].assets.append(.named("new")) }
        #expect(try compiler.patched(larger) == nil)
        #expect(try compiler.patched(made(company) { $0.departments[0].assets[0].count = 9 }) == nil)
        #expect(try compiler.patched(made(company) { $0.response?.chain.append(.named("more", 1)) }) == nil)
        #expect(try compiler.patched(company)?.sharing.isIdentity == true)
    }
}

/// Today's story of a company, beside changed ones.
private final class Bench {
    let levers: LeverAnalysis
    private let compiler: StoryCompiler
    private let base: Simulator
    private let seed: UInt64
    /// Batches that come out otherwise with a change.
    private(set) var differing = 0

    init(_ loaded: LoadedExercise, _ settings: RunSettings, _ story: Scenario, _ company: Organization) throws {
        levers = LeverAnalysis(loaded, settings: settings)
        compiler = StoryCompiler(loaded: loaded, settings: settings, scenario: story, company: company)
        seed = settings.seed
        base = Simulator(graph: try compiler.today().graph, seed: seed)
    }

    /// Expects the patched description to be the built one; run: its trials, too, whether run alone or over today's.
    func compare(_ changed: Organization, isRun: Bool) throws {
        let patched = try #require(try compiler.patched(changed), "a change of answers is a patch")
        let built = try compiler.changed(changed)
        let comparison = DescriptionComparison(one: patched.drill.description, other: built.description)
        #expect(comparison.difference == nil)
        #expect(patched.drill.nodes == built.nodes)
        guard isRun else { return }
        let again = Simulator(graph: patched.drill.graph, seed: seed)
        let plain = outcomes(Simulator(graph: built.graph, seed: seed), built.description)
        #expect(outcomes(again, patched.drill.description) == plain)
        let rooms = [base.graph, again.graph]
        let (workspace, room) = (Workspace(forAnyOf: rooms), Workspace(forAnyOf: rooms))
        for world in 0..<2 {
            base.run(world: world, trials: 0..<Simulator.batchSize, workspace: workspace) { batch in
                let today = read(batch, built.description)
                var found = today
                again.rerun(batch, world: world, sharing: Shared(patched.sharing), workspace: room) {
                    found = read($0, built.description)
                }
                #expect(found == plain[world])
                if found != today { differing += 1 }
            }
        }
    }

    private func outcomes(_ simulator: Simulator, _ description: GraphDescription) -> [[Float]] {
        let workspace = Workspace(for: simulator.graph)
        var found: [[Float]] = []
        for world in 0..<2 {
            simulator.run(world: world, trials: 0..<Simulator.batchSize, workspace: workspace) {
                found.append(read($0, description))
            }
        }
        return found
    }

    /// Completions, alerts and outages of a batch.
    private func read(_ batch: Batch, _ description: GraphDescription) -> [Float] {
        let notices = description.nodes.reduce(0) { $0 + $1.notices.count }
        return (0..<Simulator.batchSize).flatMap { trial -> [Float] in
            description.nodes.indices.map { batch.completion($0, trial: trial) }
                + (0..<notices).map { batch.alert($0, trial: trial) }
                + (0..<description.cutCount).map { batch.cut($0, trial: trial) }
                + description.repairs.indices.flatMap { item -> [Float] in
                    let outage = batch.sharedOutage(item, trial: trial)
                    return outage.from < .infinity ? [outage.from, outage.to] : [.infinity]
                }
        }
    }
}
