import DrillEngine
import DrillKernel
import DrillResults
import Scenarios
import Testing

/// Outages: noticed in hour 1, contained in hour 6, repaired in ten hours, or five with a usable backup.
@Suite struct RepairTests {
    private let wipe = Step.named("wipe", on: .server, hours: 1) {
        $0.impact.destroys = true
        $0.noticed = [.by(.announcement)]
    }

    private func play(_ backup: String, _ more: [Step] = []) -> Play {
        var play = Play(
            .story([wipe] + more, [.down(.server)]),
            .named(
                "acme",
                [
                    .named("it", [.named("server")]),
                    .named("accounts", [.named("directory", .identityProvider), .named("desk", .application)]),
                    .named("vault", [.named("tapes", .backup)]),
                ]
            ) {
                $0.controls["backup"] = .level(backup)
                $0.response?.containment["accounts"] = .known(.constant(.hours(500)))
            })
        play.trials = 64
        return play
    }

    private func steal(_ kind: AssetKind, hours: Double) -> Step {
        .named("steal", on: kind, hours: hours) { $0.gains = [.credentials] }
    }

    @Test(arguments: [("none", 15.0), ("domain-joined", 10), ("offline", 10)])
    func backupsShortenRepair(_ level: String, _ expected: Double) async throws {
        let story = try await play(level).story()
        #expect(story.downtimeHours.mean == expected && story.downtimeHours.probability == 1)
        #expect(story.repaired.meanHours == expected + 1)
        #expect(story.contained.meanHours ?? 0 >= 6)
    }

    @Test func domainJoinedBackupsFallWithTheDirectory() async throws {
        #expect(
            try await play("domain-joined", [steal(.identityProvider, hours: 5.5)]).story().downtimeHours.mean == 15)
        #expect(try await play("offline", [steal(.identityProvider, hours: 5.5)]).story().downtimeHours.mean == 10)
        // Once restoring has begun in hour 6, or on an asset that rules no accounts, nothing is lost.
        #expect(try await play("domain-joined", [steal(.identityProvider, hours: 7)]).story().downtimeHours.mean == 10)
        #expect(try await play("domain-joined", [steal(.application, hours: 2)]).story().downtimeHours.mean == 10)
    }

    @Test func destroyedBackupsAreLost() async throws {
        let burn = Step.named("burn", on: .backup, hours: 4) { $0.impact.destroys = true }
        let story = try await play("offline", [burn]).story()
        // The tapes themselves are down too: from hour 4 on; they are rebuilt after the server, in document order.
        #expect(story.downtimeHours.mean == 15 + 22, "\(story.downtimeHours.mean)")
    }

    @Test func assetsAreRestoredInOrder() throws {
        var play = play("none")
        play.organizations[0].departments[0].assets = [
            .named("last"), .named("second") { $0.restoreOrder = 2 }, .named("first") { $0.restoreOrder = 1 },
        ]
        let timeline = try #require(try play.drill().timeline(organization: "acme", scenario: "story", trial: 3))
        let restored = timeline.events.filter { $0.text.hasSuffix("works again") }
        #expect(restored.map(\.text) == ["first works again", "second works again", "last works again"])
        #expect(restored.map(\.hours) == [16, 26, 36])
    }

    @Test func anAssetsOwnRepairTimeCounts() async throws {
        var play = play("none")
        play.organizations[0].departments[0].assets[0].repair = .constant(.hours(2))
        #expect(try await play.story().downtimeHours.mean == 7)
    }

    @Test func aDecisionReleasesRepair() async throws {
        var play = play("none")
        let servers = made(AssetSelector()) { $0.kind = [.server] }
        play.scenario.decide("restore", when: .noticed, takes: 1, [.restore(servers)])
        #expect(try await play.story().downtimeHours.mean == 11)
        play.scenario.decisions[0].default = "wait"
        #expect(try await play.story().downtimeHours.mean == 15)
        // Never later than containment.
        play.scenario.decisions[0].default = "act"
        play.scenario.decisions[0].takes = .value(.constant(.hours(100)))
        #expect(try await play.story().downtimeHours.mean == 15)
    }

    @Test func aDisruptionEndsWithContainment() async throws {
        var play = play("none")
        play.scenario.steps[0].impact = made(Impact()) { $0.disrupts = true }
        #expect(try await play.story().downtimeHours.mean == 5)
    }

    @Test func theHorizonEndsTheCount() async throws {
        var play = play("none")
        play.scenario.horizon = .hours(9)
        let story = try await play.story()
        #expect(story.downtimeHours.mean == 8 && story.repaired.probability == 0 && story.repaired.meanHours == nil)
    }

    @Test func theWayInMayStillBeOpen() async throws {
        var play = play("none")
        play.scenario.steps[0].closes = .at(.value(.constant(.hours(20))))
        #expect(try await play.story().wayStillOpen == 1)
        play.scenario.steps[0].closes = .at(.value(.constant(.hours(16))))
        #expect(try await play.story().wayStillOpen == 0)
        play.scenario.steps[0].closes = nil
        #expect(try await play.story().wayStillOpen == nil)
    }
}
