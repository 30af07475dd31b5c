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

    /// Where an earlier folder steps aside for a moment, on file systems that know no exchange.
    var aside: String { path + Self.asideSuffix }
    private static let asideSuffix = ".old"

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
        for left in Self.places(in: parent) where !Self.clear(left, in: parent) {
            if Self.target(of: left) == name { throw .busy(shown) }
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
        return Set(names.map { $0.hasSuffix(suffix + asideSuffix) ? String($0.dropLast(asideSuffix.count)) : $0 })
            .filter { $0.hasPrefix(".") && $0.hasSuffix(suffix) }.sorted()
    }

    /// ".report.4711.drillctl-part" stages "report"; names may hold points themselves.
    private static func target(of place: String) -> String {
        place.dropFirst().dropLast(suffix.count).split(separator: ".", omittingEmptySubsequences: false)
            .dropLast().joined(separator: ".")
    }

    /// Removes a place that no process holds; false where one does.
    ///
    /// Who was killed between stepping aside and coming back has left the earlier folder aside: it goes back first.
    private static func clear(_ name: String, in parent: String) -> Bool {
        let place = parent + "/" + name
        let descriptor = open(place, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor < 0 ? errno == ENOENT : flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            // Held, or nothing of ours.
            return descriptor < 0
        }
        let target = parent + "/" + target(of: name)
        if access(target, F_OK) != 0 { rename(place + asideSuffix, target) }
        for left in [place, place + asideSuffix] { try? FileManager.default.removeItem(atPath: left) }
        return true
    }
}
