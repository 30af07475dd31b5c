import ArgumentParser
import DrillEngine
import DrillResults
import Scenarios

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

    @ArgumentParser.Option(help: .init("Trials.", valueName: "n"))
    var trials = 100_000

    @ArgumentParser.Option(help: .init("Seed of the random numbers.", valueName: "s"))
    var seed: UInt64 = 1

    @ArgumentParser.OptionGroup var threads: ThreadOptions

    @Flag(help: "Calculate the probability without sampling; for graphs without times.")
    var exact = false

    @Flag(help: "Birnbaum importance, risk reduction worth and risk achievement worth of every node.")
    var importance = false

    @Flag(help: "Evaluate and print every node.")
    var nodes = false

    @ArgumentParser.Option(
        help: .init("Probability that at least so many nodes fall; may be repeated.", valueName: "n"))
    var atLeast: [Int] = []

    @ArgumentParser.Option(help: "How to write the result.")
    var format = OutputFormat.text

    @ArgumentParser.OptionGroup var terminal: TerminalOptions

    func validate() throws {
        try Bounds.check("--trials", trials, within: 1...Bounds.mostTrials)
        for count in atLeast { try Bounds.check("--at-least", count, within: 0...Int(Int32.max)) }
    }

    func run(in context: Context) async throws {
        let graph = try DocumentLoading(context: context, format: format, terminal: terminal).graph(file)
        let question = GraphAnalysis.Question(
            trials: trials, seed: seed, threads: threads.count, isExact: exact, importance: importance, nodes: nodes,
            atLeast: atLeast)
        let line = ProgressLine("Calculating \(graph.id) exactly", context: context, format: format, options: terminal)
        defer { line.finish() }
        let result = try await context.interrupt.run {
            try await EngineCalls.graph(graph, question) { line.update($0.words) }
        }
        line.finish()
        let sampled = exact ? 0 : trials
        switch format {
        case .json:
            let output = JSONOutput(
                modelVersion: Drill.modelVersion, seed: seed, trials: sampled, marking: MarkedWords.unstated,
                body: result)
            try context.output.write(output.text())
        case .text:
            let text = GraphText(
                graph: graph, result: result, trials: sampled, seed: seed, style: context.style(terminal))
            try context.output.write(text.text)
        }
    }
}

extension ExactStage {
    fileprivate var words: String {
        switch self {
        case .tables: "large tables"
        case .diagram(let number, let count): "large decision diagram, attempt \(number) of \(count)"
        }
    }
}
