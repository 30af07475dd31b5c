import Foundation

/// The documents that paths on the command line mean.
enum DocumentPaths {
    /// Files as they were named; folders give every `*.json` below them, in the order of their paths. Hidden files and
    /// folders are left out. Each file once.
    ///
    /// - Throws: `CommandFailure` (invalid document) where a folder cannot be listed or holds no document.
    static func expand(_ paths: [String], from workingFolder: URL) throws(CommandFailure) -> [String] {
        var found: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            let full = URL(filePath: path, relativeTo: workingFolder).path
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), isFolder.boolValue else {
                found.append(path)
                continue
            }
            let inside = try documents(in: full)
            let prefix = path.hasSuffix("/") ? path : path + "/"
            found += inside.map { path == "." ? $0 : prefix + $0 }
        }
        var seen: Set<String> = []
        return found.filter { seen.insert($0).inserted }
    }

    /// Paths relative to the folder.
    private static func documents(in folder: String) throws(CommandFailure) -> [String] {
        guard access(folder, R_OK | X_OK) == 0, let walker = FileManager.default.enumerator(atPath: folder) else {
            throw CommandFailure(.invalidDocument, "the folder '\(folder)' cannot be listed")
        }
        var found: [String] = []
        while let entry = walker.nextObject() as? String {
            if (entry as NSString).lastPathComponent.hasPrefix(".") {
                walker.skipDescendants()
            } else if entry.hasSuffix(".json"), walker.fileAttributes?[.type] as? FileAttributeType != .typeDirectory {
                found.append(entry)
            }
        }
        guard !found.isEmpty else {
            throw CommandFailure(.invalidDocument, "the folder '\(folder)' holds no document (*.json)")
        }
        return found.sorted()
    }
}
