import ArgumentParser
import DrillStore
import Foundation

/// Where runs are kept.
struct StoreOptions: ParsableArguments {
    @Option(
        help: .init(
            "Database of runs (default: DRILL_STORE, or drill/runs.sqlite in the user's data folder).",
            valueName: "file"),
        completion: .file())
    var store: String?

    /// The flag before `DRILL_STORE` before `XDG_DATA_HOME` before `~/.local/share`.
    func url(in context: Context) -> URL {
        if let store { return context.url(store) }
        let environment = context.environment
        if let path = environment["DRILL_STORE"], !path.isEmpty { return context.url(path) }
        let data =
            if let folder = environment["XDG_DATA_HOME"], folder.hasPrefix("/") {
                URL(filePath: folder, directoryHint: .isDirectory)
            } else {
                URL(filePath: environment["HOME"] ?? "/", directoryHint: .isDirectory)
                    .appending(path: ".local/share", directoryHint: .isDirectory)
            }
        return data.appending(path: "drill/runs.sqlite", directoryHint: .notDirectory)
    }

    /// The store, made where it is missing.
    func open(in context: Context) throws(StoreError) -> RunStore { try RunStore(path: url(in: context).path) }

    /// The store; nil where there is none: looking makes no file.
    func openIfPresent(in context: Context) throws(StoreError) -> RunStore? {
        let url = url(in: context)
        return FileManager.default.fileExists(atPath: url.path) ? try open(in: context) : nil
    }

    /// The store that must hold the run.
    func openToRead(_ reference: String, in context: Context) throws(StoreError) -> RunStore {
        guard let store = try openIfPresent(in: context) else { throw .notFound(reference: reference) }
        return store
    }
}
