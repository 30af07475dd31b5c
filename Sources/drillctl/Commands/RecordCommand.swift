import ArgumentParser
import DrillResults
import Foundation
import Reports
import Scenarios
import Tabletop

/// What people did at a tabletop, and what comes out.
struct RecordCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "From an action log: completed evaluation guide, after-action report, improvement plan.",
        usage: "drillctl record <exercise.json> <actions.csv> ... [options]",
        discussion: """
            The action log has the columns time, team, inject, done, rating (P, S, M, U or blank) and note; drillctl \
            papers writes one ready to fill in. In done stands yes, no, partly, later or skipped. Commas, semicolons and \
            tabs, UTF-8, UTF-16 and Windows-1252 are understood. All mistakes are told in one run, by line and column, and then nothing is written (exit status 65). Teams are \
            rated, never persons.

            Only the column after (how long after the inject in the story) makes an action late or in time. Several \
            evaluators give several files, or a column evaluator; where they disagree both are kept and printed, until a \
            row of the evaluator "lead" decides with a reason in its note. Decisions are measured on the path that was \
            played.

            EXAMPLES
              drillctl record autumn-drill.json actions.csv --scenario unpatched-portal --organization harbor-credit
              drillctl record tuesday.json left-table.csv right-table.csv lead.csv
              drillctl record tuesday.json actions.csv --format html --out reports/tuesday
            """)

    @Argument(help: .init("The exercise.", valueName: "exercise.json"), completion: .file(extensions: ["json"]))
    var exercise: String

    @Argument(
        help: .init("The action log; one for each evaluator.", valueName: "actions.csv"),
        completion: .file(extensions: ["csv"]))
    var actions: [String]

    @OptionGroup var sessions: SessionOptions

    @ArgumentParser.Option(
        help: .init(
            "Folder for the report (default: papers/ and the ids of exercise, scenario, organization).",
            valueName: "folder"),
        completion: .directory)
    var out: String?

    @OptionGroup var own: PlayOptions
    @OptionGroup var terminal: TerminalOptions

    func run(in context: Context) async throws {
        let loading = DocumentLoading(context: context, format: .text, terminal: terminal)
        let loaded = try loading.exercise(exercise, with: loading.loader(own))
        let place = try only(sessions.scenarios(of: loaded), option: "--scenario", among: loaded.scenarios.map(\.id)) {
            loaded.scenarios[$0].id
        }
        let organization = try only(
            sessions.organizations(of: loaded), option: "--organization", among: loaded.organizations.map(\.id)
        ) { $0.id }
        let scenario = loaded.scenarios[place]
        let logs = try actions.map { (bytes: try read($0, in: context), file: $0) }
        let proposal = "papers/\(loaded.exercise.id)-\(scenario.id)-\(organization.id)-record"
        let folder = try PapersFolder(
            out: out, otherwise: proposal, inputs: loaded.inputs + actions, in: context)
        // The log is read before the long work; what it says does not hang on figures.
        try check(logs, Session(loaded, scenario: place, organization: organization), in: context)
        let forecaster = try await sessions.forecaster(
            loaded, scenarios: [place], organizations: [organization], in: context)
        guard let forecast = forecaster.forecast(scenario: place, organization: organization.id) else {
            let reason = forecaster.reason(scenario: place, organization: organization.id)
            throw CommandFailure("the scenario does not apply to \(organization.name.printable): \(reason.printable)")
        }
        var session = Session(loaded, scenario: place, organization: organization)
        session.forecast = forecast
        guard let log = ActionLogReader.read(logs, for: session).log else {
            throw CommandFailure(silently: .invalidDocument)
        }
        let first = Evaluation(of: session, log: log)
        let taken = first.decisions.reduce(into: [String: String]()) { $0[$1.decision] = $1.taken }
        let beforeMeeting = session
        session.path = try await context.interrupt.run {
            try await forecaster.path(beforeMeeting, taken: taken)
        }
        let evaluation = Evaluation(of: session, log: log)
        let json = JSONOutput(
            modelVersion: forecast.modelVersion, seed: forecast.seed, trials: forecast.trials,
            marking: loaded.exercise.disclosure.marking.rawValue,
            body: SessionRecord(
                exercise: loaded.exercise.id, scenario: scenario.id, organization: organization.id,
                marking: loaded.exercise.disclosure.marking.rawValue, human: evaluation, simulated: forecast,
                played: session.path))
        var files = PaperWriter.record(session, evaluation, formats: sessions.formats)
        files.append(PaperFile(path: "record.json", bytes: Array(try json.text().utf8)))
        try folder.write(files)
        try context.output.write(text(evaluation, of: scenario, in: folder))
    }

    /// The one that is meant; wrong usage where several could be.
    private func only<Value>(
        _ found: [Value], option: String, among ids: [String], id: (Value) -> String
    ) throws(CommandFailure) -> Value {
        guard found.count > 1 else { return found[0] }
        throw CommandFailure(
            .wrongUsage,
            "say whose log it is with \(option); the exercise has: \(ids.joined(separator: ", ").printable)")
    }

    private func read(_ path: String, in context: Context) throws -> [UInt8] {
        switch DocumentLoader.disk.bytes(of: context.url(path).path) {
        case .success(let bytes): return bytes
        case .failure(let failure):
            throw CommandFailure(.invalidDocument, "the file '\(path.printable)' \(failure.words)")
        }
    }

    private func check(_ logs: [(bytes: [UInt8], file: String)], _ session: Session, in context: Context) throws {
        let diagnostics = ActionLogReader.read(logs, for: session).diagnostics
        guard !diagnostics.isEmpty else { return }
        let output = DiagnosticOutput(diagnostics, documents: logs.count)
        try context.messages.write(output.text(.text, style: context.messageStyle(terminal)))
        try context.messages.writeLine(output.summary)
        if diagnostics.hasErrors { throw CommandFailure(silently: .invalidDocument) }
    }

    private func text(_ evaluation: Evaluation, of scenario: Scenario, in folder: PapersFolder) -> String {
        let capabilities = Dictionary(scenario.evaluation.map { ($0.id, $0.capability) }) { first, _ in first }
        let counts = ActionResult.Outcome.allCases.filter { evaluation.count($0) > 0 }.map {
            "\(evaluation.count($0)) \($0.rawValue.split(separator: "-").joined(separator: " "))"
        }
        let rated = evaluation.criteria.map {
            "\($0.rating?.rawValue ?? "-")  \((capabilities[$0.criterion] ?? $0.criterion).printable)"
        }.joined(separator: "\n                   ")
        return """
            \(Wording.exercise)

            Expected actions   \(counts.isEmpty ? "none" : counts.joined(separator: ", "))
            Ratings            \(rated)
                               (P, S, M, U as HSEEP has them; - not evaluated, which is no failure)
            Improvement plan   \(evaluation.improvements.count) proposed

            Report   \(folder.indexPath)

            """
    }
}

extension Session {
    /// Before anything is simulated.
    fileprivate init(_ loaded: LoadedExercise, scenario place: Int, organization: Organization) {
        let never = TimeSummary(probability: 0, meanHours: nil, p10: nil, p50: nil, p90: nil)
        let nothing = Amount(mean: 0, p50: 0, p90: 0, p95: 0, probability: 0)
        let story = StoryResult(
            scenario: loaded.scenarios[place].id, objectives: [], compromised: never, noticed: never, noticedBy: [:],
            contained: never, repaired: never, recordsExposed: nothing, recordsAltered: nothing, downtimeHours: nothing,
            supplierDowntimeHours: nothing, wayStillOpen: nil, paths: [], remarks: [])
        self.init(
            exercise: loaded.exercise, number: place + 1, scenario: loaded.scenarios[place], organization: organization,
            forecast: StoryForecast(
                trials: 0, seed: 0, modelVersion: "",
                basis: Basis(figures: 0, judgement: 0, unknownAnswers: 0, assumedAnswers: 0), story: story,
                injects: [:],
                options: []))
    }
}
