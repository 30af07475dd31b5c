import Foundation

/// The sample documents, for tests that change them.
enum Library {
    /// Copies them to `copy` in the folder. A link in place of the folder is followed: what is changed is the copy.
    static func copy(in scratch: Scratch) throws {
        let scenarios = Package.root.appending(path: "scenarios").resolvingSymlinksInPath()
        try FileManager.default.copyItem(at: scenarios, to: scratch.url.appending(path: "copy"))
    }
}
