import DrillEngine
import DrillKernel
import DrillResults
import Scenarios
import Testing

/// A pass settles organizations one after the other, with what their suppliers hand on. What comes out is what comes out
/// when all of them are settled at once.
@Suite struct PassTests {
    private static let settings = RunSettings(
        made(Simulation()) {
            $0.trials = 300
            $0.worlds = 7
            $0.seed = 23
        }, threads: 2)

    @Test(arguments: try Library.stories().map(\.id))
    func theSampleInPartsIsTheSampleAsAWhole(_ story: String) async throws {
        var loaded = try Library.sample()
        loaded.organizations = try Library.companies()
        loaded.scenarios = [try Library.story(story)]
        try await compare(loaded)
    }

    /// Chains, circles, several links between two, outages handed on.
    @Test(arguments: 0..<6)
    func linkedRandomCompaniesInPartsAreTheSameAsAWhole(_ part: Int) async throws {
        let stories = try Library.stories()
        var handedOn = 0
        for seed in UInt64(part * 5)..<UInt64(part * 5 + 5) {
            var dice = Dice(state: seed &+ 4)
            var companies = (0..<5).map { number in
                made(RandomCompany.organization(seed: seed &* 5 &+ UInt64(number), catalog: .embedded)) {
                    $0.id = "company-\(number)"
                }
            }
            for number in companies.indices {
                let assets = companies[number].departments.flatMap(\.assets)
                companies[number].suppliers = (0..<dice.roll(4)).compactMap { _ in
                    let other = dice.roll(companies.count)
                    guard other != number else { return nil }
                    let kinds = LinkKind.allCases
                    return made(SupplierLink.to("company-\(other)", kinds[dice.roll(kinds.count)])) {
                        $0.to = dice.roll(3) == 0 ? nil : assets[dice.roll(assets.count)].id
                        $0.carriesOutage = dice.roll(2) == 0
                    }
                }
                handedOn += companies[number].suppliers.count
            }
            let loaded = LoadedExercise(
                exercise: made(Exercise()) { $0.id = "random" }, organizations: companies,
                scenarios: (0..<3).map { stories[(Int(seed) + $0) % stories.count] }, catalog: .embedded)
            try await compare(loaded)
        }
        #expect(handedOn > 0)
    }

    private func compare(_ loaded: LoadedExercise) async throws {
        let drill = try Drill(loaded, settings: Self.settings)
        let parts = try await drill.pass(Everything())
        for job in try drill.jobs() {
            for (place, organization) in loaded.organizations.enumerated() {
                guard let member = job.members.firstIndex(where: { $0.organization.id == organization.id }),
                    let scenario = loaded.scenarios.firstIndex(where: { $0.id == job.scenario.id })
                else { continue }
                let part = try #require(parts[place][scenario])
                let difference = part.difference(from: Everything().trials(of: member, in: job, Self.settings))
                #expect(difference == nil, "\(job.scenario.id) on \(organization.id)")
            }
        }
    }
}

/// All that a batch shows of one member, trial by trial.
private struct Everything: StoryReading {
    struct Reader: StoryReader {
        let story: CompanyStory

        private var drill: CompiledDrill { story.drill }
        private var member: Int { story.member }

        var empty: Trials { Trials() }

        func read(_ batch: Batch, world: Int, into tally: inout Trials) {
            let who = drill.members[member]
            for trial in 0..<Simulator.batchSize where batch.active >> UInt32(trial) & 1 == 1 {
                var values = TrialValues()
                for (node, meaning) in drill.nodes.enumerated() where meaning.belongs(to: member) {
                    values.times[meaning.name, default: []].append(batch.completion(node, trial: trial))
                }
                var notice = 0
                for node in drill.description.nodes {
                    for row in node.notices {
                        if Int(row.organization) == member {
                            values.times["alerts", default: []].append(batch.alert(notice, trial: trial))
                        }
                        notice += 1
                    }
                }
                values.times["noticed"] = [batch.detection(member, trial: trial), batch.chainEnd(member, trial: trial)]
                values.times["hand-offs"] = batch.handOffs(member, trial: trial)
                for (group, place) in drill.groups.enumerated() where place.organization == member {
                    values.times["cuts", default: []].append(batch.cut(group, trial: trial))
                }
                for (number, decision) in drill.decisions.enumerated() where decision.organization == member {
                    let cut = Int(drill.description.cut(ofIntervention: number))
                    values.times["cuts", default: []].append(batch.cut(cut, trial: trial))
                }
                for (item, place) in drill.repairs.enumerated() where place.organization == member {
                    let (own, shared) = (batch.outage(item, trial: trial), batch.sharedOutage(item, trial: trial))
                    values.times["outages", default: []] += [own.from, own.to, shared.from, shared.to]
                }
                for node in who.objectives.compactMap(\.self)
                where batch.completion(Int(node), trial: trial) < .infinity {
                    let story = CompanyStory(drill, member: member)
                    values.path += drill.path(to: Int(node), batch, trial).compactMap { story.stop(at: $0)?.words }
                }
                tally.trials[batch.firstTrial + trial] = values
            }
        }
    }

    struct TrialValues: Equatable {
        var times: [String: [Float]] = [:]
        var path: [String] = []
    }

    struct Trials: MergeableTally {
        var trials: [Int: TrialValues] = [:]

        mutating func merge(_ other: Trials) { trials.merge(other.trials) { first, _ in first } }

        /// The first thing in which two differ.
        func difference(from other: Trials) -> String? {
            if trials.count != other.trials.count { return "\(trials.count) trials, not \(other.trials.count)" }
            for (trial, values) in trials.sorted(by: { $0.key < $1.key }) where values != other.trials[trial] {
                guard let expected = other.trials[trial] else { return "trial \(trial) is missing" }
                for (name, times) in values.times.sorted(by: { $0.key < $1.key }) where times != expected.times[name] {
                    return "trial \(trial), \(name): \(times), not \(expected.times[name] ?? [])"
                }
                return "trial \(trial): \(values.path), not \(expected.path)"
            }
            return nil
        }
    }

    func reader(of story: CompanyStory) -> Reader? { Reader(story: story) }

    func story(_ story: CompanyStory, _ tally: Trials?) -> Trials { tally ?? Trials() }

    /// The trials where all are settled at once.
    func trials(of member: Int, in drill: CompiledDrill, _ settings: RunSettings) -> Trials {
        let reader = Reader(story: CompanyStory(drill, member: member))
        var tally = reader.empty
        for world in 0..<settings.worlds {
            let range = world * settings.trials / settings.worlds..<(world + 1) * settings.trials / settings.worlds
            Simulator(graph: drill.graph, seed: settings.seed).run(
                world: world, trials: range, workspace: Workspace(for: drill.graph)
            ) { reader.read($0, world: world, into: &tally) }
        }
        return tally
    }
}

extension NodeMeaning {
    /// The same wherever the member stands.
    fileprivate var name: String {
        switch self {
        case .step(let step, let place): "step \(step) \(place.department) \(place.asset)"
        case .way(let place): "way \(place.department) \(place.asset)"
        case .exposure(let place): "exposure \(place.department) \(place.asset)"
        case .inject(let inject, _): "inject \(inject)"
        case .part, .gate, .objective: ""
        }
    }

    fileprivate func belongs(to member: Int) -> Bool {
        switch self {
        case .step(_, let place), .way(let place), .exposure(let place): place.organization == member
        case .inject(_, let other): other == member
        case .part, .gate, .objective: false
        }
    }
}
