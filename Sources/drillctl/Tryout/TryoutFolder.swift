import Foundation
import Scenarios

/// The folder of its own into which a try goes.
struct TryoutFolder {
    /// As people wrote it or would write it, with a slash at its end.
    let shown: String
    private let path: String
    private let replaces: Bool

    /// Finds out, before anybody is asked anything, what would make writing fail.
    ///
    /// - Throws: `CommandFailure`: something stands there and is not to be replaced, with another name that is free.
    init(out: String?, otherwise: String, replaces: Bool, in context: Context) throws {
        let name = out ?? otherwise
        shown = name.hasSuffix("/") ? name : name + "/"
        path = RelativePath.normalized(context.url(name).path)
        self.replaces = replaces
        guard access(path, F_OK) == 0 else { return }
        let present = try? FileManager.default.contentsOfDirectory(atPath: path)
        let isFree = present?.isEmpty ?? false
        guard !isFree, present == nil || !replaces else { return }
        let base = String(shown.dropLast())
        let free = (2...).lazy.map { "\(base)-\($0)" }.first { access(context.url($0).path, F_OK) != 0 } ?? base
        let reason = present == nil ? "is no folder that can be read" : "is there and holds files"
        let replacing = present == nil ? "" : ", or replace what try wrote there with --force"
        throw CommandFailure(
            "'\(base.printable)' \(reason); take another with --out \(free.printable)\(replacing)")
    }

    /// Writes the files; whatever else stands in the folder is left alone. Only its owner may look into it.
    func write(_ files: [TryoutDocuments.File]) throws(FileError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw FileError.cannotWrite(shown, reason: "the folder cannot be made")
        }
        for file in files {
            try AtomicFile.write(
                file.text, to: path + "/" + file.name, shown: shown + file.name, access: file.access,
                replaces: replaces)
        }
    }
}
