import Scenarios
import Testing

/// (e) The entitled insider: no lock against strangers matters; narrow rights do.
@Suite struct InsiderTests {
    private func outcomes(_ company: Organization) throws -> Outcomes {
        try Stage(Library.story("entitled-insider"), on: company).outcomes()
    }

    /// From the weakest to the strongest level, everywhere, in every sample company: the same outcome in every trial.
    @Test(arguments: Sample.allCases, [("mfa", "none", "fido2"), ("patching", "quarterly", "prompt")])
    func locksAgainstStrangersAreExactlyNothing(
        _ sample: Sample, _ change: (control: String, from: String, to: String)
    ) throws {
        let company = try sample.company()
        let weak = try outcomes(company.with(change.control, change.from))
        #expect(try outcomes(company.with(change.control, change.to)).trials == weak.trials)
    }

    /// Least privilege takes at least a quarter of the records, and never adds one; what the job opens, it opens still.
    @Test(arguments: Sample.allCases) func leastPrivilegeCutsTheRecords(_ sample: Sample) throws {
        let company = try sample.company()
        let (broad, least) = (
            try outcomes(company.with("privileges", "broad")), try outcomes(company.with("privileges", "least"))
        )
        #expect(least.meanRecordsExposed < 0.75 * broad.meanRecordsExposed, "\(broad.meanRecordsExposed)")
        #expect(least.meanRecordsExposed > 0)
    }

    /// Hours from the first changed entry until anything is noticed, to the horizon at most, summed over the trials.
    private func unnoticedHours(_ level: String) throws -> Float {
        let story = try Library.story("entitled-insider", ["changesEntries": .exactly(1)])
        let outcomes = try Stage(story, on: Sample.bureau.company().with("tamper-evident-records", level)).outcomes()
        let horizon = Float(story.horizon.hours(in: .hours))
        return zip(outcomes.trials, try outcomes.first("change-entries")).reduce(0) { sum, pair in
            pair.1 < .infinity ? sum + max(0, min(pair.0.noticed, horizon) - pair.1) : sum
        }
    }

    /// Records whose changes a witness would see: the time in which a change goes unnoticed falls to two thirds at most.
    @Test func tamperEvidentRecordsShortenUnnoticedAlteration() throws {
        let hours = try ["none", "append-only", "witnessed"].map { try unnoticedHours($0) }
        #expect(hours[0] > hours[1] && hours[1] > hours[2] && 3 * hours[2] < 2 * hours[0], "\(hours)")
    }
}
