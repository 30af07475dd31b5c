import DrillEngine
import DrillKernel
import DrillResults
import Scenarios
import Testing

/// Encryption stands only in the ways it stands in, and only while its key is safe.
@Suite struct EncryptionTests {
    /// The database is emptied through a way in hour 10; the portal, which may read it, falls with 30 % in hour 25.
    private func play(through way: Way, _ encryption: Answer<ControlSetting>?, steals: Gain? = nil) -> Play {
        let take = Step.named("take", on: .database, hours: 10) {
            $0.through = way
            $0.impact.exposes = true
            $0.gains = steals.map { [$0] } ?? []
        }
        let own = Step.named("own", on: .webApplication, hours: 25) {
            $0.gains = [.control]
            $0.chance = 0.3
        }
        return Play(
            .story([take, own], [.exposed]),
            .single([
                .database("db") { $0.controls["encryption-at-rest"] = encryption },
                .named("portal", .webApplication) { $0.reaches = ["db"] },
                .named("bystander", .webApplication),
            ]))
    }

    private func setting(_ level: String, _ keys: KeyCustody, callers: [String]? = nil) -> Answer<ControlSetting> {
        .level(level) {
            $0.keys = keys
            $0.callers = callers
        }
    }

    @Test func volumeEncryptionDoesNothingAboutAQuery() async throws {
        let bare = play(through: .application, nil)
        let volume = play(through: .application, .level("volume"))
        #expect(try volume.times("acme") == bare.times("acme"))
        let (before, after) = (try await bare.story(), try await volume.story())
        #expect(after.objectives == before.objectives && after.recordsExposed == before.recordsExposed)
        #expect(before.recordsExposed.mean == 1000)
    }

    @Test func stolenMediaAreSafeUnlessTheKeysWentToo() async throws {
        #expect(try await play(through: .media, nil).share().count == 20_000)
        #expect(try await play(through: .media, .level("volume")).share().count == 0)
        #expect(try await play(through: .media, .level("volume")).story().recordsExposed.probability == 0)
        #expect(try await play(through: .media, .level("volume"), steals: .keys).share().count == 20_000)
        // Control over the running host says nothing about a tape.
        #expect(try await play(through: .media, .level("volume"), steals: .control).share().count == 0)
    }

    @Test func aKeyOnTheSameHostIsNoHelp() throws {
        let bare = try play(through: .application, nil).times("acme")
        #expect(try play(through: .application, setting("field", .sameHost)).times("acme") == bare)
        // Nobody said where the key is.
        #expect(try play(through: .application, .level("field")).times("acme") == bare)
    }

    @Test(arguments: [KeyCustody.keyService, .hsm])
    func elsewhereTheKeyFallsWithItsCallers(_ keys: KeyCustody) throws {
        let times = try play(through: .application, setting("field", keys)).times("acme")
        #expect(Share(times.map { $0 < .infinity }).agrees(with: 0.3))
        // Taken in hour 10, readable in hour 25.
        #expect(times.allSatisfy { $0 == 25 || $0 == .infinity })
    }

    @Test func eitherOrderWillDo() throws {
        var play = play(through: .application, setting("field", .hsm))
        play.scenario.steps[1].duration = .value(.constant(.hours(1)))
        // What leaves from the first hour on can be read from the hour in which the key falls.
        #expect(try play.times("acme").allSatisfy { $0 == 1 || $0 == .infinity })
        #expect(Share(try play.times("acme").map { $0 < .infinity }).agrees(with: 0.3))
    }

    @Test func statedCallersCountAlone() throws {
        let nobody = try play(through: .application, setting("field", .hsm, callers: [])).times("acme")
        #expect(nobody.allSatisfy { $0 == .infinity })
        let both = try play(through: .application, setting("field", .hsm, callers: ["portal", "bystander"])).times(
            "acme")
        #expect(Share(both.map { $0 < .infinity }).agrees(with: 1 - 0.7 * 0.7))
    }

    @Test func stolenKeysOpenEverything() throws {
        let times = try play(through: .application, setting("field", .hsm, callers: []), steals: .keys).times("acme")
        #expect(times.allSatisfy { $0 == 10 })
    }

    @Test func partialCoverageLeavesTheRestReadable() throws {
        let half = Answer<ControlSetting>.level("field", coverage: 0.5) {
            $0.keys = .hsm
            $0.callers = []
        }
        let times = try play(through: .application, half).times("acme")
        #expect(Share(times.map { $0 < .infinity }).agrees(with: 0.5))
    }

    // MARK: What the report says of it

