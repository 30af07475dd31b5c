public import DrillResults

/// Writes what a run says for other programs: tables for spreadsheets, papers for word processors.
public enum ExportWriter {
    /// `tables/*.csv`, one fact a row, with `tables/README.txt` that explains every column; and each page as a Word
    /// document beside it.
    ///
    /// The same input gives the same bytes. Every row carries the exercise's marking, and a table without facts has a row
    /// with nothing else; text that a spreadsheet would take
    /// for a formula is made safe, numbers stay numbers.
    ///
    /// - Parameters:
    ///   - analysis: of the same run; without it the tables of weaknesses and the like are left out.
    ///   - pages: pages of the report by their paths in its folder, as `ReportWriter` has written them. Each becomes a
    ///     document of its own name.
    /// - Returns: the explanation first, then tables and documents.
    public static func files(
        for run: RunResult, analysis: RunAnalysis? = nil, pages: [(path: String, html: String)] = []
    ) -> [PaperFile] {
        let frame = Frame(run.exercise)
        return sheets(of: run, analysis: analysis) + pages.map { document(of: $0.html, at: $0.path, frame) }
    }

    /// `tables/*.csv` alone, with the explanation first.
    public static func sheets(of run: RunResult, analysis: RunAnalysis?) -> [PaperFile] {
        let frame = Frame(run.exercise)
        let tables = tables(of: run, analysis: analysis)
        let readme = ExportReadme(run: run, frame: frame, tables: tables)
        return [PaperFile(path: "tables/README.txt", bytes: Array(readme.text.utf8))]
            + tables.map {
                PaperFile(path: "tables/\($0.name).csv", bytes: CSVSheet(sheet: $0.sheet, frame: frame).bytes)
            }
    }

    /// A page as a Word document of its own name beside it.
    public static func document(of page: ReportFile, exercise: ExerciseInfo) -> PaperFile {
        document(of: page.text, at: page.path, Frame(exercise))
    }

    /// The tables without their files.
    package static func tables(of run: RunResult, analysis: RunAnalysis?) -> [ExportTable] {
        ExportRun(run: run, analysis: analysis).tables
    }

    /// The paper that a page makes.
    package static func paper(of html: String, at path: String) -> Paper {
        var parts = path.split(separator: "/")
        let stem = String((parts.popLast() ?? "page").split(separator: ".").first ?? "page")
        let isManagers = !parts.isEmpty && stem.hasSuffix("-manager")
        return PagePaper(
            name: stem, audience: parts.isEmpty ? .coordinators : .company,
            isDense: isManagers, html: html
        ).paper
    }

    private static func document(of html: String, at path: String, _ frame: Frame) -> PaperFile {
        let paper = paper(of: html, at: path)
        let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        return PaperFile(
            path: "\(folder)\(paper.name).docx", bytes: WordDocument(paper: paper, frame: frame).bytes)
    }
}
