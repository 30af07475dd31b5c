import ArgumentParser
import DrillEngine
import Reports
import Scenarios
import Tabletop

/// Which stories are played by whom, for the commands about the meeting.
struct SessionOptions: ParsableArguments {
    @ArgumentParser.Option(help: .init("Only this scenario of the exercise.", valueName: "id"))
    var scenario: String?

    @ArgumentParser.Option(help: .init("Only this organization of the exercise.", valueName: "id"))
    var organization: String?

    @ArgumentParser.Option(help: .init("Trials behind each figure (default: the exercise's).", valueName: "n"))
    var trials: Int?

    @ArgumentParser.Option(
        name: .long, parsing: .singleValue,
        help: .init("How to write the papers: html, docx, csv or all; may be repeated.", valueName: "format"))
    var format: [PaperChoice] = [.all]

    @OptionGroup var threads: ThreadOptions

    func validate() throws { try Bounds.check("--trials", trials, within: 1...Bounds.mostTrials) }

    /// Formats in which papers are written.
    var formats: Set<PaperFormat> {
        format.reduce(into: []) { formats, choice in formats.formUnion(choice.formats) }
    }

    /// The places of the scenarios asked for; throws `CommandFailure` (wrong usage) for one that there is not.
    func scenarios(of loaded: LoadedExercise) throws(CommandFailure) -> [Int] {
        guard let scenario else { return Array(loaded.scenarios.indices) }
        let found = loaded.scenarios.indices.filter { loaded.scenarios[$0].id == scenario }
        if found.isEmpty { throw Self.unknown("--scenario", value: scenario, known: loaded.scenarios.map(\.id)) }
        return found
    }

    /// As above.
    func organizations(of loaded: LoadedExercise) throws(CommandFailure) -> [Organization] {
        guard let organization else { return loaded.organizations }
        let found = loaded.organizations.filter { $0.id == organization }
        if found.isEmpty {
            throw Self.unknown("--organization", value: organization, known: loaded.organizations.map(\.id))
        }
        return found
    }

    static func unknown(_ option: String, value: String, known: [String]) -> CommandFailure {
        let proposal = Suggestion.question(value, among: known) ?? "there are: \(known.joined(separator: ", "))"
        return CommandFailure(
            .wrongUsage, "\(option): the exercise has no \"\(value.printable)\"; \(proposal.printable)")
    }

    /// Simulates what the papers want to know.
    func forecaster(
        _ loaded: LoadedExercise, scenarios: [Int], organizations: [Organization], in context: Context
    ) async throws -> EngineForecaster {
        var simulation = loaded.exercise.simulation
        simulation.trials = trials ?? simulation.trials
        let settings = RunSettings(simulation, threads: threads.count)
        return try await context.interrupt.run {
            try await EngineForecaster(
                loaded, settings: settings, scenarios: scenarios, organizations: Set(organizations.map(\.id)))
        }
    }
}

/// A format of papers, or all of them.
enum PaperChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
    case html, docx, csv, all

    var formats: Set<PaperFormat> {
        switch self {
        case .html: [.html]
        case .docx: [.docx]
        case .csv: [.csv]
        case .all: Set(PaperFormat.allCases)
        }
    }
}
