import ArgumentParser
import DrillEngine
import DrillResults
import DrillStore

/// All stored runs of an exercise, one line each.
struct TrendCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "trend",
        abstract: "Show how the worst outcome moved over all stored runs of an exercise.",
        usage: "drillctl trend [--exercise <id>] [--organization <id>] [options]",
        discussion: """
            One line a run, the oldest first, with a mark where the model, the catalog, the scenarios or the settings are \
            not those of the run before: numbers on both sides of a mark are not comparable.

            EXAMPLES
              drillctl trend
              drillctl trend --exercise autumn-drill --organization harbor-credit
            """)

    @ArgumentParser.Option(help: .init("The exercise (default: that of the last run).", valueName: "id"))
    var exercise: String?

    @ArgumentParser.Option(
        help: .init("This company (default: the one that is worst off in each run).", valueName: "id"))
    var organization: String?

    @ArgumentParser.Option(help: .init("How to write the result.", valueName: "format"))
    var format = OutputFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func run(in context: Context) async throws {
        let store = try store.openToRead("last", in: context)
        let entries = try store.list()
        guard let id = exercise ?? entries.first?.exerciseID else { throw StoreError.notFound(reference: "last") }
        let known = Set(entries.map(\.exerciseID)).sorted()
        guard known.contains(id) else { throw SessionOptions.unknown("--exercise", value: id, known: known) }
        var points: [TrendPoint] = []
        var previous: RunResult?
        var companies: [String] = []
        for entry in entries.reversed() where entry.exerciseID == id {
            let result = try store.load("\(entry.sequence)").result
            companies += result.companies.map(\.id)
            points.append(TrendPoint(entry, result, organization: organization, previous: previous))
            previous = result
        }
        if let organization { try CompanyChoice.check([organization], among: Set(companies).sorted()) }
        switch format {
        case .json:
            let last = entries.first { $0.exerciseID == id }
            try context.output.write(
                JSONOutput(
                    modelVersion: last?.modelVersion ?? Drill.modelVersion, seed: last?.seed, trials: last?.trials ?? 0,
                    marking: MarkedWords.strictest(entries.filter { $0.exerciseID == id }.map(\.marking)),
                    body: TrendJSON(exercise: id, runs: points)
                ).text())
        case .text:
            let text = TrendText(
                exercise: id, marking: entries.first { $0.exerciseID == id }?.marking ?? "",
                style: context.style(terminal))
            try context.output.write(text.text(points))
        }
    }
}

/// The trend as JSON.
private struct TrendJSON: Encodable {
    var exercise: String
    var runs: [TrendPoint]
}

/// A run's worst outcome.
struct TrendPoint: Encodable {
    var run: Int
    var created: String
    var modelVersion: String
    var catalogRelease: String
    /// Nil where no scenario applies, or the company took no part.
    var company: String?
    var companyName: String?
    var scenario: String?
    var scenarioTitle: String?
    var objective: String?
    var reached: Probability?
    /// What is not as in the run before, besides the companies.
    var warnings: [String]

    init(_ entry: RunEntry, _ result: RunResult, organization: String?, previous: RunResult?) {
        run = entry.sequence
        created = entry.created
        modelVersion = entry.modelVersion
        catalogRelease = entry.catalogRelease
        warnings = previous.map { RunDifferences(from: $0, to: result).warnings } ?? []
        let outcomes = result.companies.filter { organization == nil || $0.id == organization }
            .compactMap { company in company.worst(of: result.scenarios).map { (company, $0) } }
        let worst = outcomes.reduce(outcomes.first) { worst, next in
            guard let worst, worst.1.objective.reached.value >= next.1.objective.reached.value else { return next }
            return worst
        }
        guard let (company, outcome) = worst else { return }
        self.company = company.id
        companyName = company.name
        scenario = outcome.story.scenario
        scenarioTitle = result.scenarios.first { $0.id == outcome.story.scenario }?.title
        objective = outcome.objective.id
        reached = outcome.objective.reached
    }
}
