/// One page of a report.
public struct ReportFile: Sendable, Equatable {
    /// Relative to the report's folder, with `/` between folders: letters, digits, hyphens, dots and underscores only.
    public var path: String
    /// A whole HTML document.
    public var text: String

    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

/// Where pages lie, and how they link to each other.
enum ReportPath {
    static let index = "index.html"
    static let appendix = "appendix.html"

    static func folder(ofCompany id: String) -> String {
        "companies/\(safe(id))/"
    }

    /// Lower-case letters, digits and hyphens as they are, every other byte as `_XX`: two ids never share a folder, nor
    /// on file systems that ignore case. What such systems reserve (`con`) gets a closing `_`, which no other id has.
    static func safe(_ id: String) -> String {
        let reserved: Set = ["con", "prn", "aux", "nul"]
        if id.isEmpty || reserved.contains(id) || id.isReservedPort { return id + "_" }
        return escaped(id)
    }

    /// Bytes outside a–z, 0–9 and hyphen as `_XX`; usable as fragment, too.
    static func escaped(_ id: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = id.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): [byte]
            default: [UInt8(ascii: "_"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Where one company's pages lie: all in one folder, whose files say whose they are and of which day, wherever they are
/// taken.
package struct CompanyPaths: Sendable, Equatable {
    /// With its slash, from the report's folder.
    package let folder: String
    /// Name of the manager's page within the folder.
    package let manager: String
    /// Name of the security report within the folder.
    package let security: String
    /// Name of the appendix within the folder.
    package let appendix: String

    /// - Parameter date: ISO 8601 calendar date; nil: the names say none.
    package init(company id: String, date: String?) {
        let stem = ReportPath.safe(id) + (date.map { "-\($0)" } ?? "")
        folder = ReportPath.folder(ofCompany: id)
        manager = stem + "-manager.html"
        security = stem + "-security.html"
        appendix = stem + "-appendix.html"
    }
}

extension String {
    /// `com1` … `lpt9`.
    fileprivate var isReservedPort: Bool {
        count == 4 && (hasPrefix("com") || hasPrefix("lpt")) && last?.isNumber == true
    }
}
