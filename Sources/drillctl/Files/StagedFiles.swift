import Foundation
import Ledger
import Synchronization

/// Files that wait beside the folder in which they are to stand; several tasks may add some at once.
final class StagedFiles: Sendable {
    private let folder: String
    /// As people wrote it, for messages.
    private let shown: String
    private let written = Mutex(WrittenFiles())

    /// - Parameter folder: Absolute path of a folder that is there.
    init(in folder: String, shown: String) {
        self.folder = folder
        self.shown = shown
    }

    /// Writes a file; it has reached the disk before this returns.
    ///
    /// - Parameter name: May hold forward slashes: folders within the folder.
    func add(_ name: String, _ bytes: [UInt8]) throws {
        let digest = try Digest(of: bytes)
        // A second file of one name would replace the first in silence.
        guard name != WrittenFiles.name, written.withLock({ $0.add(name, digest: digest) }) else {
            throw FolderError(shown, code: EEXIST)
        }
        try makeFolders(for: name)
        try write(bytes, to: folder + "/" + name)
    }

    /// Writes the list of what has been added, as the last file: now everything has reached the disk.
    func close() throws(FolderError) {
        try write(Array(written.withLock { $0.text }.utf8), to: folder + "/" + WrittenFiles.name)
    }

    private func makeFolders(for name: String) throws(FolderError) {
        let parts = name.split(separator: "/").dropLast()
        for end in parts.indices {
            let inner = parts[...end].joined(separator: "/")
            guard mkdir(folder + "/" + inner, 0o700) == 0 || errno == EEXIST else {
                throw FolderError(shown, code: errno)
            }
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws(FolderError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FolderError(shown, code: errno) }
        defer { Foundation.close(file) }
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
}
