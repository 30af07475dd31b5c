internal import DrillResults

/// The frame around the sections: head, markings, order of the sections.
struct Page {
    let report: Report

    var markup: Markup {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="robots" content="noindex, nofollow">
        <meta name="color-scheme" content="light dark">
        <title>\(report.run.exercise.title) · exercise report · \(report.run.exercise.marking)</title>
        <style>
        \(Styles.sheet)\(Marking(report: report).sheets)</style>
        </head>
        <body>
        <a class="skip" href="#verdict">Skip to the verdict</a>
        \(Marking(report: report).top)\(Self.patterns)<div class="page">
        \(HeaderSection(report: report).markup)<main>
        \(VerdictSection(report: report).markup)\(SummarySection(report: report).markup)\
        \(WhySection(report: report).markup)\(HeatSection(report: report).markup)\
        <section id="companies" aria-labelledby="companies-title">
        <h2 id="companies-title">Company by company</h2>
        \(RaceLegend.markup)\
        \(report.run.companies.map { CompanySection(report: report, company: $0).markup })</section>
        \(ScenarioSection(report: report).markup)\(BasisSection(report: report).markup)\
        \(ReadingSection(report: report).markup)\(DocumentSection(report: report).markup)</main>
        </div>
        \(Marking(report: report).bottom)</body>
        </html>

        """
    }

    /// Fills that the charts share.
    private static let patterns: Markup = """
        <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>\
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2" height="6"/></pattern>\
        </defs></svg>

        """
}
