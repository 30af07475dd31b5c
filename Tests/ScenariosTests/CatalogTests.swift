import Foundation
import Scenarios
import Testing

/// The catalog of the library: complete, ordered, sourced, and naming only what exists.
@Suite struct CatalogTests {
    private let catalog = Catalog.embedded

    @Test("no complaint: levels ordered in every figure, every figure sourced, nothing from a copy trusted highly")
    func isSound() {
        let loaded = DocumentLoader.disk.load(Catalog.embeddedBytes, path: "catalog.json")
        #expect(loaded.diagnostics == [])
    }

    @Test("every subject has its control")
    func isComplete() {
        #expect(Set(catalog.controls.map(\.family)) == Set(ControlFamily.allCases))
        let wanted: [String: [String]] = [
            "encryption-at-rest": ["none", "volume", "database", "field"],
            "encryption-in-transit": ["none", "external", "everywhere"],
            "mfa": ["none", "sms", "push", "number-matching", "fido2"],
            "conditional-access": ["none", "location", "device", "device-risk"],
            "identity-proofing": ["none", "questions", "call-back", "in-person"],
            "privileges": ["broad", "role-based", "least"],
            "privileged-access": ["shared", "named", "vaulted", "tiered"],
            "access-reviews": ["none", "yearly", "quarterly"],
            "patching": ["quarterly", "monthly", "weekly", "prompt"], "edge-patching": ["slow", "monthly", "prompt"],
            "edge-protection": ["none", "filtering", "managed"], "egress": ["open", "proxied", "allow-list"],
            "mail-filtering": ["none", "standard", "sandboxed"],
            "segmentation": ["flat", "zones", "micro", "zero-trust"],
            "monitoring": ["none", "logs", "central-logs", "edr", "edr-24x7"],
            "alert-handling": ["unsorted", "triaged", "tuned"], "information-sharing": ["none", "receives", "active"],
            "phishing-training": ["none", "yearly", "continuous"], "reporting": ["none", "mailbox", "button"],
            "data-loss-prevention": ["none", "watch", "block"], "insider-safeguards": ["none", "leavers", "watched"],
            "release-checks": ["none", "checklist", "second-person"],
            "backup": ["none", "domain-joined", "offline", "offline-tested"],
            "vendor-zone": ["shared", "named-mfa", "walled"], "vendor-review": ["none", "questionnaire", "evidence"],
            "update-staging": ["immediate", "ring", "held"], "signed-updates": ["unchecked", "checked"],
            "tamper-evident-records": ["none", "append-only", "witnessed"],
            "build-integrity": ["open", "reviewed", "reproducible"],
            "hardening": ["default", "hardened", "allow-listed"],
            "certificate-care": ["unmanaged", "calendar", "automated"],
        ]
        for (id, levels) in wanted { #expect(catalog.control(id)?.levels.map(\.id) == levels, "\(id)") }
        #expect(catalog.controls.count == wanted.count, "a new control is listed here too")
    }

    @Test("every control says what it is, and every upgrade what it takes")
    func isExplained() {
        for control in catalog.controls {
            #expect(control.help?.isEmpty == false && !control.nist.isEmpty, "\(control.id)")
            #expect(control.levels[0].effort == nil, "\(control.id): the weakest level takes no effort")
            for level in control.levels.dropFirst() {
                #expect(
                    level.effort.map { $0.low < $0.likely && $0.likely < $0.high } ?? false, "\(control.id) \(level.id)"
                )
            }
        }
        #expect(catalog.controls.filter { $0.twoWay != nil }.map(\.id) == ["patching"])
    }

