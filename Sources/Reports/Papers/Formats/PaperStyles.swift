/// The style sheet of papers: made to be printed, readable on a screen.
///
/// No paper size is named, so that A4 and Letter both print as the printer is set; margins fit either. Marking, audience
/// and page numbers stand in page-margin boxes (CSS Paged Media), which Chromium prints since version 131; where a browser
/// does not, the bars at the beginning and the end still do.
enum PaperStyles {
    static func sheet(paper: Paper, frame: Frame) -> Markup {
        Markup(
            trusted: """
                @page { \(paper.isLandscape ? "size: landscape; " : "")margin: 19mm 15mm 17mm;
                  @top-left { content: "\(Frame.banner)"; font: 700 8pt \(sans); }
                  @top-right { content: \(Marking.styleString(frame.marking)); font: 700 8pt \(sans); }
                  @bottom-left { content: \(Marking.styleString(foot(paper, frame))); font: 7.5pt \(sans); width: 75%; }
                  @bottom-right { content: \(Marking.styleString(frame.marking)) " · " counter(page) " / " counter(pages);
                    font: 700 8pt \(sans); }
                }
                \(base)
                """)
    }

    private static func foot(_ paper: Paper, _ frame: Frame) -> String {
        "\(paper.title) · \(paper.audience.rawValue). \(Frame.harmless)\(frame.retention.map { " \($0)" } ?? "")"
    }

    private static let sans = "\"Helvetica Neue\", Arial, \"Liberation Sans\", sans-serif"

    private static let base = """
        * { box-sizing: border-box; }
        :root { color-scheme: light; }
        body { margin: 0; background: #fff; color: #1b1f24; font: 11pt/1.42 \(sans); overflow-wrap: break-word; }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1.25rem; }
        .marking { display: flex; justify-content: space-between; gap: 1rem; background: #000; color: #fff;
          padding: .35rem 1.25rem; font-size: 9pt; font-weight: 700; }
        .kicker { margin: 0; color: #545c66; } .subtitle { font-size: 1.15em; margin: .2em 0; }
        .audience { display: inline-block; border: 1.5pt solid #1b1f24; padding: .1em .6em; font-weight: 700; margin: .5em 0 1em; }
        h1 { font-size: 1.9em; line-height: 1.15; margin: .1em 0 .25em; }
        h2 { font-size: 1.35em; line-height: 1.25; margin: 1.5em 0 .4em; border-bottom: 1pt solid #b9c0c8; padding-bottom: .15em; }
        h3 { font-size: 1.1em; margin: 1.1em 0 .25em; } h4 { font-size: 1em; margin: .9em 0 .15em; }
        p { margin: .35em 0 .6em; } ul, ol { margin: .3em 0 .8em; padding-left: 1.4em; } li { margin: .15em 0; }
        small { font-size: .85em; color: #545c66; }
        .note { border-left: 3pt solid #1b1f24; background: #f0f2f4; padding: .5em .8em; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: .5em 0 1.1em; font-size: .92em; }
        th, td { border: .75pt solid #8b97a4; padding: .3em .5em; text-align: left; vertical-align: top; }
        th { background: #e8ebee; font-size: .9em; } td p { margin: 0 0 .25em; } td p:last-child { margin: 0; }
        .field p { margin: .8em 0 .1em; font-weight: 700; } .rule { display: block; height: 1.9em; border-bottom: .75pt solid #8b97a4; }
        .card { border: 1.5pt solid #1b1f24; border-radius: 4pt; padding: 1.2em 1.5em; margin: 1.5em 0; break-inside: avoid; }
        .card h2 { border: 0; margin: 0 0 .2em; font-size: 1.6em; } .meta { color: #33404d; margin: 0 0 .2em; }
        .card .checks { font-size: 1.1em; }
        .checks p { margin: .5em 0; }
        footer p { text-align: center; color: #545c66; font-size: 9pt; }
        a { color: #0b5a86; }
        @media screen { .wide { max-width: 80rem; } }
        @media screen and (max-width: 46rem) {
          table { table-layout: auto; } col { width: auto !important; }
          .crowded, .crowded tbody, .crowded tr { display: block; } .crowded thead { position: absolute; width: 1px; height: 1px;
            overflow: hidden; clip-path: inset(50%); }
          .crowded tr { border: .75pt solid #8b97a4; margin: 0 0 .8em; padding: .2em 0; }
          .crowded td { display: block; border: 0; padding: .25em .6em; } .crowded td:not(:has(bdi)) { display: none; }
          .crowded td::before { content: attr(data-label); display: block; color: #545c66; font-size: .85em; }
        }
        @media print {
          body { font-size: 10pt; } .wide { font-size: 8.5pt; } main { max-width: none; padding: 0 1pt; }
          body > .marking, footer { display: none; }
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          h1, h2, h3, h4, .note, p:has(+ table), p:has(+ ul), p:has(+ ol) { break-after: avoid; } tr, li, .field, .note { break-inside: avoid; }
          tbody tr:nth-last-child(-n+3):not(:last-child) { break-after: avoid; }
          thead { display: table-header-group; }
          p, li { orphans: 3; widows: 3; }
          .page-break { break-after: page; }
          .card { font-size: 13.5pt; min-height: 215mm; margin: 0; }
          .page-break + h2 { margin-top: 0; }
          a { color: inherit; text-decoration: none; }
        }

        """
}
