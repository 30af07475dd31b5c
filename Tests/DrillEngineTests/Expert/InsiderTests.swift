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
}