    /// The remarks of a play; `wider` is the organization's answer, behind the asset's.
    private func remarks(
        through way: Way = .application, _ encryption: Answer<ControlSetting>?, wider: Answer<ControlSetting>? = nil
    ) async throws -> [String] {
        var play = play(through: way, encryption)
        play.organizations[0].controls["encryption-at-rest"] = wider
        play.worlds = 20
        return try await play.story().remarks
    }

    @Test func aKnownAnswerIsSaidAsItIs() async throws {
        #expect(try await remarks(nil) == ["The data of db is not encrypted."])
        #expect(try await remarks(.level("none"), wider: .unknown) == ["The data of db is not encrypted."])
        #expect(
            try await remarks(.level("volume")) == [
                "Encryption of db did not help: at the level “volume” it does not stand in the way through the application."
            ])
        #expect(
            try await remarks(setting("field", .sameHost)) == [
                "Encryption of db did not help: the key lies on the same host."
            ])
        #expect(try await remarks(setting("field", .hsm)) == [])
    }

    @Test func anUnknownLevelIsNotTakenForNone() async throws {
        let expected = ["Whether the data of db is encrypted is unknown: every possibility is tried."]
        #expect(try await remarks(.unknown) == expected)
        #expect(try await remarks(nil, wider: .unknown) == expected)
        var setting = ControlSetting()
        setting.level = .unknown
        setting.keys = .hsm
        #expect(try await remarks(.known(setting)) == expected)
        // What the asset's answer leaves open is unknown for the company.
        #expect(try await remarks(.level("volume", coverage: 0.5), wider: .unknown) == expected)
    }

    @Test func sharesAreNamed() async throws {
        #expect(
            try await remarks(.level("field", coverage: 0.8) { $0.keys = .hsm }) == [
                "The data of db is encrypted for a share only: 80 % at the level “field”, 20 % not at all."
            ])
        #expect(
            try await remarks(.level("field", coverage: 0.4)) == [
                "The data of db is encrypted for a share only: 40 % at the level “field”, 60 % not at all. At the level “field” the key lies on the same host."
            ])
        #expect(
            try await remarks(.level("field", coverage: 0.5) { $0.keys = .hsm }, wider: .level("volume")) == [
                "The data of db is encrypted at different levels: 50 % at the level “field”, 50 % at the level “volume”. The level “volume” does not stand in the way through the application."
            ])
        // A share of nothing is nothing.
        #expect(try await remarks(.level("none", coverage: 0.8)) == ["The data of db is not encrypted."])
        #expect(try await remarks(.level("field", coverage: 0)) == ["The data of db is not encrypted."])
    }

    @Test func anUnknownShareIsSaidToBeUnknown() async throws {
        var setting = ControlSetting()
        setting.level = .known("field")
        setting.coverage = .unknown
        #expect(
            try await remarks(.known(setting)) == [
                "For which share the data of db is encrypted is unknown: every share is tried."
            ])
        setting.level = .known("none")
        #expect(try await remarks(.known(setting)) == ["The data of db is not encrypted."])
    }

    /// The catalog with another control that encrypts, level for level like the one it has.
    private func twice(_ id: String) -> Catalog {
        made(TestCatalog.catalog) { catalog in
            let own = catalog.controls.filter { $0.id == "encryption-at-rest" }
            catalog.controls += own.map { control in made(control) { $0.id = id } }
        }
    }

    /// No control is known by its id: what encrypts is told of alike.
    @Test(arguments: [Answer.level("volume"), .level("field"), .level("field", coverage: 0.8), .unknown])
    func anotherControlThatEncryptsGetsTheSameRemarks(_ answer: Answer<ControlSetting>) async throws {
        var other = play(through: .application, nil)
        other.catalog = twice("sealed-fields")
        other.organizations[0].departments[0].assets[0].controls["sealed-fields"] = answer
        other.worlds = 20
        let expected = try await remarks(answer)
        #expect(!expected.isEmpty)
        #expect(try await other.story().remarks == expected)
    }

    @Test func whatOneOfTwoControlsKeepsUnreadableNeedsNoRemark() async throws {
        var both = play(through: .application, .level("volume"))
        both.catalog = twice("sealed-fields")
        both.worlds = 20
        let alone = try await both.story().remarks
        #expect(alone == (try await remarks(.level("volume"))))
        both.organizations[0].departments[0].assets[0].controls["sealed-fields"] = setting("field", .hsm)
        #expect(try await both.story().remarks == [])
    }

    @Test func anotherClassOfDataIsNotMeant() async throws {
        var play = play(through: .application, nil)
        play.organizations[0].departments[0].assets[0].data?.dataClass = .operational
        #expect(try await play.result().companies[0].stories.isEmpty)
    }
}
