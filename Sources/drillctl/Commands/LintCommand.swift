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
        var asked: Set<String>?
        try await documents.report(in: context, own) { loader, path in
            let known = try asked ?? controlsAsked(loader, in: context)
            asked = known
            return try await loader.lint(path) + simulated(path, loader: loader, asked: known, in: context)
        }
    }

    /// Controls for which any of the exercises asks: a company answers for all of them, whatever one exercise needs.
    private func controlsAsked(_ loader: DocumentLoader, in context: Context) throws -> Set<String> {
        let exercises = try DocumentPaths(documents.paths, from: context.workingFolder).files
            .compactMap { exercise($0, loader) }
        guard exercises.count > 1 else { return [] }
        return try exercises.reduce(into: []) { $0.formUnion(try SimulationLint($1, threads: 1).controlsAsked()) }
    }

    private func exercise(_ path: String, _ loader: DocumentLoader) -> LoadedExercise? {
        guard loader.load(path).source?.kind == DocumentKind.exercise.rawValue else { return nil }
        return loader.loadExercise(path).exercise
    }

    /// What only simulation shows; nothing for documents other than sound exercises.
    private func simulated(
        _ path: String, loader: DocumentLoader, asked: Set<String>, in context: Context
    ) async throws -> [Diagnostic] {
        guard let exercise = exercise(path, loader) else { return [] }
        return try await context.interrupt.run {
            let threads = ProcessInfo.processInfo.activeProcessorCount
            return try await SimulationLint(exercise, threads: threads, askedElsewhere: asked).diagnostics()
        }
    }
}
