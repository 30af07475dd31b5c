import ArgumentParser
import Foundation
import Intake
import Scenarios

/// An exercise that names documents which are there.
struct InitExerciseCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "exercise",
        abstract: "An exercise that names your documents and runs as it is.",
        discussion: """
            Suppliers that do not take part are added as external ones. Without --organization, the organizations in \
            the working folder take part; without --scenario, its scenarios and those in scenarios/ are played. \
            Folders give the documents in them. Documents with errors are reported, and nothing is written.

            EXAMPLES
              drillctl init exercise --organization my-company.json --scenario scenarios/unpatched-portal.json
              drillctl init exercise --organization my-company.json --scenario scenarios/*.json --out my-exercise.json
            """)

    @ArgumentParser.Option(
        parsing: .upToNextOption,
        help: .init("Organizations that take part, or folders of them.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var organization: [String] = []

    @ArgumentParser.Option(
        parsing: .upToNextOption, help: .init("Scenarios that are played, or folders of them.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var scenario: [String] = []

    @ArgumentParser.Option(help: "Id of the document.")
    var id = "my-exercise"

    @OptionGroup var starter: StarterOptions
    @OptionGroup var terminal: TerminalOptions

    func validate() throws { try IDArgument.check(id) }

    func run(in context: Context) async throws {
        let file = try StarterFile(.exercise, out: starter.out, id: id, replaces: starter.force, in: context)
        var found = NamedDocuments(context: context)
        let organizations = try found.organizations(organization).map { path, document in
            ExerciseStarter.Reference(path: file.seen(path, in: context), document: document)
        }
        let scenarios = try found.scenarios(scenario).map { path, document in
            ExerciseStarter.Reference(path: file.seen(path, in: context), document: document)
        }
        try tell(found.diagnostics, documents: organizations.count + scenarios.count, in: context)
        guard !organizations.isEmpty else { throw Self.missing("organization", "--organization my-company.json") }
        guard !scenarios.isEmpty else { throw Self.missing("scenario", "--scenario scenarios/unpatched-portal.json") }
        let tree = ExerciseStarter.tree(
            id: id, organizations: organizations, scenarios: scenarios, schema: file.schema)
        let text = DocumentText.text(tree)
        try check(text, at: file, in: context)
        let schema = try file.write(text, access: .shared, in: context)
        guard let shown = file.shown else { return }
        let next = NextCommands(program: context.programName, store: nil)
        let counts = "organizations: \(organizations.count), scenarios: \(scenarios.count)"
        var lines = ["Wrote    \(shown.printable)   \(counts)"]
        if let schema { lines.append("         \(schema.printable)   with it editors explain each key") }
        lines.append("Next     " + context.style(terminal)(.command, next.run(shown)))
        try context.output.write(lines.joined(separator: "\n") + "\n")
    }

    /// The exercise as it would be read from its place; its problems are told, with an error nothing is written.
    private func check(_ text: String, at file: StarterFile, in context: Context) throws {
        let path = file.path ?? context.workingFolder.appending(path: "\(id).json").path
        let loader = DocumentLoader { $0 == path ? .success(Array(text.utf8)) : DiskReader.read($0) }
        try tell(loader.loadExercise(path).diagnostics, documents: 1, in: context)
    }

    private func tell(_ diagnostics: [Diagnostic], documents: Int, in context: Context) throws {
        guard !diagnostics.isEmpty else { return }
        let output = DiagnosticOutput(diagnostics, documents: documents)
        try context.messages.write(output.text(.text, style: context.messageStyle(terminal)))
        if diagnostics.hasErrors { throw CommandFailure(silently: .invalidDocument) }
    }

    private static func missing(_ what: String, _ example: String) -> CommandFailure {
        CommandFailure(
            .wrongUsage, "no \(what) is named and none is in the working folder; name one, such as \(example)")
    }
}

/// Documents named on the command line, or lying about where nothing was named.
struct NamedDocuments {
    let context: Context
    /// Of documents that were named and cannot be used.
    private(set) var diagnostics: [Diagnostic] = []

    init(context: Context) { self.context = context }

    mutating func organizations(_ paths: [String]) throws -> [(String, Organization)] {
        try documents(paths, .organization, library: []).compactMap { path, document in
            if case .organization(let organization) = document { (path, organization) } else { nil }
        }
    }

    mutating func scenarios(_ paths: [String]) throws -> [(String, Scenario)] {
        try documents(paths, .scenario, library: ["scenarios"]).compactMap { path, document in
            if case .scenario(let scenario) = document { (path, scenario) } else { nil }
        }
    }

    /// Documents of a kind: a file that was named has to be one, folders are searched for them.
    private mutating func documents(
        _ paths: [String], _ kind: DocumentKind, library: [String]
    ) throws -> [(String, Document)] {
        var found: [(String, Document)] = []
        for path in paths {
            let files = try DocumentPaths([path], from: context.workingFolder).files
            found += files.compactMap { document($0, kind, isNamed: files == [path]) }
        }
        guard paths.isEmpty else { return found }
        for folder in ["."] + library {
            let full = context.url(folder).path
            let names = (try? FileManager.default.contentsOfDirectory(atPath: full)) ?? []
            let files = names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
            found += files.compactMap { document(folder == "." ? $0 : "\(folder)/\($0)", kind, isNamed: false) }
        }
        return found
    }

    private mutating func document(_ path: String, _ kind: DocumentKind, isNamed: Bool) -> (String, Document)? {
        let loaded = DocumentLoader.disk.load(path)
        guard isNamed || loaded.source?.kind == kind.rawValue else { return nil }
        diagnostics += loaded.diagnostics
        guard let document = loaded.document else { return nil }
        guard document.kind == kind else {
            diagnostics.append(
                Diagnostic(
                    severity: .error, rule: "wrong-document-kind", file: path,
                    message: "\(kind.rawValue) is expected; this is \(document.kind.rawValue)"))
            return nil
        }
        return (path, document)
    }
}
