import DrillEngine
import DrillResults
import Scenarios

/// What `lint --controls` writes: one table for each story that the paths name, alone or within an exercise.
struct ControlTables {
    let documents: DiagnosticOptions
    let own: CatalogOptions

    func write(in context: Context) throws {
        let loading = DocumentLoading(
            context: context, format: documents.format == .json ? .json : .text, terminal: documents.terminal)
        let loader = try loading.loader(own)
        let expanded = try DocumentPaths(documents.paths, from: context.workingFolder)
        var maps: [ControlMap] = []
        for file in expanded.files {
            for map in try self.maps(of: file, loader, loading)
            where !maps.contains(where: { $0.scenario == map.scenario }) {
                maps.append(map)
            }
        }
        guard !maps.isEmpty else {
            throw CommandFailure(.invalidDocument, "no scenario and no exercise is among the documents")
        }
        if documents.format == .json {
            try context.output.write(ControlMapJSON(maps: maps).value.text(.pretty) + "\n")
        } else {
            let text = ControlMapText(style: context.style(documents.terminal))
            try context.output.write(maps.map(text.page).joined(separator: "\n") + "\n" + text.foot)
        }
    }

    /// Those of one file; none of documents that hold no story.
    private func maps(of file: String, _ loader: DocumentLoader, _ loading: DocumentLoading) throws -> [ControlMap] {
        let mapper = ControlMapper(catalog: loader.catalog, techniques: loader.techniques)
        let loaded = loader.load(file)
        if loaded.source?.kind == DocumentKind.exercise.rawValue {
            let exercise = try loading.exercise(file, with: loader)
            return exercise.scenarios.map { mapper.map($0, on: exercise.organizations) }
        }
        if case .scenario(let scenario)? = loaded.document { return [mapper.map(scenario)] }
        guard !loaded.diagnostics.hasErrors else {
            throw CommandFailure(.invalidDocument, "'\(file)' has errors; drillctl validate tells them")
        }
        return []
    }
}
