import Scenarios
import Testing

/// (c) FIDO2 ends push fatigue; it does nothing about a stolen session, nor about an exploit of a server.
@Suite struct PushFatigueTests {
    private let levels = ["none", "sms", "push", "number-matching", "fido2"]

    private func outcomes(_ story: Scenario, _ sample: Sample, _ level: String) throws -> Outcomes {
        try Stage(story, on: sample.company().with("mfa", level)).outcomes()
    }

    /// Nobody can give in to a prompt that does not exist: exactly 0 in every sample company; push lets many through.
    @Test(arguments: Sample.allCases) func fido2EndsTheAsking(_ sample: Sample) throws {
        let story = try Library.story("push-fatigue")
        #expect(try outcomes(story, sample, "fido2").count("ask-again") == 0)
        let push = try outcomes(story, sample, "push")
        #expect(try Double(push.count("ask-again")) > 0.2 * Double(push.trials.count))
    }

    /// Number matching stands clearly between plain prompts and FIDO2: it keeps out a quarter at least of those whom prompts
    /// let in, although three people are asked one after the other.
    @Test(arguments: Sample.allCases) func numberMatchingStandsBetween(_ sample: Sample) throws {
        let story = try Library.story("push-fatigue")
        let push = try outcomes(story, sample, "push").count("ask-again")
        let matching = try outcomes(story, sample, "number-matching").count("ask-again")
        #expect(matching > 0 && 4 * matching < 3 * push, "\(matching) against \(push)")
    }

    /// With a stolen session nobody is asked: every kind of second factor gives the same outcome in every trial.
    @Test(arguments: Sample.allCases) func aStolenSessionIgnoresAllOfThem(_ sample: Sample) throws {
        let story = try Library.story("push-fatigue", ["passwordForSale": .exactly(0), "sessionForSale": .exactly(1)])
        let bare = try outcomes(story, sample, "none")
        #expect(try bare.count("use-session") > 500)
        for level in levels.dropFirst() {
            #expect(try outcomes(story, sample, level).trials == bare.trials, "\(level)")
        }
    }

    /// Nor does an exploit ask: the portal falls at the same hour in every trial, and so does all that stands behind it.
    @Test(arguments: Sample.allCases) func anExploitIgnoresAllOfThem(_ sample: Sample) throws {
        let story = try Library.story("unpatched-portal")
        let bare = try outcomes(story, sample, "none")
        for level in levels.dropFirst() {
            #expect(try outcomes(story, sample, level).trials == bare.trials, "\(level)")
        }
    }
}
