import Scenarios
import Testing

/// The reference population is what its tables say.
@Suite struct PopulationTests {
    private let population = ReferenceOrganization.population(.embedded)

    @Test func everyAnswerIsALevelOfTheCatalogAndItsSharesAddUp() throws {
        for row in AnswerShares.table {
            let control = try #require(Catalog.embedded.controls.first { $0.id == row.control }, "\(row.control)")
            #expect(row.shares.count == Size.allCases.count)
            for shares in row.shares {
                #expect(shares.map(\.level) == control.levels.map(\.id), "\(row.control)")
                #expect(abs(shares.reduce(0) { $0 + $1.share } - 1) < 1e-9, "\(row.control)")
                #expect(shares.allSatisfy { $0.share >= 0 })
            }
            #expect(!row.source.isEmpty)
        }
        for levels in 1...6 { #expect(abs(AnswerShares.otherwise(levels: levels).reduce(0, +) - 1) < 1e-9) }
    }

    @Test func isDrawnTheSameEachTimeInTheStatedSizes() {
        let again = ReferenceOrganization.population(.embedded)
        #expect(population.map(\.organization) == again.map(\.organization))
        #expect(population.count == 200 && Set(population.map(\.organization.id)).count == 200)
        for size in Size.allCases {
            let expected = PopulationShares.organizationsPerSector[size.rawValue] * ReferenceOrganization.sectors.count
            #expect(population.count { $0.size == size } == expected)
        }
    }

    /// Shares of the drawn answers lie within four standard errors of the table; common standing makes them no surer.
    @Test func drawsKeepTheShares() {
        for row in AnswerShares.table {
            for size in Size.allCases {
                let own = population.filter { $0.size == size }
                for (level, share) in row.shares[size.rawValue] {
                    let drawn = Double(own.count { $0.level(of: row.control) == level }) / Double(own.count)
                    let error = (share * (1 - share) / Double(own.count)).squareRoot()
                    #expect(
                        abs(drawn - share) <= 4 * error + 1e-9, "\(row.control) \(level) \(size): \(drawn) for \(share)"
                    )
                }
            }
        }
    }

    @Test func documentsHangTogether() {
        for subject in population {
            let departments = subject.organization.departments
            let assets = departments.flatMap(\.assets)
            let ids = Set(assets.map(\.id))
            #expect(ids.count == assets.count, "\(subject.organization.id)")
            #expect(assets.allSatisfy { ids.isSuperset(of: $0.reaches) })
            #expect(subject.organization.suppliers.allSatisfy { ids.contains($0.to ?? "") })
            let chain = subject.organization.response?.chain ?? []
            #expect(!chain.isEmpty && chain.allSatisfy { stage in departments.contains { $0.id == stage.by } })
            #expect(departments.contains { $0.roles.contains(.business) })
        }
    }
}

extension ReferenceOrganization {
    func level(of control: String) -> String? {
        guard case .known(let setting)? = organization.controls[control], case .known(let level)? = setting.level
        else { return nil }
        return level
    }
}
