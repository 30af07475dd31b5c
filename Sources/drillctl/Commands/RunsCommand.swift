import ArgumentParser

/// Groups the commands about stored runs.
struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: "List, show and delete stored runs.",
        discussion: """
            Every run is stored with its results and the documents it read. RUN is "last", a number as listed, or the \
            first digits of an id.

            EXAMPLES
              drillctl runs list
              drillctl runs show last
              drillctl runs delete 3
            """,
        subcommands: [RunsListCommand.self, RunsShowCommand.self, RunsDeleteCommand.self])
}
