import ArgumentParser
import Foundation

/// One trial of a stored run, told.
struct ReplayCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Tell one trial of a stored run as a timeline.",
        usage: "drillctl replay <run> --organization <id> --trial <n> [options]",
        discussion: """
            The trial is simulated again from the stored documents, seed and model version, and gives what it gave \
            then. RUN is an id, its beginning, or "last".

            EXAMPLES
              drillctl replay last --organization harbor-credit --trial 17
              drillctl replay 3f9a --organization harbor-credit --scenario unpatched-portal --trial 17 --format json
            """)

    @Argument(help: .init("A run's id, its beginning, or \"last\".", valueName: "run"))
    var runID: String

    @Option(help: .init("Whose trial.", valueName: "id"))
    var organization: String

    @Option(help: .init("Under which scenario (default: the one that hits the organization worst).", valueName: "id"))
    var scenario: String?

    @Option(help: .init("Which trial, from 0.", valueName: "n"))
    var trial: Int

    @Option(help: "How to write the result.")
    var format = OutputFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func validate() throws { try Bounds.check("--trial", trial, 0...Bounds.mostTrials - 1) }

    func run(in context: Context) async throws { throw CommandFailure("not there yet") }
}
