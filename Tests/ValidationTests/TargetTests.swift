import Foundation
import Testing

/// Targets name their source, their band follows the stated rule, and nothing of ours was fitted to them.
@Suite struct TargetTests {
    @Test(arguments: Target.all) func namesSourcePeopleAndBand(target: Target) {
        #expect(!target.publication.title.isEmpty && target.publication.year > 2000)
        #expect(["primary", "secondary"].contains(target.publication.seen) && !target.publication.trust.isEmpty)
        // What was seen as a copy bears medium trust at best.
        #expect(target.publication.seen == "primary" || !target.publication.trust.hasPrefix("high"))
        #expect(!target.theirs.isEmpty && !target.ours.isEmpty && !target.marks.isEmpty)
        #expect(target.why.hasSuffix("."), "a miss needs its sentence")
        let (interval, band) = (target.interval, target.band)
        #expect(band.lowerBound <= interval.lowerBound && interval.upperBound <= band.upperBound)
        #expect(band.lowerBound > 0 && (target.unit != .share || band.upperBound < 1))
    }

    @Test func bandsFollowTheRule() throws {
        let dwell = try #require(Target.all.first { $0.id == "dwell-mtrends" })
        #expect(dwell.band == 5 * 24...28 * 24)
        let attacker = try #require(Target.all.first { $0.id == "attacker-mtrends" })
        // Odds 14 : 86, halved and doubled.
        #expect(abs(attacker.band.lowerBound - 7 / 93) < 1e-9 && abs(attacker.band.upperBound - 28 / 114) < 1e-9)
        #expect(Set(Target.all.map(\.id)).count == Target.all.count)
    }

    /// A figure of the catalog or of a story that cites the same figure makes a row dependent, and the row must say so.
    @Test func independenceIsWhatTheCitationsSay() throws {
        let citations = try Citations.collected()
        #expect(citations.texts.contains { $0.contains("Picus") }, "no citations found")
        for target in Target.all {
            let same = citations.same(as: target)
            #expect(target.isIndependent == same.isEmpty, "\(target.id): \(same)")
        }
    }

    /// The search for citations finds one where there is one.
    @Test func aCitationOfTheSameFigureIsFound() throws {
        let target = try #require(Target.all.first { $0.id == "backups-fall" })
        let cited = "Sophos 2024: 57 % of tries on backups succeed"
        #expect(
            Citations(texts: [cited, "Sophos 2024: ransom twice as likely", "57 % of all"]).same(as: target) == [cited])
    }

    /// The counts in the targets and weights are those of the data set.
    @Test(
        .enabled(
            if: VCDBFile.exists,
            "skipped: ../shared/data/vcdb is not here"))
    func countsAreThoseOfVCDB() throws {
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: VCDBFile.url)) as? [String: Any])
        func dictionary(_ path: String...) throws -> [String: Any] {
            var object = root
            for key in path { object = try #require(object[key] as? [String: Any], "\(path)") }
            return object
        }
        func count(_ object: [String: Any], _ key: String) throws -> Int {
            if let entry = object[key] as? [String: Any] { return try #require(entry["n"] as? Int) }
            return try #require(object[key] as? Int)
        }
        func expect(_ id: String, _ counted: (Int, Int)) throws {
            let target = try #require(Target.all.first { $0.id == id }, "\(id)")
            guard case .counted(let count, of: let total) = target.figure else {
                Issue.record("\(id) is no count")
                return
            }
            #expect(count == counted.0 && total == counted.1, "\(id): \(counted)")
        }
        try expect(
            "outside-vcdb", (count(dictionary("discovery_method"), "external"), count(root, "discovery_known_n")))
        let order = ["Seconds", "Minutes", "Hours", "Days", "Weeks", "Months", "Years"]
        func timeline(_ group: String, _ phase: String, _ units: ArraySlice<String>) throws -> (Int, Int) {
            let units = try units.reduce(0) { try $0 + count(dictionary("timeline_\(group)", phase, "by_unit"), $1) }
            return (units, try count(dictionary("timeline_\(group)", phase), "known_unit_n"))
        }
        for (id, group) in [("hacking", "hacking_or_malware"), ("misuse", "misuse"), ("error", "error")] {
            try expect("days-\(id)", timeline(group, "discovery", order[...3]))
            try expect("months-\(id)", timeline(group, "discovery", order[5...]))
            try expect("contained-hours-\(id)", timeline(group, "containment", order[...2]))
            try expect("contained-days-\(id)", timeline(group, "containment", order[...3]))
        }
        try expect("exfiltration-vcdb", timeline("hacking_or_malware", "exfiltration", order[...3]))
        let records = try #require(Target.all.first { $0.id == "records" })
        #expect(try records.interval == Double(count(dictionary("records_lost"), "p50"))...975)
        let actions = try dictionary("action")
        let intrusion = try ["hacking", "malware", "social"].reduce(0) { try $0 + count(actions, $1) }
        #expect(VCDBWeights.families[.intrusion] == Double(intrusion))
        for family in [StoryTraits.Family.misuse, .error, .physical] {
            #expect(try VCDBWeights.families[family] == Double(count(actions, family.rawValue)))
        }
        let industries = try dictionary("victim_industry")
        for (_, sector) in VCDBWeights.sectors { #expect(try Double(count(industries, sector.name)) == sector.count) }
    }
}

extension Target: CustomTestStringConvertible {
    var testDescription: String { id }
}

/// The base rates, beside the checkout.
enum VCDBFile {
    static let url = Checkout.root.deletingLastPathComponent().appending(path: "shared/data/vcdb/base_rates.json")
    static let exists = FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
}
