internal import DrillResults

/// One company with its analysis, where there is one.
struct CompanyReport {
    let frame: RunFrame
    let result: CompanyResult
    let analysis: CompanyAnalysis?
    /// Its worst outcome; nil where no scenario applies.
    let worst: WorstOutcome?
    /// Fixes as told to people: one level of each control in each scope, best first.
    let fixes: [Weakness]
    /// Names of departments by id, as far as the analysis mentions them.
    private let departments: [String: String]

    init(frame: RunFrame, result: CompanyResult, analysis: CompanyAnalysis?) {
        self.frame = frame
        self.result = result
        self.analysis = analysis
        worst = result.worst(of: frame.run.scenarios)
        fixes = analysis?.weaknesses.chosen ?? []
        departments = Self.names(in: analysis?.weaknesses)
    }

    var id: String { result.id }
    var name: String { result.name }
    var paths: CompanyPaths { CompanyPaths(company: result.id, date: frame.options.date) }
    var context: CompanyContext? { frame.options.companies[result.id] }

    func department(_ id: String?) -> String {
        guard let id else { return "Whole company" }
        return departments[id] ?? Titles.words(of: id)
    }

    /// Departments that levers speak of, in the order in which they are first named.
    var departmentIDs: [String] {
        var ids: [String] = []
        for lever in analysis?.weaknesses.weaknesses.map(\.lever) ?? [] {
            if let id = lever.department, !ids.contains(id) { ids.append(id) }
        }
        return ids.sorted()
    }

    func findings(for scenario: String) -> StoryFindings? {
        analysis?.findings.first { $0.scenario == scenario }
    }

    /// The story by which a fix is told: that of the worst outcome, if it helps there at least half as much as where it
    /// helps most; else that one.
    func headline(of weakness: Weakness) -> WeaknessStory? {
        let best = weakness.bestStories.first { $0.goal.difference.range.high < 0 } ?? weakness.bestStories.first
        return weakness.stories.first { story in
            story.scenario == worst?.story.scenario && story.goal.id == worst?.objective.id
                && story.goal.difference.range.high < 0
                && story.goal.difference.value <= (best?.goal.difference.value ?? 0) / 2
        } ?? best
    }

    private static func names(in report: WeaknessReport?) -> [String: String] {
        var names: [String: String] = [:]
        guard let report else { return names }
        let levers = report.weaknesses.map(\.lever) + report.withoutEffect + report.tripwires.map(\.lever)
        for lever in levers {
            if let department = lever.department, let name = lever.departmentName { names[department] = name }
        }
        return names
    }
}
