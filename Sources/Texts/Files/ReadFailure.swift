/// Why a file could not be read.
public enum ReadFailure: Error, Sendable, Equatable {
    case notFound
    case isFolder
    /// A pipe, a device: its size cannot be known beforehand.
    case notAFile
    case noPermission
    /// Bytes of the file, more than 64 MB.
    case tooLarge(bytes: Int)
    /// The system's error number.
    case system(code: Int32)

    /// The rule that a diagnostic cites.
    package var rule: Rule {
        switch self {
        case .notFound: .missingFile
        case .tooLarge: .tooLarge
        case .isFolder, .notAFile, .noPermission, .system: .unreadable
        }
    }

    /// What is wrong, to be put behind "the file".
    package var words: String {
        switch self {
        case .notFound: "does not exist"
        case .isFolder: "is a folder"
        case .notAFile: "is no regular file"
        case .noPermission: "may not be read"
        case .tooLarge(let bytes):
            "is \(bytes >> 20) MB large; documents have at most \(DiskReader.largestFile >> 20) MB"
        case .system(let code): "cannot be read (error \(code))"
        }
    }
}
