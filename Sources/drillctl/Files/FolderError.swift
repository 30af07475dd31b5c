import Foundation

/// Why a folder of results could not be written; in each case nothing was left behind.
enum FolderError: Error, Equatable {
    case isFile(String)
    case notWritable(String)
    case noSpace(String)
    /// The folder holds files that this program would not write, so it is not replaced.
    case holdsOthers(String, example: String)
    case system(String, code: Int32)

    /// From `errno` of a call on that path.
    init(_ path: String, code: Int32) {
        self =
            switch code {
            case EACCES, EPERM, EROFS: .notWritable(path)
            case ENOSPC, EDQUOT: .noSpace(path)
            case ENOTDIR, EEXIST: .isFile(path)
            default: .system(path, code: code)
            }
    }

    /// One sentence with what to do about it.
    var message: String {
        switch self {
        case .isFile(let path):
            "cannot write the report to '\(path)': it is a file; name a folder with --out"
        case .notWritable(let path):
            "cannot write the report to '\(path)': no permission; name another folder with --out"
        case .noSpace(let path):
            "cannot write the report to '\(path)': the disk is full; nothing was left behind"
        case .holdsOthers(let path, let example):
            "cannot replace '\(path)': it holds files that are no report ('\(example)'); name another folder with --out"
        case .system(let path, let code):
            "cannot write the report to '\(path)': \(String(cString: strerror(code)))"
        }
    }
}
