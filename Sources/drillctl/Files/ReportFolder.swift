import DrillResults
import Foundation
import Reports

/// Where a run's report goes, and what it consists of.
struct ReportFolder {
    /// As people wrote it or would write it, for messages.
    let shown: String
    private let path: String

    private static let page = "index.html"
    private static let results = "results.json"

    /// The folder named with `--out`, else `reports/` and the exercise's id below the working folder.
    ///
    /// Throws `FolderError` early where nothing could be written there.
    init(out: String?, exercise: String, in context: Context) throws(FolderError) {
        shown = out ?? "reports/\(exercise)"
        path = context.url(shown).standardizedFileURL.resolvingSymlinksInPath().path
        try AtomicFolder.check(path, names: [Self.page, Self.results])
    }

    /// The page that people open.
    var pagePath: String { (shown.hasSuffix("/") ? shown : shown + "/") + Self.page }

    /// The same from the root, so that it is found from any folder.
    var fullPagePath: String { path + "/" + Self.page }

    /// Writes everything beside the folder's place; `commit()` puts it there.
    func stage(_ result: RunResult) throws -> AtomicFolder {
        let files = [
            (Self.page, Array(ReportWriter.html(for: result).utf8)),
            (Self.results, Array(try JSONText.encode(result).utf8)),
        ]
        return try AtomicFolder(staging: files, for: path)
    }
}
