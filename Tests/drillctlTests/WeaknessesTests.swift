import Foundation
import Testing

/// `drillctl weaknesses`, end to end.
@Suite struct WeaknessesTests {
    private static let exercise = "scenarios/exercises/autumn-drill.json"

    @Test func saysWhatToFixFirstAndWhatWouldNotHelp() throws {
        let outcome = try Binary.run(
            ["weaknesses", Self.exercise, "--organization", "harbor-credit", "--trials", "400", "--most", "3"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].hasPrefix("EXERCISE - modelled attacks; nothing is contacted or executed"))
        #expect(lines.contains("Harbor Credit Bureau: what to fix first"))
        #expect(lines.contains { $0.hasPrefix(" 3  ") } && !lines.contains { $0.hasPrefix(" 4  ") })
        #expect(lines.contains { $0.hasPrefix("Would not help in these stories: ") })
        // Prompt patching lets the poisoned update in sooner; the catalog says so, and so does the page.
        #expect(outcome.output.contains("installs a poisoned"))
        #expect(!outcome.output.contains("Meridian Bank"))
        #expect(lines.allSatisfy { $0.count <= 100 })
    }

    @Test func theSameForMachines() throws {
        let arguments = [
            "weaknesses", Self.exercise, "--organization", "meridian-bank", "--trials", "200", "--format", "json",
        ]
        let one = try Binary.run(arguments + ["--threads", "1"])
        let four = try Binary.run(arguments + ["--threads", "4"])
        #expect(one.status == 0 && one.output == four.output)
        let object = try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any]
        let keys = Set(try #require(object).keys)
        #expect(keys.isSuperset(of: ["schemaVersion", "modelVersion", "seed", "trials", "companies"]))
    }

    @Test func anUnknownCompanyIsWrongUsage() throws {
        let outcome = try Binary.run(["weaknesses", Self.exercise, "--organization", "harbour-credit"])
        #expect(outcome.status == 64)
        #expect(outcome.messages.contains("did you mean \"harbor-credit\"?"), "\(outcome.messages)")
        #expect(outcome.output == "")
    }
}
