import Scenarios
import Testing

/// A mistake has no adversary: what keeps strangers out changes nothing, a check before release does.
@Suite struct MisdeliveryTests {
    private func outcomes(_ company: Organization) throws -> Outcomes {
        try Stage(Library.story("misdelivery"), on: company).outcomes()
    }

    @Test(arguments: Sample.allCases) func locksAndLessonsAreExactlyNothing(_ sample: Sample) throws {
        let company = try sample.company()
        let weak = company.with(["mfa": "none", "patching": "quarterly", "phishing-training": "none"])
        let strong = company.with(["mfa": "fido2", "patching": "prompt", "phishing-training": "continuous"])
        #expect(try outcomes(strong).trials == outcomes(weak).trials)
    }

    /// Who looks before it goes: none, a list, a second person. The last keeps back a third at least.
    @Test func aSecondPairOfEyesKeepsBackAThird() throws {
        let bureau = try Sample.bureau.company().with("data-loss-prevention", "none")
        let sent = try ["none", "checklist", "second-person"].map {
            try outcomes(bureau.with("release-checks", $0)).count("send")
        }
        #expect(sent[0] > sent[1] && sent[1] > sent[2] && 3 * sent[2] < 2 * sent[0], "\(sent)")
    }

    /// A response within an hour more than halves what cannot be called back, and takes less than a quarter of the
    /// sending: it comes after the mistake.
    @Test func aQuickRecallHelpsAfterTheMistakeAndNotBefore() throws {
        let bureau = try Sample.bureau.company()
        let slow = try outcomes(bureau.responding(triageHours: 2000, containmentHours: 100))
        let fast = try outcomes(bureau.responding(triageHours: 0.5, containmentHours: 0.5))
        #expect(try 2 * fast.reached("beyond-recall") < slow.reached("beyond-recall"))
        #expect(try 4 * fast.count("send") > 3 * slow.count("send"))
    }
}
