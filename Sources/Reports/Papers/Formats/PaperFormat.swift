/// A file format that papers are written in.
public enum PaperFormat: String, Sendable, CaseIterable {
    case html, docx, csv

    /// The paper as the bytes of one file; nil where the paper has nothing for the format.
    func bytes(of paper: Paper, in frame: Frame) -> [UInt8]? {
        switch self {
        case .html: paper.isSheetOnly ? nil : Array(PaperPage(paper: paper, frame: frame).markup.html.utf8)
        case .docx: paper.isSheetOnly ? nil : WordDocument(paper: paper, frame: frame).bytes
        case .csv: paper.sheet.map { CSVSheet(sheet: $0, frame: frame).bytes }
        }
    }
}
