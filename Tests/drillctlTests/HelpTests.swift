import Testing

/// Help screens are a product: pinned, with an example each.
@Suite struct HelpTests {
    static let commands = [
        [], ["try"], ["run"], ["graph"], ["replay"], ["validate"], ["lint"], ["catalog"], ["schema"], ["runs"],
        ["runs", "list"], ["runs", "show"], ["runs", "delete"], ["init"], ["init", "organization"],
        ["init", "scenario"], ["init", "exercise"], ["questionnaire"], ["papers"], ["record"],
        ["weaknesses"], ["plan"], ["compare"], ["trend"], ["actions"], ["actions", "list"], ["actions", "add"],
        ["actions", "set"], ["actions", "import"], ["actions", "delete"],
        ["scores"], ["findings"], ["explain"],
    ]

    @Test("help goes to standard output and is pinned", arguments: commands)
    func pinned(command: [String]) throws {
        let outcome = try Binary.run(command + ["--help"])
        #expect(outcome.status == 0)
        #expect(outcome.messages == "")
        #expect(outcome.output.contains("\n  drillctl \(command.joined(separator: " "))"), "no example")
        try expectSnapshot(outcome.output, "help/\((["drillctl"] + command).joined(separator: "-")).txt")
    }

    @Test("every subcommand is pinned above")
    func complete() throws {
        let known = Set(Self.commands.map { ($0.first ?? "") })
        let listed = try Binary.run(["--help"]).output.split(separator: "\n")
            .drop { $0 != "SUBCOMMANDS:" }.dropFirst()
            .prefix { $0.hasPrefix("  ") && !$0.contains("drillctl help") }
            .filter { !$0.hasPrefix("   ") }
            .map { String($0.split(separator: " ")[0]) }
        #expect(!listed.isEmpty)
        #expect(known.isSuperset(of: listed))
    }

    @Test("completion scripts", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let outcome = try Binary.run(["--generate-completion-script", shell])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("validate"))
    }
}
