import Testing

/// Wrong usage: exit 64, a message on standard error, nothing on standard output.
@Suite struct UsageTests {
    @Test(
        "wrong usage exits with 64",
        arguments: [
            (["--frobnicate"], "Unknown option '--frobnicate'"),
            (["frobnicate"], "frobnicate"),
            (["run"], "exercise.json"),
            (["run", "x.json", "--trials", "0"], "--trials must lie between"),
            (["run", "x.json", "--trials", "many"], "many"),
            (["run", "x.json", "--trials", "99999999999999999999"], "--trials"),
            (["run", "x.json", "--worlds", "-1"], "--worlds"),
            (["run", "x.json", "--seed", "-1"], "--seed"),
            (["run", "x.json", "--threads", "0"], "--threads must lie between"),
            (["run", "x.json", "--format", "xml"], "--format"),
            (["graph", "x.json", "--at-least", "-2"], "--at-least"),
            (["replay", "last", "--trial", "1"], "--organization"),
            (["replay", "last", "--organization", "a", "--trial", "-1"], "--trial"),
            (["validate"], "path"),
            (["schema", "novel"], "novel"),
            (["init", "organization"], "say which sector with --template finance|health"),
            (["init", "organization", "--template", "zoo"], "zoo"),
            (["init", "organization", "--template", "retail", "--id", "Not An Id"], "such as not-an-id"),
            (["init", "organization", "--template", "retail", "--out", "company.txt"], "has to end with .json"),
            (["init", "scenario", "--id", "-"], "--id"),
            (["questionnaire"], "the dialogue needs a terminal"),
            (["questionnaire", "--format", "docx"], "docx"),
        ])
    func usage(arguments: [String], expected: String) throws {
        let outcome = try Binary.run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output == "")
        #expect(outcome.messages.contains(expected), "\(outcome.messages)")
    }

    @Test(
        "a wrong condition names its column",
        arguments: [
            ("", 1, "expected a number"),
            ("probability", 12, "expected '('"),
            ("probability(", 13, "expected the id"),
            ("probability(a", 14, "expected ')'"),
            ("probability(a)", 15, "expected a comparison"),
            ("probability(a) >", 17, "expected a number"),
            ("probability(a) > 0.2 xor 1 < 2", 22, "expected 'and', 'or' or the end"),
            ("probability(a) > 1.2.3", 18, "this is no number"),
            ("chance(a) > 0.2", 1, "expected a number"),
            ("(0.1 < 0.2", 11, "expected ')'"),
            ("1 = 2", 3, "expected a comparison"),
        ])
    func condition(text: String, column: Int, expected: String) throws {
        let outcome = try Binary.run(["run", "x.json", "--fail-if", text])
        #expect(outcome.status == 64)
        #expect(outcome.messages.contains("--fail-if, column \(column): \(expected)"), "\(outcome.messages)")
        #expect(outcome.messages.contains("\n  " + String(repeating: " ", count: column - 1) + "^\n"))
    }

    @Test("a deeply nested condition is refused, not risked")
    func deepCondition() throws {
        let text = String(repeating: "(", count: 50_000) + "1 < 2" + String(repeating: ")", count: 50_000)
        let outcome = try Binary.run(["run", "x.json", "--fail-if", text])
        #expect(outcome.status == 64)
        #expect(outcome.messages.contains("nested more than 100 deep"))
    }
}
