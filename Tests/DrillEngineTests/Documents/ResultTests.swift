import DrillEngine
import DrillKernel
import DrillResults
import Foundation
import Scenarios
import Testing

/// What a result says of objectives, paths, and stories that do not apply.
@Suite struct ResultTests {
    private func servers(_ count: Int) -> Organization { .single((1...count).map { .named("s\($0)") }) }

    @Test(arguments: [(1, 0.875), (2, 0.5), (3, 0.125)])
    func anObjectiveMayNeedSeveralAssets(_ atLeast: Int, _ expected: Double) async throws {
        let fall = Step.named("fall", on: .server) {
            $0.chance = 0.5
            $0.impact.disrupts = true
        }
        let play = Play(
            .story([fall], [.step("fall", atLeast: atLeast), .down(.server, atLeast: atLeast)]), servers(3))
        let story = try await play.story()
        #expect(Share(story.objectives[0].reached).agrees(with: expected))
        #expect(story.objectives[1].reached.count == story.objectives[0].reached.count)
        // More than there are: it cannot be asked.
        let few = Play(.story([fall], [.step("fall", atLeast: 4), .step("fall")]), servers(3))
        #expect(try await few.story().objectives.count == 1)
    }

    @Test func objectivesSelectDataAndKind() throws {
        let take = Step.named("take", hours: 4) { $0.impact.exposes = true }
        var play = Play(
            .story([take], [.step("take"), .exposed]),
            .single([
                .database("plans") { $0.data?.dataClass = .intellectualProperty }, .named("server"),
                .database("people", records: 50),
            ]))
        play.trials = 32
        play.scenario.objectives[0].reached = .step(
            made(ReachedStep()) {
                $0.step = "take"
                $0.data = [.payment]
            })
        play.scenario.objectives.append(
            made(.step("take", atLeast: 2)) { objective in
                objective.id = "two"
                objective.reached = .step(
                    made(ReachedStep()) {
                        $0.step = "take"
                        $0.kind = [.database]
                        $0.atLeast = 2
                    })
            })
        #expect(try play.times("acme", objective: 0).allSatisfy { $0 == .infinity })
        // The first record leaves as the only try that is needed begins.
        #expect(try play.times("acme", objective: 1).allSatisfy { $0 == 0 })
        #expect(try play.times("acme", objective: 2).allSatisfy { $0 == 4 })
    }

    /// Dwell runs from the first completed step, within each trial; a loss can announce itself while most are never noticed.
    @Test func dwellIsMeasuredWithinTrials() async throws {
        let enter = Step.named("enter", on: .server, hours: 100)
        let wreck = Step.named("wreck", on: .server, after: [("enter", .sameAsset)], hours: 20) {
            $0.chance = 0.25
            $0.impact.destroys = true
            $0.noticed = [.by(.announcement, from: .completion, hours: 2)]
        }
        let story = try await Play(.story([enter, wreck], [.step("enter"), .step("wreck")]), servers(1)).story()
        let lost = story.objectives[1].reached
        #expect(lost.count > 0 && lost.count < lost.trials)
        let given = try #require(story.objectives[1].dwell)
        #expect(given == TimeSummary(probability: 1, meanHours: 22, p10: 22, p50: 22, p90: 22))
        // Among all trials that got in, most are never noticed.
        let dwell = try #require(story.dwell)
        #expect(dwell.probability == lost.value && dwell.meanHours == 22 && dwell.p10 == 22 && dwell.p50 == nil)
        #expect(story.objectives[0].dwell == dwell)
        // An alert before the first completed step is no dwell; where nothing completes there is none.
        var early = Play(.story([enter], [.step("enter")]), servers(1))
        early.scenario.steps[0].noticed = [.by(.people, from: .start, hours: 1)]
        early.organizations[0].response?.containment["default"] = .known(.constant(.hours(900)))
        #expect(try await early.story().dwell?.p90 == 0)
        early.scenario.steps[0].chance = 0
        #expect(try await early.story().dwell == nil)
    }

    @Test func recordsAddUp() async throws {
        let take = Step.named("take", on: .database) {
            $0.chance = 0.5
            $0.impact.exposes = true
            $0.impact.alters = true
        }
        let play = Play(
            .story([take], [.exposed]), .single([.database("a", records: 100), .database("b", records: 1000)]))
        let story = try await play.story()
        #expect(abs(story.recordsExposed.mean - 550) < 4 * 502 / 20_000.0.squareRoot())
        #expect(story.recordsAltered == story.recordsExposed)
        #expect(story.recordsExposed.p95 == 1100)
        #expect(abs(story.recordsExposed.probability - 0.75) < 0.02)
    }

