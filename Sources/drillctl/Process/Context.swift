import Foundation

/// What a command may use of the world around it; nothing below reaches for globals.
struct Context: Sendable {
    /// How this program is called, so that what it proposes to type works: `drillctl`, or a path to it.
    let programName: String
    /// Where the program itself lies, links followed; nil where the system does not tell.
    let programFolder: String?
    let environment: [String: String]
    let workingFolder: URL
    /// What somebody types: standard input.
    let input: LineInput
    /// What was asked for: standard output.
    let output: TextSink
    /// What people read beside it: standard error.
    let messages: TextSink
    /// Monotonic time since the process started.
    let elapsed: @Sendable () -> Duration
    /// Now, in UTC to the second: `2026-11-23T09:30:00Z`.
    let timestamp: @Sendable () -> String
    let interrupt: Interrupt

    /// The process's own environment, streams and clock.
    static func process() -> Context {
        let environment = ProcessInfo.processInfo.environment
        let clock = ContinuousClock()
        let start = clock.now
        let messages = TextSink(descriptor: STDERR_FILENO, name: "standard error")
        let name = CommandLine.arguments.first ?? "drillctl"
        return Context(
            programName: name.contains("/") ? name : "drillctl", programFolder: Self.programFolder,
            environment: environment,
            workingFolder: URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory),
            input: .standard(),
            output: TextSink(descriptor: STDOUT_FILENO, name: "standard output"),
            messages: messages,
            elapsed: { clock.now - start },
            timestamp: { Date.now.formatted(.iso8601) },
            interrupt: Interrupt(messages: messages))
    }

    /// Asked of the system, else as the program was called: `Bundle.main` stops the process where /proc is missing.
    private static var programFolder: String? {
        if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            return (path as NSString).deletingLastPathComponent
        }
        guard let name = CommandLine.arguments.first, name.contains("/") else { return nil }
        return URL(filePath: name).resolvingSymlinksInPath().deletingLastPathComponent().path
    }

    /// How to write on standard output.
    func style(_ options: TerminalOptions) -> Style {
        Style(environment: environment, isTerminal: output.isTerminal, noColor: options.noColor)
    }

    /// How to write on standard error.
    func messageStyle(_ options: TerminalOptions) -> Style {
        Style(environment: environment, isTerminal: messages.isTerminal, noColor: options.noColor)
    }

    /// A file as people wrote it on the command line, relative to the working folder.
    func url(_ path: String) -> URL {
        URL(filePath: path, relativeTo: workingFolder).absoluteURL
    }
}
