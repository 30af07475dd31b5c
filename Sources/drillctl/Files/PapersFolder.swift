import Foundation
import Reports

/// A folder of papers: appears complete or not at all, readable by nobody else.
struct PapersFolder {
    /// As people wrote it or would write it, for messages.
    let shown: String
    private let folder: AtomicFolder

    /// The folder named with `--out`, else the one proposed, below the working folder.
    ///
    /// Throws `FolderError` early where papers could not be written, or where what people wrote would be lost.
    ///
    /// - Parameter inputs: files that the command reads, as people wrote them.
    init(out: String?, otherwise: String, inputs: [String], in context: Context) throws(FolderError) {
        shown = out ?? otherwise
        folder = try AtomicFolder(shown, inputs: inputs, in: context)
    }

    /// The page that links all others.
    var indexPath: String { (shown.hasSuffix("/") ? shown : shown + "/") + "index.html" }

    /// Writes the files; what an earlier call wrote there is replaced.
    func write(_ files: [PaperFile]) throws {
        for file in files { try folder.files.add(file.path, file.bytes) }
        try folder.files.close()
        try folder.commit()
    }
}
