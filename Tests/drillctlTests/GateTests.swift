import Foundation
import Testing

/// `--fail-if`: a gate that is always green, or always red, is none.
@Suite struct GateTests {
    @Test(
        "shares lie between 0 and 1, and a condition that cannot hold or always holds is refused",
        arguments: [
            ("probability(x) > 20", "did you mean \"20 %\"?"), ("probability(x) > 1.5", "did you mean \"1.5 %\"?"),
            ("probability(x) > 200 %", "between 0 and 1"), ("200 < probability(x)", "between 0 and 1"),
            ("probability(x) > 1", "can never hold"), ("probability(x) > 100 %", "can never hold"),
            ("probability(x) < 0", "can never hold"), ("probability(x) >= 0", "always holds"),
            ("probability(x) <= 1", "always holds"), ("0.1 < 0.2", "always holds"),
            ("probability(x) > probability(x)", "can never hold"),
            ("probability(x) > 0.5 and probability(x) < 0.4", "can never hold"),
            ("probability(x) >= 0.4 or probability(x) <= 0.4", "always holds"),
            ("probability(a) > probability(b) and probability(b) > probability(a)", "can never hold"),
            ("not (probability(x) >= 0)", "can never hold"),
        ])
    func refused(condition: String, words: String) throws {
        let outcome = try Binary.run(["run", "nowhere.json", "--fail-if", condition])
        #expect(outcome.status == 64 && outcome.messages.contains(words), "\(outcome.messages)")
    }

    @Test(
        "real questions are asked",
        arguments: [
            "probability(x) > 20 %", "probability(x) >= 1", "probability(x) <= 0", "probability(x) > 0",
            "probability(a) > probability(b)", "probability(a) > 0.5 and probability(b) < 0.4",
            "probability(a) > 0.4 and probability(a) < 0.5",
        ])
    func asked(condition: String) throws {
        let outcome = try Binary.run(["run", "nowhere.json", "--fail-if", condition])
        #expect(outcome.status == 65 && outcome.messages.contains("nowhere.json"), "\(outcome.messages)")
    }
}
