import Foundation

/// The built `drillctl`, run as people run it.
enum Binary {
    /// Beside the test bundle, in the build folder that built both.
    static let url: URL = {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let candidates = [
            beside, Package.root.appending(path: ".build/release"), Package.root.appending(path: ".build/debug"),
        ]
        let found = candidates.map { $0.appending(path: "drillctl") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let found else { fatalError("no drillctl beside \(beside.path): build it first") }
        return found
    }()

    /// What came out of one call.
    struct Outcome {
        var status: Int32
        var output: String
        var messages: String
    }

    /// Runs to the end with nothing on standard input.
    ///
    /// The environment holds only what is given, a home and a search path: a developer's settings decide no test.
    static func run(
        _ arguments: [String], in folder: URL = Package.root, environment: [String: String] = [:],
        program: URL = url
    ) throws -> Outcome {
        let scratch = try Scratch()
        let process = try prepare(arguments, in: folder, environment: environment, home: scratch.url)
        process.executableURL = program
        // Files, not pipes: however much is written, nobody waits for anybody.
        let output = try scratch.newFile("output")
        let messages = try scratch.newFile("messages")
        process.standardOutput = output
        process.standardError = messages
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try scratch.text("output"),
            messages: try scratch.text("messages"))
    }

    /// A process that is ready to run.
    static func prepare(
        _ arguments: [String], in folder: URL, environment: [String: String], home: URL
    ) throws -> Process {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        let base = ["HOME": home.path, "PATH": "/usr/bin:/bin", "TERM": "xterm", "COLUMNS": "80"]
        process.environment = base.merging(environment) { $1 }
        return process
    }
}

/// The package that is tested.
enum Package {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let fixtures = root.appending(path: "Tests/drillctlTests/Fixtures")
}

/// A folder for one test, gone with it.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "drillctl-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Everything in it, hidden files too, by name.
    var contents: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
    }

    func newFile(_ name: String) throws -> FileHandle {
        let file = url.appending(path: name)
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }

    /// Writes a file and returns its path.
    func write(_ text: String, as name: String) throws -> String {
        try write(Data(text.utf8), as: name)
    }

    func write(_ data: Data, as name: String) throws -> String {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return file.path
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
    }
}
