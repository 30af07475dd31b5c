import ArgumentParser
import DrillEngine
import DrillResults
import DrillStore

/// The register beside a run.
struct ActionsListCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the actions and what a run says about each: closed, open, reopened, never retested, overdue.",
        usage: "drillctl actions list [options]",
        discussion: """
            EXAMPLES
              drillctl actions list
              drillctl actions list --organization harbor-credit --run 4 --format json
            """)

    @ArgumentParser.Option(
        help: .init(
            "The run whose documents are looked at: \"last\", a number as listed, or the first digits of an id.",
            valueName: "run"))
    var run = "last"

    @ArgumentParser.Option(help: .init("Only this company; may be repeated.", valueName: "id"))
    var organization: [String] = []

    @ArgumentParser.Option(help: .init("The day on which actions are overdue (default: today).", valueName: "date"))
    var today: String?

    @ArgumentParser.Option(help: .init("How to write the list.", valueName: "format"))
    var format = OutputFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func validate() throws {
        if let today, let problem = ActionField.problem(due: today) { throw ValidationError("--today: \(problem).") }
    }

    func run(in context: Context) async throws {
        let register = try store.openIfPresent(in: context)
        let all = try register?.actions() ?? []
        try CompanyChoice.check(organization, among: Array(Set(all.map(\.organization))).sorted())
        let actions = all.filter { organization.isEmpty || organization.contains($0.organization) }
        let stored = try storedRun(register)
        let reports = try await reports(actions, run: stored, register: register, in: context)
        let lines = actions.compactMap { action in
            reports[action.organization]?.actions.first { $0.id == action.id }.map { (action, $0) }
        }
        switch format {
        case .json:
            let body = ActionsJSON(
                run: stored?.entry.sequence,
                actions: lines.map { ActionsJSON.Line(organization: $0.organization, status: $1) },
                warnings: reports.values.first?.warnings ?? [])
            try context.output.write(
                JSONOutput(
                    modelVersion: stored?.entry.modelVersion ?? Drill.modelVersion, seed: stored?.entry.seed,
                    trials: stored?.entry.trials ?? 0, marking: stored?.entry.marking, body: body
                ).text())
        case .text:
            guard !lines.isEmpty else {
                try context.messages.writeLine("no actions in the register")
                return
            }
            let text = ActionsText(
                run: stored?.entry, names: names(stored), style: context.style(terminal),
                warnings: reports.values.first?.warnings ?? [])
            try context.output.write(text.text(lines))
        }
    }

    /// Nil where nothing has been run; a run that was named must be there.
    private func storedRun(_ register: RunStore?) throws -> StoredRun? {
        guard let register else { return nil }
        if run == "last", try register.list().isEmpty { return nil }
        return try register.load(run)
    }

    private func reports(
        _ actions: [RegisteredAction], run stored: StoredRun?, register: RunStore?, in context: Context
    ) async throws -> [String: ActionReport] {
        let today = today ?? context.timestamp()
        guard let stored, let register else {
            return Dictionary(grouping: actions, by: \.organization).mapValues {
                ActionReport(actions: $0, standings: [:], today: String(today.prefix(10)))
            }
        }
        let documents = try register.documents(of: "\(stored.entry.sequence)")
        let (loaded, settings) = try StoredDrill.exercise(stored, documents: documents)
        let previous = try register.newest(ofExercise: stored.entry.exerciseID, before: stored.entry.sequence)
        return try await context.interrupt.run {
            try await RegisterCheck.reports(
                actions, in: loaded, settings: settings, result: stored.result, previous: previous?.result, today: today
            )
        }
    }

    private func names(_ stored: StoredRun?) -> [String: String] {
        Dictionary(stored?.result.companies.map { ($0.id, $0.name) } ?? []) { first, _ in first }
    }
}

/// The list as JSON.
private struct ActionsJSON: Encodable {
    /// Number of the run that was looked at.
    var run: Int?
    var actions: [Line]
    var warnings: [String]

    struct Line: Encodable {
        var organization: String
        var status: ActionStatus
    }
}
