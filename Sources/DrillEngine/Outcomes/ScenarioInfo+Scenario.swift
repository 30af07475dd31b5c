internal import DrillResults
internal import Scenarios

extension ScenarioInfo {
    /// What readers of results need to know of a scenario.
    init(_ scenario: Scenario) {
        self.init(
            id: scenario.id, title: scenario.title, summary: scenario.summary ?? "",
            horizonHours: scenario.horizon.hours(in: .hours), retells: scenario.retells.map(\.title),
            steps: scenario.steps.map { StepInfo(id: $0.id, title: $0.title, technique: $0.technique ?? $0.action) },
            objectives: scenario.objectives.map {
                ObjectiveInfo(id: $0.id, title: $0.title, severity: .init($0.severity))
            })
    }
}

extension ObjectiveInfo.Severity {
    /// The document's severity, as results say it.
    init(_ severity: Severity) {
        switch severity {
        case .critical: self = .critical
        case .major: self = .major
        case .minor: self = .minor
        }
    }
}
