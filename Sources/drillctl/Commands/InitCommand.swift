import ArgumentParser

/// A first document of one's own.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Begin a document of your own: an organization, a scenario, an exercise.",
        discussion: """
            Each command gives a document that is valid and runs as it is, to be corrected rather than invented. From \
            nothing to a first result:

              drillctl questionnaire --out my-company.json
              drillctl init exercise --organization my-company.json --scenario scenarios/*.json --out my-exercise.json
              drillctl run my-exercise.json

            EXAMPLES
              drillctl init organization --template retail --out my-company.json
              drillctl init scenario --out my-scenario.json
              drillctl init exercise --organization my-company.json --scenario my-scenario.json
            """,
        subcommands: [InitOrganizationCommand.self, InitScenarioCommand.self, InitExerciseCommand.self])
}

/// Where a first document goes.
struct StarterOptions: ParsableArguments {
    @Option(
        help: .init("File, or folder that exists (default: standard output).", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var out: String?

    @Flag(help: "Replace a file that is there.")
    var force = false
}
