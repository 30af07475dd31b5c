import Foundation

/// A folder beside the one that is to appear, held by this process while it lives.
///
/// The lock (flock) goes with the process, whatever ends it; so a later start can tell what is left over from what is
/// being written, and numbers of processes that come again do no harm.
final class StagingPlace {
    /// Absolute path.
    let path: String
    private let descriptor: Int32

    private static let suffix = ".drillctl-part"

    /// Makes the folder in `parent`, after clearing what belongs to no living process.
    ///
    /// - Throws: `FolderError.busy` where another process stages the same name, and what the system says.
    init(for target: String, shown: String, in parent: String) throws(FolderError) {
        let name = (target as NSString).lastPathComponent
        let gate = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard gate >= 0 else { throw FolderError(shown, code: errno) }
        // Whoever makes, locks or clears places in this folder does it alone.
        defer { close(gate) }
        flock(gate, LOCK_EX)
        for left in Self.places(in: parent) {
            if Self.clear(parent + "/" + left) { continue }
            if left.hasPrefix("." + name + ".") { throw .busy(shown) }
        }
        path = parent + "/." + name + ".\(getpid())" + Self.suffix
        // Tried, not asked: permissions, read-only file systems and root's exceptions all count.
        guard mkdir(path, 0o700) == 0 else {
            let code = errno
            throw code == ENOENT ? .notWritable(shown) : FolderError(shown, code: code)
        }
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        flock(descriptor, LOCK_EX | LOCK_NB)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        close(descriptor)
    }

    private static func places(in parent: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        return names.filter { $0.hasPrefix(".") && $0.hasSuffix(suffix) }.sorted()
    }

    /// Removes a place that no process holds; false where one does.
    private static func clear(_ place: String) -> Bool {
        let descriptor = open(place, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return true }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
        try? FileManager.default.removeItem(atPath: place)
        return true
    }
}