    @Test("every figure: a publication with how it was seen and how far it is trusted, or judgement")
    func isSourced() {
        let figures = catalog.figures
        for figure in figures {
            let place = "\(figure.control) \(figure.level) \(figure.meaning)"
            #expect(!figure.citation.source.isEmpty, "\(place)")
            let isWhole = figure.citation.seen != nil && figure.citation.trust != nil
            #expect(figure.isJudgement != isWhole, "\(place)")
        }
        let cited = figures.filter { !$0.isJudgement }
        #expect(cited.count >= 15 && figures.count - cited.count >= 100)
        #expect(cited.contains { $0.citation.seen == .primary })
    }

    @Test("monitoring has a figure for every technique of every tactic at each of its levels but the first")
    func isEveryTacticWatched() throws {
        let monitoring = try #require(catalog.control("monitoring"))
        let table = TechniqueTable.embedded
        #expect(Set(table.techniques.flatMap(\.tactics)).count == 14)
        for level in monitoring.levels.dropFirst() {
            for tactic in Set(table.techniques.flatMap(\.tactics)).sorted() {
                let watched = level.effects.filter { $0.on.tactics.contains(tactic) }
                #expect(watched.contains { ($0.noticing?.likely ?? 0) > 0 }, "\(level.id): \(tactic)")
                // Where kinds of asset differ, together they leave none out.
                let kinds = watched.map { $0.on.kinds.isEmpty ? AssetKind.allCases : $0.on.kinds }
                #expect(Set(kinds.joined()).count == AssetKind.allCases.count, "\(level.id): \(tactic)")
            }
        }
    }

    @Test("whatever notices says how much of it is sight, and the conflict about it is shown")
    func isSightStated() throws {
        for control in catalog.controls {
            let notices = control.levels.contains { $0.effects.contains { $0.noticing != nil } }
            #expect((control.sight != nil) == notices, "\(control.id)")
        }
        let monitoring = try #require(catalog.control("monitoring"))
        let sight = try #require(monitoring.sight)
        #expect(!sight.isJudgement && sight.trust == .low)
        #expect(monitoring.conflicts.allSatisfy { $0.figure.high < sight.low }, "no conflict is mixed in")
        #expect(monitoring.conflicts.count == 2)
        #expect(monitoring.figures.last?.meaning == .sight && monitoring.figures.last?.level == "")
    }

    @Test("the conflict about training is shown and enters no figure")
    func conflictOfTraining() throws {
        let training = try #require(catalog.control("phishing-training"))
        let conflict = try #require(training.conflicts.first)
        #expect(conflict.figure.likely == 0.16 && conflict.figure.trust == .low)
        let used = training.levels.flatMap(\.effects).compactMap(\.success)
        #expect(used.allSatisfy { $0.low >= 0.95 }, "the vendor's figure is not mixed in")
    }

    @Test(
        "effort classes",
        arguments: [(1.0, "small"), (10, "small"), (11, "medium"), (150, "large"), (151, "very large")])
    func effortClasses(days: Double, name: String) {
        #expect(EffortClass(of: Estimate(exactly: days)).rawValue == name)
    }

    /// Where the real lists are at hand, every id is in them.
    @Test func idsExist() throws {
        let attack = Shared.folder + "/data/attack/technique_mitigation.csv"
        let nist = Shared.folder + "/data/nist/sp800-53r5_all_control_ids_names.csv"
        guard case .success(let pairs) = Shared.read(attack), case .success(let names) = Shared.read(nist) else {
            return Shared.skip(attack)
        }
        let mitigations = Set(
            String(decoding: pairs, as: UTF8.self).split(whereSeparator: { ",\n\r\"".contains($0) }).map(String.init))
        let controls = Set(
            String(decoding: names, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap {
                NISTControlId.canonical(String($0.split(separator: ",")[0].filter { !"\" ".contains($0) }))
            })
        #expect(controls.count > 1000 && mitigations.contains("M1032"))
        for control in catalog.controls {
            #expect(Set(control.mitigations).isSubset(of: mitigations), "\(control.id)")
            #expect(
                Set(control.nist).isSubset(of: controls), "\(control.id): \(Set(control.nist).subtracting(controls))")
        }
    }
}
