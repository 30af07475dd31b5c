import DrillEngine
import DrillResults
import Scenarios
import Testing

/// Whether what was to be done is in the documents, and whether a scenario asks for it.
@Suite struct LeverStandingsTests {
    private func exercise(_ change: (inout Organization) -> Void = { _ in }) -> LoadedExercise {
        let steps = [
            Step.named("knock", on: .server, hours: 1) {
                $0.technique = "T1190"
                $0.noticed = [.by(.announcement, from: .completion)]
            },
            Step.named("take", on: .server, after: [("knock", .sameAsset)], hours: 9),
        ]
        return LoadedExercise(
            exercise: made(Exercise()) { $0.id = "test" },
            organizations: [
                .single([.named("server")]) {
                    $0.departments[0].controls["gate"] = .level("open")
                    $0.response?.chain.append(.named("decide", 4, .business))
                    change(&$0)
                }
            ],
            scenarios: [.story(steps, [.step("take")])], catalog: TestCatalog.catalog)
    }

    private let settings = SmallCompany.settings(trials: 64)

    /// How a lever of the first documents stands in the second.
    private func standing(_ id: String, in changed: LoadedExercise) async throws -> LeverStanding {
        let first = exercise()
        let lever = try #require(
            LeverAnalysis(first, settings: settings).levers(ofCompany: "acme").first { $0.id.text == id }, "\(id)")
        let action = RegisteredAction(
            number: 7, organization: "acme", lever: lever,
            targetHours: LeverStandings(first, settings: settings).targetHours(of: lever, in: "acme"),
            title: lever.action, source: "test", created: "2026-11-23T12:00:00Z")
        return try #require(try await LeverStandings(changed, settings: settings).standings(of: [action])[7])
    }

    @Test(
        "controls",
        arguments: [
            ("it: gate/half", "half", 1.0, LeverStanding.Level.reached), ("it: gate/half", "shut", 1, .reached),
            ("it: gate/shut", "half", 1, .below), ("it: gate/shut", "shut", 0.9, .below),
            ("it: gate/half", "open", 1, .below),
        ])
    func controls(lever: String, level: String, coverage: Double, expected: LeverStanding.Level) async throws {
        let changed = exercise { $0.departments[0].controls["gate"] = .level(level, coverage: coverage) }
        let standing = try await standing(lever, in: changed)
        #expect(standing.level == expected)
        // The story asks for it; only where it is reached does that matter.
        if expected == .reached { #expect(standing.isTested) }
    }

    @Test func controlsThatNobodyKnowsOrAsksFor() async throws {
        let unknown = try await standing(
            "it: gate/half", in: exercise { $0.departments[0].controls["gate"] = .unknown })
        #expect(unknown.level == .unknown)
        // Where the department says nothing any more, the company's own setting counts.
        let wider = exercise {
            $0.departments[0].controls["gate"] = nil
            $0.controls["gate"] = .level("shut")
        }
        #expect(try await standing("it: gate/half", in: wider).level == .reached)
        let moved = exercise { $0.departments[0].id = "other" }
        #expect(
            try await standing("it: gate/half", in: moved)
                == LeverStanding(level: .gone, now: "not in the documents", isTested: false))
        let idle = try await standing("wall/zones", in: exercise { $0.controls["wall"] = .level("zones") })
        #expect(idle.level == .reached && !idle.isTested, "a story within one department asks for no wall")
    }

    @Test func handOffs() async throws {
        let same = exercise()
        #expect(try await standing("hand-off/triage/faster", in: same).level == .below)
        #expect(try await standing("hand-off/decide/24x7", in: same).level == .below)
        let better = exercise {
            $0.response?.chain[0].duration = .known(.constant(.hours(1)))
            $0.response?.chain[1].hours = .always
        }
        let faster = try await standing("hand-off/triage/faster", in: better)
        #expect(faster.level == .reached && faster.isTested)
        #expect(try await standing("hand-off/decide/24x7", in: better).level == .reached)
        #expect(try await standing("hand-off/all/faster", in: better).level == .below, "deciding takes as long as ever")
        let unknown = exercise { $0.response?.chain[0].duration = .unknown }
        #expect(try await standing("hand-off/triage/faster", in: unknown).level == .unknown)
        let gone = exercise { $0.response?.chain.removeFirst() }
        #expect(try await standing("hand-off/triage/faster", in: gone).level == .gone)
        let contained = exercise { $0.response?.containment["default"] = .known(.constant(.hours(1.5))) }
        #expect(try await standing("containment/all/faster", in: contained).level == .reached)
    }
}
