internal import DrillResults
internal import Scenarios

/// Which stories depend on which levers: those whose graph a lever changes alone, or beside all others.
///
/// Alone is not enough: handling alerts faster changes nothing while nothing raises any.
struct PlanReach {
    let company: CompanyTrials
    let levers: [PlanLever]

    /// By lever and scenario; all levers that exclude each other count as one.
    ///
    /// - Parameters:
    ///   - pool: Levers that are looked at, by position; others reach nothing.
    ///   - singles: An evaluator that has judged each of them alone.
    func run(_ pool: [Int], singles: PlanEvaluator) async throws -> [[Bool]] {
        let scenarios = company.loaded.scenarios.indices
        var reach = levers.map { _ in scenarios.map { _ in false } }
        for lever in pool {
            for scenario in scenarios {
                reach[lever][scenario] = singles.matters(LeverSet([lever]), scenario: scenario)
            }
        }
        let all = strongest(pool)
        for (lever, reached) in zip(all.members, try await amongAll(all)) {
            for other in pool where other == lever || levers[other].excludes(levers[lever]) {
                for scenario in scenarios where reached[scenario] { reach[other][scenario] = true }
            }
        }
        return reach
    }

    /// As many levers as go together, what takes most first.
    private func strongest(_ pool: [Int]) -> LeverSet {
        let heaviest = pool.sorted { (levers[$1].weight, $0) < (levers[$0].weight, $1) }
        return LeverSet(
            heaviest.reduce(into: [Int]()) { chosen, lever in
                if !chosen.contains(where: { levers[$0].excludes(levers[lever]) }) { chosen.append(lever) }
            })
    }

    /// Whether taking one lever of all back changes a story's graph, by lever and scenario. Only graphs are looked at.
    private func amongAll(_ all: LeverSet) async throws -> [[Bool]] {
        let today = company.company
        var hardened = today
        all.change(levers).apply(&hardened)
        let changes = all.members.map { lever -> StoryChange in
            var without = today
            all.without(lever).change(levers).apply(&without)
            return StoryChange { [without] in $0 = without }
        }
        return try await CompanyTrials(
            loaded: company.loaded, settings: company.settings, company: hardened, columns: company.columns
        ).matters(changes)
    }
}
