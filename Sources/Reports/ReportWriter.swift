public import DrillResults

/// Writes what a run says as a page for people.
public enum ReportWriter {
    /// One HTML page that needs nothing beside it: no script, no font, no picture, no request to anywhere.
    ///
    /// The same result gives the same text. Every text of the result is escaped.
    public static func html(for result: RunResult) -> String {
        Page(report: Report(run: result)).markup.html
    }
}
