import DrillEngine
import DrillKernel
import DrillResults
import Foundation
import Scenarios
import Testing

/// What the library's own catalog does where an expert knows the answer: exact zeros, exact equals, orders.
@Suite struct CatalogEffectTests {
    /// One step on one asset, with the library's catalog.
    private func play(
        _ controls: [String: String], origin: Origin = .external, skill: Skill = .expert,
        kind: AssetKind = .identityProvider,
        _ change: (inout Step) -> Void
    ) -> Play {
        let step = Step.named("step", on: kind, hours: 1) {
            $0.attempts = .count(3)
            $0.chance = 0.6
            change(&$0)
        }
        var play = Play(
            .story([step], [.step("step")]) {
                $0.adversary.origin = origin
                $0.adversary.skill = skill
            },
            .single([.named("target", kind)]) { $0.controls = controls.mapValues { .level($0) } })
        play.catalog = .embedded
        play.trials = 6_000
        play.worlds = 6
        return play
    }

    private func reached(_ play: Play) async throws -> Double { try await play.share().fraction }

    @Test("kinds of MFA against asking until somebody gives in: each at least as good, and FIDO2 ends it")
    func pushFatigue() async throws {
        func share(_ mfa: String) async throws -> Double {
            try await reached(play(["mfa": mfa]) { ($0.technique, $0.through) = ("T1621", .identity) })
        }
        let none = try await share("none")
        #expect(try await share("sms") == none)
        let push = try await share("push")
        #expect(push <= none && push > 0.8 * none, "a prompt is hardly a help against prompts")
        let numbers = try await share("number-matching")
        #expect(numbers < 0.7 * push && numbers > 0)
        #expect(try await share("fido2") == 0)
    }

