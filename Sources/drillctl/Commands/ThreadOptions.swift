import ArgumentParser
import Foundation

/// How many threads simulate; never what comes out.
struct ThreadOptions: ParsableArguments {
    @Option(help: .init("Threads (default: one for each processor).", valueName: "k"))
    var threads: Int?

    func validate() throws { try Bounds.check("--threads", threads, within: 1...1024) }

    /// As asked for, or the number of active processors.
    var count: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}
