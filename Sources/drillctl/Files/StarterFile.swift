import Foundation
import Intake
import Scenarios

/// A first document: where it goes, and where its editor finds the schema.
struct StarterFile {
    let kind: DocumentKind
    /// Absolute path; nil for standard output.
    let path: String?
    /// As people wrote it, for messages.
    let shown: String?
    private let replaces: Bool
    private let folder: String

    /// - Parameters:
    ///   - out: file or folder as on the command line; nil for standard output.
    ///   - id: names the file where `out` is a folder.
    init(_ kind: DocumentKind, out: String?, id: String, replaces: Bool, in context: Context) throws {
        self.kind = kind
        self.replaces = replaces
        guard let out else {
            (path, shown) = (nil, nil)
            folder = context.workingFolder.path
            return
        }
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: context.url(out).path, isDirectory: &isFolder)
        let isInFolder = out.hasSuffix("/") || (isThere && isFolder.boolValue)
        let name = isInFolder ? (out.hasSuffix("/") ? out : out + "/") + id + ".json" : out
        guard name.lowercased().hasSuffix(".json") else {
            throw CommandFailure(.wrongUsage, "'\(name)' has to end with .json, or name a folder that exists")
        }
        let path = RelativePath.normalized(context.url(name).path)
        try AtomicFile.check(path, shown: name, replaces: replaces)
        (self.path, shown) = (path, name)
        folder = RelativePath.folder(of: path)
    }

    /// Where the schema is, relative to the document; nil where the document goes to standard output and none is near.
    var schema: String? {
        if let found { return RelativePath.path(found, seenFrom: folder) }
        return path == nil ? nil : "schemas/\(kind.rawValue).json"
    }

    /// The path as seen from the document's folder.
    func seen(_ path: String, in context: Context) -> String {
        RelativePath.path(RelativePath.normalized(context.url(path).path), seenFrom: folder)
    }

    /// Writes the document, and its schema where none is near; or all of it to standard output.
    ///
    /// - Returns: the shown path of a schema that had to be written.
    @discardableResult
    func write(_ text: String, access: AtomicFile.Access, in context: Context) throws -> String? {
        guard let path, let shown else {
            try context.output.write(text)
            return nil
        }
        var written: String?
        if found == nil {
            written = RelativePath.folder(of: shown) + "schemas/\(kind.rawValue).json"
            try AtomicFile.write(
                JSONSchema.text(for: kind), to: folder + "schemas/\(kind.rawValue).json", access: .shared,
                replaces: true)
        }
        try AtomicFile.write(text, to: path, shown: shown, access: access, replaces: replaces)
        return written
    }

    /// The schema beside the document or in a folder above it.
    private var found: String? {
        var folder = RelativePath.normalized(folder)
        while true {
            let candidate = (folder == "/" ? "" : folder) + "/schemas/\(kind.rawValue).json"
            if access(candidate, R_OK) == 0 { return candidate }
            guard folder.count > 1, let slash = folder.lastIndex(of: "/") else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }
}
