import ArgumentParser
import Intake
import Scenarios

/// A small scenario to begin with.
struct InitScenarioCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario",
        abstract: "A small scenario that runs as it is, to be changed.",
        discussion: """
            Three steps, an objective, an inject with an expected action, a decision with a default, a criterion. \
            docs/dsl.md explains every key; drillctl lint says what is hardly meant.

            EXAMPLES
              drillctl init scenario
              drillctl init scenario --id stolen-van --out stolen-van.json
            """)

    @ArgumentParser.Option(help: "Id of the document.")
    var id = "my-scenario"

    @OptionGroup var starter: StarterOptions
    @OptionGroup var terminal: TerminalOptions

    func validate() throws { try IDArgument.check(id) }

    func run(in context: Context) async throws {
        let file = try StarterFile(.scenario, out: starter.out, id: id, replaces: starter.force, in: context)
        let text = DocumentText.text(ScenarioStarter.tree(id: id, schema: file.schema))
        let schema = try file.write(text, access: .shared, in: context)
        guard let shown = file.shown else { return }
        let next = NextCommands(program: context.programName, store: nil)
        var lines = ["Wrote    \(shown.printable)   3 steps, 1 inject, 1 decision"]
        if let schema { lines.append("         \(schema.printable)   with it editors explain each key") }
        lines.append("Next     " + context.style(terminal)(.command, next.lint(shown)))
        try context.output.write(lines.joined(separator: "\n") + "\n")
    }
}
