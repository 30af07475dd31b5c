import Scenarios
import Testing

struct QuantityTests {
    @Test(
        arguments: [
            ("P3D", 72.0), ("PT6H", 6), ("P1DT12H", 36), ("PT0.5H", 0.5), ("PT90S", 0.025), ("P2W", 336), ("P1M", 720),
            ("P1Y", 8760), ("PT1M", 1.0 / 60), ("PT0S", 0), ("P0D", 0),
            ("P1Y2M3W4DT5H6M7.5S", 8760 + 1440 + 504 + 96 + 5 + 0.1 + 7.5 / 3600), ("P1000000D", -1),
            ("P41666D", 999_984),
        ] as [(String, Double)])
    func durations(text: String, hours: Double) throws {
        guard hours >= 0 else {
            #expect(throws: ISO8601Duration.Problem.tooLong(24_000_000)) { try ISO8601Duration.hours(text) }
            return
        }
        #expect(abs(try ISO8601Duration.hours(text) - hours) < 1e-9)
    }

    @Test(arguments: [
        "", "P", "PT", "P1", "1D", "P1DT", "PT1D", "P1H", "p1d", "P1D ", " P1D", "P1.D", "P.5D", "P1D1D", "PT1S1M",
        "P1W1M", "P٣D", "PTT1H", "P1e3D", "P+1D", "P0x1D",
    ])
    func malformedDurations(text: String) {
        #expect(throws: ISO8601Duration.Problem.malformed) { try ISO8601Duration.hours(text) }
    }

    @Test(arguments: ["-P1D", "P-1D", "PT-1H"])
    func negativeDurations(text: String) {
        #expect(throws: ISO8601Duration.Problem.negative) { try ISO8601Duration.hours(text) }
    }

    @Test func unitsAreHours() {
        #expect(TimeAmount.units(2).hours(in: .days) == 48)
        #expect(TimeAmount.hours(2).hours(in: .days) == 2)
        #expect(TimeUnit.allCases.map(\.hours) == [1.0 / 60, 1, 24, 168])
    }

    /// DESIGN: one canonical type, a round trip between the three writings.
    @Test func nistControlIdsHaveOneCanonicalForm() {
        for family in ["AC", "IA", "SI", "PM"] {
            for number in 1...50 {
                for enhancement in 0...30 {
                    let canonical = "\(family)-\(number)" + (enhancement > 0 ? "(\(enhancement))" : "")
                    let padded =
                        "\(family)-\(number < 10 ? "0" : "")\(number)"
                        + (enhancement > 0 ? "(\(enhancement < 10 ? "0" : "")\(enhancement))" : "")
                    let dotted = "\(family.lowercased())-\(number)" + (enhancement > 0 ? ".\(enhancement)" : "")
                    for writing in [canonical, padded, dotted] {
                        #expect(NISTControlId.canonical(writing) == canonical)
                    }
                }
            }
        }
        for text in ["", "AC", "AC-", "AC-0", "A-1", "AC-1(0)", "AC-1-2-3", "AC-x", "1-AC"] {
            #expect(NISTControlId.canonical(text) == nil)
        }
    }

    @Test func techniqueTableReadsFacts() {
        let table = TestCatalog.techniques
        #expect(table["T1021"]?.mitigations == ["M1032", "M1035"])
        #expect(table["T1028"]?.successor == "T1021")
        #expect(table["T1566.001"]?.tactics == ["initial-access"])
        #expect(table["T9999"] == nil && table["id"] == nil)
    }

    /// Counts as published in ATT&CK Enterprise 18.1.
    @Test func embeddedTechniquesAreComplete() {
        let techniques = TechniqueTable.embedded.techniques
        #expect(techniques.count { $0.successor == nil } == 691)
        #expect(techniques.count { $0.successor == nil && $0.mitigations.isEmpty } == 109)
        #expect(techniques.allSatisfy { $0.successor.map { TechniqueTable.embedded[$0] != nil } ?? true })
    }
}
