import DrillEngine
import DrillResults
import Foundation
import Intake
import Scenarios
import Testing

/// Templates are valid, believable and playable.
@Suite struct TemplateTests {
    static let sectors: [Sector] = [
        .finance, .health, .public, .education, .retail, .manufacturing, .technology, .logistics,
    ]

    private static func organization(_ sector: Sector) throws -> Organization {
        try #require(SectorTemplate.template(sector)).organization(catalog: .embedded)
    }

    @Test("there is one for each of the eight sectors")
    func all() {
        #expect(SectorTemplate.all.map(\.sector) == Self.sectors)
        #expect(Set(SectorTemplate.all.map(\.id)).count == 8)
    }

    @Test("written and read back it is the same, without a finding", arguments: sectors)
    func roundTrip(sector: Sector) throws {
        let organization = try Self.organization(sector)
        let text = DocumentText.text(OrganizationTree.tree(organization, schema: "schemas/organization.json"))
        let loader = Library.loader(["/t.json": text])
        #expect(loader.lint("/t.json").map(\.text) == [])
        guard case .organization(let read)? = loader.load("/t.json").document else {
            Issue.record("not read back")
            return
        }
        #expect(read == organization)
    }

    @Test("headcounts add up, ids are unique, people's records lie where the template says", arguments: sectors)
    func consistent(sector: Sector) throws {
        let template = try #require(SectorTemplate.template(sector))
        #expect(template.departments.compactMap(\.headcount).reduce(0, +) == template.headcount)
        let assets = template.departments.flatMap(\.assets)
        #expect(Set(assets.map(\.id)).count == assets.count)
        #expect(assets.contains { $0.data?.records == template.records })
        #expect(assets.allSatisfy { $0.name != nil })
        let restored = assets.filter { $0.kind != .backup }
        #expect(restored.allSatisfy { $0.restoreOrder != nil })
        #expect(template.suppliers.allSatisfy { link in assets.contains { $0.id == link.to } })
    }

    @Test("each sector has a shape of its own")
    func shapes() throws {
        func assets(_ sector: Sector) throws -> [Asset] { try Self.organization(sector).departments.flatMap(\.assets) }
        func roles(_ sector: Sector) throws -> Set<Role> {
            Set(try Self.organization(sector).departments.flatMap(\.roles))
        }
        #expect(try assets(.health).count { $0.kind == .ot } >= 3)
        #expect(try roles(.health).contains(.clinical))
        #expect(try assets(.retail).contains { $0.kind == .paymentTerminal && $0.data?.dataClass == .payment })
        #expect(try roles(.manufacturing).isSuperset(of: [.production, .research, .logistics]))
        #expect(
            try assets(.education).contains { $0.kind == .fileShare && $0.data?.dataClass == .intellectualProperty })
        #expect(try roles(.education).isSuperset(of: [.teaching, .research]))
        #expect(try assets(.technology).contains { $0.kind == .buildSystem })
        #expect(
            try assets(.finance).contains { $0.data?.dataClass == .financial && ($0.data?.records ?? 0) > 1_000_000 })
        #expect(
            try Self.organization(.logistics).suppliers.contains { $0.link == .dataFeed && $0.to == "feed-gateway" })
        #expect(try Self.organization(.public).suppliers.contains { $0.link == .dataFeed })
        for sector in Self.sectors {
            let names = try Self.organization(sector).departments.map(\.name)
            let others = try Self.sectors.filter { $0 != sector }.flatMap {
                try Self.organization($0).departments.map(\.name)
            }
            #expect(!Set(names).isSubset(of: others), "\(sector) has no department of its own")
        }
    }

    @Test("every control of the catalog is asked for, none is assumed", arguments: sectors)
    func controls(sector: Sector) throws {
        let organization = try Self.organization(sector)
        #expect(Set(organization.controls.keys) == Set(Catalog.embedded.controls.map(\.id)))
        #expect(organization.controls.values.allSatisfy { $0 == .unknown })
    }

    @Test("somebody answers to every role that the library addresses", arguments: sectors, Library.scenarios)
    func plays(sector: Sector, path: String) async throws {
        let (exercise, loader) = try Library.exercise(try Self.organization(sector), path)
        let loading = loader.loadExercise(exercise)
        let loaded = try #require(loading.exercise)
        var simulation = loaded.exercise.simulation
        (simulation.trials, simulation.worlds) = (64, 8)
        let drill = try Drill(loaded, settings: RunSettings(simulation, threads: 1))
        let result = try await drill.run(documents: [], runID: "test")
        let company = try #require(result.companies.first)
        // It applies, or says why not.
        if let reason = company.notApplicable.first?.reason {
            #expect(reason.count > 20, "\(reason)")
            // What the company has nothing of, is told beforehand too.
            #expect(loading.diagnostics.allSatisfy { $0.severity == .warning && $0.rule == "matches-nothing" })
            print("\(sector.rawValue) × \(loaded.scenarios[0].id): \(reason)")
        } else {
            #expect(loading.diagnostics.map(\.text) == [])
            #expect(company.stories.count == 1)
            #expect(company.stories[0].objectives.isEmpty == false)
        }
    }

    @Test("with the answers unknown, results range widely", arguments: sectors)
    func wide(sector: Sector) async throws {
        let path = try #require(Library.scenarios.first { $0.hasSuffix("unpatched-portal.json") })
        let (exercise, loader) = try Library.exercise(try Self.organization(sector), path)
        let loaded = try #require(loader.loadExercise(exercise).exercise)
        var simulation = loaded.exercise.simulation
        (simulation.trials, simulation.worlds) = (4000, 40)
        let drill = try Drill(loaded, settings: RunSettings(simulation, threads: 1))
        let result = try await drill.run(documents: [], runID: "test")
        let reached = try #require(
            result.companies[0].stories.first?.objectives.first { $0.id == "any-content" }?.reached)
        #expect(reached.range.high - reached.range.low > 0.2, "\(reached)")
        #expect(result.companies[0].toConfirm.count > 10)
    }
}
