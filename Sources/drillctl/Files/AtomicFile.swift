import Foundation

/// A file that appears whole or not at all: written beside its place, on disk, then put into it.
enum AtomicFile {
    /// Who may read what is written.
    enum Access: mode_t {
        /// Only its owner: it says where somebody is weak.
        case owner = 0o600
        /// As the process's umask says.
        case shared = 0o666
    }

    /// Writes the file, and the folders above it where they are missing.
    ///
    /// - Parameters:
    ///   - shown: the path as people wrote it, for messages; nil: the path itself.
    ///   - replaces: whether a file that stands there is replaced; otherwise it is left alone and
    ///     `FileError.exists` is thrown, even if it appears at the last moment.
    static func write(
        _ text: String, to path: String, shown: String? = nil, access: Access, replaces: Bool
    ) throws(FileError) {
        let shown = shown ?? path
        try check(path, shown: shown, replaces: replaces)
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty, Foundation.access(folder, F_OK) != 0 {
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            } catch {
                throw .cannotWrite(shown, reason: "the folder '\(folder)' cannot be made")
            }
        }
        let name = (path as NSString).lastPathComponent
        let temporary = clearedPlace(for: name, in: folder.isEmpty ? "." : folder)
        do throws(FileError) {
            try put(text, into: temporary, access: access, for: shown)
            if replaces {
                guard rename(temporary, path) == 0 else { throw FileError(shown, code: errno) }
            } else {
                // A link is made only where nothing stands.
                guard link(temporary, path) == 0 else {
                    throw errno == EEXIST ? .exists(shown) : FileError(shown, code: errno)
                }
                unlink(temporary)
            }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Finds out, before long work, what would make writing fail.
    static func check(_ path: String, shown: String? = nil, replaces: Bool) throws(FileError) {
        let shown = shown ?? path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        if isFolder.boolValue { throw .cannotWrite(shown, reason: "it is a folder") }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            // Not even with --force: a file in the place of a device would take it away from everybody.
            throw .cannotWrite(shown, reason: "it is no regular file")
        }
        if !replaces { throw .exists(shown) }
    }

    /// Where the file is written first; what killed processes left of the same file is removed.
    private static func clearedPlace(for name: String, in folder: String) -> String {
        let (prefix, suffix) = (".\(name).", ".part")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for left in names where left.hasPrefix(prefix) && left.hasSuffix(suffix) {
            guard let process = pid_t(left.dropFirst(prefix.count).dropLast(suffix.count)) else { continue }
            // A number may belong to a stranger by now; then the file waits for the next time.
            let isAlive = kill(process, 0) == 0 || errno == EPERM
            if !isAlive || process == getpid() { unlink(folder + "/" + left) }
        }
        return folder + "/\(prefix)\(getpid())\(suffix)"
    }

    private static func put(
        _ text: String, into temporary: String, access: Access, for path: String
    ) throws(FileError) {
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, access.rawValue)
        guard file >= 0 else { throw FileError(path, code: errno) }
        defer { close(file) }
        var remaining = Array(text.utf8)[...]
        while !remaining.isEmpty {
            let count = remaining.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count >= 0 {
                remaining = remaining.dropFirst(count)
            } else if errno != EINTR {
                throw FileError(path, code: errno)
            }
        }
        guard fsync(file) == 0 else { throw FileError(path, code: errno) }
    }
}

/// Why a file could not be written; nothing was left behind, and nothing that stood there was touched.
enum FileError: Error, Equatable {
    case exists(String)
    case cannotWrite(String, reason: String)

    /// From `errno` of a call on that path.
    init(_ path: String, code: Int32) { self = .cannotWrite(path, reason: String(cString: strerror(code))) }

    /// One sentence with what to do about it.
    var message: String {
        switch self {
        case .exists(let path): "'\(path)' exists already; name another file with --out, or replace it with --force"
        case .cannotWrite(let path, let reason): "cannot write '\(path)': \(reason)"
        }
    }
}
