internal import Foundation

/// The store's folder and file, closed to other users: what they hold is a map of weaknesses.
enum StoreFile {
    /// Makes what is missing: folders with mode 0700, the file with 0600. What exists stays as it is.
    static func prepare(path: String) throws(StoreError) {
        let folder = URL(filePath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotOpen(path: path, reason: "the folder \(folder.path) cannot be made (\(reason(of: error)))")
        }
        // Made by us before SQLite sees it: its journals take over the mode.
        // Not blocking: a pipe without a reader must not wait.
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: systemReason()) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .cannotOpen(path: path, reason: systemReason()) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .cannotOpen(path: path, reason: "it is no regular file") }
    }

    /// Does the work while no other process or thread opens a store in the same folder: who makes the tables, or
    /// upgrades them, does it alone. The lock (flock, on the folder) ends with the process, whatever ends it.
    static func alone<Value>(at path: String, _ work: () throws -> Value) rethrows -> Value {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        // A folder that cannot be read goes without: its owner then works alone anyway.
        if descriptor >= 0 { while flock(descriptor, LOCK_EX) != 0, errno == EINTR {} }
        return try work()
    }

    /// Takes from the file and its journals what others may do with them; for files that are known to be ours.
    static func closeToOthers(path: String) throws(StoreError) {
        for file in [path, path + "-wal", path + "-shm"] {
            var status = stat()
            guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 else {
                continue
            }
            guard chmod(file, 0o600) == 0 else {
                throw .cannotOpen(
                    path: path, reason: "others may use it, and that cannot be changed (\(systemReason()))")
            }
        }
    }

    private static func systemReason() -> String {
        String(cString: strerror(errno))
    }

    private static func reason(of error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        if let underlying, underlying.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(underlying.code)))
        }
        return (error as? CocoaError).map { $0.localizedDescription } ?? "\(error)"
    }
}
