import DrillResults
import Foundation
import Reports
import Scenarios

/// Where a run's report goes, and what it consists of: pages, the same as Word documents, tables, and everything as JSON.
struct ReportFolder {
    /// As people wrote it or would write it, for messages.
    let shown: String
    private let path: String

    private static let page = "index.html"

    /// The folder named with `--out`, else `reports/` and the exercise's id below the working folder.
    ///
    /// Throws `FolderError` early where nothing could be written there.
    init(out: String?, exercise: String, in context: Context) throws(FolderError) {
        shown = out ?? "reports/\(exercise)"
        path = context.url(shown).standardizedFileURL.resolvingSymlinksInPath().path
        try AtomicFolder.check(path, names: [], earlier: Self.isReport)
    }

    /// The page that people open.
    var pagePath: String { (shown.hasSuffix("/") ? shown : shown + "/") + Self.page }

    /// The page that managers open.
    func managerPage(ofCompany id: String) -> String {
        (shown.hasSuffix("/") ? shown : shown + "/") + ReportWriter.managerPage(ofCompany: id)
    }

    /// The same from the root, so that it is found from any folder.
    var fullPagePath: String { path + "/" + Self.page }

    /// Writes everything beside the folder's place; `commit()` puts it there.
    func stage(
        _ result: RunResult, analysis: RunAnalysis?, catalog: Catalog, options: ReportOptions
    ) throws -> AtomicFolder {
        let pages = ReportWriter.files(for: result, analysis: analysis, catalog: catalog, options: options)
        let exports = ExportWriter.files(
            for: result, analysis: analysis, pages: pages.map { (path: $0.path, html: $0.text) })
        var files = pages.map { ($0.path, Array($0.text.utf8)) }
        files += exports.map { ($0.path, $0.bytes) }
        files.append(("results.json", Array(try JSONText.encode(result).utf8)))
        if let analysis { files.append(("analysis.json", Array(try JSONText.encode(analysis).utf8))) }
        return try AtomicFolder(staging: files, for: path, earlier: Self.isReport)
    }

    /// Whether this program may have written such a file into a report's folder: companies may have changed since.
    static func isReport(_ name: String) -> Bool {
        let parts = name.split(separator: "/").map(String.init)
        switch parts.first {
        case "tables": return parts.count == 1 || parts.count == 2 && ["csv", "txt"].contains(parts[1].suffixName)
        case "companies":
            guard parts.count == 3 else { return parts.count < 3 }
            return ["index", "security", "manager"].contains(parts[2].stem)
                && ["html", "docx"].contains(parts[2].suffixName)
        default:
            guard parts.count == 1 else { return false }
            return ["index.html", "index.docx", "appendix.html", "appendix.docx", "results.json", "analysis.json"]
                .contains(name)
        }
    }
}

extension String {
    /// Before the last dot.
    fileprivate var stem: String { split(separator: ".").dropLast().joined(separator: ".") }
    /// Behind the last dot.
    fileprivate var suffixName: String { split(separator: ".").last.map(String.init) ?? "" }
}
