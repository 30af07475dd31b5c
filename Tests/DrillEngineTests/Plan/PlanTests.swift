import DrillEngine
import DrillResults
import Foundation
import Scenarios
import Testing

/// Improvement plans: what they find beside what there is to find.
@Suite struct PlanTests {
    private func plan(
        _ loaded: LoadedExercise, _ limit: ImprovementPlan.Limit, settings: RunSettings = SmallCompany.settings,
        mostSets: Int = 2_000
    ) async throws -> ImprovementPlan {
        let plans = try await PlanAnalysis(loaded, settings: settings, limit: limit, mostSets: mostSets).run()
        return try #require(plans.first?.plan)
    }

    @Test("exact plans are the best of everything that can be done", arguments: 1...12)
    func exact(seed: Int) async throws {
        let company = SmallCompany(seed: UInt64(seed))
        let everything = try await company.everything()
        for budget in [6.0, 14, 25] {
            let plan = try await plan(company.loaded, .effort(budget))
            let best = everything.filter { $0.effort <= budget }.min { ($0.count, $0.effort) < ($1.count, $1.effort) }
            #expect(plan.isExact)
            #expect(plan.outcomes.map(\.after.count) == [best?.count])
            #expect(plan.effort.likely == best?.effort)
        }
    }

    @Test("the cheapest set below a target", arguments: 1...12)
    func target(seed: Int) async throws {
        let company = SmallCompany(seed: UInt64(seed))
        let everything = try await company.everything()
        for share in [0.3, 0.1, 0.02] {
            let plan = try await plan(company.loaded, .target(share))
            let allowed = Int(share * Double(SmallCompany.trials) + 1e-9)
            let reaching = everything.filter { $0.count <= allowed }
            #expect(plan.isExact)
            let count = try #require(plan.outcomes.first?.after.count)
            if let cheapest = reaching.map(\.effort).min() {
                #expect(plan.effort.likely == cheapest && count <= allowed, "\(seed) \(share)")
            } else {
                #expect(count == everything.map(\.count).min())
                #expect(plan.remarks.contains { $0.hasPrefix("No set of these levers brings every goal to ") })
            }
        }
    }

