import DrillEngine
import DrillResults
import Scenarios
import Testing

/// (b) Encryption stands in the way it stands in: not before a query, wholly before a stolen disk, and before the query
/// too where fields are encrypted and the key's callers hold.
@Suite struct QueryAndMediaTests {
    /// On every sample company: volume encryption everywhere against none anywhere, the query through the application.
    @Test(arguments: Sample.allCases) func volumesDoNothingAboutAQuery(_ sample: Sample) throws {
        let company = try sample.company()
        let story = try Library.story("unpatched-portal")
        let bare = try Stage(story, on: company.with("encryption-at-rest", "none")).outcomes()
        let volume = company.with("encryption-at-rest", "volume", keys: .hsm)
        #expect(try Stage(story, on: volume).outcomes().trials == bare.trials)
        if sample != .bank { #expect(bare.meanRecordsExposed > 0) }
    }

    /// Copies that travel over a line cannot be taken from a car; the company is told so.
    @Test func whoseCopiesStayIsToldSo() async throws {
        let stage = try Stage(Library.story("stolen-tapes"), on: Sample.services.company())
        let result = try await stage.drill().run(documents: [], runID: "tapes").companies.first
        let reason = try #require(result?.notApplicable.first?.reason)
        #expect(reason.contains("of which copies leave the house on tapes or disks"), "\(reason)")
    }

    /// Disks and tapes of an encrypted volume: gone, and nothing readable, in every trial of every company with a crate.
    @Test(arguments: Sample.allCases.filter { $0 != .services }) func aStolenDiskIsNoLoss(_ sample: Sample) throws {
        let company = try sample.company()
        let story = try Library.story("stolen-tapes")
        let bare = try Stage(story, on: company.with("encryption-at-rest", "none")).outcomes()
        let volume = try Stage(story, on: company.with("encryption-at-rest", "volume", keys: .keyService)).outcomes()
        #expect(volume.trials.allSatisfy { $0.recordsExposed == 0 && $0.exposures.allSatisfy { $0 == .infinity } })
        #expect(bare.meanRecordsExposed > 0)
        for gone in ["copies-gone", "disks-gone"] {
            #expect(try volume.times(gone) == bare.times(gone))
        }
    }

    /// The bureau with encrypted fields and the keys in a hardware module.
    ///
    /// Its only caller is one that the story never takes: nothing is exposed. With the portal as caller, nothing is
    /// exposed before the portal has fallen, and something is after.
    @Test func fieldsWithAModuleHoldUntilACallerFalls() throws {
        let story = try Library.story("unpatched-portal")
        let bureau = try Sample.bureau.company()
        func outcomes(_ callers: [String]) throws -> Outcomes {
            try Stage(story, on: bureau.with("encryption-at-rest", "field", keys: .hsm, callers: callers)).outcomes()
        }
        let (closed, called) = (try outcomes(["scoring"]), try outcomes(["portal"]))
        // The ciphertext leaves all the same.
        #expect(try closed.times("any-content") == called.times("any-content"))
        #expect(try closed.share("any-content") > 0.2)
        #expect(closed.trials.allSatisfy { $0.recordsExposed == 0 })
        #expect(called.meanRecordsExposed > 0)
        for (trial, fallen) in zip(called.trials, try called.first("exploit")) {
            #expect(trial.exposures.allSatisfy { $0 >= fallen })
        }
    }
}
