/// Files that people hand in by mistake, known by their first bytes.
struct ForeignFile {
    var message: String
    var fix: String

    private static let saveAs =
        "open it in the spreadsheet program, choose Save As, and take \"CSV UTF-8 (comma delimited)\""

    /// What the file is instead of a table; nil where it may be one.
    static func kind(of bytes: [UInt8]) -> ForeignFile? {
        func begins(_ magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
        if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
            return ForeignFile(message: "this is a spreadsheet file (xlsx, ods) or an archive, not CSV", fix: saveAs)
        }
        if begins([0xD0, 0xCF, 0x11, 0xE0]) {
            return ForeignFile(message: "this is an old spreadsheet file (xls), not CSV", fix: saveAs)
        }
        if begins(Array("%PDF".utf8)) {
            return ForeignFile(message: "this is a PDF file, not CSV", fix: "hand in the CSV that it was made from")
        }
        // A page, with or without byte order mark and blanks before it.
        let start = bytes.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
        let head = start.prefix(14).map { $0 | 0x20 }
        if head.starts(with: "<!doctype html".utf8.map { $0 | 0x20 }) || head.starts(with: Array("<html".utf8)) {
            return ForeignFile(
                message: "this is a web page, not CSV", fix: "open it in a browser and save the answers from there")
        }
        return nil
    }
}
