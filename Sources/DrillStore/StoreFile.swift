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
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: systemReason()) }
        close(descriptor)
    }

    /// Takes from the file and its journals what others may do with them; for files that are known to be ours.
    static func closeToOthers(path: String) throws(StoreError) {
        for file in [path, path + "-wal", path + "-shm"] {
            var status = stat()
            guard stat(file, &status) == 0, status.st_mode & 0o077 != 0 else { continue }
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
