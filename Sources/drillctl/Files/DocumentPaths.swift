import Foundation
import Scenarios

/// The documents that paths on the command line mean.
struct DocumentPaths {
    /// As they were named, each once.
    private(set) var files: [String] = []
    /// Folders that cannot be looked into.
    private(set) var problems: [Diagnostic] = []
    /// Those of the files that were found in folders: nobody has said that they are documents.
    private(set) var found: Set<String> = []
    /// Device and number of each folder, so that a circle of links ends.
    private var visited: Set<[UInt64]> = []

    /// Files as they were named; folders give every file below them whose name ends with `.json`, in capitals or not,
    /// in the order of their paths. Links are followed, each folder once; hidden files and folders are left out.
    ///
    /// - Throws: `CommandFailure` (invalid document) where a folder holds no document and no other problem.
    init(_ paths: [String], from workingFolder: URL) throws(CommandFailure) {
        for path in paths {
            let full = URL(filePath: path, relativeTo: workingFolder).path
            guard Self.isFolder(full) else {
                files.append(path)
                continue
            }
            let before = (files.count, problems.count)
            look(into: full, shown: path == "." ? "" : path.hasSuffix("/") ? path : path + "/")
            if before == (files.count, problems.count) {
                throw CommandFailure(.invalidDocument, "the folder '\(path)' holds no document (*.json)")
            }
        }
        var seen: Set<String> = []
        files = files.filter { seen.insert($0).inserted }
    }

    /// - Parameter shown: what stands before names in it, with its slash.
    private mutating func look(into folder: String, shown: String) {
        var status = stat()
        guard stat(folder, &status) == 0, visited.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted else {
            return
        }
        guard access(folder, R_OK | X_OK) == 0,
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else {
            problems.append(
                Diagnostic(
                    severity: .error, rule: "unreadable-folder", file: shown.isEmpty ? "." : String(shown.dropLast()),
                    message: "the folder cannot be listed: nothing in it was checked"))
            return
        }
        // What this program wrote holds results, no documents.
        if names.contains(WrittenFiles.name) { return }
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder + "/" + name
            if Self.isFolder(path) {
                look(into: path, shown: shown + name + "/")
            } else if name.lowercased().hasSuffix(".json") {
                files.append(shown + name)
                found.insert(shown + name)
            }
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

extension LoadedExercise {
    /// The files that were read, as people and documents name them.
    var inputs: [String] { sources.map(\.path) }
}
