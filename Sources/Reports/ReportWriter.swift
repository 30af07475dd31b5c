public import DrillResults
public import Scenarios

/// Writes what a run says as pages for people.
public enum ReportWriter {
    /// Where the manager's single page on a company lies, relative to the report's folder.
    public static func managerPage(ofCompany id: String) -> String {
        ReportPath.folder(ofCompany: id) + ReportPath.index
    }

    /// A folder of pages that need nothing beside them: no script, no font, no picture, no request to anywhere.
    ///
    /// `index.html` over all companies, for each company `companies/ID/index.html` (a manager's single page) and
    /// `companies/ID/security.html` (for whoever takes the numbers apart), and `appendix.html` (method, catalog,
    /// documents). The same input gives the same bytes; every text of the input is escaped.
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
        let report = Report(run: result, analysis: analysis, catalog: catalog, options: options)
        var files = [ReportFile(path: ReportPath.index, text: IndexPage(report: report).markup.html)]
        for company in report.companies {
            let folder = ReportPath.folder(ofCompany: company.id)
            files.append(ReportFile(path: folder + ReportPath.index, text: ManagerPage(company: company).markup.html))
            files.append(
                ReportFile(path: folder + ReportPath.security, text: SecurityPage(company: company).markup.html))
        }
        files.append(ReportFile(path: ReportPath.appendix, text: AppendixPage(report: report).markup.html))
        return files
    }
}
