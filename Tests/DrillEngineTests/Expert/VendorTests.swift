import Scenarios
import Testing

/// (g) A vendor's credentials: where the vendor's access ends decides, and an alert is worth what the response makes of it.
///
/// The company is the sample bureau, its vendor outside. Stated changes: the level of the vendor zone, of monitoring, and
/// the time of the response, each named here.
@Suite struct VendorTests {
    private func outcomes(_ company: Organization, session: Double) throws -> Outcomes {
        let parameters: [String: ParameterValue] = ["sessionOpen": .exactly(session)]
        return try Stage(Library.story("vendor-credentials", parameters), on: company).outcomes()
    }

    /// Once sessions are ridden, the wall keeps at least three times as many trials free of intruders as the second
    /// factor does against none of both.
    @Test func aWallBeatsASecondFactorOnceSessionsAreRidden() throws {
        let bureau = try Sample.bureau.company()
        let levels = try ["shared", "named-mfa", "walled"].map {
            try outcomes(bureau.with("vendor-zone", $0), session: 1)
        }
        let entered = try levels.map { try $0.reached("beyond-the-vendor") }
        #expect(entered[0] - entered[2] > 3 * (entered[0] - entered[1]), "\(entered)")
        let lost = levels.map(\.meanRecordsExposed)
        #expect(lost[2] < lost[1] && lost[2] < 0.7 * lost[0], "\(lost)")
    }

    /// A ridden session is asked for no second factor: exactly the same way in, in every trial. The response is left out,
    /// since fewer sign-ins with the password also raise fewer alarms.
    @Test func theSecondFactorDoesNothingAboutARiddenSession() throws {
        let bureau = try Sample.bureau.company().responding(triageHours: 10_000, containmentHours: 0)
        let shared = try outcomes(bureau.with("vendor-zone", "shared"), session: 1)
        let asked = try outcomes(bureau.with("vendor-zone", "named-mfa"), session: 1)
        #expect(try asked.first("ride-along") == shared.first("ride-along"))
        #expect(try asked.count("sign-in") < shared.count("sign-in"))
    }

    /// With 45 days from the alert to the end of triage the attack is over before the response, but for one trial in a
    /// hundred: wherever it is, nothing happens otherwise or later, from plain logs to detection round the clock.
    @Test func betterAlertsChangeNothingWhileTheResponseOutlastsTheAttack() throws {
        let bureau = try Sample.bureau.company().responding(triageHours: 45 * 24, containmentHours: 24)
        let logs = try outcomes(bureau.with("monitoring", "logs", hours: .business), session: 0.4)
        let watched = try outcomes(bureau.with("monitoring", "edr-24x7", hours: .always), session: 0.4)
        var outlasted = 0
        for (before, after) in zip(logs.trials, watched.trials) {
            let end = before.steps.filter { $0 < .infinity }.max() ?? 0
            guard after.contained >= end, before.contained >= end else { continue }
            outlasted += 1
            #expect(after.steps == before.steps && after.exposures == before.exposures)
        }
        #expect(outlasted * 100 >= 99 * logs.trials.count, "\(outlasted)")
        #expect(logs.meanRecordsExposed - watched.meanRecordsExposed < 0.01 * logs.meanRecordsExposed)
        // The alerts are better all the same.
        #expect(watched.trials.count { $0.noticed < .infinity } >= logs.trials.count { $0.noticed < .infinity })
        func hours(_ outcomes: Outcomes) -> Float { outcomes.trials.reduce(0) { $0 + min($1.noticed, 2880) } }
        #expect(hours(watched) < hours(logs))
    }

    /// The same alerts are worth a lot to a response of hours.
    @Test func betterAlertsMatterToAFastResponse() throws {
        let bureau = try Sample.bureau.company().responding(triageHours: 1, containmentHours: 2)
        let logs = try outcomes(bureau.with("monitoring", "logs", hours: .always), session: 0.4)
        let watched = try outcomes(bureau.with("monitoring", "edr-24x7", hours: .always), session: 0.4)
        #expect(watched.meanRecordsExposed < 0.7 * logs.meanRecordsExposed)
    }
}
