import DrillEngine
import DrillKernel
import DrillResults
import Foundation
import Scenarios
import Testing

/// Controls act only where they stand: a second factor, a patch.
@Suite struct PreventionTests {
    private func play(_ technique: String, through way: Way, mfa: String) -> Play {
        let breakIn = Step.named("break-in", on: .webApplication, hours: 1) {
            $0.technique = technique
            $0.through = way
            $0.chance = 0.4
            $0.gains = [.control]
            $0.noticed = nil
        }
        let take = Step.named("take", on: .database, after: [("break-in", .reachable)]) {
            $0.impact.exposes = true
            $0.through = .application
        }
        return Play(
            .story([breakIn, take], [.exposed]),
            .single([.named("portal", .webApplication) { $0.reaches = ["db"] }, .database("db")]) {
                $0.controls = ["mfa": .level(mfa), "watch": .level("some")]
            })
    }

    @Test func aSecondFactorDoesNotStopAServerExploit() async throws {
        let without = try await play("T1190", through: .application, mfa: "none").story()
        let with = try await play("T1190", through: .application, mfa: "fido2").story()
        #expect(with == without)
        #expect((0.2...0.5).contains(without.objectives[0].reached.value))
        // It does stop stolen passwords.
        #expect(try await play("T1078", through: .identity, mfa: "none").share().agrees(with: 0.4))
        #expect(try await play("T1078", through: .identity, mfa: "fido2").share().count == 0)
    }

    @Test func theCatalogOfTheLibraryAgrees() async throws {
        func story(_ technique: String, _ way: Way, _ mfa: String) async throws -> StoryResult {
            var play = play(technique, through: way, mfa: mfa)
            play.catalog = .embedded
            play.worlds = 10
            play.organizations[0].controls = ["mfa": .level(mfa)]
            return try await play.story()
        }
        #expect(try await story("T1190", .application, "none") == story("T1190", .application, "fido2"))
        let stolen = try await story("T1078", .identity, "none").objectives[0].reached.value
        #expect(try await story("T1078", .identity, "fido2").objectives[0].reached.value < stolen / 5)
    }

    // MARK: Patching

    private func race(delayDays: Double?, coverage: Double = 1, closes: Bool = true, from: Double = 0) -> Play {
        let exploit = Step.named("exploit", on: .server) {
            $0.technique = "T1190"
            $0.duration = .value(.exponential(mean: .hours(240)))
            if closes { $0.closes = .control(made(ClosingControl()) { $0.from = .value(.hours(from)) }) }
        }
        let setting = made(ControlSetting()) {
            $0.coverage = .known(coverage)
            if let days = delayDays {
                $0.delay = .lognormal(median: .hours(days * 24), p90: .hours(days * 24 * 6))
            } else {
                $0.level = .known("prompt")
            }
        }
        return Play(
            .story([exploit], [.step("exploit")]) { $0.horizon = .hours(1e6) },
            .single([.named("server")]) { $0.controls["patching"] = .known(setting) })
    }

    /// The chance that the exploit comes first, by the midpoint rule over the normal density.
    private func exploitFirst(medianDays: Double, from: Double = 0) -> Double {
        let sigma = Foundation.log(6.0) / 1.2815515655446004
        let step = 0.001
        return stride(from: -8, to: 8, by: step).reduce(0) { sum, low in
            let z = low + step / 2
            let closing = from + medianDays * 24 * exp(sigma * z)
            return sum + step * exp(-z * z / 2) / (2 * Double.pi).squareRoot() * (1 - exp(-closing / 240))
        }
    }

    @Test(arguments: [2.0, 40])
    func patchingIsARace(medianDays: Double) async throws {
        let found = try await race(delayDays: medianDays).share()
        #expect(found.agrees(with: exploitFirst(medianDays: medianDays)), "\(found)")
    }

    @Test func theCatalogsDelayStandsInForALevel() async throws {
        let found = try await race(delayDays: nil).share()
        #expect(found.agrees(with: exploitFirst(medianDays: 2)), "\(found)")
        // The two are the same race on the same draws.
        #expect(try race(delayDays: nil).times("acme") == race(delayDays: 2).times("acme"))
    }

    @Test func theClockRunsFromTheFix() async throws {
        let found = try await race(delayDays: 2, from: 100).share()
        #expect(found.agrees(with: exploitFirst(medianDays: 2, from: 100)), "\(found)")
    }

    @Test func whereCoverageMissesTheDoorStaysOpen() async throws {
        let found = try await race(delayDays: 2, coverage: 0.7).share()
        #expect(found.agrees(with: 0.7 * exploitFirst(medianDays: 2) + 0.3), "\(found)")
    }

    @Test func withoutADoorThatClosesPatchingChangesNothing() throws {
        let slow = try race(delayDays: 40, closes: false).times("acme")
        #expect(try race(delayDays: 2, closes: false).times("acme") == slow)
        #expect(slow.allSatisfy { $0 < .infinity })
    }
}