    @Test func pathsAreNamedAndAddUp() async throws {
        let front = Step.named("front", on: .webApplication, hours: 1) { $0.chance = 0.3 }
        let back = Step.named("back", on: .server, hours: 2)
        var take = Step.named("take", on: .database, hours: 5)
        take.requires = .any([
            .step(
                made(StepReference()) {
                    $0.step = "front"
                    $0.via = .organization
                }),
            .step(
                made(StepReference()) {
                    $0.step = "back"
                    $0.via = .organization
                }),
        ])
        let play = Play(
            .story([front, back, take], [.step("take")]),
            .single([.named("web", .webApplication), .named("server"), .database("db")]))
        let paths = try await play.story().paths
        #expect(paths.map(\.steps) == [["back (server)", "take (db)"], ["front (web)", "take (db)"]])
        #expect(abs(paths[0].share - 0.7) < 0.015 && abs(paths[0].share + paths[1].share - 1) < 1e-9)
    }

    @Test func pathsOfEarlierReleasesAreReadByTheirWords() throws {
        let path = AttackPath(
            stops: [
                PathStop(step: "exploit", title: "Exploit (again)", place: "portal (old)"),
                PathStop(step: nil, title: "Something happens at a supplier", place: nil),
            ], share: 0.5)
        let encoder = JSONEncoder()
        #expect(try JSONDecoder().decode(AttackPath.self, from: encoder.encode(path)) == path)
        let old = #"{"steps": ["Exploit (portal)"], "share": 1}"#
        let read = try JSONDecoder().decode(AttackPath.self, from: Data(old.utf8))
        #expect(read.steps == ["Exploit (portal)"] && read.stops.map(\.step) == [nil])
    }

    @Test func pathsNameTheSupplier() async throws {
        let tamper = Step.named("tamper") { $0.at = .supplier }
        let install = Step.named("install", on: .server) {
            $0.requires = .step(
                made(StepReference()) {
                    $0.step = "tamper"
                    $0.via = .supplier
                    $0.link = .dataFeed
                })
        }
        var play = Play(
            .story([tamper, install], [.step("install")]),
            .single([.named("server")]) { $0.suppliers = [.to("vendor", .dataFeed)] })
        play.external = ["vendor"]
        let path = try #require(try await play.story().paths.first)
        #expect(path.steps == ["tamper (a supplier: data feed)", "install (server)"])
        #expect(path.stops.map(\.step) == ["tamper", "install"])
        #expect(path.stops.map(\.place) == ["a supplier: data feed", "server"])
    }

    @Test func compromiseIsTheFirstFoothold() async throws {
        let scan = Step.named("scan", on: .server, hours: 1) { $0.technique = "T1595" }
        let enter = Step.named("enter", on: .server, after: [("scan", .sameAsset)], hours: 9)
        let story = try await Play(.story([scan, enter], [.step("enter")]), servers(1)).story()
        // Scanning compromises nothing yet.
        #expect(story.compromised.meanHours == 10)
    }

    @Test func whatDoesNotApplySaysWhy() async throws {
        func reason(_ steps: [Step], _ objective: Objective) async throws -> String {
            let result = try await Play(.story(steps, [objective]), servers(1)).result()
            #expect(result.companies[0].stories.isEmpty)
            return try #require(result.companies[0].notApplicable.first).reason
        }
        let noAsset = try await reason([.named("take", on: .database)], .step("take"))
        #expect(noAsset.contains("no asset fits") && noAsset.contains("take") && noAsset.contains("database"))
        let enter = Step.named("enter", on: .server)
        let noLink = Step.named("install", on: .server) {
            $0.requires = .step(
                made(StepReference()) {
                    $0.step = "enter"
                    $0.via = .supplier
                    $0.link = .dataFeed
                })
        }
        #expect(try await reason([enter, noLink], .step("install")).contains("data-feed"))
        #expect(try await reason([enter], .exposed).contains("data outside"))
        let alone = Step.named("alone", on: .server) {
            // Needs itself on another asset, and there is none.
            $0.requires = .step(
                made(StepReference()) {
                    $0.step = "alone"
                    $0.via = .organization
                })
        }
        #expect(try await reason([alone], .step("alone")).contains("nothing leads to"))
    }
}
