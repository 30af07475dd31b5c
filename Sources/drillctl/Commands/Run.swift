import ArgumentParser
import DrillResults
import Foundation

/// The main job: simulate, score, store, write the report.
struct Run: DrillCommand {
    static let configuration = CommandConfiguration(
        abstract: "Simulate an exercise, store the run and write its report.",
        usage: "drillctl run <exercise.json> [options]",
        discussion: """
            Nothing is contacted or executed: attacks are modelled. The same documents, seed, trials and worlds give \
            the same bytes, whatever the number of threads.

            EXAMPLES
              drillctl run scenarios/exercises/autumn-drill.json
              drillctl run autumn-drill.json --trials 100000 --out reports/long
              drillctl run autumn-drill.json --fail-if "probability(personal-data) > 20 %"
              drillctl run autumn-drill.json --format json > results.json
            """)

    @Argument(help: .init("The exercise.", valueName: "exercise.json"), completion: .file(extensions: ["json"]))
    var exercise: String

    @Option(help: .init("Trials in all for each company and scenario.", valueName: "n"))
    var trials: Int?

    @Option(help: .init("Worlds over which the trials are dealt: draws of what is not known.", valueName: "w"))
    var worlds: Int?

    @Option(help: .init("Seed of the random numbers.", valueName: "s"))
    var seed: UInt64?

    @OptionGroup var threads: ThreadOptions

    @Option(
        help: .init("Folder for the report (default: reports/ and the exercise's id).", valueName: "folder"),
        completion: .directory)
    var out: String?

    @Option(
        help: .init(
            "Exit with 2 if this holds, such as \"probability(personal-data) > 0.2\"; for the worst company.",
            valueName: "condition"))
    var failIf: String?

    @Option(help: "How to write the result.")
    var format = OutputFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func validate() throws {
        try Bounds.check("--trials", trials, 1...Bounds.mostTrials)
        try Bounds.check("--worlds", worlds, 1...100_000)
        if let failIf { _ = try Self.condition(failIf) }
    }

    func run(in context: Context) async throws {
        let condition = try failIf.map { try Self.condition($0) }
        _ = condition
        throw CommandFailure("not there yet")
    }

    private static func condition(_ text: String) throws -> FailCondition {
        do {
            return try ConditionParser.parse(text)
        } catch {
            throw ValidationError(error.text(expression: text))
        }
    }
}
