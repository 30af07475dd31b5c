import Foundation
import Reports

/// A folder of papers: appears complete or not at all, readable by nobody else.
struct PapersFolder {
    /// As people wrote it or would write it, for messages.
    let shown: String
    private let path: String

    /// The folder named with `--out`, else the one proposed, below the working folder.
    init(out: String?, otherwise: String, in context: Context) {
        shown = out ?? otherwise
        path = context.url(shown).standardizedFileURL.resolvingSymlinksInPath().path
    }

    /// The page that links all others.
    var indexPath: String { (shown.hasSuffix("/") ? shown : shown + "/") + "index.html" }

    /// Throws `FolderError` where papers could not be written; tried before long work.
    func check() throws(FolderError) { try AtomicFolder.check(path, names: [], earlier: Self.isPaper) }

    /// Writes the files; what an earlier call wrote there is replaced.
    ///
    /// Throws `FolderError` where the folder holds anything else than papers, and leaves it as it was.
    func write(_ files: [PaperFile]) throws(FolderError) {
        let folder = try AtomicFolder(staging: files.map { ($0.path, $0.bytes) }, for: path, earlier: Self.isPaper)
        try folder.commit()
    }

    /// Whether this program may have written such a file into a folder of papers: formats and scenarios may have
    /// changed since.
    static func isPaper(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        guard let file = parts.last, let first = parts.first, parts.count == 1 || first.hasPrefix("scenario-") else {
            return false
        }
        if parts.count < 3, first.hasPrefix("scenario-") { return true }
        let names = [
            "index", "facilitator-guide", "events-list", "situation-manual", "agenda", "evaluation-guide", "feedback",
            "actions", "after-action-report", "evaluation-guide-completed", "improvement-plan", "record",
        ]
        let pieces = file.split(separator: ".")
        guard pieces.count == 2, ["html", "docx", "csv", "json"].contains(pieces[1]) else { return false }
        return names.contains(String(pieces[0])) || pieces[0].hasPrefix("players-")
    }
}
