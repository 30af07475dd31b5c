import Scenarios
import Testing

/// (i) More maturity in encryption, access and patching orders the sample companies as an expert would.
///
/// The expert's order is that of `Sample`: bureau, university, hospitals, works, IT services, bank, weakest first. It is
/// not read off the results: it follows from the companies' own answers, and the first test says how.
@Suite struct SampleCompaniesTests {
    private let families: [ControlFamily] = [.encryption, .access, .patching]
    /// Stories in which somebody breaks in; the insider, the mistake and the stolen crate ask for other virtues.
    private let intrusions = [
        "unpatched-portal", "edge-sessions", "push-fatigue", "university-ransomware", "vendor-credentials",
        "poisoned-update", "self-spreading-destruction",
    ]

    /// From 0, the weakest level of every control of the three families, to 1, the strongest with full coverage: the mean
    /// of the families' means, from what the company answers for itself as a whole.
    private func maturity(_ company: Organization) -> Double {
        let means = families.map { family in
            let grades = Catalog.embedded.controls.filter { $0.family == family }.map { grade($0, company) }
            return grades.reduce(0, +) / Double(grades.count)
        }
        return means.reduce(0, +) / Double(means.count)
    }

    private func grade(_ control: Control, _ company: Organization) -> Double {
        func rank(_ level: String) -> Double {
            Double(control.levels.firstIndex { $0.id == level } ?? 0) / Double(control.levels.count - 1)
        }
        guard let answer = company.controls[control.id] else { return rank(control.assumed) }
        guard case .known(let setting) = answer, case .known(let level) = setting.level else { return 0.5 }
        guard case .known(let coverage) = setting.coverage else { return 0.5 * rank(level) }
        return coverage * rank(level)
    }

    /// In how many trials of how many the story takes something critical.
    private func loss(_ story: Scenario, _ company: Organization) throws -> Double {
        var stage = Stage(story, on: company)
        stage.trials = 1500
        stage.worlds = 15
        let trials = try stage.outcomes().trials
        let critical = story.objectives.indices.filter { story.objectives[$0].severity == .critical }
        let lost = trials.count { trial in critical.contains { trial.objectives[$0] < .infinity } }
        return Double(lost) / Double(trials.count)
    }

    private func meanLoss(_ company: Organization) throws -> Double {
        let losses = try intrusions.map { try loss(Library.story($0), company) }
        return losses.reduce(0, +) / Double(losses.count)
    }

    @Test func theOrderFollowsFromTheirAnswers() throws {
        let grades = try Sample.allCases.map { maturity(try $0.company()) }
        #expect(zip(grades, grades.dropFirst()).allSatisfy { $0 < $1 }, "\(grades)")
    }

    /// The mean over the intrusions: each company at least a twentieth better than the one before it, the bank at least
    /// ten times better than the bureau.
    @Test func theStoriesOrderThemTheSameWay() throws {
        let losses = try Sample.allCases.map { try meanLoss($0.company()) }
        #expect(zip(losses, losses.dropFirst()).allSatisfy { $1 < 0.95 * $0 }, "\(losses)")
        #expect(losses[losses.count - 1] * 10 < losses[0], "\(losses)")
    }

    /// And the same company, its three families raised step by step and nothing else touched, gets better with each step,
    /// by a tenth at least.
    @Test(arguments: [Sample.bureau, .hospitals, .works]) func theLadderOrdersOneCompany(_ sample: Sample) throws {
        let company = try sample.company()
        let losses = try [0.0, 0.5, 1].map { height in
            let keys: KeyCustody = height == 1 ? .hsm : height == 0 ? .sameHost : .keyService
            var raised = company
            for control in Catalog.embedded.controls where families.contains(control.family) {
                let level = control.levels[Int((Double(control.levels.count - 1) * height).rounded())].id
                raised = raised.with(control.id, level, keys: keys)
            }
            return try meanLoss(raised)
        }
        #expect(losses[1] < 0.9 * losses[0] && losses[2] < 0.9 * losses[1], "\(losses)")
    }
}
