import Foundation
import Testing

/// A pseudo-terminal: what the program does where a person looks on.
enum PseudoTerminal {
    /// Runs with standard output and standard error on a terminal, and returns all that it showed.
    static func run(
        _ arguments: [String], in folder: URL = Package.root, environment: [String: String] = [:]
    ) throws -> (status: Int32, shown: String) {
        let scratch = try Scratch()
        // posix_openpt(3) and its companions in system calls: Swift's view of glibc lacks them.
        let primary = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        try #require(primary >= 0)
        defer { close(primary) }
        var unlocked: Int32 = 0
        try #require(ioctl(primary, UInt(0x4004_5431), &unlocked) == 0, "TIOCSPTLCK")
        var number: UInt32 = 0
        try #require(ioctl(primary, UInt(0x8004_5430), &number) == 0, "TIOCGPTN")
        let secondary = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        try #require(secondary >= 0)
        let process = try Binary.prepare(arguments, in: folder, environment: environment, home: scratch.url)
        let handle = FileHandle(fileDescriptor: secondary, closeOnDealloc: false)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        close(secondary)
        // Ends with an error (EIO) when the last writer has closed its side.
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while case let count = read(primary, &chunk, chunk.count), count > 0 { bytes += chunk[..<count] }
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
