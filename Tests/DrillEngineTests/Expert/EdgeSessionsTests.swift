import Scenarios
import Testing

/// Sessions taken from a device at the edge: the second factor was given already, and the fix leaves the sessions alone.
@Suite struct EdgeSessionsTests {
    private func story(_ decide: (inout Scenario) -> Void = { _ in }) throws -> Scenario {
        made(try Library.story("edge-sessions"), decide)
    }

    /// Every kind of second factor, every pace of patching inside, on every sample company: the same in each trial.
    @Test(arguments: Sample.allCases, [("mfa", "none", "fido2"), ("patching", "quarterly", "prompt")])
    func whatStandsBeforeTheSignInIsExactlyNothing(
        _ sample: Sample, _ change: (control: String, from: String, to: String)
    ) throws {
        let company = try sample.company()
        let weak = try Stage(story(), on: company.with(change.control, change.from)).outcomes()
        #expect(try Stage(story(), on: company.with(change.control, change.to)).outcomes().trials == weak.trials)
    }

    /// Prompt patching of the edge saves at least a third of the sessions; where the first visitors came before the fix,
    /// at most a tenth.
    @Test func promptPatchingOfTheEdgeHelpsWhileThereIsAFix() throws {
        let bureau = try Sample.bureau.company()
        func taken(_ level: String, _ parameters: [String: ParameterValue]) throws -> Int {
            let story = try Library.story("edge-sessions", parameters)
            return try Stage(story, on: bureau.with("edge-patching", level)).outcomes().reached("session-taken")
        }
        let (slow, prompt) = (try taken("slow", [:]), try taken("prompt", [:]))
        #expect(3 * prompt < 2 * slow, "\(slow) → \(prompt)")
        let before: [String: ParameterValue] = ["earlyBirds": .exactly(1)]
        let (early, earlyPrompt) = (try taken("slow", before), try taken("prompt", before))
        #expect(10 * earlyPrompt > 9 * early, "\(early) → \(earlyPrompt)")
    }

    /// The fix alone on the day of the bulletin, and the fix with an end to all sessions, when some came before it.
    @Test func endingSessionsIsWorthMoreThanTheFixAlone() throws {
        func beyond(_ option: String) throws -> Int {
            var story = try Library.story("edge-sessions", ["earlyBirds": .exactly(1)])
            let place = try #require(story.decisions.firstIndex { $0.id == "install-fix" })
            #expect(story.decisions[place].options.contains { $0.id == option })
            story.decisions[place].default = option
            return try Stage(story, on: Sample.works.company()).outcomes().reached("beyond-the-gateway")
        }
        let (window, fix, both) = (try beyond("usual-window"), try beyond("fix-only"), try beyond("today"))
        #expect(fix <= window && both < fix, "\(window), \(fix), \(both)")
    }
}
