public import DrillResults
public import Scenarios

/// How levers of earlier runs stand in an exercise's documents: whether the target is reached, and whether some
/// scenario depends on it. Nothing but graphs is looked at.
public struct LeverStandings: Sendable {
    private let loaded: LoadedExercise
    private let settings: RunSettings

    public init(_ loaded: LoadedExercise, settings: RunSettings) {
        self.loaded = loaded
        self.settings = settings
    }

    /// By the action's number; none for actions without lever or of companies that take no part.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func standings(of actions: [RegisteredAction]) async throws -> [Int: LeverStanding] {
        var standings: [Int: LeverStanding] = [:]
        for company in loaded.organizations {
            let own = actions.filter { $0.organization == company.id && $0.lever != nil }
            guard !own.isEmpty else { continue }
            let found = own.map { finding($0, in: company) }
            let tested = try await self.tested(found, in: company)
            for ((action, finding), tested) in zip(zip(own, found), tested) {
                standings[action.number] = LeverStanding(level: finding.level, now: finding.now, isTested: tested)
            }
        }
        return standings
    }

    /// Median hours that a lever's target has as the documents are today; nil for levers that are no times.
    public func targetHours(of lever: Lever, in organization: String) -> Double? {
        guard let company = loaded.organizations.first(where: { $0.id == organization }),
            let own = LeverAnalysis(loaded, settings: settings).all(of: company).first(where: { $0.id == lever.id })
        else { return nil }
        var changed = company
        own.apply(&changed)
        return ResponseStanding(lever.id, organization: changed)?.median
    }

    private func finding(_ action: RegisteredAction, in company: Organization) -> Finding {
        switch action.lever?.id {
        case .control(let control, let scope, let target):
            ControlLeverStanding(
                control: control, scope: scope, target: target, organization: company, catalog: loaded.catalog
            ).finding
        case .some(let id):
            ResponseStanding(id, organization: company)?.finding(targetHours: action.targetHours) ?? .gone
        case nil: .gone
        }
    }

    /// Whether taking back what is reached changes the graph of some scenario.
    private func tested(_ findings: [Finding], in company: Organization) async throws -> [Bool] {
        let trials = CompanyTrials(loaded: loaded, settings: settings, company: company, columns: FigureColumns())
        return try await trials.matters(findings.map { StoryChange(apply: $0.takeBack) }).map { $0.contains(true) }
    }
}

/// How one lever stands.
struct Finding: Sendable {
    var level: LeverStanding.Level
    var now: String
    /// Undoes what is reached, to see whether anything depends on it.
    var takeBack: @Sendable (inout Organization) -> Void = { _ in }

    static let gone = Finding(level: .gone, now: "not in the documents")
}
