internal import DrillResults

/// The frame around every page: head, markings, the way to the other pages.
struct PageFrame {
    enum Place: Equatable {
        case index, appendix
        case manager(name: String)
        case security(name: String)
        /// A company's own.
        case basis(name: String)
    }

    let frame: RunFrame
    var place: Place
    /// Where the company's pages lie; nil on pages over all companies.
    var paths: CompanyPaths?
    /// Style sheets of this page beside the common ones.
    var styles: Markup
    /// Masthead and `main`.
    var content: Markup

    var markup: Markup {
        let marking = Marking(frame: frame)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="robots" content="noindex, nofollow">
            <meta name="color-scheme" content="light dark">
            \(place.isManager ? "<meta name=\"drill-pages\" content=\"1\">\n" : .empty)<title>\(title) · \(frame.run.exercise.marking)</title>
            <style>
            \(Styles.shared)\(styles)\(place.isManager ? .empty : marking.sheets)</style>
            </head>
            <body class="\(style)">
            <a class="skip" href="#main">Skip to the page’s content</a>
            \(marking.top)\(Self.patterns)<nav class="pages" aria-label="Pages of this report"><ul>\(links)</ul></nav>
            \(content)\(marking.bottom)</body>
            </html>

            """
    }

    private var title: String {
        switch place {
        case .index: "\(frame.run.exercise.title): exercise index"
        case .appendix: "\(frame.run.exercise.title): technical appendix"
        case .manager(let name): "\(name): manager’s page"
        case .security(let name): "\(name): security report"
        case .basis(let name): "\(name): technical appendix"
        }
    }

    private var style: Markup {
        switch place {
        case .index: "index"
        case .appendix, .basis: "appendix"
        case .manager: "manager"
        case .security: "security"
        }
    }

    /// No page of a company links out of its folder: that is all it gets.
    private var links: [Markup] {
        guard let paths else {
            return [
                link("Exercise index", ReportPath.index, isHere: place == .index),
                link("Technical appendix", ReportPath.appendix, isHere: place == .appendix),
            ]
        }
        return [
            link("Manager’s page", paths.manager, isHere: place.isManager),
            link("Security report", paths.security, isHere: place.isSecurity),
            link("Technical appendix", paths.appendix, isHere: !place.isManager && !place.isSecurity),
        ]
    }

    private func link(_ title: String, _ target: String, isHere: Bool) -> Markup {
        "<li><a href=\"\(target)\"\(isHere ? " aria-current=\"page\"" : .empty)>\(title)</a></li>"
    }

    /// Fills and lines that the charts share.
    private static let patterns: Markup = """
        <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>\
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2" height="6"/></pattern>\
        \(ScaleLines.definitions(TimeAxis.spaces))</defs></svg>

        """
}

extension PageFrame.Place {
    var isManager: Bool {
        if case .manager = self { return true }
        return false
    }

    var isSecurity: Bool {
        if case .security = self { return true }
        return false
    }
}
