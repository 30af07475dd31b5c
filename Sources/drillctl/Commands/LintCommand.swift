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
            Of a story also a step that no control touches. For an exercise also, by simulation, a decision that never \
            changes anything and a control that never matters. Exits with 65 where there is an error.

            With --controls, the table behind it instead: for each step which controls prevent, slow or notice it, at \
            whatever level, and on which way in. Nothing is simulated for it.

            EXAMPLES
              drillctl lint scenarios
              drillctl lint unpatched-portal.json --format sarif
              drillctl lint unpatched-portal.json --controls
            """)

    @Flag(help: "Show which controls touch each step, and on which way in.")
    var controls = false

    @OptionGroup var own: CatalogOptions
    @OptionGroup var documents: DiagnosticOptions

    func validate() throws {
        if controls, documents.format == .sarif {
            throw ValidationError("--controls writes text or JSON; SARIF holds diagnostics only.")
        }
    }

    func run(in context: Context) async throws {
        if controls { return try ControlTables(documents: documents, own: own).write(in: context) }
        var asked: Set<String>?
        try await documents.report(in: context, own) { loader, path in
            let known = try asked ?? controlsAsked(loader, in: context)
            asked = known
            return try await loader.lint(path) + untouched(path, loader: loader)
                + simulated(path, loader: loader, asked: known, in: context)
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

    /// Steps that no control touches, of a scenario or of those that an exercise names.
    private func untouched(_ path: String, loader: DocumentLoader) -> [Diagnostic] {
        let loaded = loader.load(path)
        let lint = ControlLint(catalog: loader.catalog, techniques: loader.techniques)
        if case .scenario(let scenario)? = loaded.document, let source = loaded.source {
            return lint.diagnostics(scenario, in: source)
        }
        guard let exercise = exercise(path, loader) else { return [] }
        return exercise.scenarios.flatMap { scenario in
            exercise.sources.filter { $0.kind == DocumentKind.scenario.rawValue && $0.id == scenario.id }
                .flatMap { lint.diagnostics(scenario, in: $0) }
        }
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
