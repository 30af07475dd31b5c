import Foundation
import Ledger
import Texts

/// What this program wrote into a folder: the list that says whose files may be replaced.
///
/// The list stands in the folder itself, in the form of `sha256sum`, so that anybody can check it. What it does not name,
/// and what has changed since, belongs to people.
struct WrittenFiles: Equatable {
    /// The list's own name.
    static let name = "files.sha256"

    /// Hexadecimal SHA-256 by path within the folder.
    private var digests: [String: String] = [:]

    /// None yet.
    init() {}

    /// Adds a file.
    ///
    /// - Returns: Whether no file of the name was there.
    mutating func add(_ name: String, digest: Digest) -> Bool {
        digests.updateValue(digest.hex, forKey: name) == nil
    }

    /// The list that stands in the folder; empty where there is none.
    init(in folder: String) {
        // Read as documents are: a pipe in its place must not wait.
        guard case .success(let bytes) = DiskReader.read(folder + "/" + Self.name) else { return }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            let digits = line.prefix(2 * Digest.byteCount)
            guard line.count > digits.count + 2 else { continue }
            digests[String(line.dropFirst(digits.count + 2))] = String(digits)
        }
    }

    /// The list as it is written.
    var text: String {
        let head = """
            # EXERCISE. Written by drillctl: the files below, and nothing else, are replaced when it writes here again.
            # Check them with: sha256sum --check \(Self.name)

            """
        return head + digests.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
    }

    /// The paths below the folder that are not as this program wrote them, sorted.
    ///
    /// Folders count where no listed file lies in them; links always do: they are followed nowhere.
    ///
    /// - Returns: nil where the folder cannot be listed.
    func foreign(in folder: String) -> [String]? {
        guard let found = try? FileManager.default.subpathsOfDirectory(atPath: folder) else { return nil }
        var folders: Set<String> = []
        for name in digests.keys {
            var above = (name as NSString).deletingLastPathComponent
            while !above.isEmpty, folders.insert(above).inserted {
                above = (above as NSString).deletingLastPathComponent
            }
        }
        return found.sorted().filter { name in
            var status = stat()
            guard lstat(folder + "/" + name, &status) == 0 else { return true }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: return !folders.contains(name)
            case S_IFREG: return name != Self.name && !isOurs(name, in: folder)
            default: return true
            }
        }
    }

    private func isOurs(_ name: String, in folder: String) -> Bool {
        guard let digest = digests[name], let bytes = FileManager.default.contents(atPath: folder + "/" + name) else {
            return false
        }
        return (try? Digest(of: Array(bytes)).hex) == digest
    }
}
