import DrillEngine
import DrillKernel
import DrillResults
import Foundation
import Scenarios
import Testing

/// A whole run: the same bytes for any number of threads, worlds dealt evenly, nobody moved by strangers.
@Suite struct RunTests {
    /// A story with everything: supplier, route, tries, monitoring, encryption, outage, decision.
    static var play: Play {
        let tamper = Step.named("tamper", hours: 5) {
            $0.at = .supplier
            $0.chance = 0.5
        }
        let enter = Step.named("enter", on: .webApplication) {
            $0.technique = "T1190"
            $0.requires = nil
            $0.attempts = .count(3)
            $0.chance = 0.3
            $0.duration = .value(.exponential(mean: .hours(30)))
            $0.noticed = nil
            $0.closes = .control(ClosingControl())
            $0.gains = [.control]
        }
        let spread = Step.named("spread", on: .server) {
            $0.technique = "T1486"
            $0.requires = .any([
                .step(
                    made(StepReference()) {
                        $0.step = "enter"
                        $0.via = .organization
                    }),
                .step(
                    made(StepReference()) {
                        $0.step = "tamper"
                        $0.via = .supplier
                        $0.link = .softwareUpdate
                    }),
            ])
            $0.duration = .value(.lognormal(median: .hours(8), p90: .hours(40)))
            $0.impact.encrypts = true
            $0.noticed = [.by(.announcement), .by(.monitoring)]
        }
        let take = Step.named("take", on: .database, after: [("spread", .organization)]) {
            $0.impact.exposes = true
            $0.through = .application
            $0.probability = .value(Estimate(low: 0.2, likely: 0.6, high: 0.9, source: "judgement"))
            $0.duration = .value(.exponential(mean: .hours(20)))
            $0.noticed = [.by(.outsider, 0.3, hours: 24)]
        }
        var play = Play(
            .story([tamper, enter, spread, take], [.exposed, .down(.server)]) {
                $0.decide(
                    "isolate", when: .noticed, after: 1, takes: 20,
                    [.isolate(made(AssetSelector()) { $0.kind = [.database] })])
            },
            firm("first"), firm("second"), firm("third"))
        play.external = ["vendor"]
        play.trials = 1003
        play.worlds = 7
        return play
    }

    private static func firm(_ id: String) -> Organization {
        .named(
            id,
            [
                .named("front", [.named("portal", .webApplication) { $0.reaches = ["one", "db"] }]),
                .named("back", [.named("one"), .named("two"), .database("db", records: 700)]),
            ]
        ) {
            $0.controls = [
                "watch": .level("some", coverage: 0.7), "wall": .level("zones"), "gate": .unknown,
                "encryption-at-rest": .level("field", coverage: 0.5) { $0.keys = .hsm },
            ]
            $0.suppliers = [.to("vendor", .softwareUpdate)]
            $0.response?.chain = [.named("triage", 2, .business), .named("act", 1)]
        }
    }

    @Test func threadsDoNotMatter() async throws {
        var play = Self.play
        // More than one chunk in each world.
        play.trials = 60_000
        play.worlds = 3
        play.threads = 1
        let one = try await play.result().bytes()
        for threads in [2, 8] {
            play.threads = threads
            #expect(try await play.result().bytes() == one)
        }
        play.seed += 1
        #expect(try await play.result().bytes() != one)
    }

    @Test func strangersMoveNothing() async throws {
        let before = try await Self.play.result()
        var play = Self.play
        play.organizations.insert(
            made(play.organizations[0]) {
                $0.id = "stranger"
                $0.suppliers = []
            }, at: 0)
        play.external.insert("unused", at: 0)
        let after = try await play.result()
        #expect(after.companies.count == 4)
        #expect(Array(after.companies.dropFirst()) == before.companies)
        #expect(before.companies.allSatisfy { (0.01...0.99).contains($0.stories[0].objectives[0].reached.value) })
    }

    @Test func theOrderOfDocumentsMovesNothing() async throws {
        let before = try await Self.play.result()
        var play = Self.play
        play.organizations.reverse()
        for index in play.organizations.indices {
            play.organizations[index].departments.reverse()
            // Assets keep their order: without a restore order it is the order of repair.
        }
        let after = try await play.result()
        for company in before.companies {
            #expect(after.companies.first { $0.id == company.id }?.stories == company.stories)
        }
    }

    @Test func irrelevantAssetsMoveNothing() async throws {
        let before = try await Self.play.result()
        var play = Self.play
        for index in play.organizations.indices {
            play.organizations[index].departments.insert(
                .named(
                    "archive",
                    [.named("shelf", .removableMedia) { $0.controls["gate"] = .level("half", coverage: 0.5) }]),
                at: 0)
        }
        let after = try await play.result()
        #expect(after.companies.map(\.stories) == before.companies.map(\.stories))
    }

    @Test func worldsAreDealtEvenly() throws {
        for (trials, worlds) in [(1003, 7), (1000, 40), (10, 10), (99, 98), (5, 1)] {
            var play = Self.play
            play.trials = trials
            play.worlds = worlds
            let drill = try play.drill()
            var held = [Int](repeating: 0, count: worlds)
            var last = 0
            for trial in 0..<trials {
                let world = drill.world(ofTrial: trial)
                #expect(world == last || world == last + 1)
                last = world
                held[world] += 1
            }
            #expect((held.max() ?? 0) - (held.min() ?? 0) <= 1, "\(held)")
        }
    }

    @Test func aRunCanBeCancelled() async throws {
        let drill = try made(Self.play) { $0.trials = 4_000_000 }.drill()
        let task = Task { try await drill.run(documents: [], runID: "test") }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
