import Scenarios
import Testing

/// (d) Self-spreading destruction: backups do not stop the spread, they shorten the repair, unless they fall too.
///
/// The company is the sample university. Stated changes: contained six hours after the alert, round the clock, so that
/// repair and not waiting is measured; no segmentation and no tiers, so that the spread reaches the directory; backups
/// at one level everywhere; no system waits for another, so that what is down is what was attacked.
@Suite struct DestructionTests {
    private func outcomes(_ backup: String) throws -> Outcomes {
        let university = try made(Sample.university.company()) {
            for department in $0.departments.indices {
                for asset in $0.departments[department].assets.indices {
                    $0.departments[department].assets[asset].dependsOn = []
                }
            }
        }
        .with(["segmentation": "flat", "privileged-access": "shared", "hardening": "default"])
        .responding(triageHours: 5, containmentHours: 1).with("backup", backup)
        return try Stage(Library.story("self-spreading-destruction"), on: university).outcomes()
    }

    /// Hours of repair in the trials with something to repair, sorted.
    private func repairs(_ outcomes: Outcomes) -> [Double] { outcomes.trials.compactMap(\.repairHours).sorted() }

    @Test func theSpreadIsTheSameInEveryTrial() throws {
        let bare = try outcomes("none")
        #expect(try bare.share("standstill") > 0.3)
        for level in ["domain-joined", "offline", "offline-tested"] {
            let other = try outcomes(level)
            #expect(other.trials.map(\.steps) == bare.trials.map(\.steps), "\(level)")
            #expect(other.trials.map(\.objectives) == bare.trials.map(\.objectives), "\(level)")
            #expect(other.trials.map(\.downFrom) == bare.trials.map(\.downFrom), "\(level)")
        }
    }

    /// Median and mean of the repair, from containment to the last system: at most a third with offline, tested backups.
    @Test(arguments: ["none", "domain-joined"]) func offlineTestedBackupsCutRepairThreefold(_ other: String) throws {
        let (long, short) = (repairs(try outcomes(other)), repairs(try outcomes("offline-tested")))
        #expect(long.count == short.count && long.count > 500)
        let (longMedian, shortMedian) = (long[long.count / 2], short[short.count / 2])
        #expect(longMedian > 3 * shortMedian, "\(longMedian) against \(shortMedian)")
        let (longMean, shortMean) = (long.reduce(0, +), short.reduce(0, +))
        #expect(longMean > 3 * shortMean, "\(longMean / shortMean)")
    }

    /// Where the administrators' credentials fall, a backup in the domain is worth exactly as much as none: here in three
    /// of four trials with destruction at least, and it never makes repair longer.
    @Test func domainJoinedBackupsFallToo() throws {
        let (bare, joined) = (try outcomes("none"), try outcomes("domain-joined"))
        let stolen = try bare.first("steal-passwords")
        var fallen = 0
        for (number, trial) in bare.trials.enumerated() where trial.repairHours != nil && stolen[number] < .infinity {
            if joined.trials[number].downTo == trial.downTo { fallen += 1 }
            #expect(zip(joined.trials[number].downTo, trial.downTo).allSatisfy { $0 <= $1 })
        }
        let down = bare.trials.count { $0.repairHours != nil }
        #expect(Double(fallen) > 0.75 * Double(down), "\(fallen) of \(down)")
    }
}
