import DrillEngine
import DrillResults
import Foundation
import Scenarios
import Testing

/// What nobody would notice, what nothing prevents, what leaves despite encryption, and how fast the response is.
@Suite struct FindingsTests {
    private static let settings = ScoreTests.settings(trials: 2000)

    private func findings(
        _ scenario: Scenario, _ organization: Organization, _ catalog: Catalog = TestCatalog.catalog
    ) async throws -> CompanyFindings {
        var loaded = ScoreTests.loaded(scenario, [organization])
        loaded.catalog = catalog
        return try #require(try await FindingsAnalysis(loaded, settings: Self.settings).run().first)
    }

    private func steps(_ findings: CompanyFindings) throws -> [String: StepNotice] {
        let steps = try #require(findings.stories.first).steps
        return Dictionary(uniqueKeysWithValues: steps.map { ($0.step, $0) })
    }

    // MARK: Noticing

    @Test func blindLateAndSeen() async throws {
        let knock = Step.named("knock", on: .server) {
            $0.technique = "T1190"
            $0.noticed = [.by(.monitoring)]
        }
        let quiet = Step.named("quiet", on: .server, after: [("knock", .sameAsset)], hours: 5)
        let loud = Step.named("loud", on: .server, after: [("quiet", .sameAsset)], hours: 1) {
            $0.noticed = [.by(.people, 0.5, from: .start)]
        }
        let encrypt = Step.named("encrypt", on: .server, after: [("loud", .sameAsset)], hours: 1) {
            $0.noticed = [.by(.announcement, from: .completion)]
        }
        let story = Scenario.story([knock, quiet, loud, encrypt], [.step("encrypt")])
        let company = Organization.single([.named("server") { $0.name = "Web server" }]) {
            $0.response?.chain = [.named("triage", 500)]
        }
        let found = try steps(try await findings(story, company))
        #expect(found["knock"]?.verdict == .blind && found["knock"]?.alerted == 0)
        #expect(
            found["knock"]?.why
                == "watch on Web server is “none (assumed)”, which does not see it. "
                + "second-watch on Web server is “none (assumed)”, which does not see it.")
        #expect(found["quiet"]?.verdict == .blind)
        #expect(found["quiet"]?.why == "The story gives it no trace that anybody in the company could notice.")
        #expect(found["loud"]?.verdict == .seen && found["loud"]?.why == nil)
        let seen = try #require(found["loud"])
        #expect(abs(seen.alerted - 1000) < 100 && seen.completed == 2000 && seen.lost == 2000)
        #expect(seen.lostAlerted == seen.alerted && seen.lostAlertedBefore == seen.alerted)
        let last = try #require(found["encrypt"])
        #expect(last.verdict == .late && last.lostAlerted == 2000 && last.lostAlertedBefore == 0)
        #expect(last.why?.hasPrefix("Its alerts come with the loss, not before it.") == true)
    }

    @Test func theGapIsSaid() async throws {
        let take = Step.named("take", on: .server, hours: 1) {
            $0.noticed = [.by(.outsider, 0.5, from: .completion, hours: 240)]
        }
        let found = try steps(try await findings(.story([take], [.step("take")]), .single([.named("server")])))
        #expect(found["take"]?.verdict == .late)
        #expect(found["take"]?.why?.hasPrefix("Half of its late alerts come 10 d or more after the loss.") == true)
        #expect(found["take"]?.why?.contains("told by outsiders") == true)
    }

    @Test func oneAlertInAHundredIsTheBound() async throws {
        func verdict(_ chance: Double) async throws -> StepNotice.Verdict? {
            let take = Step.named("take", on: .server) { $0.noticed = [.by(.people, chance, from: .start)] }
            let later = Step.named("later", on: .server, after: [("take", .sameAsset)], hours: 9)
            return try steps(
                try await findings(.story([take, later], [.step("later")]), .single([.named("server")])))["take"]?
                .verdict
        }
        #expect(try await verdict(0.002) == .blind)
        #expect(try await verdict(0.05) == .seen)
    }

    // MARK: Trials to look at

    /// The named trial reaches the objective when the run's median trial does, and a replay shows it.
    @Test func typicalTrial() async throws {
        let take = Step.named("take", on: .server, hours: 40) { $0.chance = 0.6 }
        let slow = Step.named("slow", on: .server, after: [("take", .sameAsset)]) {
            $0.duration = .value(.exponential(mean: .hours(30)))
        }
        let loaded = ScoreTests.loaded(.story([take, slow], [.step("slow")]), [.single([.named("server")])])
        let story = try #require(
            try await FindingsAnalysis(loaded, settings: Self.settings).run().first?.stories.first)
        let typical = try #require(story.typical?.first)
        // A constant and the median of an exponential.
        #expect(abs(typical.hours - (40 + 30 * 0.6931)) < 3, "\(typical.hours)")
        let drill = try Drill(loaded, settings: Self.settings)
        let company = try #require(loaded.organizations.first).id
        let told = try #require(
            try drill.timeline(organization: company, scenario: story.scenario, trial: typical.trial))
        #expect(told.events.contains { abs($0.hours - typical.hours) < 0.001 })
    }

    @Test func neverReachedHasNoTypicalTrial() async throws {
        let take = Step.named("take", on: .server) { $0.chance = 0 }
        let story = try #require(
            try await findings(.story([take], [.step("take")]), .single([.named("server")])).stories.first)
        #expect(story.typical == [] && story.suppliers == [])
    }

    // MARK: Suppliers

    /// Two ways in, one over a link; losses over the link are those with the supplier's step before them.
    @Test func lossesOverALink() async throws {
        let tamper = Step.named("tamper", on: .buildSystem, hours: 5) {
            $0.at = .supplier
            $0.chance = 0.5
        }
        let install = Step.named("install", on: .server, hours: 2) {
            $0.requires = .step(
                made(StepReference()) {
                    $0.step = "tamper"
                    $0.via = .supplier
                    $0.link = .softwareUpdate
                })
        }
        let knock = Step.named("knock", on: .server, hours: 1) { $0.chance = 0.3 }
        let take = Step.named("take", on: .server, hours: 20) {
            $0.requires = .any([
                .step(made(StepReference()) { $0.step = "install" }),
                .step(made(StepReference()) { $0.step = "knock" }),
            ])
        }
        let vendor = Organization.single([.named("forge", .buildSystem)], id: "vendor") { $0.name = "Forge Ltd" }
        let customer = Organization.single([.named("server")], id: "customer") {
            $0.suppliers = [.to("vendor", .dataFeed), .to("vendor", .softwareUpdate)]
        }
        let loaded = ScoreTests.loaded(.story([tamper, install, knock, take], [.step("take")]), [vendor, customer])
        let found = try await FindingsAnalysis(loaded, settings: Self.settings).run(organizations: ["customer"])
        let routes = try #require(found.first?.stories.first?.suppliers)
        let route = try #require(routes.first)
        #expect(
            routes.count == 1 && route.supplier == "a supplier: data feed, software update"
                && route.links == ["software-update"])
        #expect(route.steps == ["install"] && route.objective == "take")
        // 1 − 0.5 × 0.7 of the trials lose it, half of all after the link.
        #expect(abs(Double(route.lost) / 2000 - 0.65) < 0.04)
        #expect(abs(Double(route.lostThrough) / 2000 - 0.5) < 0.04)
    }

    // MARK: Nothing prevents it

    @Test func noticeOnly() async throws {
        // ATT&CK names no mitigation for process discovery, some for network scanning.
        let list = Step.named("list", on: .server) { $0.technique = "T1057" }
        let scan = Step.named("scan", on: .server) { $0.technique = "T1046" }
        let slip = Step.named("slip", on: .server) { $0.action = "error.Misdelivery" }
        let knock = Step.named("knock", on: .server) { $0.technique = "T1190" }
        let story = Scenario.story([list, scan, slip, knock], [.step("knock")])
        let only = try #require(try await findings(story, .single([.named("server")])).stories.first).noticeOnly
        #expect(only.map(\.step) == ["list", "scan", "slip"])
        #expect(
            only[0].reason
                == "ATT&CK names no mitigation for T1057, and no control of the catalog makes it less likely.")
        #expect(only[1].reason.hasPrefix("ATT&CK names M") && only[1].reason.contains("for T1046, but no control"))
        #expect(only[2].reason.hasPrefix("It is no technique of ATT&CK"))
        #expect(only.allSatisfy { $0.noticed == 0 })
    }

    /// A door that a patch closes, and data that encryption keeps unreadable, are prevented by something.
    @Test func patchesAndEncryptionPrevent() async throws {
        let flaw = Step.named("flaw", on: .database) { $0.closes = .control(ClosingControl()) }
        let copy = Step.named("copy", on: .database) {
            $0.impact.exposes = true
            $0.through = .storage
        }
        let story = Scenario.story([flaw, copy], [.exposed])
        let only = try #require(try await findings(story, .single([.database("db")])).stories.first).noticeOnly
        #expect(only.isEmpty)
    }

    // MARK: Encryption

    private func theft(_ way: Way, gains: [Gain] = []) -> Scenario {
        let take = Step.named("take", on: .database) {
            $0.impact.exposes = true
            $0.through = way
            $0.chance = 0.5
        }
        let app = Step.named("own the application", on: .application) { $0.gains = gains }
        return .story([take, app], [.exposed])
    }

    @Test func exposedDespiteEncryption() async throws {
        let volume = Asset.database("db", records: 1000) { $0.controls["encryption-at-rest"] = .level("volume") }
        let plain = Asset.database("plain")
        let gaps = try #require(try await findings(theft(.application), .single([volume, plain])).stories.first)
            .encryptionGaps
        #expect(gaps.map(\.asset) == ["db"] && gaps[0].level == "volume" && gaps[0].records == 1000)
        #expect(abs(gaps[0].count - 1000) < 100 && gaps[0].trials == 2000)
        #expect(gaps[0].why.contains("does not stand in the way through the application"))
    }

    @Test func theKeyFellToo() async throws {
        let field = Asset.database("db") {
            $0.controls["encryption-at-rest"] = .level("field") { $0.keys = .hsm }
        }
        let caller = Asset.named("app", .application) { $0.reaches = ["db"] }
        let gaps = try #require(
            try await findings(theft(.storage, gains: [.control]), .single([field, caller])).stories.first
        ).encryptionGaps
        #expect(gaps.count == 1 && gaps[0].why.hasPrefix("The key of db fell too"))
        // Without the application's fall nothing readable leaves, and there is no gap.
        let safe = try #require(try await findings(theft(.storage), .single([field, caller])).stories.first)
        #expect(safe.encryptionGaps.isEmpty)
    }

    // MARK: Speed

    @Test func speedsAndHandOffs() async throws {
        let encrypt = Step.named("encrypt", on: .server, hours: 1) {
            $0.noticed = [.by(.announcement, from: .completion, hours: 4)]
            $0.impact.encrypts = true
        }
        let company = Organization.single([.named("server")]) {
            $0.response?.chain = [.named("triage", 2), .named("act", 6)]
        }
        let found = try await findings(.story([encrypt], [.step("encrypt")]), company)
        let speeds = Dictionary(uniqueKeysWithValues: found.speeds.map { ($0.kind, $0) })
        // The alert 4 h after the step; 8 h of hand-offs; 3 h of containment; 10 h of repair.
        #expect(speeds[.notice]?.time.p50 == 4 && speeds[.contain]?.time.p50 == 11)
        #expect(speeds[.notify]?.time.p50 == 8 && speeds[.restore]?.time.p50 == 25)
        #expect(found.speeds.allSatisfy { $0.targetHours == nil && $0.within == nil && $0.time.probability == 1 })
        #expect(found.handOffs.map(\.id) == ["triage", "act"] && found.handOffs.map(\.meanHours) == [2, 6])
        #expect(found.handOffs.map(\.share) == [0.25, 0.75] && found.handOffs[1].today == "6 h")
    }

    /// The clock runs past the horizon: an alert in the last hour is no response that never came.
    @Test func theHorizonCutsNoSpeedShort() async throws {
        let encrypt = Step.named("encrypt", on: .server, hours: 1) {
            $0.noticed = [.by(.announcement, from: .completion)]
        }
        let story = Scenario.story([encrypt], [.step("encrypt")]) { $0.horizon = .hours(2) }
        let contain = try await findings(story, .single([.named("server")])).speeds.first { $0.kind == .contain }
        #expect(contain?.time.probability == 1 && contain?.time.p50 == 5)
    }

    @Test func whatTheCompanyHasSetGoesBefore() async throws {
        let encrypt = Step.named("encrypt", on: .server, hours: 1) {
            $0.noticed = [.by(.announcement, from: .completion, hours: 4)]
        }
        let company = Organization.single([.named("server")]) {
            $0.targets = made(ResponseTargets()) {
                $0.notice = .hours(3)
                $0.contain = .hours(5)
            }
        }
        let found = try await findings(.story([encrypt], [.step("encrypt")]), company)
        let speeds = Dictionary(uniqueKeysWithValues: found.speeds.map { ($0.kind, $0) })
        #expect(speeds[.notice]?.targetHours == 3 && speeds[.notice]?.within?.count == 0)
        #expect(speeds[.contain]?.targetHours == 5 && speeds[.contain]?.within?.count == 2000)
        #expect(speeds[.contain]?.targetSource == "stated" && speeds[.notify]?.targetHours == nil)
    }

    @Test func theDutyToNotify() async throws {
        let story = made(theft(.application)) { story in
            story.steps[0].noticed = [.by(.outsider, from: .completion, hours: 1)]
        }
        func notify(_ zone: String, _ hours: Double, data: DataClass = .personal) async throws -> SpeedResult? {
            let asset = Asset.database("db") { $0.data?.dataClass = data }
            let company = Organization.single([asset]) {
                $0.timeZone = zone
                $0.response?.chain = [.named("tell", hours)]
            }
            var story = story
            if data != .personal { story.objectives = [.step("take")] }
            return try await findings(story, company).speeds.first { $0.kind == .notify }
        }
        let quick = try #require(try await notify("Europe/Berlin", 71))
        #expect(quick.targetHours == 72 && quick.within?.value == 1)
        #expect(quick.targetSource?.hasPrefix("GDPR, article 33: 72 hours") == true)
        #expect(try await notify("Europe/Berlin", 73)?.within?.value == 0)
        #expect(try await notify("America/New_York", 71)?.targetHours == nil)
        #expect(try await notify("Europe/Berlin", 71, data: .operational)?.targetHours == nil)
    }

    @Test func theShortestLimitOfTheLawIsTheTargetAndEachIsTold() async throws {
        let story = made(theft(.application)) { story in
            story.steps[0].noticed = [.by(.outsider, from: .completion, hours: 1)]
        }
        let company = Organization.single([.database("db")]) {
            ($0.country, $0.sector, $0.headcount) = ("DE", .energy, 80)
            $0.response?.chain = [.named("tell", 30)]
        }
        let notify = try #require(try await findings(story, company).speeds.first { $0.kind == .notify })
        #expect(notify.targetHours == 24 && notify.targetSource?.hasPrefix("NIS2, article 23(4)(a)") == true)
        let duties = try #require(notify.duties)
        #expect(duties.map(\.id) == ["nis2-23-4-a", "gdpr-33-1", "nis2-23-4-b", "nis2-23-4-d"])
        // Thirty hours from the first alert, whatever the hour of the breach.
        #expect(duties.map { $0.within?.value } == [0, 1, 1, nil])
        let abroad = made(company) { $0.country = "US" }
        #expect(try await findings(story, abroad).speeds.first { $0.kind == .notify }?.duties == nil)
    }

    @Test func statedHoursSayHowManyWorkingDaysTheyAre() async throws {
        let encrypt = Step.named("encrypt", on: .server) { $0.noticed = [.by(.announcement)] }
        let company = Organization.single([.named("server")]) {
            $0.response?.chain = [
                .named("notice", 24, .business), .named("decide", 6, .business), .named("act", 24, .extended),
                .named("tell", 24, .always),
            ]
            $0.response?.chain[1].duration = .known(.lognormal(median: .hours(6), p90: .hours(24)))
        }
        let found = try await findings(.story([encrypt], [.step("encrypt")]), company)
        #expect(
            found.handOffs.map(\.today) == [
                "24 h (three working days), in business hours",
                "median 6 h, one in ten beyond 24 h (three working days), in business hours",
                "24 h (one and a half days of 16 hours), from 7 to 23 every day", "1 d, round the clock",
            ])
    }

    // MARK: The library

    @Test func theSampleSaysWhatTheRunSays() async throws {
        let loaded = try ScoreMonotoneTests.library("autumn-drill")
        let settings = ScoreTests.settings(trials: 1000, worlds: 5)
        let run = try await Drill(loaded, settings: settings).run(documents: [], runID: "test")
        let found = try await FindingsAnalysis(loaded, settings: settings).run()
        #expect(found.map(\.organization) == run.companies.map(\.id))
        for (company, findings) in zip(run.companies, found) {
            #expect(findings.stories.map(\.scenario) == company.stories.map(\.scenario))
            for story in company.stories {
                let notice = findings.speeds.first { $0.scenario == story.scenario && $0.kind == .notice }
                #expect(notice?.time == story.dwell)
            }
            for story in findings.stories {
                for step in story.steps {
                    #expect(
                        step.completed <= step.trials && step.alerted <= step.completed && step.lost <= step.completed)
                    #expect(step.lostAlertedBefore <= step.lostAlerted && step.lostAlerted <= step.lost)
                    #expect((step.why == nil) == (step.verdict == .seen))
                }
            }
            let shares = findings.handOffs.map(\.share).reduce(0, +)
            #expect(findings.handOffs.isEmpty || abs(shares - 1) < 0.001)
        }
        let one = try await FindingsAnalysis(loaded, settings: ScoreTests.settings(trials: 1000, worlds: 5, threads: 1))
            .run(organizations: ["northgate-it"])
        #expect(one == found.filter { $0.organization == "northgate-it" })
    }
}
