internal import DrillKernel
internal import Scenarios

/// What cuts assets off: the containment of their department, and decisions that isolate them.
struct Isolations {
    private let input: CompileInput
    private let teams: ResponseTeams
    /// What each decision isolates with the option that is taken, by position in the scenario.
    private let selectors: [[AssetSelector]]

    init(_ input: CompileInput, _ teams: ResponseTeams) {
        self.input = input
        self.teams = teams
        selectors = input.scenario.decisions.map { decision in
            guard let option = input.option(of: decision) else { return [] }
            return decision.options[option].does.compactMap { effect in
                if case .isolate(let selector) = effect { selector } else { nil }
            }
        }
    }

    /// The containment group that cuts off an asset; nil for those of who does not take part.
    func group(of place: AssetReference) -> Int32? { teams.group(of: place) }

    /// The containment group that cuts off an asset but not another one.
    func group(of place: AssetReference, apartFrom other: AssetReference) -> Int32? {
        let group = teams.group(of: place)
        return place.organization == other.organization && group != teams.group(of: other) ? group : nil
    }

    /// Decisions, by position in the scenario, that cut off an asset but not another one of the same organization.
    func decisions(on place: AssetReference, apartFrom other: AssetReference) -> [Int] {
        guard place.organization == other.organization else { return [] }
        return selectors.indices.filter { isolates($0, place) && !isolates($0, other) }
    }

    /// Whether a decision cuts an asset off.
    func isolates(_ decision: Int, _ place: AssetReference) -> Bool {
        selectors[decision].contains { input.matches($0, place) }
    }
}
