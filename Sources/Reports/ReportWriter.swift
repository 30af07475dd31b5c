public import DrillResults
public import Scenarios

/// Writes what a run says as pages for people.
public enum ReportWriter {
    /// Where the manager's single page on a company lies, relative to the report's folder.
    public static func managerPage(ofCompany id: String, date: String?) -> String {
        let paths = CompanyPaths(company: id, date: date)
        return paths.folder + paths.manager
    }

    /// A folder of pages that need nothing beside them: no script, no font, no picture, no request to anywhere.
    ///
    /// `index.html` over all companies and `appendix.html` (method, catalog, documents) are the coordinator's. Each
    /// company has a folder `companies/ID/` of its own, which is all that it gets: a manager's single page, the security
    /// report for whoever takes the numbers apart, and an appendix with what these two rest on (``CompanyPaths``). None of
    /// them links out of the folder or holds anything of another company. The same input gives the same bytes; every text
    /// of the input is escaped.
    ///
    /// - Parameters:
    ///   - result: what was simulated.
    ///   - analysis: of the same run; without it, or where it lacks a company or a part, pages say what is missing.
    ///   - catalog: that of the run, for the appendix; without it the appendix lists no entries.
    ///   - options: what the run itself does not know, such as the date on the cover.
    /// - Returns: the index first, then the companies in the exercise's order, the appendix last.
    public static func files(
        for result: RunResult, analysis: RunAnalysis? = nil, catalog: Catalog? = nil,
        options: ReportOptions = ReportOptions()
    ) -> [ReportFile] {
        let pages = ReportPages(for: result, analysis: analysis, catalog: catalog, options: options)
        return (0..<pages.count).flatMap(pages.files)
    }
}
