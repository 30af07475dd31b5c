public import DrillResults
public import Scenarios

/// The pages of a report, made some at a time: a report of hundreds of companies need never be in memory as a whole.
public struct ReportPages: Sendable {
    private let report: Report

    /// - Parameters:
    ///   - result: what was simulated.
    ///   - analysis: of the same run; without it, or where it lacks a company or a part, pages say what is missing.
    ///   - catalog: that of the run, for the appendices; without it they list no entries.
    ///   - options: what the run itself does not know, such as the date on the cover.
    public init(
        for result: RunResult, analysis: RunAnalysis? = nil, catalog: Catalog? = nil,
        options: ReportOptions = ReportOptions()
    ) {
        report = Report(run: result, analysis: analysis, catalog: catalog, options: options)
    }

    /// Sets of pages: the index, one for each company in the exercise's order, the appendix.
    public var count: Int { report.companies.count + 2 }

    /// The pages of one set.
    ///
    /// - Parameter number: 0 to ``count`` − 1.
    public func files(_ number: Int) -> [ReportFile] {
        if number == 0 { return [ReportFile(path: ReportPath.index, text: IndexPage(report: report).markup.html)] }
        guard number <= report.companies.count else {
            return [ReportFile(path: ReportPath.appendix, text: AppendixPage(report: report).markup.html)]
        }
        let company = report.companies[number - 1]
        let paths = company.paths
        let pages = [
            (paths.manager, ManagerPage(company: company).markup),
            (paths.security, SecurityPage(company: company).markup),
            (paths.appendix, AppendixPage(company: company, catalog: report.catalog).markup),
        ]
        return pages.map { ReportFile(path: paths.folder + $0, text: $1.html) }
    }
}
