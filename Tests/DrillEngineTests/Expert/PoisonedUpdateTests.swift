import Scenarios
import Testing

/// (f) The poisoned update: a signature proves where a release comes from, not that it is good.
///
/// On every sample company with the supplier outside; the works for the margins. Stated changes: one level of the control
/// in question everywhere.
@Suite struct PoisonedUpdateTests {
    private func outcomes(_ company: Organization, _ parameters: [String: ParameterValue] = [:]) throws -> Outcomes {
        try Stage(Library.story("poisoned-update", parameters), on: company).outcomes()
    }

    /// The build system fell, so the poisoned release bears the right signature: the same outcome in every trial.
    @Test(arguments: Sample.allCases) func checksDoNothingWhenTheBuildSystemFell(_ sample: Sample) throws {
        let company = try sample.company()
        let unchecked = try outcomes(company.with("signed-updates", "unchecked"))
        #expect(try outcomes(company.with("signed-updates", "checked")).trials == unchecked.trials)
    }

    /// A release that is swapped on the way is what the check is for: it ends at least four fifths of it.
    @Test func checkingSignaturesStopsAReleaseSwappedOnTheWay() throws {
        let works = try Sample.works.company()
        let swapped: [String: ParameterValue] = ["buildFalls": .exactly(0), "swappedOnTheWay": .exactly(1)]
        let unchecked = try outcomes(works.with("signed-updates", "unchecked"), swapped)
        let checked = try outcomes(works.with("signed-updates", "checked"), swapped)
        #expect(try unchecked.share("open-door") > 0.2)
        #expect(try 5 * checked.reached("open-door") < unchecked.reached("open-door"))
    }

    /// Who updates later is exposed less: in staging and in patching, level by level, by a fifth at least from end to end.
    @Test(arguments: [
        ("update-staging", ["immediate", "ring", "held"]), ("patching", ["prompt", "weekly", "monthly", "quarterly"]),
    ])
    func slowerUpdatingLowersExposure(_ control: String, _ slower: [String]) throws {
        let works = try Sample.works.company()
        let shares = try slower.map { try outcomes(works.with(control, $0)).share("open-door") }
        #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 >= $1 }, "\(shares)")
        #expect(shares[shares.count - 1] < 0.8 * shares[0], "\(shares)")
    }
}
