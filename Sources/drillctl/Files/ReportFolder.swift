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

    /// Writes everything beside the folder's place, company by company; `commit()` puts it there.
    func stage(
        _ result: RunResult, analysis: RunAnalysis?, catalog: Catalog, options: ReportOptions, threads: Int
    ) async throws {
        let (pages, staged) = (
            ReportPages(for: result, analysis: analysis, catalog: catalog, options: options), folder.files
        )
        let (lanes, exercise) = (max(1, min(threads, pages.count)), result.exercise)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    for number in stride(from: lane, to: pages.count, by: lanes) {
                        for page in pages.files(number) {
                            let document = ExportWriter.document(of: page, exercise: exercise)
                            try staged.add(page.path, Array(page.text.utf8))
                            try staged.add(document.path, document.bytes)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        for sheet in ExportWriter.sheets(of: result, analysis: analysis) { try staged.add(sheet.path, sheet.bytes) }
        let marking = result.exercise.marking
        try staged.add("results.json", Array(JSONText.encode(Marked(result, marking: marking)).utf8))
        if let analysis {
            try staged.add("analysis.json", Array(JSONText.encode(Marked(analysis, marking: marking)).utf8))
        }
        try staged.close()
    }

    /// Puts what was staged in its place.
    func commit() throws(FolderError) { try folder.commit() }
}
