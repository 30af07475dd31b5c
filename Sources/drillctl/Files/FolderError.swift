import Foundation

/// Why a folder of results could not be written; in each case nothing was left behind.
enum FolderError: Error, Equatable {
    case isFile(String)
    case notWritable(String)
    case noSpace(String)
    /// The folder holds files that this program has not written, or that have changed since: it is not replaced.
    case holdsOthers(String, examples: [String], more: Int)
    /// The folder holds a file that the command reads.
    case holdsInput(String, input: String)
    /// The folder is the working folder, or lies above it.
    case isWorkingFolder(String)
    /// Another process is writing there.
    case busy(String)
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

    /// The folder holds these files of other people's; a few are named.
    static func holdsOthers(_ path: String, _ names: [String]) -> FolderError {
        .holdsOthers(path, examples: Array(names.prefix(3)), more: max(0, names.count - 3))
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
        case .holdsOthers(let path, let examples, let more):
            "cannot replace '\(path)': it holds what drillctl has not written, or what has changed since "
                + "(\(Self.list(examples, more: more))); move that away, or name another folder with --out"
        case .holdsInput(let path, let input):
            "cannot replace '\(path)': it holds '\(input)', which this command reads; name another folder with --out"
        case .isWorkingFolder(let path):
            "cannot replace '\(path)': it is the working folder or lies above it; name another folder with --out"
        case .busy(let path):
            "cannot write the report to '\(path)': another drillctl is writing there; wait, or name another folder with --out"
        case .system(let path, let code):
            "cannot write the report to '\(path)': \(String(cString: strerror(code)))"
        }
    }

    /// "'a', 'b', 'c' and 4 more".
    private static func list(_ names: [String], more: Int) -> String {
        names.map { "'\($0)'" }.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}
