import Scenarios
import Testing

/// (h) Ransomware says itself that it is there; what the response can still save is a race of hours.
@Suite struct RansomwareTests {
    /// Every trial with an encrypted system is noticed then at the latest, in every sample company.
    @Test(arguments: Sample.allCases) func itIsNoticedAtDetonationInEveryTrial(_ sample: Sample) throws {
        let outcomes = try Stage(Library.story("university-ransomware"), on: sample.company()).outcomes()
        let detonations = try outcomes.first("encrypt")
        #expect(zip(outcomes.trials, detonations).allSatisfy { $1 == .infinity || $0.noticed <= $1 })
        if sample != .bank { #expect(detonations.contains { $0 < .infinity }) }
    }

    /// The university, with detection round the clock that sees the breakout and nothing before it, and containment within
    /// five minutes of the triage. The breakout takes one hour, and the encryption another.
    private func standstills(triageHours: Double) throws -> Int {
        let story = try Library.story(
            "university-ransomware",
            [
                "quiet": .exactly(0), "breakoutSeen": .exactly(1), "breakout": .hours(1), "waiting": .hours(0),
                "encrypting": .hours(1),
            ])
        let university = try Sample.university.company().with("monitoring", "edr-24x7", hours: .always)
            .responding(triageHours: triageHours, containmentHours: 1.0 / 12)
        var stage = Stage(story, on: university)
        stage.trials = 4000
        return try stage.outcomes().reached("standstill")
    }

    /// From 10 hours to 5 saves less than one standstill in fifty, 15 minutes saves every fourth at least.
    @Test func halvingTriageHardlyHelpsAndFifteenMinutesDo() throws {
        let (ten, five, quarter) = (
            try standstills(triageHours: 10), try standstills(triageHours: 5), try standstills(triageHours: 0.25)
        )
        #expect(ten > 500, "\(ten)")
        #expect(ten - five >= 0 && 50 * (ten - five) < ten, "\(ten) → \(five)")
        #expect(4 * (ten - quarter) > ten, "\(ten) → \(quarter)")
    }
}
