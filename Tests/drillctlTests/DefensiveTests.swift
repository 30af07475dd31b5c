import Foundation
import Testing

/// Nothing in the package ever starts another program (DESIGN §1): its sources call nothing that could.
@Suite struct DefensiveTests {
    /// Calls that start a program or load foreign code, as they would stand in Swift or C.
    static let forbidden: [(name: String, pattern: String)] = [
        ("Process", #"\bProcess\s*\("#), ("Process.run", #"\bProcess\s*\.\s*run\b"#), ("NSTask", #"\bNSTask\b"#),
        ("Subprocess", #"\bimport\s+Subprocess\b"#), ("posix_spawn", #"\bposix_spawnp?\b"#),
        ("fork", #"\bv?fork\s*\("#), ("exec", #"\b(f?execv[pe]?|execvpe|execl[pe]?|execveat)\s*\("#),
        ("system", #"(?<![.\w])system\s*\("#), ("popen", #"\bpopen\s*\("#), ("dlopen", #"\bdlm?open\s*\("#),
        ("dlsym", #"\bdlsym\s*\("#), ("syscall", #"(?<![.\w])syscall\s*\("#), ("NSAppleScript", #"\bNSAppleScript\b"#),
    ]

    @Test("no source starts a program")
    func sources() throws {
        var scanned = 0
        for file in try Self.sourceFiles() {
            scanned += 1
            for (name, line) in try Self.findings(in: String(contentsOf: file, encoding: .utf8)) {
                Issue.record("\(file.path):\(line) calls \(name)")
            }
        }
        #expect(scanned > 50, "the scan found hardly any source: does it look in the right place?")
    }

    @Test(
        "the scan would see it",
        arguments: [
            "let p = Process()", "try Process.run(url, arguments: [])", "NSTask()", "import Subprocess",
            "posix_spawn(&pid, path, nil, nil, argv, env)", "if fork() == 0 {", "execve(path, argv, env)",
            "execlp(\"sh\", \"sh\")", "system(\"ls\")", "_ = Glibc.popen(command, \"r\")", "dlopen(nil, RTLD_NOW)",
        ])
    func detects(line: String) throws { #expect(try !Self.findings(in: line).isEmpty) }

    @Test(
        "and takes no word of the domain for it",
        arguments: [
            "case .system(let path, let code):", "throw FolderError.system(path, code: code)",
            "ProcessInfo.processInfo.environment", "static func process() -> Context",
            "let executed = execution(of: step)",
            "/// system( is explained here", "Context.process()",
        ])
    func ignores(line: String) throws { #expect(try Self.findings(in: line).isEmpty) }

    /// What stands in code, comments left out, with its line.
    static func findings(in text: String) throws -> [(name: String, line: Int)] {
        var found: [(String, Int)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let code = line.trimmingCharacters(in: .whitespaces)
            guard !code.hasPrefix("//"), !code.hasPrefix("* ") else { continue }
            // A declaration of an enum case is no call.
            guard !code.hasPrefix("case ") else { continue }
            for (name, pattern) in forbidden where code.range(of: pattern, options: .regularExpression) != nil {
                found.append((name, index + 1))
            }
        }
        return found
    }

    private static func sourceFiles() throws -> [URL] {
        let sources = Package.root.appending(path: "Sources")
        let all = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        return all.compactMap { $0 as? URL }.filter { ["swift", "c", "h", "modulemap"].contains($0.pathExtension) }
    }
}
