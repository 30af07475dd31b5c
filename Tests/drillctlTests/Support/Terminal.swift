import Foundation
import Testing

/// A pseudo-terminal: what the program does where a person looks on.
final class PseudoTerminal {
    private let primary: Int32
    private let path: String
    private let home: Scratch

    init() throws {
        home = try Scratch()
        // posix_openpt(3) and its companions in system calls: Swift's view of glibc lacks them.
        primary = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(primary >= 0)
        var unlocked: Int32 = 0
        try #require(ioctl(primary, UInt(0x4004_5431), &unlocked) == 0, "TIOCSPTLCK")
        var number: UInt32 = 0
        try #require(ioctl(primary, UInt(0x8004_5430), &number) == 0, "TIOCGPTN")
        path = "/dev/pts/\(number)"
    }

    deinit { close(primary) }

    /// Starts the program with all its streams on the terminal.
    func start(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> Process {
        let secondary = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(secondary >= 0)
        let process = try Binary.prepare(arguments, in: folder, environment: environment, home: home.url)
        let handle = FileHandle(fileDescriptor: secondary, closeOnDealloc: false)
        process.standardInput = handle
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        close(secondary)
        return process
    }

    /// What comes next; nil when the last writer has closed its side.
    func read() -> String? {
        var chunk = [UInt8](repeating: 0, count: 4096)
        let count = Foundation.read(primary, &chunk, chunk.count)
        return count > 0 ? String(decoding: chunk[..<count], as: UTF8.self) : nil
    }

    /// Types text; the terminal echoes it.
    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Foundation.write(primary, bytes, bytes.count)
    }

    /// Runs to the end and returns all that was shown.
    static func run(
        _ arguments: [String], in folder: URL = Package.root, environment: [String: String] = [:]
    ) throws -> (status: Int32, shown: String) {
        let terminal = try PseudoTerminal()
        let process = try terminal.start(arguments, in: folder, environment: environment)
        var shown = ""
        while let more = terminal.read() { shown += more }
        process.waitUntilExit()
        return (process.terminationStatus, shown)
    }
}
