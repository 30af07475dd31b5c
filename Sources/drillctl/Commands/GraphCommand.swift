import ArgumentParser
import Foundation

/// The engine on a bare attack graph.
struct GraphCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Evaluate an attack graph: its goal, by sampling or exactly.",
        usage: "drillctl graph <file.json> [options]",
        discussion: """
            Times are those of the trials that reach the goal by the horizon; "never" where none does. Without --nodes \
            only what the goal needs is simulated.

            EXAMPLES
              drillctl graph two-of-three.json --trials 100000
              drillctl graph fault-tree.json --exact --importance
              drillctl graph network.json --nodes --at-least 100 --format json
            """)

    @Argument(help: .init("The attack graph.", valueName: "file.json"), completion: .file(extensions: ["json"]))
    var file: String

    @Option(help: .init("Trials.", valueName: "n"))
    var trials = 100_000

    @Option(help: .init("Seed of the random numbers.", valueName: "s"))
    var seed: UInt64 = 1

    @OptionGroup var threads: ThreadOptions

    @Flag(help: "Calculate the probability without sampling; for graphs without times.")
    var exact = false

    @Flag(help: "Birnbaum importance, risk reduction worth and risk achievement worth of every node and defence.")
    var importance = false

    @Flag(help: "Evaluate and print every node.")
    var nodes = false

    @Option(help: .init("Probability that at least so many nodes fall; may be repeated.", valueName: "n"))
    var atLeast: [Int] = []

    @Option(help: "How to write the result.")
    var format = OutputFormat.text

    @OptionGroup var terminal: TerminalOptions

    func validate() throws {
        try Bounds.check("--trials", trials, 1...Bounds.mostTrials)
        for count in atLeast { try Bounds.check("--at-least", count, 0...Int(Int32.max)) }
    }

    func run(in context: Context) async throws { throw CommandFailure("not there yet") }
}
