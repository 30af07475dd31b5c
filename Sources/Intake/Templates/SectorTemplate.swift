public import Scenarios

/// A typical company of one sector: a first document of one's own to correct rather than to invent.
///
/// Departments, assets, links and record counts are plausible for the sector. Whatever only the company can know, its
/// controls and its times of response, is `"unknown"` until somebody answers.
public struct SectorTemplate: Sendable, Equatable {
    /// The line of business.
    public var sector: Sector
    /// Id of the document unless another is given.
    public var id: String
    /// Name of the company unless another is given.
    public var name: String
    /// What kind of company it is, in half a sentence.
    public var summary: String
    /// People who work there; departments add up to it.
    public var headcount: Int
    /// Whose records the company keeps: "customers", "patients".
    public var people: String
    /// How many of them; data about them scale with the number that somebody gives.
    public var records: Int
    /// What the company is made of.
    public var departments: [Department]
    /// Who supplies it.
    public var suppliers: [SupplierLink]
    /// Whether copies of its data usually leave the house on tapes or disks.
    public var copiesTravel = false

    /// Every sector for which there is a template, in the order in which they are offered.
    public static let all: [SectorTemplate] = [
        finance, health, publicOffice, education, retail, manufacturing, technology, logistics,
    ]

    /// The template of a sector; nil where there is none.
    public static func template(_ sector: Sector) -> SectorTemplate? { all.first { $0.sector == sector } }

    /// The company as a document, all controls and all times unknown.
    ///
    /// - Parameter catalog: the controls that are asked for, in the catalog's order.
    public func organization(catalog: Catalog) -> Organization {
        var organization = Organization()
        organization.id = id
        organization.name = name
        organization.sector = sector
        organization.headcount = headcount
        for control in catalog.controls { organization.controls[control.id] = .unknown }
        organization.departments = departments
        organization.response = response
        organization.suppliers = suppliers
        organization.setCopiesTravel(copiesTravel)
        return organization
    }

    /// Who looks, who decides, in office hours, in times that nobody has stated yet.
    private var response: Response {
        var response = Response()
        response.chain = [("notice", Role.security), ("decide", .management)].compactMap { id, role in
            guard let department = departments.first(where: { $0.roles.contains(role) }) else { return nil }
            var handOff = HandOff()
            handOff.id = id
            handOff.by = department.id
            handOff.hours = .business
            return handOff
        }
        response.containment = ["default": .unknown]
        response.repair = .unknown
        return response
    }
}
