import DrillResults
import Foundation
import Reports
import Scenarios

/// Where a run's report goes, and what it consists of: pages, the same as Word documents, tables, and everything as JSON.
struct ReportFolder {
    /// As people wrote it or would write it, for messages.
    let shown: String
    private let folder: AtomicFolder

    private static let page = "index.html"

    /// The folder named with `--out`, else `reports/` and the exercise's id below the working folder.
    ///
    /// Throws `FolderError` early where nothing could be written there, or where what people wrote would be lost.
    ///
    /// - Parameter inputs: files that the command reads, as people wrote them.
    init(out: String?, exercise: String, inputs: [String], in context: Context) throws(FolderError) {
        shown = out ?? "reports/\(exercise)"
        folder = try AtomicFolder(shown, inputs: inputs, in: context)
    }

    /// The page that people open.
    var pagePath: String { (shown.hasSuffix("/") ? shown : shown + "/") + Self.page }

    /// The page that managers open.
    func managerPage(ofCompany id: String, date: String?) -> String {
        (shown.hasSuffix("/") ? shown : shown + "/") + ReportWriter.managerPage(ofCompany: id, date: date)
    }

    /// The same from the root, so that it is found from any folder.
    var fullPagePath: String { folder.target + "/" + Self.page }

    /// Writes everything beside the folder's place; `commit()` puts it there.
    func stage(
        _ result: RunResult, analysis: RunAnalysis?, catalog: Catalog, options: ReportOptions, threads: Int
    ) async throws {
        let pages = ReportWriter.files(for: result, analysis: analysis, catalog: catalog, options: options)
        let exports = await ExportWriter.files(
            for: result, analysis: analysis, pages: pages.map { (path: $0.path, html: $0.text) }, threads: threads)
        var files = pages.map { ($0.path, Array($0.text.utf8)) }
        files += exports.map { ($0.path, $0.bytes) }
        let marking = result.exercise.marking
        files.append(("results.json", Array(try JSONText.encode(Marked(result, marking: marking)).utf8)))
        if let analysis {
            files.append(("analysis.json", Array(try JSONText.encode(Marked(analysis, marking: marking)).utf8)))
        }
        try folder.stage(files)
    }

    /// Puts what was staged in its place.
    func commit() throws(FolderError) { try folder.commit() }
}
