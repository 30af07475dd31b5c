import Foundation
import Scenarios
import Testing

/// The library on the reference population: the committed page, and what must hold whatever the catalog says.
@Suite(.enabled(if: !isDebugBuild, "skipped: the study takes minutes in a debug build"))
struct ReferenceStudyTests {
    private func rows() async throws -> (Study, [Row]) {
        let study = try await Study.shared.value
        return (study, await StudyRows.shared.value(study))
    }

    @Test func thePageIsWhatTheModelGives() async throws {
        let (study, rows) = try await rows()
        let page = ValidationPage(study: study, rows: rows, citations: try .collected()).text
        let file = Checkout.root.appending(path: "docs/validation.md")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(page.utf8).write(to: file)
            Issue.record("recorded docs/validation.md: read it, then run again without RECORD_SNAPSHOTS")
            return
        }
        let committed = try? String(decoding: Data(contentsOf: file), as: UTF8.self)
        let lines = zip(page.split(separator: "\n"), (committed ?? "").split(separator: "\n"))
        let first = lines.first { $0 != $1 }
        #expect(
            page == committed,
            """
            docs/validation.md is out of date; RECORD_SNAPSHOTS=1 writes it again. First difference:
            now  \(first.map { String($0.0.prefix(300)) } ?? "in length")
            file \(first.map { String($0.1.prefix(300)) } ?? "in length")
            """)
    }

    /// Every row says something: enough cases, an interval around the value, all worlds.
    @Test func rowsRestOnEnoughCases() async throws {
        let (_, rows) = try await rows()
        #expect(rows.count >= 30)
        for row in rows {
            #expect(row.verdict != .tooFew, "\(row.target.id): \(row.cases) cases")
            #expect(row.value != nil, "\(row.target.id)")
            if let mixes = row.mixes, let value = row.value { #expect(mixes.contains(value)) }
        }
    }

    /// What monitoring finds grows with an organization's standing, and never shrinks.
    @Test func monitoringFindsNoMoreInImmatureOrganizations() async throws {
        let (study, _) = try await rows()
        let thirds = (0..<3).map { third in
            study.outcomes.filter { outcome in
                let standing = study.population[outcome.organization].standing
                return study.stories[outcome.story].family == .intrusion && outcome.start < .infinity
                    && standing >= Double(third) / 3 && standing < Double(third + 1) / 3
            }
        }
        let found = thirds.map { cases in Double(cases.count { $0.noticedBy == .inside }) / Double(cases.count) }
        #expect(found[0] <= found[1] && found[1] <= found[2], "\(found)")
    }

    /// Every trial has one place for each time: nothing is contained before it is noticed or exposed before it begins.
    @Test func timesAreInOrder() async throws {
        let (study, _) = try await rows()
        for outcome in study.outcomes {
            guard outcome.contained < .infinity else { continue }
            #expect(outcome.noticed <= outcome.contained)
        }
        #expect(study.outcomes.allSatisfy { $0.exposed == .infinity || $0.start <= $0.exposed })
        #expect(study.outcomes.allSatisfy { ($0.noticed == .infinity) == ($0.noticedBy == nil) })
    }

    /// Who encrypts leaves a note: let loose, it is known.
    @Test func ransomwareIsKnownOnceLetLoose() async throws {
        let (study, _) = try await rows()
        let loose = study.outcomes.filter { study.stories[$0.story].isRansom && $0.down < .infinity }
        #expect(loose.count > 1000)
        #expect(loose.allSatisfy { $0.noticed <= $0.down + 24 })
    }

    /// A story takes part with all its trials at each organization to which it applies.
    @Test func storiesApplyOrSayWhyNot() async throws {
        let (study, _) = try await rows()
        for (story, applicable) in zip(study.stories, study.applicable) {
            #expect(applicable > 0, "\(story.scenario.id) applies to no organization of the reference population")
            #expect(applicable <= study.population.count)
        }
        let expected = study.applicable.reduce(0, +) * Study.trials
        #expect(study.outcomes.count == expected)
    }
}

/// The rows, computed once.
actor StudyRows {
    static let shared = StudyRows()
    private var rows: [Row]?

    func value(_ study: Study) -> [Row] {
        if let rows { return rows }
        let computed = Target.all.map { Row($0, study) }
        rows = computed
        return computed
    }
}

#if DEBUG
    let isDebugBuild = true
#else
    let isDebugBuild = false
#endif
