internal import Scenarios

/// The words in which templates are written: short enough that a company fits on one screen.
extension Department {
    init(_ id: String, _ name: String, roles: [Role], people: Int, assets: [Asset] = []) {
        self.init()
        self.id = id
        self.name = name
        self.roles = roles
        headcount = people
        self.assets = assets
    }
}

extension Asset {
    init(
        _ id: String, _ name: String?, kind: AssetKind, count: Int = 1, from exposure: Exposure = .internal,
        software: [String] = [], data: DataHolding? = nil, holds: [Holding] = [], reaches: [String] = [],
        restore order: Int? = nil, hosted: Hosting? = nil
    ) {
        self.init()
        self.id = id
        self.name = name
        self.kind = kind
        self.count = count
        self.exposure = exposure
        self.software = software
        self.data = data
        self.holds = holds
        self.reaches = reaches
        restoreOrder = order
        self.hosted = hosted
    }
}

extension DataHolding {
    static func records(_ count: Int, _ dataClass: DataClass) -> DataHolding {
        var holding = DataHolding()
        holding.dataClass = dataClass
        holding.records = count
        return holding
    }
}

extension SupplierLink {
    init(_ organization: String, _ link: LinkKind, to asset: String, carriesOutage: Bool = false) {
        self.init()
        self.organization = organization
        self.link = link
        to = asset
        self.carriesOutage = carriesOutage
    }
}

extension [Role] {
    /// What sits in a head office.
    static let headOffice: [Role] = [
        .management, .legal, .communications, .finance, .supplierManagement, .humanResources,
    ]
}
