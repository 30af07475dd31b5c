import ArgumentParser
import DrillEngine
import DrillResults
import DrillStore
import Scenarios

/// Why a number is what it is.
struct ExplainCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Trace a printed number to its rule, its trials, and the catalog's figures with their sources.",
        usage: """
            drillctl explain <exercise.json> <what> [--organization <id>] [options]
            drillctl explain --run <run> <what> [--organization <id>] [options]
            """,
        discussion: """
            WHAT
              probability(<objective>)   how often an objective is reached
              score(<name>)              overall, prevention, response, or a family: score(access)
              lever(<lever>)             what a better control or hand-off changes: lever(mfa/fido2)
              time(<name>)               compromised, noticed, dwell, contained, repaired, lost
              step(<step>)               how often a step completes, and what stands in its way
              control(<control>)         how a control stands, scope by scope, and what it does

            Without --organization a probability is that of the company for which it is highest; without --scenario \
            the story is the one that goes worst.

            EXAMPLES
              drillctl explain scenarios/exercises/autumn-drill.json 'probability(personal-data)'
              drillctl explain autumn-drill.json 'score(overall)' --organization harbor-credit
              drillctl explain --run last 'step(exploit)' --organization harbor-credit
            """)

    @Argument(help: .init("The exercise, unless --run names a stored run; then what to explain.", valueName: "words"))
    var words: [String] = []

    @ArgumentParser.Option(
        name: .customLong("run"),
        help: .init("A stored run: \"last\", a number as listed, or the first digits of an id.", valueName: "run"))
    var storedRun: String?

    @ArgumentParser.Option(help: .init("Whose number.", valueName: "id"))
    var organization: String?

    @ArgumentParser.Option(help: .init("Under which scenario.", valueName: "id"))
    var scenario: String?

    @ArgumentParser.Option(
        help: .init("Trials in all for each company and scenario (default: the exercise's).", valueName: "n"))
    var trials: Int?

    @ArgumentParser.Option(help: .init("Seed of the random numbers (default: the exercise's).", valueName: "s"))
    var seed: UInt64?

    @OptionGroup var threads: ThreadOptions
    @OptionGroup var own: PlayOptions

    @ArgumentParser.Option(help: .init("How to write the result.", valueName: "format"))
    var format = OutputFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func validate() throws {
        try Bounds.check("--trials", trials, within: 1...Bounds.mostTrials)
        if storedRun == nil, words.count != 2 {
            throw ValidationError("Name the exercise and what to explain, such as 'score(overall)'.")
        }
        if storedRun != nil, words.count != 1 {
            throw ValidationError("Beside --run name only what to explain, such as 'score(overall)'.")
        }
        if storedRun != nil, trials != nil || seed != nil || own.count > 0 {
            throw ValidationError("A stored run has its own trials, seed, catalog and techniques.")
        }
    }

    func run(in context: Context) async throws {
        let question = try ExplainQuestion.parse(words.last ?? "")
        let (loaded, settings, runName) = try source(in: context)
        let (organization, scenario) = (organization, scenario)
        let explanation = try await context.interrupt.run {
            do {
                return try await Explainer(loaded, settings: settings).explain(
                    question, organization: organization, scenario: scenario)
            } catch let error as Explainer.Failure {
                throw CommandFailure(explaining: error)
            }
        }
        switch format {
        case .json:
            let body = ExplanationJSON(
                catalogRelease: loaded.catalog.release, worlds: settings.worlds, explanation: explanation)
            let output = JSONOutput(
                modelVersion: Drill.modelVersion, seed: settings.seed, trials: settings.trials,
                marking: loaded.exercise.disclosure.marking.rawValue, body: body)
            try context.output.write(output.text())
        case .text:
            let text = ExplainText(
                explanation: explanation, marking: loaded.exercise.disclosure.marking.rawValue,
                catalogRelease: loaded.catalog.release, settings: settings, run: runName,
                exercise: storedRun == nil ? words.first : nil,
                next: NextCommands(program: context.programName, store: store.store), style: context.style(terminal))
            try context.output.write(text.text)
        }
    }

    /// The documents and how they are simulated; the name of the stored run whose trials these are.
    private func source(
        in context: Context
    ) throws -> (exercise: LoadedExercise, settings: RunSettings, run: String) {
        if let storedRun {
            let store = try store.openToRead(storedRun, in: context)
            let stored = try store.load(storedRun)
            let name = "\(stored.entry.sequence)"
            let opened = try StoredDrill.exercise(stored, documents: store.documents(of: name))
            var settings = opened.settings
            settings.threads = threads.count
            return (opened.exercise, settings, name)
        }
        let loading = DocumentLoading(context: context, format: format, terminal: terminal)
        let loaded = try loading.exercise(words[0], with: loading.loader(own))
        var simulation = loaded.exercise.simulation
        simulation.trials = trials ?? simulation.trials
        simulation.seed = seed ?? simulation.seed
        return (loaded, RunSettings(simulation, threads: threads.count), "last")
    }
}

/// Reads what is to be explained: a kind, and a name in brackets.
enum ExplainQuestion {
    static let kinds = ["probability", "score", "lever", "time", "step", "control"]

    static func parse(_ text: String) throws(CommandFailure) -> Explainer.Question {
        let parts = text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)
        let kind = trimmed(String(parts[0]))
        guard kinds.contains(kind) else {
            let proposal = Suggestion.question(kind, among: kinds) ?? "there are: \(kinds.joined(separator: ", "))"
            throw CommandFailure(.wrongUsage, "'\(kind.printable)' is nothing to explain; \(proposal)")
        }
        guard parts.count == 2, parts[1].hasSuffix(")"), !trimmed(String(parts[1].dropLast())).isEmpty else {
            throw CommandFailure(
                .wrongUsage, "'\(text.printable)' lacks a name in brackets, as in '\(kind)(\(example(kind)))'")
        }
        let name = trimmed(String(parts[1].dropLast()))
        switch kind {
        case "probability": return .probability(name)
        case "score": return .score(name)
        case "lever": return .lever(name)
        case "time": return .time(name)
        case "step": return .step(name)
        default: return .control(name)
        }
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private static func example(_ kind: String) -> String {
        switch kind {
        case "probability": "personal-data"
        case "score": "overall"
        case "lever": "mfa/fido2"
        case "time": "noticed"
        case "step": "exploit"
        default: "mfa"
        }
    }
}

extension CommandFailure {
    fileprivate init(explaining failure: Explainer.Failure) {
        switch failure {
        case .says(let sentence): self.init(.wrongUsage, sentence.printable)
        case .unknown(let noun, let name, let known):
            let all =
                known.count > 24 ? "\(known.prefix(24).joined(separator: ", ")), …" : known.joined(separator: ", ")
            let proposal = Suggestion.question(name, among: known) ?? "there are: \(all)"
            self.init(.wrongUsage, "there is no \(noun) '\(name.printable)'; \(proposal)")
        }
    }
}

/// The machine's version of it.
private struct ExplanationJSON: Encodable {
    var catalogRelease: String
    var worlds: Int
    var explanation: Explanation
}
