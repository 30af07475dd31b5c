import DrillEngine
import DrillResults
import Foundation
import Scenarios
import Testing

/// The reason of a lost tripwire is what is seen in its trials.
@Suite struct TripwireReasonTests {
    private func report(
        _ steps: [Step], _ change: (inout Organization) -> Void = { _ in },
        deciding decisions: (inout Scenario) -> Void = { _ in }
    ) async throws -> WeaknessReport {
        var exercise = Exercise()
        exercise.id = "test"
        let loaded = LoadedExercise(
            exercise: exercise, organizations: [.single([.named("server")], change)],
            scenarios: [.story(steps, [.step("quiet")], decisions)], catalog: TestCatalog.catalog)
        return try #require(
            try await WeaknessAnalysis(loaded, settings: SmallCompany.settings(trials: 200)).run().first)
    }

    /// An attack that needs so many hours beside a noisy step that needs five.
    private func steps(quiet: Double, others: [Step] = []) -> [Step] {
        [
            .named("knock", on: .server, hours: 5) {
                $0.technique = "T1190"
                $0.noticed = [.by(.announcement, from: .completion)]
            }
        ] + others + [.named("quiet", on: .server, hours: quiet)]
    }

    private func reason(_ lever: String, _ report: WeaknessReport) throws -> (wire: Tripwire, why: String) {
        let wire = try #require(report.tripwires.first { $0.lever.id.text == lever })
        return (wire, wire.reason.why)
    }

    /// Two hours of hand-offs and three of containment end the attack at the tenth hour, if the step succeeds.
    @Test func anAlertThatDoesNotCome() async throws {
        let report = try await report(steps(quiet: 12))
        let shut = try reason("gate/shut", report)
        #expect(shut.wire.caused == 200 && shut.wire.reason.kind == .tripwire)
        #expect(
            shut.why == "The first alert is lost in all 200 trials that go worse: that of “knock”, which does not come "
                + "any more. So the response begins too late.")
        let half = try reason("gate/half", report)
        #expect(half.wire.caused > 60 && half.wire.caused < 140)
        #expect(
            half.why
                == "The first alert is lost in all \(half.wire.caused) trials that go worse: that of “knock”, which "
                + "does not come any more. So the response begins too late.")
    }

    @Test func anAlertThatComesLater() async throws {
        let slow = try reason("drag/slow", try await report(steps(quiet: 12)))
        #expect(slow.wire.caused == 200)
        #expect(slow.why.contains("that of “knock”, which comes later."))
    }

    /// The other alarm comes as well, but only after twenty hours: the first one is what is missed.
    @Test func theFirstAlertCounts() async throws {
        let later = Step.named("later", on: .server, hours: 20) { $0.noticed = [.by(.announcement, from: .completion)] }
        let shut = try reason("gate/shut", try await report(steps(quiet: 12, others: [later])))
        #expect(shut.why.contains("that of “knock”, which does not come any more") && !shut.why.contains("later"))
        // An alarm that comes as soon keeps the harm away.
        let same = Step.named("same", on: .server, hours: 5) { $0.noticed = [.by(.announcement, from: .completion)] }
        #expect(try await report(steps(quiet: 12, others: [same])).tripwires.isEmpty)
    }

    /// What wrecks the server in hour five keeps it from being robbed in hour twelve.
    @Test func whatWouldHaveBeenDownIsRobbed() async throws {
        let wreck = Step.named("knock", on: .server, hours: 5) {
            $0.technique = "T1190"
            $0.impact.encrypts = true
        }
        let take = Step.named("quiet", on: .server, hours: 12) { $0.gains = [.control] }
        let shut = try reason("gate/shut", try await report([wreck, take]))
        #expect(shut.wire.caused == 200 && shut.wire.reason.kind == .outage)
        #expect(
            shut.why
                == "In all 200 trials that go worse an outage is lost: what would have been down is robbed.")
        // An alarm that comes with it as well, too late to save anything, is not what is lost.
        var loud = wreck
        loud.noticed = [.by(.announcement, from: .completion)]
        let slow = try await report([loud, take]) { $0.response?.chain[0].duration = .known(.constant(.hours(300))) }
        #expect(try reason("gate/shut", slow).wire.reason.kind == .outage)
    }

    /// The step that people decide upon is prevented; containment by itself comes too late.
    @Test func aDecisionThatNobodyTakes() async throws {
        let noise = Step.named("noise", on: .server, hours: 1) { $0.noticed = [.by(.announcement)] }
        let knock = Step.named("knock", on: .server, hours: 5) { $0.technique = "T1190" }
        let report = try await report([noise, knock, .named("quiet", on: .server, hours: 12)]) {
            $0.response?.containment = ["default": .known(.constant(.hours(500)))]
        } deciding: {
            $0.decide("isolate", when: .reached("knock"), [.isolate(made(AssetSelector()) { $0.kind = [.server] })])
        }
        let shut = try reason("gate/shut", report)
        #expect(shut.wire.caused == 200 && shut.wire.reason.kind == .decision)
        #expect(
            shut.why
                == "In all 200 trials that go worse a decision is lost: the step that brought it on no longer comes.")
    }

    /// On the sample: counts are those of the trials that go worse, whatever the control is said to do.
    @Test func countsAreThoseOfTheSample() async throws {
        let settings = SmallCompany.settings(trials: 400, worlds: 4)
        let reports = try await WeaknessAnalysis(Library.sample(), settings: settings).run(
            organizations: ["harbor-credit", "ironvale-works"])
        var counted = 0
        for wire in reports.flatMap({ $0.worstTripwires.prefix(8) }) {
            guard let place = wire.reason.why.range(of: "The first alert is lost in ") else { continue }
            let words = wire.reason.why[place.upperBound...].split(separator: " ")
            let numbers =
                words.starts(with: ["the", "one", "trial"])
                ? [1] : words.prefix { $0 != "trials" }.compactMap { Int($0) }
            #expect(numbers.last == wire.caused, "\(wire.reason.why)")
            #expect(numbers.count == 1 || numbers.first ?? .max < wire.caused)
            counted += 1
        }
        #expect(counted > 5)
    }
}
