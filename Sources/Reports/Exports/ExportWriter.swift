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

    /// The same, several documents at once.
    ///
    /// - Parameter threads: how many; it does not show in them.
    public static func files(
        for run: RunResult, analysis: RunAnalysis?, pages: [(path: String, html: String)], threads: Int
    ) async -> [PaperFile] {
        await sheets(of: run, analysis: analysis) + documents(of: pages, Frame(run.exercise), threads: threads)
    }

    private static func sheets(of run: RunResult, analysis: RunAnalysis?) -> [PaperFile] {
        let frame = Frame(run.exercise)
        let tables = tables(of: run, analysis: analysis)
        let readme = ExportReadme(run: run, frame: frame, tables: tables)
        return [PaperFile(path: "tables/README.txt", bytes: Array(readme.text.utf8))]
            + tables.map {
                PaperFile(path: "tables/\($0.name).csv", bytes: CSVSheet(sheet: $0.sheet, frame: frame).bytes)
            }
    }

    /// Every so many pages make a piece of work: some companies' pages are long, others' short.
    private static func documents(
        of pages: [(path: String, html: String)], _ frame: Frame, threads: Int
    ) async -> [PaperFile] {
        let lanes = max(1, min(threads, pages.count))
        return await withTaskGroup(of: [(Int, PaperFile)].self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    stride(from: lane, to: pages.count, by: lanes).map { place in
                        (place, document(of: pages[place].html, at: pages[place].path, frame))
                    }
                }
            }
            var files: [(Int, PaperFile)] = []
            for await part in group { files += part }
            return files.sorted { $0.0 < $1.0 }.map(\.1)
        }
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
