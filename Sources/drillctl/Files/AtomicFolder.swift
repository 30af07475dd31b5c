import CExchange
import Foundation

/// A folder that appears complete or not at all: written beside its place, then exchanged with what stands there.
///
/// Weakness lists are a target map: folders are 0700, files 0600. Only what this program wrote, and nobody has changed
/// since, is replaced (``WrittenFiles``).
final class AtomicFolder {
    /// Absolute path without links.
    let target: String
    /// As people wrote it, for messages.
    private let shown: String
    private let interrupt: Interrupt
    private let staging: StagingPlace
    /// What is to stand in the folder; to be closed before ``commit()``.
    let files: StagedFiles

    /// Takes the place, before long work, and finds out what would make writing fail: the target is a file, holds what
    /// people wrote, an input or the working folder; its parent takes no new folder; another process is writing there.
    ///
    /// - Parameters:
    ///   - shown: the folder as people wrote it, relative to the working folder.
    ///   - inputs: what the command reads, written the same way; a folder that holds one of them is never replaced.
    init(_ shown: String, inputs: [String], in context: Context) throws(FolderError) {
        func path(_ shown: String) -> String { context.url(shown).standardizedFileURL.resolvingSymlinksInPath().path }
        let target = path(shown)
        func isIn(_ path: String) -> Bool { path == target || path.hasPrefix(target == "/" ? "/" : target + "/") }
        if isIn(path(".")) { throw .isWorkingFolder(shown) }
        if let input = inputs.first(where: { isIn(path($0)) }) { throw .holdsInput(shown, input: input) }
        (self.target, self.shown, interrupt) = (target, shown, context.interrupt)
        try Self.refuseOthers(at: target, shown)
        var parent = Self.parentFolder(of: target)
        while !Self.exists(parent) { parent = Self.parentFolder(of: parent) }
        guard Self.isFolder(parent) else { throw .isFile(parent) }
        staging = try StagingPlace(for: target, shown: shown, in: parent)
        files = StagedFiles(in: staging.path, shown: shown)
    }

    /// Puts the folder in its place, in one step; what stood there is gone afterwards.
    func commit() throws(FolderError) {
        interrupt.beginWriting()
        // Somebody may have written a note meanwhile.
        try Self.refuseOthers(at: target, shown)
        let made = try Self.makeParents(Self.parentFolder(of: target))
        let hadOld = Self.exists(target)
        let result =
            hadOld
            ? exchange(staging.path, target) : rename(staging.path, target)
        guard result == 0 else {
            let code = errno
            for parent in made.reversed() { rmdir(parent) }
            throw FolderError(shown, code: code)
        }
        // The earlier folder lies at the staging place now, and goes with it; unless somebody wrote into it between the
        // look and the exchange.
        guard hadOld, let foreign = WrittenFiles(in: staging.path).foreign(in: staging.path), !foreign.isEmpty else {
            return
        }
        guard exchange(staging.path, target) == 0 else { throw FolderError(shown, code: errno) }
        throw .holdsOthers(shown, foreign)
    }

    private func exchange(_ new: String, _ old: String) -> Int32 {
        let result = exchange_paths(new, old)
        guard result != 0, errno == EINVAL || errno == ENOSYS else { return result }
        // A file system that knows no exchange: the earlier folder steps aside, and back where that fails.
        let aside = staging.aside
        guard rename(old, aside) == 0 else { return -1 }
        guard rename(new, old) == 0 else {
            let code = errno
            rename(aside, old)
            errno = code
            return -1
        }
        // Another start may have cleared it meanwhile.
        return rename(aside, new) == 0 || errno == ENOENT ? 0 : -1
    }

    // MARK: Whose folder

    private static func refuseOthers(at target: String, _ shown: String) throws(FolderError) {
        guard exists(target) else { return }
        guard isFolder(target) else { throw .isFile(shown) }
        guard let foreign = WrittenFiles(in: target).foreign(in: target) else { throw .notWritable(shown) }
        guard foreign.isEmpty else {
            throw .holdsOthers(shown, foreign)
        }
    }

    // MARK: Files and folders

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

    private static func parentFolder(of path: String) -> String {
        (path as NSString).deletingLastPathComponent
    }

    private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
