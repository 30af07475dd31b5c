import DrillEngine
import DrillResults
import Foundation
import Scenarios
import Testing

/// Ids of levers are types in code, texts in results and at the command line.
@Suite struct LeverIDTests {
    @Test func theTextOfEveryLeverOfTheLibraryStandsForIt() throws {
        let levers = LeverAnalysis(try Library.sample(), settings: SmallCompany.settings)
        var found: Set<LeverID> = []
        for company in try Library.companies() {
            let ids = levers.levers(of: company).map(\.id)
            #expect(Set(ids.map(\.text)).count == ids.count, "\(company.id): one text, one lever")
            for id in ids {
                #expect(LeverID(id.text) == id, "\(id.text)")
                #expect(try JSONDecoder().decode([LeverID].self, from: JSONEncoder().encode([id])) == [id])
            }
            found.formUnion(ids)
        }
        #expect(found.count > 100)
    }

    @Test(
        "what is raised, and to what",
        arguments: [
            ("mfa/fido2", LeverID.control("mfa", at: .company, to: .level("fido2"))),
            ("mfa/push everywhere", .control("mfa", at: .company, to: .everywhere("push"))),
            ("portal: mfa/push", .control("mfa", at: .department("portal"), to: .level("push"))),
            (
                "data/scoring-db: encryption-at-rest/keys in an hsm",
                .control("encryption-at-rest", at: .asset("scoring-db", of: "data"), to: .keysApart)
            ),
            ("hand-off/notice/faster", .handOff(.one("notice"), to: .faster)),
            ("hand-off/notice/24x7", .handOff(.one("notice"), to: .roundTheClock)),
            ("hand-off/all/faster", .handOff(.all, to: .faster)), ("hand-off/all/fast", .handOff(.all, to: .tenfold)),
            ("containment/portal/faster", .containment(.one("portal"))), ("containment/all/faster", .containment(.all)),
            ("hand-off/called all/faster", .handOff(.one("all"), to: .faster)),
        ])
    func texts(_ text: String, id: LeverID) {
        #expect(id.text == text)
        #expect(LeverID(text) == id)
    }

    @Test(
        "what is no lever has no id",
        arguments: [
            "", "mfa", "mfa/", "/fido2", ": mfa/fido2", "a/b/c: mfa/fido2", "hand-off/notice/slower",
            "containment/portal/24x7", "x/y/faster", "mfa/push/fido2/1",
        ])
    func noLever(_ text: String) { #expect(LeverID(text) == nil) }

    @Test func aWrongTextInAFileIsToldByItsText() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([LeverID].self, from: Data(#"["no lever"]"#.utf8))
        }
    }

    @Test func levelsOfOneControlInOneScopeAndAllBesideOneExcludeEachOther() throws {
        func excludes(_ one: String, _ other: String) throws -> Bool {
            let (one, other) = (try #require(LeverID(one)), try #require(LeverID(other)))
            #expect(one.excludes(other) == other.excludes(one))
            return one.excludes(other)
        }
        #expect(try excludes("mfa/fido2", "mfa/push everywhere"))
        #expect(try !excludes("mfa/fido2", "portal: mfa/fido2"))
        #expect(try !excludes("portal/db: mfa/fido2", "archive/db: mfa/fido2"), "assets of two departments")
        #expect(try excludes("hand-off/all/faster", "hand-off/notice/24x7"))
        #expect(try !excludes("hand-off/notice/faster", "hand-off/notice/24x7"))
        #expect(try excludes("containment/portal/faster", "containment/all/faster"))
        #expect(try !excludes("hand-off/all/faster", "containment/all/faster"))
    }
}
