import ArgumentParser
import DrillEngine
import DrillResults
import DrillStore
import Scenarios

/// One trial of a stored run, told.
struct ReplayCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Tell one trial of a stored run as a timeline.",
        usage: "drillctl replay <run> --organization <id> --trial <n> [options]",
        discussion: """
            The trial is simulated again from the stored documents, seed and model version, and gives what it gave \
            then. Trials are numbered from 0. Each line has weekday and time on the company's clocks, with the day where \
            the exercise has a date, and the time since zero hour.

            EXAMPLES
              drillctl replay last --organization harbor-credit --trial 17
              drillctl replay 3f9a --organization harbor-credit --trial 17 --format json
            """)

    @Argument(help: .init("\"last\", a number as listed, or the first digits of an id.", valueName: "run"))
    var runID: String

    @ArgumentParser.Option(help: .init("Whose trial.", valueName: "id"))
    var organization: String

    @ArgumentParser.Option(
        help: .init("Under which scenario (default: the one that hits the organization worst).", valueName: "id"))
    var scenario: String?

    @ArgumentParser.Option(help: .init("Which trial, from 0.", valueName: "n"))
    var trial: Int

    @ArgumentParser.Option(help: "How to write the result.")
    var format = OutputFormat.text

    @ArgumentParser.OptionGroup var store: StoreOptions
    @ArgumentParser.OptionGroup var terminal: TerminalOptions

    func validate() throws { try Bounds.check("--trial", trial, within: 0...Bounds.mostTrials - 1) }

    func run(in context: Context) async throws {
        let store = try store.openToRead(runID, in: context)
        let run = try store.load(runID)
        let story = try self.story(in: run.result)
        guard trial < run.entry.trials else {
            throw CommandFailure(
                .wrongUsage, "run \(run.entry.sequence) has the trials 0 to \(run.entry.trials - 1), not \(trial)")
        }
        let drill = try StoredDrill.open(run, documents: store.documents(of: "\(run.entry.sequence)"))
        guard let timeline = try drill.timeline(organization: organization, scenario: story, trial: trial) else {
            throw CommandFailure("run \(run.entry.sequence) does not tell of \(organization) under \(story)")
        }
        switch format {
        case .json:
            let output = JSONOutput(
                modelVersion: run.entry.modelVersion, seed: run.entry.seed, trials: run.entry.trials,
                marking: run.entry.marking, body: timeline)
            try context.output.write(output.text())
        case .text:
            let text = TimelineText(timeline: timeline, marking: run.entry.marking, style: context.style(terminal))
            try context.output.write(text.text)
        }
    }

    /// The scenario that was asked for, or the one that hits the organization worst.
    private func story(in result: RunResult) throws(CommandFailure) -> String {
        guard let company = result.companies.first(where: { $0.id == organization }) else {
            throw unknown("organization", organization, among: result.companies.map(\.id))
        }
        guard let scenario else {
            guard let worst = company.worst(of: result.scenarios) else {
                throw CommandFailure("no scenario of this run applies to \(organization)")
            }
            return worst.story.scenario
        }
        guard result.scenarios.contains(where: { $0.id == scenario }) else {
            throw unknown("scenario", scenario, among: result.scenarios.map(\.id))
        }
        if let refused = company.notApplicable.first(where: { $0.scenario == scenario }) {
            throw CommandFailure("\(scenario) does not apply to \(organization): \(refused.reason.printable)")
        }
        return scenario
    }

    private func unknown(_ noun: String, _ id: String, among known: [String]) -> CommandFailure {
        let proposal = Suggestion.question(id, among: known) ?? "there are: \(known.joined(separator: ", "))"
        return CommandFailure(.wrongUsage, "the run has no \(noun) \"\(id.printable)\"; \(proposal)")
    }
}
