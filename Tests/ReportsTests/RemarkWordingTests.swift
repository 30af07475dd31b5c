import DrillResults
import Testing

/// What the documents alone explain is a reason; its sentence stands in one place.
@Suite struct RemarkWordingTests {
    @Test(
        arguments: [
            (Inapplicable.noAsset(step: "Copy", wanted: []), "no asset fits the step “Copy” (any asset)"),
            (
                .noLink(kind: "data-feed", step: "Copy"),
                "no supplier link of the kind data-feed leads to the step “Copy”"
            ),
            (.noWay(step: "Copy"), "nothing leads to the step “Copy”"),
            (.noGoal(objectives: ["Loss", "Halt"]), "no asset is what the story is after (“Loss”, “Halt”)"),
        ])
    func eachReasonWhyAStoryCannotHappenHasItsSentence(_ why: Inapplicable, _ words: String) {
        #expect(Wording.reason(why) == words)
    }

    @Test(
        arguments: [
            (AnswerGap.assumed("Patching", level: "monthly"), "Patching: not stated, taken as “monthly”"),
            (.unstated("response"), "response: not stated, the catalog's default is taken"),
            (.unknown("Patching"), "Patching: unknown, every possibility is tried"),
        ])
    func eachAnswerThatIsMissingHasItsLine(_ gap: AnswerGap, _ words: String) {
        #expect(Wording.confirmation(gap) == words)
    }

    @Test(
        arguments: [
            (AssetCondition.kind(["server", "database"]), "server or database"),
            (.exposure(["internet"]), "exposed to internet"), (.software(["web-framework"]), "with web-framework"),
            (.holding(["keys"]), "holding keys"), (.data(["personal", "health"]), "with personal or health data"),
            (.owner(["finance"]), "owned by finance"), (.entitled, "that the insider may use"),
            (.link("logistics"), "at the end of a logistics link"),
        ])
    func eachConditionOnAnAssetHasItsWords(_ condition: AssetCondition, _ words: String) {
        #expect(Wording.conditions([condition]) == words)
        #expect(Wording.conditions([condition, .entitled]) == "\(words), that the insider may use")
    }

    @Test(
        arguments: [
            (
                EncryptionRemark.unknownLevel(asset: "db"),
                "Whether the data of db is encrypted is unknown: every possibility is tried."
            ),
            (
                .unknownShare(asset: "db"),
                "For which share the data of db is encrypted is unknown: every share is tried."
            ),
            (.notEncrypted(asset: "db"), "The data of db is not encrypted."),
            (
                .useless(asset: "db", .beside(level: "volume", .network)),
                "Encryption of db did not help: at the level “volume” it does not stand in the way through the network."
            ),
            (
                .useless(asset: "db", .keyOnHost(level: "field")),
                "Encryption of db did not help: the key lies on the same host."
            ),
            (
                .shares(
                    asset: "db", [part("field", 0.999), part("none", 0.001, isEncrypted: false)],
                    flaws: [.keyOnHost(level: "field")]),
                "The data of db is encrypted for a share only: over 99 % at the level “field”, under 1 % not at all. At the level “field” the key lies on the same host."
            ),
            (
                .shares(
                    asset: "db", [part("field", 0.5), part("volume", 0.5)], flaws: [.beside(level: "volume", .media)]),
                "The data of db is encrypted at different levels: 50 % at the level “field”, 50 % at the level “volume”. The level “volume” does not stand in the way through the media."
            ),
            (
                .keyFell(asset: "db"),
                "The key of db fell too: a system that may have its data decrypted was taken, or the keys themselves."
            ),
        ])
    func eachReasonWhyEncryptionDidNotHelpHasItsSentences(_ remark: EncryptionRemark, _ words: String) {
        #expect(Wording.remark(remark) == words)
    }

    @Test func howDataIsEncryptedNamesTheSharesThatAre() {
        let bare = part("none", 0.2, isEncrypted: false)
        #expect(Wording.encryption([part("field", 1)]) == "The field")
        #expect(Wording.encryption([part("field", 0.8), bare]) == "The field, for 80 %")
        #expect(Wording.encryption([part("field", nil), bare]) == "The field, for an unknown share")
        #expect(
            Wording.encryption([part("field", 0.3), part("volume", 0.5), bare])
                == "The field, for 30 %; The volume, for 50 %")
        #expect(Wording.encryption([bare]) == "")
    }
}

private func part(_ level: String, _ share: Double?, isEncrypted: Bool = true) -> EncryptedShare {
    EncryptedShare(level: level, title: "The \(level)", share: share, isEncrypted: isEncrypted)
}
