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
    func explain(_ exercise: String?, _ run: String, _ question: String, _ organization: String) -> String {
        let source = exercise.map(quoted) ?? "--run \(run)"
        return command("explain \(source) '\(question)' --organization \(organization)")
    }

    func show() -> String { command("runs show last") }

    func run(_ path: String) -> String { command("run \(quoted(path))") }

    func lint(_ path: String) -> String { command("lint \(quoted(path))") }

    /// The library where it lies beside the working folder; elsewhere a scenario has to be named.
    func initExercise(organization path: String, in context: Context) -> String {
        let library = "scenarios/unpatched-portal.json"
        let isThere = access(context.url(library).path, R_OK) == 0
        let scenarios = isThere ? "scenarios/*.json" : "SCENARIO.json"
        return command(
            "init exercise --organization \(quoted(path)) --scenario \(scenarios) --out my-exercise.json")
    }

    func initOrganization() -> String { "\(program) init organization --template finance     (your own)" }

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
