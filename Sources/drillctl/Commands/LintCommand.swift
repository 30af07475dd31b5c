import ArgumentParser
import Foundation
import Scenarios

/// What is valid and still not what somebody meant.
struct LintCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Report what is valid and still hardly meant: steps that never start, spoilers, idle decisions.",
        usage: "drillctl lint <path> … [options]",
        discussion: """
            Everything that validate reports, and beyond: a step that can never start, an objective that no step reaches, \
            an inject without expected action, a text that spoils a later inject, more injects than a table can discuss. \
            Exits with 65 where there is an error.

            EXAMPLES
              drillctl lint scenarios
              drillctl lint unpatched-portal.json --format sarif
            """)

    @OptionGroup var documents: DiagnosticOptions

    func run(in context: Context) async throws {
        let loader = DocumentLoader.disk
        try documents.report(in: context) { loader.lint($0) }
    }
}
