import ArgumentParser
import Foundation
import Scenarios

/// Every problem of documents, at once.
struct ValidateCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Report all problems of documents, with place and proposed fix.",
        usage: "drillctl validate <path> … [options]",
        discussion: """
            Folders are searched for *.json, in capitals or not, through links too; JSON schemas are left out, and what \
            an exercise refers to is checked with it. Exits with 65 where there is an error; warnings alone are no reason \
            to fail.

            EXAMPLES
              drillctl validate scenarios
              drillctl validate harbor-credit.json --format json
              drillctl validate scenarios --format sarif > drill.sarif
            """)

    @OptionGroup var own: CatalogOptions
    @OptionGroup var documents: DiagnosticOptions

    func run(in context: Context) async throws {
        try await documents.report(in: context, own) { loader, path in loader.check(path) }
    }
}

/// Arguments of the commands that report diagnostics.
struct DiagnosticOptions: ParsableArguments {
    @Argument(
        help: .init("Documents, or folders of documents.", valueName: "path"),
        completion: .file(extensions: ["json"]))
    var paths: [String]

    // Qualified: a decision's option has the same name.
    @ArgumentParser.Option(help: "How to write the diagnostics.")
    var format = DiagnosticFormat.text

    @OptionGroup var terminal: TerminalOptions

    /// Writes what the check finds in each document; throws the exit status where there is an error.
    ///
    /// With an own catalog or bundle that has errors, only these are told: what follows from them is noise.
    func report(
        in context: Context, _ own: CatalogOptions, check: (DocumentLoader, String) async throws -> [Diagnostic]
    ) async throws {
        let expanded = try DocumentPaths(paths, from: context.workingFolder)
        let files = expanded.files
        let (loader, problems) = own.read()
        var found = problems + expanded.problems
        // JSON Schemas lie beside documents and are none; whoever names one as a document is told.
        var schemas = 0
        if let loader {
            for file in files {
                let told = try await check(loader, file)
                if expanded.found.contains(file), told.contains(where: { $0.rule == Rule.schema.rawValue }) {
                    schemas += 1
                } else {
                    found += told
                }
            }
        }
        let output = DiagnosticOutput(found, documents: own.count + (loader == nil ? 0 : files.count - schemas))
        try context.output.write(output.text(format, style: context.style(terminal)))
        if format == .text {
            let left = schemas == 0 ? "" : "; \(schemas) JSON schema\(schemas == 1 ? "" : "s") left out"
            try context.messages.writeLine(output.summary + left)
        }
        if output.diagnostics.hasErrors { throw CommandFailure(silently: .invalidDocument) }
    }
}
