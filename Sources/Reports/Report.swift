internal import DrillResults
internal import Scenarios

/// A run with its analysis and what pages look up again and again: titles, worst outcomes, families.
struct Report {
    let run: RunResult
    let analysis: RunAnalysis?
    let catalog: Catalog?
    let options: ReportOptions
    /// In the exercise's order.
    let companies: [CompanyReport]
    private let titles: Titles

    init(run: RunResult, analysis: RunAnalysis?, catalog: Catalog?, options: ReportOptions) {
        self.run = run
        self.analysis = analysis
        self.catalog = catalog
        self.options = options
        let titles = Titles(run: run, catalog: catalog)
        self.titles = titles
        let analyses = Dictionary(
            (analysis?.companies ?? []).map { ($0.organization, $0) }, uniquingKeysWith: { first, _ in first })
        companies = run.companies.map { company in
            // A company's pages are made of what is its own: nothing else is within their reach.
            CompanyReport(
                frame: RunFrame(
                    run: run.handOut(of: company), titles: titles, options: options.handOut(of: company.id),
                    analysis: analysis?.handOut(of: company.id)),
                result: company, analysis: analyses[company.id])
        }
    }

    var frame: RunFrame {
        RunFrame(run: run, titles: titles, options: options, analysis: analysis)
    }

    /// Companies that at least one scenario applies to, hardest hit first, then by the exercise's order.
    var byWorst: [CompanyReport] {
        companies.enumerated().sorted { a, b in
            let (one, other) = (a.element.worst?.objective.reached.value, b.element.worst?.objective.reached.value)
            if one == other { return a.offset < b.offset }
            return (one ?? -1) > (other ?? -1)
        }.map(\.element)
    }
}

/// What every page needs of a run, whatever company it speaks of.
struct RunFrame {
    let run: RunResult
    let titles: Titles
    let options: ReportOptions
    let analysis: RunAnalysis?

    func scenario(_ id: String) -> ScenarioInfo? { titles.scenarios[id] }

    /// Falls back on the id, so that a result without its scenario still reads.
    func scenarioTitle(_ id: String) -> String { titles.scenarios[id]?.title ?? id }

    func objective(_ id: String, of scenario: String) -> ObjectiveInfo? {
        self.scenario(scenario)?.objectives.first { $0.id == id }
    }

    func objectiveTitle(_ id: String, of scenario: String) -> String {
        objective(id, of: scenario)?.title ?? id
    }

    func step(_ id: String, of scenario: String) -> StepInfo? {
        self.scenario(scenario)?.steps.first { $0.id == id }
    }

    static func anchor(story: String) -> String { "story-\(ReportPath.escaped(story))" }
}

/// Titles by id, looked up once a report.
struct Titles {
    let scenarios: [String: ScenarioInfo]
    /// Families in the catalog's order; `response` last.
    let families: [String]

    init(run: RunResult, catalog: Catalog?) {
        scenarios = Dictionary(run.scenarios.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let own = (catalog?.controls ?? []).map(\.family.rawValue)
        families = ControlFamily.allCases.map(\.rawValue).filter { own.isEmpty || own.contains($0) } + ["response"]
    }

    /// "supply-chain" as "Supply chain".
    static func family(_ id: String) -> String { words(of: id) }

    /// An id as people would write it, where nothing better is known.
    static func words(of id: String) -> String {
        id.prefix(1).uppercased() + String(id.dropFirst().map { $0 == "-" ? " " : $0 })
    }
}
