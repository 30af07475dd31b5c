internal import DrillResults

/// A run with what its pages look up again and again: titles, anchors, worst outcomes.
struct Report {
    let run: RunResult

    func scenario(_ id: String) -> ScenarioInfo? {
        run.scenarios.first { $0.id == id }
    }

    /// Falls back on the id, so that a result without its scenario still reads.
    func scenarioTitle(_ id: String) -> String {
        scenario(id)?.title ?? id
    }

    func objective(_ id: String, of scenario: String) -> ObjectiveInfo? {
        self.scenario(scenario)?.objectives.first { $0.id == id }
    }

    func objectiveTitle(_ id: String, of scenario: String) -> String {
        objective(id, of: scenario)?.title ?? id
    }

    /// Companies that at least one scenario applies to, each with its worst outcome, in the exercise's order.
    var worst: [(company: CompanyResult, outcome: WorstOutcome)] {
        run.companies.compactMap { company in
            company.worst(of: run.scenarios).map { (company, $0) }
        }
    }

    static func anchor(company: String) -> String {
        "company-\(fragment(company))"
    }

    static func anchor(company: String, story: String) -> String {
        "company-\(fragment(company)).\(fragment(story))"
    }

    static func anchor(story: String) -> String {
        "story-\(fragment(story))"
    }

    /// Letters, digits and hyphens as they are, every other byte as `_XX`: two ids never share an anchor.
    private static func fragment(_ id: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = id.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                [byte]
            default: [UInt8(ascii: "_"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
