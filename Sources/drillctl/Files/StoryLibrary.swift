import Foundation
import Scenarios

/// The library of scenarios that comes with the program, wherever it was put.
struct StoryLibrary {
    /// A story as it lies in the library.
    struct Story: Sendable {
        /// `unpatched-portal.json`.
        var name: String
        var bytes: [UInt8]
        var scenario: Scenario
    }

    /// The folder, as people would name it.
    let shown: String
    /// In the order of their names.
    let stories: [Story]

    /// The library in the folder that was named, else beside the program, in its source tree, or in the working folder.
    ///
    /// - Throws: `CommandFailure`: nothing was found, with the places that were looked at; or a document has errors,
    ///   which are told.
    static func open(named: String?, in context: Context, _ terminal: TerminalOptions) throws -> StoryLibrary {
        if let named { return try read(named, in: context, terminal) }
        let places = places(in: context)
        guard let found = places.first(where: { holdsDocuments(context.url($0).path) }) else {
            throw CommandFailure(
                "no library of scenarios was found; looked in \(places.map { "'\($0.printable)'" }.joined(separator: ", ")); "
                    + "name its folder with --library")
        }
        return try read(found, in: context, terminal)
    }

    /// The folder that ``open(named:in:_:)`` would read where none was named; nil where there is none.
    static func folder(in context: Context) -> String? {
        places(in: context).first { holdsDocuments(context.url($0).path) }
    }

    /// In the order in which they are looked at.
    private static func places(in context: Context) -> [String] {
        var places: [String] = []
        if let program = context.programFolder {
            // bin/drillctl and share/drill/scenarios, as a tarball unpacks and as packages install.
            places.append(RelativePath.normalized(program + "/../share/drill/scenarios"))
            // .build/release/drillctl in the source tree.
            var folder = program
            while folder.count > 1 {
                if access(folder + "/Package.swift", F_OK) == 0 { places.append(folder + "/scenarios") }
                folder = (folder as NSString).deletingLastPathComponent
            }
        }
        let working = RelativePath.normalized(context.workingFolder.path)
        places.append("scenarios")
        // What lies below the working folder is said as people would type it.
        return places.map { $0.hasPrefix(working + "/") ? String($0.dropFirst(working.count + 1)) : $0 }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func names(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
    }

    private static func holdsDocuments(_ folder: String) -> Bool { !names(in: folder).isEmpty }

    private static func read(
        _ folder: String, in context: Context, _ terminal: TerminalOptions
    ) throws -> StoryLibrary {
        var stories: [Story] = []
        var diagnostics: [Diagnostic] = []
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        for name in names(in: context.url(folder).path) {
            let loaded = DocumentLoader.disk.load(context.url(prefix + name).path)
            guard loaded.source?.kind == DocumentKind.scenario.rawValue else { continue }
            diagnostics += loaded.diagnostics
            guard case .scenario(let scenario)? = loaded.document, let bytes = loaded.source?.bytes else { continue }
            stories.append(Story(name: name, bytes: bytes, scenario: scenario))
        }
        if !diagnostics.isEmpty {
            let output = DiagnosticOutput(diagnostics, documents: stories.count)
            try context.messages.write(output.text(.text, style: context.messageStyle(terminal)))
            if diagnostics.hasErrors { throw CommandFailure(silently: .invalidDocument) }
        }
        guard !stories.isEmpty else {
            throw CommandFailure(
                .wrongUsage, "the folder '\(folder.printable)' holds no scenario; name another with --library")
        }
        return StoryLibrary(shown: folder, stories: stories)
    }
}
