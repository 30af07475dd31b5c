import ArgumentParser
import Foundation

/// How many threads simulate; never what comes out.
struct ThreadOptions: ParsableArguments {
    @Option(help: .init("Threads (default: one for each processor).", valueName: "k"))
    var threads: Int?

    func validate() throws { try Bounds.check("--threads", threads, 1...1024) }

    /// As asked for, or the number of active processors.
    var count: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}

/// Ranges of numbers on the command line.
enum Bounds {
    /// 2^32 / 4 blocks of four trials would be the counter's end; far below it, and far above patience.
    static let mostTrials = 4_000_000_000

    /// Throws the usage error for a number outside its range.
    static func check(_ option: String, _ value: Int?, _ range: ClosedRange<Int>) throws {
        guard let value, !range.contains(value) else { return }
        throw ValidationError(
            "\(option) must lie between \(range.lowerBound) and \(range.upperBound), not be \(value).")
    }
}
