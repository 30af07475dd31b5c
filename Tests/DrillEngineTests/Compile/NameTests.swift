import DrillEngine
import DrillResults
import Testing

/// Names of figures and answers stand in results as texts, and what is drawn hangs on these texts.
@Suite struct NameTests {
    @Test(
        "the name of a figure is its text",
        arguments: [
            ("mfa/0/success@push/1", "mfa/0/success"),
            ("segmentation/route-2/success@zones/0", "segmentation/route-2/success"),
            ("edr/1/noticing@managed/3", "edr/1/noticing"), ("edr/1/delay@managed/3", "edr/1/delay"),
            ("soc/0/haste@always/0", "soc/0/haste"), ("hardening/0/duration@some/0", "hardening/0/duration"),
            ("backup/repair-0@offline", "backup/repair-0"),
            ("portal/exploit/probability", "portal/exploit/probability"),
            ("portal/exploit/noticed-monitoring-2", "portal/exploit/noticed-monitoring-2"),
            ("response/hand-off/bank", "response/hand-off/bank"),
            ("response/containment/bank", "response/containment/bank"),
            ("response/repair/bank", "response/repair/bank"),
            ("response/unknown/bank/response/containment/portal", "response/unknown/bank/response/containment/portal"),
            ("response/unknown/bank/response/repair", "response/unknown/bank/response/repair"),
            ("response/unknown/bank/response/triage", "response/unknown/bank/response/triage"),
        ])
    func figures(_ text: String, uniform: String) throws {
        let name = try #require(FigureName(text))
        #expect(name.text == text)
        #expect(name.uniformText == uniform)
        #expect(name.uniform.uniformText == uniform)
    }

    @Test(
        "what is no figure has no name",
        arguments: [
            "", "mfa", "mfa/0", "mfa/x/success@push/1", "mfa/0/wins@push/1", "response", "response/dinner/bank",
            "response/unknown/bank",
        ])
    func noFigure(_ text: String) { #expect(FigureName(text) == nil) }

    @Test func levelsOfOneEffectShareTheirNumber() throws {
        let (one, other) = (
            try #require(FigureName("mfa/0/success@push/1")), try #require(FigureName("mfa/0/success@fido2/0"))
        )
        #expect(one != other)
        #expect(one.uniform == other.uniform)
    }

    @Test(
        "the key of an answer is its text", arguments: ["bank//mfa", "bank/department portal/mfa", "bank/portal/mfa"])
    func answers(_ text: String) throws { #expect(try #require(AnswerKey(text)).text == text) }

    @Test(
        "the key of a time is its text",
        arguments: [
            ("bank/response", ResponseKey.Part.chain), ("bank/response/triage", .handOff("triage")),
            ("bank/response/containment", .containment(department: nil)),
            ("bank/response/containment/portal", .containment(department: "portal")), ("bank/response/repair", .repair),
        ])
    func times(_ text: String, part: ResponseKey.Part) throws {
        let key = try #require(ResponseKey(text))
        #expect(key.text == text && key.organization == "bank" && key.part == part)
    }

    @Test func whatIsNotSaidIsToldInWords() throws {
        func words(_ answer: OpenAnswer) -> String { Wording.confirmation(answer.gap(in: TestCatalog.catalog)) }
        let (containment, stage) = (
            try #require(ResponseKey("bank/response/containment")), try #require(ResponseKey("bank/response/gate"))
        )
        let gate = try #require(AnswerKey("bank/wall/gate"))
        #expect(
            words(.assumedLevel(control: "gate", organization: "bank")).hasPrefix("gate: not stated, taken as “"))
        #expect(
            words(.assumedLevel(control: "gone", organization: "bank"))
                == "gone: not stated, the catalog's default is taken")
        #expect(words(.assumedTime(containment)) == "response/containment: not stated, the catalog's default is taken")
        #expect(words(.unknownLevel(gate)) == "gate: unknown, every possibility is tried")
        #expect(
            words(.unknownTime(stage)) == "response gate: unknown, every possibility is tried", "no control's title")
    }

    @Test func aDepartmentAndAnAssetMayHaveOneName() throws {
        #expect(AnswerKey("bank/department portal/mfa")?.scope == .department("portal"))
        #expect(AnswerKey("bank/portal/mfa")?.scope == .asset("portal"))
        #expect(AnswerKey("bank/mfa") == nil)
    }
}