    @Test(
        "a backup offline is hardly ever deleted, as far as the catalog says; elsewhere the backup's level does nothing"
    )
    func backupsAreLeft() async throws {
        func share(_ level: String, _ technique: String, kind: AssetKind = .backup) async throws -> Double {
            try await reached(
                play(["backup": level], kind: kind) {
                    $0.technique = technique
                    $0.attempts = .count(1)
                })
        }
        for technique in ["T1485", "T1486", "T1490", "T1561.002"] {
            let bare = try await share("none", technique)
            #expect(abs(bare - 0.6) < 0.02, "\(technique)")
            #expect(try await share("domain-joined", technique) == bare, "\(technique)")
            let (offline, tested) = (
                try await share("offline", technique), try await share("offline-tested", technique)
            )
            // PERT of 0.005, 0.03, 0.12 and 0.002, 0.015, 0.08: means 0.041 and 0.024 of what would succeed.
            #expect(offline < 0.6 * 0.12 && offline > 0, "\(technique): \(offline)")
            #expect(tested < 0.6 * 0.08 && tested <= offline, "\(technique): \(tested)")
        }
        #expect(
            try await share("offline-tested", "T1486", kind: .fileShare) == share("none", "T1486", kind: .fileShare))
    }

    @Test("what destroys backups can be prevented")
    func destroyingBackupsIsNotListed() async throws {
        let inhibit = Step.named("inhibit", on: .backup) { $0.technique = "T1490" }
        var loaded = ScoreTests.loaded(.story([inhibit], [.step("inhibit")]), [.single([.named("vault", .backup)])])
        loaded.catalog = .embedded
        let found = try await FindingsAnalysis(loaded, settings: ScoreTests.settings(trials: 64)).run().first
        #expect(found?.stories.first?.noticeOnly == [])
    }

    @Test("access to cloud services by device and risk: each level at least as good, and none in a server's way")
    func conditionalAccess() async throws {
        func share(_ level: String, _ technique: String, _ kind: AssetKind = .cloudTenant) async throws -> Double {
            try await reached(
                play(["conditional-access": level], kind: kind) {
                    ($0.technique, $0.through) = (technique, .identity)
                    $0.attempts = .count(1)
                })
        }
        for technique in ["T1078.004", "T1110.003", "T1528", "T1539", "T1550.001", "T1550.004"] {
            var last = 1.0
            for level in ["none", "location", "device", "device-risk"] {
                let now = try await share(level, technique)
                #expect(now < last, "\(technique) \(level)")
                last = now
            }
        }
        // A session that was stolen outlives a check of the device.
        #expect(try await share("device", "T1550.004") > 2 * share("device", "T1078.004"))
        #expect(try await share("device-risk", "T1550.004", .server) == share("none", "T1550.004", .server))
    }

    @Test("proof of identity stands where accounts are kept, and a call back does most of it")
    func identityProofing() async throws {
        func share(_ level: String, _ technique: String, _ kind: AssetKind = .identityProvider) async throws -> Double {
            try await reached(
                play(["identity-proofing": level], kind: kind) {
                    $0.technique = technique
                    $0.attempts = .count(1)
                })
        }
        for technique in ["T1656", "T1598.004", "T1566.004", "T1098.005"] {
            let none = try await share("none", technique)
            #expect(try await share("questions", technique) > 0.6 * none, "\(technique)")
            #expect(try await share("call-back", technique) < 0.5 * none, "\(technique)")
            #expect(try await share("in-person", technique) < share("call-back", technique), "\(technique)")
        }
        #expect(try await share("in-person", "T1566.004", .endpointFleet) == share("none", "T1566.004", .endpointFleet))
    }

    @Test(
        "no kind of MFA acts on a stolen session or a server exploit",
        arguments: [("T1539", Way.identity), ("T1550.004", .identity), ("T1563", .identity), ("T1190", .application)])
    func sessions(technique: String, way: Way) async throws {
        func story(_ mfa: String) async throws -> StoryResult {
            try await play(["mfa": mfa], kind: .webApplication) { ($0.technique, $0.through) = (technique, way) }
                .story()
        }
        let none = try await story("none")
        for level in ["sms", "push", "number-matching", "fido2"] { #expect(try await story(level) == none, "\(level)") }
    }

    @Test("once the vendor's sessions are stolen, the wall beats the vendor's second factor, which does nothing")
    func vendorSessions() async throws {
        func share(_ zone: String, _ technique: String) async throws -> Double {
            let at = Step.named("at", on: .server) { $0.at = .supplier }
            let come = Step.named("come", on: .server, hours: 1) {
                $0.technique = technique
                $0.requires = .step(
                    made(StepReference()) {
                        $0.step = "at"
                        $0.via = .supplier
                        $0.link = .vendorAccess
                    })
            }
            var play = Play(
                .story([at, come], [.step("come")]) { $0.adversary.origin = .supplier },
                .single([.named("server")], id: "vendor"),
                .single([.named("server")], id: "firm") {
                    $0.suppliers = [.to("vendor", .vendorAccess)]
                    $0.controls = ["vendor-zone": .level(zone)]
                })
            play.catalog = .embedded
            play.trials = 6_000
            play.worlds = 6
            return try await play.share("firm").fraction
        }
        for session in ["T1563", "T1539", "T1550.004"] {
            let shared = try await share("shared", session)
            #expect(try await share("named-mfa", session) == shared)
            #expect(try await share("walled", session) < shared / 2)
        }
        let signedIn = try await share("shared", "T1199")
        #expect(try await share("named-mfa", "T1199") < signedIn)
    }

    @Test("a signature helps where the release is swapped on the way, and exactly not where the build fell")
    func signatures() async throws {
        func share(_ level: String, _ way: Way) async throws -> Double {
            try await reached(
                play(["signed-updates": level], origin: .supplier, kind: .server) {
                    ($0.technique, $0.through) = ("T1195.002", way)
                })
        }
        #expect(try await share("checked", .application) == share("unchecked", .application))
        #expect(try await share("checked", .network) < share("unchecked", .network) / 5)
    }

    @Test("prevention of loss and care for insiders act on what entitled people carry out, and not on an intruder")
    func insiders() async throws {
        for (control, level) in [("data-loss-prevention", "block"), ("insider-safeguards", "watched")] {
            func share(_ level: String, _ origin: Origin, _ change: (inout Step) -> Void) async throws -> Double {
                try await reached(play([control: level], origin: origin, kind: .database, change))
            }
            let copy: (inout Step) -> Void = { $0.technique = "T1052.001" }
            #expect(try await share(level, .insider, copy) < share("none", .insider, copy))
            #expect(try await share(level, .external, copy) == share("none", .external, copy))
            let handle: (inout Step) -> Void = { $0.action = "misuse.Data mishandling" }
            #expect(try await share(level, .insider, handle) < share("none", .insider, handle))
        }
    }

    @Test("a list helps against mistakes, a second person more; nothing else is touched")
    func mistakes() async throws {
        func share(_ level: String, _ action: String) async throws -> Double {
            try await reached(play(["release-checks": level], origin: .error, kind: .database) { $0.action = action })
        }
        for action in ["error.Misdelivery", "error.Omission", "error.Misconfiguration", "error.Publishing error"] {
            let none = try await share("none", action)
            let list = try await share("checklist", action)
            let person = try await share("second-person", action)
            #expect(person < list && list < none, "\(action)")
        }
        #expect(try await share("second-person", "error.Loss") == share("none", "error.Loss"))
    }

    @Test("records that cannot be altered unseen prevent nothing and shorten how long an alteration stays unnoticed")
    func alteration() async throws {
        func story(_ level: String) async throws -> StoryResult {
            try await play(["tamper-evident-records": level, "monitoring": "none"], kind: .database) {
                $0.technique = "T1565.001"
                $0.attempts = .count(1)
                $0.noticed = [.by(.monitoring)]
            }.story()
        }
        let (none, append, witnessed) = try await (story("none"), story("append-only"), story("witnessed"))
        #expect(none.objectives[0].reached == witnessed.objectives[0].reached)
        #expect(none.noticed.probability < append.noticed.probability)
        #expect(append.noticed.probability < witnessed.noticed.probability)
        let (slow, fast) = try (#require(append.noticed.meanHours), #require(witnessed.noticed.meanHours))
        #expect(fast < slow / 3)
    }

    @Test("handling alerts well makes them earlier and never more likely")
    func alertHandling() async throws {
        func story(_ level: String) async throws -> StoryResult {
            try await play(["alert-handling": level, "monitoring": "edr"], kind: .server) {
                $0.technique = "T1486"
                $0.noticed = [.by(.monitoring)]
            }.story()
        }
        let (unsorted, triaged, tuned) = try await (story("unsorted"), story("triaged"), story("tuned"))
        let hours = try [unsorted, triaged, tuned].map { try #require($0.noticed.meanHours) }
        #expect(hours[0] > hours[1] && hours[1] > hours[2], "\(hours)")
        // A later alert can pass the horizon; an earlier one cannot be lost.
        #expect(unsorted.noticed.probability <= tuned.noticed.probability)
        #expect(tuned.noticed.probability - unsorted.noticed.probability < 0.01)
    }

    @Test("alerts of loss prevention come through monitoring; colleagues keep their own chance")
    func channels() async throws {
        let step: (inout Step) -> Void = {
            $0.action = "misuse.Data mishandling"
            $0.noticed = [.by(.monitoring), .by(.people, 0.2)]
        }
        let off = try await play(["data-loss-prevention": "none"], origin: .insider, kind: .database, step).story()
        let on = try await play(["data-loss-prevention": "watch"], origin: .insider, kind: .database, step).story()
        #expect(off.noticedBy["monitoring"] ?? 0 == 0 && off.noticedBy["people"] == 1)
        #expect(on.noticedBy["monitoring"] ?? 0 > 0.03 && on.noticedBy["people"] ?? 0 > 0.5)
    }

    @Test("delays are ordered at every quantile: a stronger level is never later")
    func delays() throws {
        for control in Catalog.embedded.controls where !control.delays.isEmpty {
            let found = try control.levels.map { try #require(control.delays[$0.id]) }
            for (slower, faster) in zip(found, found.dropFirst()) {
                for point in Self.points {
                    #expect(try hours(faster, at: point) <= hours(slower, at: point), "\(control.id) at \(point.p)")
                }
            }
        }
    }

    /// Cumulative probabilities and their standard normal deviates.
    private static let points: [(p: Double, z: Double)] = [
        (p: 0.05, z: -1.6449), (0.25, -0.6745), (0.5, 0), (0.75, 0.6745), (0.9, 1.2816), (0.99, 2.3263),
    ]

    private func hours(_ distribution: Distribution, at point: (p: Double, z: Double)) throws -> Double {
        switch distribution {
        case .lognormal(let median, let p90):
            let (median, p90) = (median.hours(in: .hours), p90.hours(in: .hours))
            return median * pow(p90 / median, point.z / 1.2816)
        case .quantiles(let points):
            let above = try #require(points.firstIndex { $0.p >= point.p })
            let (low, high) = (points[above - 1], points[above])
            let share = (point.p - low.p) / (high.p - low.p)
            let (from, to) = (low.value.hours(in: .hours), high.value.hours(in: .hours))
            return from + share * (to - from)
        default:
            throw Unexpected()
        }
    }

    /// A kind of distribution that the catalog did not use when this was written.
    private struct Unexpected: Error {}

    @Test("the presets draw from the half of every range that favours one side")
    func presets() async throws {
        func share(_ preset: Preset) async throws -> Double {
            var play = play(["mail-filtering": "sandboxed", "phishing-training": "continuous"], kind: .mailboxSystem) {
                $0.technique = "T1566.001"
                $0.attempts = .count(1)
            }
            play.preset = preset
            return try await reached(play)
        }
        let (good, middle, bad) = try await (share(.optimistic), share(.default), share(.pessimistic))
        #expect(good < middle - 0.02 && middle < bad - 0.02, "\(good) \(middle) \(bad)")
    }
}

extension Share {
    /// The share as a number.
    fileprivate var fraction: Double { Double(count) / Double(trials) }
}
