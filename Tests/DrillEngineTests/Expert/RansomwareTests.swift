import DrillEngine
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

    /// Whoever rules the domain does not rule a provider: mail in the cloud goes on in every trial, and nothing else differs.
    @Test func mailInTheCloudIsNotEncrypted() throws {
        func outages(_ hosting: Hosting) throws -> (mail: Int, rest: [[Float]]) {
            let university = try made(Sample.university.company()) { company in
                for department in company.departments.indices {
                    for asset in company.departments[department].assets.indices
                    where company.departments[department].assets[asset].kind == .mailboxSystem {
                        company.departments[department].assets[asset].hosted = hosting
                    }
                }
            }
            let outcomes = try Stage(Library.story("university-ransomware"), on: university).outcomes()
            let mail = Set(
                outcomes.steps.indices.filter {
                    let place = outcomes.steps[$0].asset
                    return outcomes.steps[$0].isOwn
                        && university.departments[place.department].assets[place.asset].kind == .mailboxSystem
                })
            return (
                outcomes.trials.count { trial in mail.contains { trial.steps[$0] < .infinity } },
                outcomes.trials.map { trial in trial.steps.indices.filter { !mail.contains($0) }.map { trial.steps[$0] }
                }
            )
        }
        let (own, cloud) = (try outages(.own), try outages(.cloud))
        #expect(own.mail > 0 && cloud.mail == 0)
        #expect(own.rest == cloud.rest)
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
