import Scenarios

/// One organization of the reference population, and how it was drawn.
struct ReferenceOrganization {
    var organization: Organization
    var size: Size
    var sector: Sector
    /// General standing in security, 0 (worst) to 1: half of the answers follow it.
    var standing: Double
    var hasPlan: Bool

    /// The whole population, in a fixed order: sector by sector, small first.
    static func population(_ catalog: Catalog) -> [ReferenceOrganization] {
        var number = 0
        return sectors.flatMap { sector in
            Size.allCases.flatMap { size in
                (0..<PopulationShares.organizationsPerSector[size.rawValue]).map { _ in
                    defer { number += 1 }
                    return drawn(UniformDraws(organization: number), size, sector, catalog)
                }
            }
        }
    }

    /// The lines of business that have a template.
    static let sectors: [Sector] = [
        .finance, .health, .public, .education, .retail, .manufacturing, .technology, .logistics,
    ]

    private static func drawn(_ draws: UniformDraws, _ size: Size, _ sector: Sector, _ catalog: Catalog)
        -> ReferenceOrganization
    {
        let standing = draws.uniform("standing")
        let hasPlan = draws.answer("plan", standing) >= 1 - PopulationShares.plans[size.rawValue]
        var structure = StructureTemplate(draws: draws, size: size, sector: sector)
        var organization = Organization()
        organization.id = "reference-\(draws.organization)"
        organization.name = "Reference \(draws.organization)"
        organization.sector = sector
        organization.headcount = structure.headcount
        organization.departments = structure.departments()
        organization.suppliers = structure.suppliers()
        for control in catalog.controls {
            organization.controls[control.id] = .known(setting(control, draws, size, standing))
        }
        organization.response = ResponseTemplate(draws: draws, size: size, hasPlan: hasPlan).response(
            security: structure.home(.security), management: structure.home(.admin))
        return ReferenceOrganization(
            organization: organization, size: size, sector: sector, standing: standing, hasPlan: hasPlan)
    }

    /// A level by the table's shares, and the rest of a control's answer.
    private static func setting(_ control: Control, _ draws: UniformDraws, _ size: Size, _ standing: Double)
        -> ControlSetting
    {
        var setting = ControlSetting()
        let row = AnswerShares.table.first { $0.control == control.id }
        let shares =
            row?.shares[size.rawValue]
            ?? zip(control.levels, AnswerShares.otherwise(levels: control.levels.count)).map { ($0.id, $1) }
        let level = draws.level(control.id, shares, standing)
        setting.level = .known(level)
        if let coverage = row?.coverage, level != control.levels.first?.id {
            setting.coverage = .known(draws.between(coverage.lowerBound, coverage.upperBound, "\(control.id)/coverage"))
        }
        if control.family == .monitoring {
            setting.hours = level.hasSuffix("24x7") ? .always : size == .large ? .extended : .business
        }
        if control.family == .encryption, level == "database" || level == "field" {
            let custody = draws.uniform("\(control.id)/keys")
            setting.keys =
                custody < PopulationShares.keysOnSameHost
                ? .sameHost : custody < 1 - PopulationShares.keysInModule ? .keyService : .hsm
        }
        return setting
    }
}

extension UniformDraws {
    /// The uniform number behind an answer: the general standing for a share of the questions, else one of its own.
    ///
    /// The mixture of uniforms is uniform, so the shares of the answers stay what the table says.
    func answer(_ question: String, _ standing: Double) -> Double {
        happens("\(question)/common", PopulationShares.common) ? standing : uniform("\(question)/own")
    }

    /// A level from weakest to strongest.
    func level(_ control: String, _ shares: [(level: String, share: Double)], _ standing: Double) -> String {
        let place = answer(control, standing)
        var below = 0.0
        for (level, share) in shares {
            below += share
            if place < below { return level }
        }
        return shares.last { $0.share > 0 }?.level ?? ""
    }
}
