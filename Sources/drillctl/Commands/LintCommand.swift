import ArgumentParser
import DrillEngine
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
            For an exercise also, by simulation, a decision that never changes anything and a control that never \
            matters. Exits with 65 where there is an error.

            EXAMPLES
              drillctl lint scenarios
              drillctl lint unpatched-portal.json --format sarif
            """)

    @OptionGroup var own: CatalogOptions
    @OptionGroup var documents: DiagnosticOptions

    func run(in context: Context) async throws {
        try await documents.report(in: context, own) { loader, path in
            try await loader.lint(path) + simulated(path, loader, in: context)
        }
    }

    /// What only simulation shows; nothing for documents other than sound exercises.
    private func simulated(_ path: String, _ loader: DocumentLoader, in context: Context) async throws -> [Diagnostic] {
        guard loader.load(path).source?.kind == DocumentKind.exercise.rawValue,
            let exercise = loader.loadExercise(path).exercise
        else { return [] }
        return try await context.interrupt.run {
            try await SimulationLint(exercise, threads: ProcessInfo.processInfo.activeProcessorCount).diagnostics()
        }
    }
}
