internal import DrillResults

/// All companies of the exercise on one page, small enough for hundreds of them.
struct IndexPage {
    let report: Report

    var markup: Markup {
        PageFrame(
            frame: report.frame, place: .index, styles: Styles.index,
            content: """
                <div class="page">
                \(IndexMasthead(report: report).markup)<main id="main">
                \(IndexVerdict(report: report).markup)\
                \(IndexStanding(report: report).section?.markup ?? .empty)\
                \(IndexCompanies(report: report).section?.markup ?? .empty)\
                \(IndexHeat(report: report).section?.markup ?? .empty)\
                \(IndexReading(report: report).section.markup)</main>
                </div>

                """
        ).markup
    }
}
