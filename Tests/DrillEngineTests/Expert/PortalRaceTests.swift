import DrillEngine
import DrillResults
import Scenarios
import Testing

/// (a) The unpatched portal: the race between the fix and the scanner decides, and only while there is a fix.
///
/// The company is the sample credit bureau. Stated changes: patching with full coverage and the median delay named here;
/// no second factor and no training to begin with, so that both may show all they can do.
@Suite struct PortalRaceTests {
    private let slow = Scenarios.Distribution.days(median: 40, p90: 160)
    private let fast = Scenarios.Distribution.days(median: 2, p90: 8)

    private func bureau() throws -> Organization {
        try Sample.bureau.company().with(["mfa": "none", "phishing-training": "none"])
            .with("patching", "quarterly", delay: slow)
    }

    private func outcomes(_ company: Organization, _ parameters: [String: ParameterValue] = [:]) throws -> Outcomes {
        try Stage(Library.story("unpatched-portal", parameters), on: company).outcomes()
    }

    /// From a median of 40 days to 2 days gains at least ten times what the best second factor and the best training do.
    @Test func promptPatchingBeatsSecondFactorsAndTraining() throws {
        let bureau = try bureau()
        let today = try outcomes(bureau)
        let patched = try outcomes(bureau.with("patching", "quarterly", delay: fast))
        let others = try outcomes(bureau.with(["mfa": "fido2", "phishing-training": "continuous"]))
        let gain = try today.share("personal-data") - patched.share("personal-data")
        let rest = try today.share("personal-data") - others.share("personal-data")
        #expect(gain > 0.2, "\(gain)")
        #expect(gain > 10 * rest, "\(gain) against \(rest)")
    }

    /// The exploit itself does not care who signs in how, nor who was trained: the same outcome in every trial.
    @Test(arguments: [("mfa", "fido2"), ("phishing-training", "continuous")])
    func theExploitIgnoresPeople(_ control: String, _ level: String) throws {
        let bureau = try bureau()
        let after = try outcomes(bureau.with(control, level))
        #expect(try after.first("exploit") == outcomes(bureau).first("exploit"))
    }

    /// As long as no fix exists, prompt patching changes nothing at all, in no trial.
    @Test func whereNoFixExistsPatchingIsExactlyNothing() throws {
        let bureau = try bureau()
        let withoutFix: [String: ParameterValue] = ["fixPublished": .days(120)]
        let today = try outcomes(bureau, withoutFix)
        let patched = try outcomes(bureau.with("patching", "quarterly", delay: fast), withoutFix)
        #expect(patched.trials == today.trials)
        #expect(try today.share("personal-data") > 0.3, "the test must have something to lose")
    }

    /// What `WhatIf` reports to people is what is seen here trial by trial.
    @Test func theReportedComparisonSaysTheSame() async throws {
        let (slow, quick) = (try bureau(), try bureau().with("patching", "quarterly", delay: fast))
        let story = try Library.story("unpatched-portal")
        let (before, after) = (Stage(story, on: slow), Stage(story, on: quick))
        let reported = try await WhatIf(before.loaded, settings: before.settings).compare(after.loaded)
        let objective = try #require(reported.first?.objectives.first { $0.id == "personal-data" })
        let pairs = zip(try before.outcomes().times("personal-data"), try after.outcomes().times("personal-data"))
        #expect(objective.prevented == pairs.count { $0 < .infinity && $1 == .infinity } && objective.prevented > 0)
        #expect(objective.caused == pairs.count { $0 == .infinity && $1 < .infinity })
        let trained = Stage(story, on: slow.with("phishing-training", "continuous"))
        let nothing = try await WhatIf(before.loaded, settings: before.settings).compare(trained.loaded)
        #expect(nothing.first?.isUnchanged == true)
    }

    /// The more of the race the fix loses, the less prompt patching gains.
    @Test func theLaterTheFixTheSmallerTheGain() throws {
        let bureau = try bureau()
        let quick = bureau.with("patching", "quarterly", delay: fast)
        let gains = try [0.0, 5, 15].map { days in
            let parameters: [String: ParameterValue] = ["fixPublished": .days(days)]
            return try outcomes(bureau, parameters).count("exploit") - outcomes(quick, parameters).count("exploit")
        }
        #expect(gains[0] > gains[1] && gains[1] > gains[2] && gains[2] >= 0, "\(gains)")
    }
}