    @Test("greedy keeps the limit, beats nothing that is exact, and claims nothing", arguments: 1...12)
    func greedy(seed: Int) async throws {
        let company = SmallCompany(seed: UInt64(seed))
        let exact = try await plan(company.loaded, .effort(40))
        let greedy = try await plan(company.loaded, .effort(40), mostSets: 24)
        #expect(!greedy.isExact)
        #expect(greedy.effort.likely <= 40)
        let (found, best) = (try #require(greedy.outcomes.first), try #require(exact.outcomes.first))
        #expect(found.after.count >= best.after.count)
        #expect(found.after.count <= found.before.count)
    }

    /// Two certain routes to the goal, each shut by one control: either alone gains nothing.
    private func routes() -> LoadedExercise {
        var company = SmallCompany(seed: 1)
        let ways = ["T1190", "T1210"].enumerated().map { index, technique in
            Step.named("way-\(index)", on: .server) { $0.technique = technique }
        }
        // Two more steps, so that there are levers which matter and do not help.
        let noise = ["T1003", "T1486"].enumerated().map { index, technique in
            Step.named("noise-\(index)", on: .server) { $0.technique = technique }
        }
        let goal = Step.named("goal", on: .server) {
            $0.requires = .any(
                ["way-0", "way-1"].map { id in
                    .step(
                        made(StepReference()) {
                            $0.step = id
                            $0.via = .sameAsset
                        })
                })
        }
        company.loaded.scenarios = [.story(ways + noise + [goal], [.step("goal")])]
        for control in company.loaded.catalog.controls.indices {
            company.loaded.catalog.controls[control].levels[2].effects[0].success = Estimate(exactly: 0)
        }
        return company.loaded
    }

    @Test func pairsFindWhatSinglesCannot() async throws {
        let loaded = routes()
        let settings = SmallCompany.settings
        let single = try await LeverAnalysis(loaded, settings: settings).run()
        let gains = WeaknessReport(try #require(single.first), scenarios: []).weaknesses.map(\.gain)
        #expect(gains.allSatisfy { $0 == 0 }, "no lever gains anything alone")
        let plan = try await plan(loaded, .effort(1000), mostSets: 60)
        #expect(!plan.isExact)
        #expect(plan.outcomes.map(\.after.count) == [0])
        #expect(
            Set(plan.steps.map(\.lever.id.text)) == ["c0/strong", "it: c1/strong"], "and nothing that does not help")
        #expect(plan.steps.first?.after == [1])
    }

    @Test("figures come from all trials, the search from fewer; the remark says so")
    func fewTrials() async throws {
        let company = SmallCompany(seed: 4)
        let settings = SmallCompany.settings(trials: 6_000, worlds: 4)
        let plan = try await plan(company.loaded, .effort(20), settings: settings)
        #expect(plan.outcomes.allSatisfy { $0.before.trials == 6_000 && $0.after.trials == 6_000 })
        #expect(plan.remarks.contains { $0.contains("Searched on 1,280 trials") && $0.contains("all 6,000") })
        let last = try #require(plan.steps.last)
        #expect(last.after == plan.outcomes.map(\.after.value))
        let falling = plan.steps.map { $0.after[0] }
        #expect(falling == falling.sorted(by: >))
    }

    @Test("a target that one set reaches by a single trial, searched on fewer trials", arguments: 1...6)
    func narrowTarget(seed: Int) async throws {
        let company = SmallCompany(seed: UInt64(seed))
        let settings = SmallCompany.settings(trials: 6_000, worlds: 4)
        let everything = try await company.everything(settings)
        let half = everything.sorted { ($0.effort, $0.count) < ($1.effort, $1.count) }[everything.count / 2]
        let share = Double(half.count) / 6_000
        let plan = try await plan(company.loaded, .target(share), settings: settings)
        let cheapest = everything.filter { $0.count <= half.count }.map(\.effort).min()
        #expect(plan.isExact && plan.effort.likely == cheapest)
    }

    @Test func nothingThatFits() async throws {
        let plan = try await plan(SmallCompany(seed: 2).loaded, .effort(0.5))
        #expect(plan.steps.isEmpty && plan.effort == Effort(low: 0, likely: 0, high: 0))
        #expect(plan.remarks.contains("No lever takes so little."))
        #expect(plan.outcomes.allSatisfy { $0.before == $0.after && $0.difference.value == 0 })
    }

    @Test("money, and days that the company states, by the nearest scope")
    func upgrades() async throws {
        var loaded = SmallCompany(seed: 1).loaded
        func upgrade(_ control: String, _ level: String, scope: String? = nil, days: Double? = nil, cost: Double? = nil)
            -> Upgrade
        {
            made(Upgrade()) {
                $0.control = control
                $0.level = level
                $0.scope = scope
                $0.effort = days.map { Estimate(exactly: $0) }
                $0.cost = cost.map { Estimate(exactly: $0) }
                $0.currency = cost == nil ? nil : "EUR"
            }
        }
        loaded.organizations[0].upgrades = [
            upgrade("c0", "some", days: 100, cost: 1_000), upgrade("c0", "strong", cost: 500),
            upgrade("c1", "some", days: 7), upgrade("c1", "some", scope: "it", days: 3, cost: 200),
        ]
        let levers = LeverAnalysis(loaded, settings: SmallCompany.settings).levers(ofCompany: "acme")
        #expect(levers.first { $0.id.text == "c0/some" }?.effort == Effort(low: 100, likely: 100, high: 100))
        #expect(levers.first { $0.id.text == "c1/some" }?.effort?.likely == 7)
        #expect(levers.first { $0.id.text == "it: c1/some" }?.effort?.likely == 3)
        #expect(loaded.organizations[0].upgradeCurrencies == ["EUR"])
        let plan = try await plan(loaded, .cost(1_600, currency: "EUR"))
        #expect(plan.levers == 3, "c0 at either level, c1 in the department")
        #expect(plan.steps.allSatisfy { ["c0/some", "c0/strong", "it: c1/some"].contains($0.lever.id.text) })
        #expect(plan.cost == plan.steps.reduce(0) { $0 + ($1.cost ?? 0) } && plan.cost ?? 0 <= 1_600)
        #expect(plan.currency == "EUR")
        #expect(plan.remarks.contains { $0.contains("left out because nobody has said what cost in EUR") })
        let none = try await self.plan(loaded, .cost(1_600, currency: "USD"))
        #expect(none.levers == 0 && none.steps.isEmpty)
    }
}

// MARK: The sample

extension PlanTests {
    private func sample() throws -> LoadedExercise {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = package.appending(path: "scenarios/exercises/autumn-drill.json").path(percentEncoded: false)
        return try #require(DocumentLoader.disk.loadExercise(path).exercise)
    }

    @Test func threadsChangeNothingAndExclusionsHold() async throws {
        let loaded = try sample()
        func plans(_ threads: Int) async throws -> [CompanyPlan] {
            try await PlanAnalysis(
                loaded, settings: SmallCompany.settings(trials: 200, worlds: 4, threads: threads), limit: .effort(400),
                mostSets: 150
            ).run(organizations: ["harbor-credit", "northgate-it"])
        }
        let one = try await plans(1)
        #expect(try await plans(8) == one)
        #expect(one.map(\.organization) == ["harbor-credit", "northgate-it"])
        for plan in one.compactMap(\.plan) {
            #expect(plan.effort.likely <= 400 && !plan.steps.isEmpty)
            #expect(plan.outcomes.contains { $0.after.count < $0.before.count })
            let ids = plan.steps.map(\.lever.id)
            let subjects = ids.filter { $0.kind == .control }.map(\.subject)
            #expect(Set(subjects).count == subjects.count, "one level of a control in a scope")
            let chain = ids.filter { $0.kind == .handOff }
            #expect(chain.count <= 1 || !chain.contains { $0.subject == .handOff(.all) })
        }
    }
}
