import ArgumentParser
import Foundation

@main
struct Drillctl: ParsableCommand {
    /// Of the program; the model has its own (`modelVersion`).
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "drillctl",
        abstract: "Where would we break, when would we notice, what should we fix first?",
        discussion: """
            Simulates modelled attacks on modelled companies. Nothing is contacted or executed.

            EXAMPLES
              drillctl try retail
              drillctl run scenarios/exercises/autumn-drill.json
              drillctl validate scenarios
              drillctl runs list

            EXIT STATUS
              0 done          1 failure           2 the condition of --fail-if holds
              64 wrong usage  65 invalid document 130 interrupted
            """,
        version: version,
        subcommands: [
            TryCommand.self, RunCommand.self, GraphCommand.self, ReplayCommand.self, RunsCommand.self,
            WeaknessesCommand.self,
            ScoresCommand.self, FindingsCommand.self, PlanCommand.self, ExplainCommand.self, ActionsCommand.self,
            CompareCommand.self, TrendCommand.self, ValidateCommand.self,
            LintCommand.self, InitCommand.self, QuestionnaireCommand.self, PapersCommand.self, RecordCommand.self,
            CatalogCommand.self, SchemaCommand.self, LanguageCommand.self,
        ])

    static func main() async {
        let context = Context.process()
        // A reader that goes away (`| head`) is an error of a write, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        let signals = context.interrupt.listen()
        let status = await Program.run(Array(CommandLine.arguments.dropFirst()), in: context)
        withExtendedLifetime(signals) { Foundation.exit(status.rawValue) }
    }
}
