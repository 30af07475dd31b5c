import ArgumentParser
import DrillEngine
import DrillResults
import Foundation
import Reports
import Scenarios
import Tabletop

/// What people hold in their hands at a tabletop.
struct PapersCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "papers",
        abstract: "Write what a tabletop meeting needs on paper: manual, guide, cards, lists, forms.",
        usage: "drillctl papers <exercise.json> [options]",
        discussion: """
            For each scenario and organization: facilitator guide with what each option of a decision changes by \
            simulation, events list (MSEL), situation manual, agenda, player packets without spoilers, evaluation guide \
            (EEG), feedback form, and an action log to fill in for drillctl record. Start at index.html. \
            In a short meeting, injects that ask for no decision are left out of the agenda until each of the others has \
            five minutes; the guide keeps them, marked optional.

            EXAMPLES
              drillctl papers scenarios/exercises/autumn-drill.json
              drillctl papers autumn-drill.json --scenario unpatched-portal --organization harbor-credit
              drillctl papers autumn-drill.json --format html --format csv --out papers/tuesday
              drillctl papers autumn-drill.json --minutes 90
            """)

    @Argument(help: .init("The exercise.", valueName: "exercise.json"), completion: .file(extensions: ["json"]))
    var exercise: String

    @OptionGroup var sessions: SessionOptions

    @ArgumentParser.Option(
        help: .init("Folder for the papers (default: papers/ and the exercise's id).", valueName: "folder"),
        completion: .directory)
    var out: String?

    @ArgumentParser.Option(
        help: .init(
            "Length of the meeting in minutes: 90, 120 or 180 (default: the exercise's, or 180).", valueName: "n"))
    var minutes: MeetingLength?

    @OptionGroup var own: PlayOptions
    @OptionGroup var terminal: TerminalOptions

    func run(in context: Context) async throws {
        let loading = DocumentLoading(context: context, format: .text, terminal: terminal)
        var loaded = try loading.exercise(exercise, with: loading.loader(own))
        if let minutes {
            var schedule = loaded.exercise.schedule ?? Schedule()
            schedule.sessionLength = .hours(Double(minutes.rawValue) / 60)
            loaded.exercise.schedule = schedule
        }
        let places = try sessions.scenarios(of: loaded)
        let organizations = try sessions.organizations(of: loaded)
        let folder = try PapersFolder(
            out: out, otherwise: "papers/\(loaded.exercise.id)", inputs: loaded.inputs, in: context)
        let forecaster = try await sessions.forecaster(
            loaded, scenarios: places, organizations: organizations, in: context)
        var played: [Session] = []
        var notPlayed: [PaperWriter.NotPlayed] = []
        for place in places {
            let scenario = loaded.scenarios[place]
            for organization in organizations {
                if let forecast = forecaster.forecast(scenario: place, organization: organization.id) {
                    played.append(
                        Session(
                            exercise: loaded.exercise, number: place + 1, scenario: scenario,
                            organization: organization,
                            forecast: forecast))
                } else {
                    notPlayed.append(
                        PaperWriter.NotPlayed(
                            scenario: scenario.title, organization: organization.name,
                            reason: forecaster.reason(scenario: place, organization: organization.id)))
                }
            }
        }
        let files = PaperWriter.papers(
            played, exercise: loaded.exercise, formats: sessions.formats, notPlayed: notPlayed)
        try folder.write(files)
        try context.output.write(text(files: files.count, played: played, notPlayed: notPlayed, folder: folder))
    }

    private func text(
        files: Int, played: [Session], notPlayed: [PaperWriter.NotPlayed], folder: PapersFolder
    ) -> String {
        var lines = [Wording.exercise, ""]
        let sessions = Wording.count(played.count, "session")
        lines.append("\(Wording.count(files, "file")) for \(sessions) (a scenario played by an organization)")
        for other in notPlayed {
            lines.append(
                "not played: \(other.scenario.printable), \(other.organization.printable): \(other.reason.printable)")
        }
        lines += ["", "Papers   \(folder.indexPath)", ""]
        return lines.joined(separator: "\n")
    }
}

/// How long a meeting may be.
enum MeetingLength: Int, CaseIterable, ExpressibleByArgument {
    case short = 90
    case usual = 120
    case long = 180
}
