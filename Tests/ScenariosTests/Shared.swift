import Foundation
import Scenarios

/// Data beside the package, and the fixtures within it.
enum Shared {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The folder beside the package; tests that use it skip where it is absent.
    static let folder = package.deletingLastPathComponent().appending(path: "shared").path(percentEncoded: false)

    static let fixtures = package.appending(path: "Tests/ScenariosTests/Fixtures").path(percentEncoded: false)

    static func read(_ path: String) -> Result<[UInt8], ReadFailure> {
        FileManager.default.contents(atPath: path).map { .success(Array($0)) } ?? .failure(.notFound)
    }

    /// Says that a test was skipped for want of a file.
    static func skip(_ path: String) { print("skipped: \(path) is absent") }
}
