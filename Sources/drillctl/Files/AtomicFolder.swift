import Foundation

/// A folder that appears complete or not at all: written beside its place, then renamed into it.
///
/// Weakness lists are a target map: folders are 0700, files 0600.
struct AtomicFolder {
    let target: String
    private let temporary: String
    private let createdParents: [String]

    /// Finds out, before long work, what would make writing fail: the target is a file, holds other files,
    /// or its parent takes no new folder.
    static func check(
        _ target: String, names: Set<String>, earlier: (String) -> Bool = { _ in false }
    ) throws(FolderError) {
        try refuseOthers(at: target, names: names, earlier)
        var parent = parentFolder(of: target)
        while !exists(parent) { parent = parentFolder(of: parent) }
        guard isFolder(parent) else { throw .isFile(parent) }
        // Tried, not asked: permissions, read-only file systems and root's exceptions all count.
        let probe = parent + "/.drillctl.\(getpid()).probe"
        guard mkdir(probe, 0o700) == 0 else {
            let code = errno
            throw code == ENOENT ? .notWritable(target) : FolderError(target, code: code)
        }
        rmdir(probe)
    }

    /// Writes the files into a new folder beside the target; each reaches the disk before this returns. Names may hold
    /// forward slashes: folders within the folder.
    ///
    /// - Parameter earlier: whether a file that is not among these may be replaced all the same.
    init(
        staging files: [(name: String, bytes: [UInt8])], for target: String,
        earlier: (String) -> Bool = { _ in false }
    ) throws(FolderError) {
        try Self.refuseOthers(at: target, names: Set(files.map(\.name)), earlier)
        self.target = target
        let parent = Self.parentFolder(of: target)
        createdParents = try Self.makeParents(parent)
        temporary = parent + "/." + (target as NSString).lastPathComponent + ".\(getpid()).part"
        do throws(FolderError) {
            // Left by a killed process that had our number.
            try? FileManager.default.removeItem(atPath: temporary)
            guard mkdir(temporary, 0o700) == 0 else { throw FolderError(target, code: errno) }
            for file in files {
                try Self.makeFolders(for: file.name, in: temporary, shown: target)
                try Self.write(file.bytes, to: temporary + "/" + file.name, shown: target)
            }
        } catch {
            discard()
            throw error
        }
    }

    /// Puts the folder in its place; what stood there is gone afterwards.
    func commit() throws(FolderError) {
        let old = temporary + ".old"
        let hadOld = Self.exists(target)
        if hadOld, rename(target, old) != 0 { throw failed(errno) }
        if rename(temporary, target) != 0 {
            let code = errno
            if hadOld { rename(old, target) }
            throw failed(code)
        }
        if hadOld { try? FileManager.default.removeItem(atPath: old) }
    }

    /// Removes what was staged, and the folders made for it.
    func discard() {
        try? FileManager.default.removeItem(atPath: temporary)
        for parent in createdParents.reversed() { rmdir(parent) }
    }

    private func failed(_ code: Int32) -> FolderError {
        discard()
        return FolderError(target, code: code)
    }

    private static func refuseOthers(
        at target: String, names: Set<String>, _ earlier: (String) -> Bool
    ) throws(FolderError) {
        guard exists(target) else { return }
        guard isFolder(target) else { throw .isFile(target) }
        guard let found = try? FileManager.default.subpathsOfDirectory(atPath: target) else {
            throw .notWritable(target)
        }
        let folders = Set(names.flatMap(folders))
        if let other = found.sorted().first(where: { !names.contains($0) && !folders.contains($0) && !earlier($0) }) {
            throw .holdsOthers(target, example: other)
        }
    }

    /// `a` and `a/b` of `a/b/c.html`.
    private static func folders(of name: String) -> [String] {
        let parts = name.split(separator: "/").dropLast()
        return parts.indices.map { parts[...$0].joined(separator: "/") }
    }

    private static func makeFolders(for name: String, in folder: String, shown: String) throws(FolderError) {
        for inner in folders(of: name) where mkdir(folder + "/" + inner, 0o700) != 0 && errno != EEXIST {
            throw FolderError(shown, code: errno)
        }
    }

    private static func makeParents(_ parent: String) throws(FolderError) -> [String] {
        var missing: [String] = []
        var path = parent
        while !exists(path) {
            missing.insert(path, at: 0)
            path = parentFolder(of: path)
        }
        for (index, path) in missing.enumerated() where mkdir(path, 0o700) != 0 && errno != EEXIST {
            let code = errno
            for made in missing[..<index].reversed() { rmdir(made) }
            throw FolderError(path, code: code)
        }
        return missing
    }

    private static func write(_ bytes: [UInt8], to path: String, shown: String) throws(FolderError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FolderError(shown, code: errno) }
        defer { close(file) }
        var remaining = bytes[...]
        while !remaining.isEmpty {
            let count = remaining.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count >= 0 {
                remaining = remaining.dropFirst(count)
            } else if errno != EINTR {
                throw FolderError(shown, code: errno)
            }
        }
        guard fsync(file) == 0 else { throw FolderError(shown, code: errno) }
    }

    private static func parentFolder(of path: String) -> String { (path as NSString).deletingLastPathComponent }

    private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
