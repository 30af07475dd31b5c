import Foundation

/// Commands to type next, as they would have to be typed.
struct NextCommands {
    var program: String
    /// The store that was named on the command line, if one was.
    var store: String?

    func replay(_ organization: String, trial: Int) -> String {
        command("replay last --organization \(organization) --trial \(trial)")
    }

    /// A trial of a stored run under a stated scenario.
    func replay(_ run: String, _ organization: String, scenario: String, trial: Int) -> String {
        command("replay \(run) --organization \(organization) --scenario \(scenario) --trial \(trial)")
    }

    /// A further question about an exercise or, where that is nil, about a stored run.
    func explain(exercise: String?, run: String, question: String, organization: String) -> String {
        let source = exercise.map(quoted) ?? "--run \(run)"
        return command("explain \(source) '\(question)' --organization \(organization)")
    }

    func show() -> String { command("runs show last") }

    func run(_ path: String, out: String? = nil) -> String {
        command("run \(quoted(path))\(out.map { " --out " + quoted($0) } ?? "")")
    }

    /// Papers for a meeting on one scenario.
    func papers(_ exercise: String, scenario: String, out: String) -> String {
        command("papers \(quoted(exercise)) --scenario \(scenario) --out \(quoted(out))")
    }

    /// The dialogue, going on from answers that are kept.
    func questionnaire(answers: String, out: String) -> String {
        command("questionnaire --answers \(quoted(answers)) --out \(quoted(out)) --force")
    }

    /// A typical company of a sector; nil: of one that is chosen there.
    func tryout(_ sector: String?) -> String { "\(program) try\(sector.map { " " + $0 } ?? "")" }

    func lint(_ path: String) -> String { command("lint \(quoted(path))") }

    /// With the library that comes with the program; where there is none, a scenario has to be named.
    func initExercise(organization path: String, in context: Context) -> String {
        // The shell expands the stars, not what is in quotes.
        let scenarios = StoryLibrary.folder(in: context).map { quoted($0) + "/*.json" } ?? "SCENARIO.json"
        return command(
            "init exercise --organization \(quoted(path)) --scenario \(scenarios) --out my-exercise.json")
    }

    private func quoted(_ path: String) -> String {
        path.contains(where: Self.needsQuotes) ? "'\(path)'" : path
    }

    private func command(_ text: String) -> String {
        let store = store.map { " --store " + ($0.contains(where: Self.needsQuotes) ? "'\($0)'" : $0) } ?? ""
        return "\(program) \(text)\(store)"
    }

    private static func needsQuotes(_ character: Character) -> Bool {
        !(character.isLetter || character.isNumber || "/._-+".contains(character))
    }
}
