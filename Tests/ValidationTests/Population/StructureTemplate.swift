import Scenarios

/// Departments, assets and suppliers of an organization: three templates by size, each with what its sector adds.
struct StructureTemplate {
    let draws: UniformDraws
    let size: Size
    let sector: Sector
    let headcount: Int
    /// Assets by the department that owns them.
    private var assets: [String: [Asset]] = [:]
    /// Whether copies are written to tapes, which are carried out of the house.
    private var copiesTravel = false

    init(draws: UniformDraws, size: Size, sector: Sector) {
        self.draws = draws
        self.size = size
        self.sector = sector
        let bounds = [(15.0, 100.0), (101, 1000), (1001, 12_000)][size.rawValue]
        headcount = Int(draws.between(bounds.0, bounds.1, "headcount"))
    }

    /// Who would own an asset in a large organization.
    enum Home { case business, customers, field, admin, it, security }

    /// The department that stands for it at this size.
    func home(_ home: Home) -> String {
        switch (size, home) {
        case (.small, .it), (.small, .security), (.medium, .it), (.medium, .security), (.large, .it): "it"
        case (.small, _): "office"
        case (.medium, .admin), (.large, .admin): "administration"
        case (.medium, .business), (.medium, .customers), (.large, .business): "business"
        case (.large, .customers): "customers"
        case (.medium, .field), (.large, .field): "field"
        case (.large, .security): "security"
        }
    }

    mutating func departments() -> [Department] {
        addOffice()
        addWeb()
        addServers()
        addField()
        let roles: [(String, [Role])] =
            switch size {
            case .small:
                [
                    (
                        "office",
                        [
                            .business, .management, .finance, .customerService, .dataOwner, .humanResources, .legal,
                            .communications, .supplierManagement, fieldRole,
                        ]
                    ), ("it", [.operations, .security]),
                ]
            case .medium:
                [
                    ("business", [.business, .customerService, .dataOwner]), ("field", [fieldRole]),
                    ("administration", Self.administration), ("it", [.operations, .security, .development]),
                ]
            case .large:
                [
                    ("business", [.business, .dataOwner]), ("customers", [.customerService]), ("field", [fieldRole]),
                    ("administration", Self.administration), ("it", [.operations, .development]),
                    ("security", [.security]),
                ]
            }
        let known = Set(assets.values.joined().map(\.id))
        return roles.map { id, roles in
            var department = Department()
            department.id = id
            department.name = id
            department.roles = roles
            department.assets = assets[id] ?? []
            for index in department.assets.indices {
                department.assets[index].reaches.removeAll { !known.contains($0) }
                department.assets[index].copiesTravel = copiesTravel && department.assets[index].data != nil
            }
            return department
        }
    }

    /// A maintenance firm with access, and a publisher whose updates are installed; both outside the model.
    func suppliers() -> [SupplierLink] {
        var access = SupplierLink()
        access.organization = Self.maintainer
        access.link = .vendorAccess
        access.to = size == .small ? "server" : "field-server"
        var update = SupplierLink()
        update.organization = Self.publisher
        update.link = .softwareUpdate
        update.to = draws.happens("update at the managers", 0.4) ? "server" : "ledger"
        return [access, update]
    }

    static let maintainer = "maintenance-firm"
    static let publisher = "software-publisher"
    private static let administration: [Role] = [
        .management, .legal, .communications, .finance, .supplierManagement, .humanResources,
    ]

    // MARK: - Assets

    private mutating func add(_ owner: Home, _ asset: Asset) { assets[home(owner), default: []].append(asset) }

    private func made(
        _ id: String, _ kind: AssetKind, order: Int, _ change: (inout Asset) -> Void = { _ in }
    ) -> Asset {
        var asset = Asset()
        asset.id = id
        asset.kind = kind
        asset.restoreOrder = order
        change(&asset)
        return asset
    }

    private mutating func addOffice() {
        add(
            .business,
            made("computers", .endpointFleet, order: 6) {
                $0.count = max(5, headcount * 6 / 10)
                $0.reaches = ["files", "records-app"]
            })
        let holdsPasswords = draws.happens("passwords in files", 0.5)
        let files = holding(.confidential, 0.3, "files")
        add(
            .business,
            made("files", .fileShare, order: 4) {
                $0.data = files
                $0.holds = holdsPasswords ? [.credentials] : []
                $0.reaches = ["records-db"]
            })
        let mail = holding(.confidential, 0.1, "mail")
        add(
            .admin,
            made("mail", .mailboxSystem, order: 3) {
                $0.exposure = .internet
                $0.data = mail
            })
        add(
            .admin,
            made("ledger", .application, order: 5) {
                $0.software = ["accounting"]
                $0.reaches = ["staff-db"]
            })
        var staff = DataHolding()
        staff.dataClass = .personal
        staff.records = headcount
        add(.admin, made("staff-db", .database, order: 7) { $0.data = staff })
        guard draws.happens("cloud", 0.6) else { return }
        let cloud = holding(.confidential, 0.2, "cloud")
        add(
            .business,
            made("cloud", .cloudTenant, order: 7) {
                $0.exposure = .internet
                $0.data = cloud
            })
    }

    /// A portal of one's own, with the customers behind it.
    private mutating func addWeb() {
        let customers = holding(.personal, 0.5, "customers")
        guard draws.happens("portal", [0.4, 0.7, 0.9][size.rawValue]) else { return }
        add(
            .customers,
            made("portal", .webApplication, order: 4) {
                $0.exposure = .internet
                $0.software = ["web-framework"]
                $0.reaches = size == .small ? ["customers-db"] : ["customers-db", "forms"]
            })
        add(.customers, made("customers-db", .database, order: 4) { $0.data = customers })
        guard size != .small else { return }
        add(
            .customers,
            made("forms", .fileShare, order: 7) {
                $0.holds = [.credentials]
                $0.reaches = ["records-db"]
            })
    }

    private mutating func addServers() {
        add(
            .security,
            made("directory", .identityProvider, order: 1) {
                $0.holds = [.adminCredentials]
                $0.reaches = ["mail", "server"]
            })
        if draws.happens("gateway", [0.5, 0.9, 1][size.rawValue]) {
            add(
                .it,
                made("gateway", .networkDevice, order: 1) {
                    $0.exposure = .internet
                    $0.reaches = ["server", "files"]
                })
        }
        let keepsAdministrators = size != .small || draws.happens("administrators on the server", 0.7)
        add(
            .it,
            made("server", .server, order: 2) {
                $0.holds = keepsAdministrators ? [.adminCredentials] : [.credentials]
                $0.reaches = ["directory", "records-app"]
            })
        add(.business, made("records-app", .application, order: 2) { $0.reaches = ["records-db"] })
        let records = holding(fieldData, 1, "records")
        add(.business, made("records-db", .database, order: 2) { $0.data = records })
        add(.it, made("backup-store", .backup, order: 8))
        guard draws.happens("tapes", [0.1, 0.2, 0.3][size.rawValue]) else { return }
        let tapes = holding(fieldData, 1, "records")
        add(.it, made("tapes", .removableMedia, order: 9) { $0.data = tapes })
        copiesTravel = true
    }

    /// What the line of business adds.
    private mutating func addField() {
        let own = holding(fieldData, 0.3, "field")
        if size != .small {
            add(
                .field,
                made("field-server", .server, order: 3) {
                    $0.holds = [.credentials]
                    $0.reaches = ["records-app"]
                    $0.data = own
                })
            add(
                .field,
                made("field-computers", .endpointFleet, order: 6) {
                    $0.count = max(5, headcount * 3 / 10)
                    $0.reaches = ["field-server"]
                })
        }
        switch sector {
        case .retail:
            let cards = holding(.payment, 0.5, "cards")
            add(
                .field,
                made("tills", .paymentTerminal, order: 3) {
                    $0.count = max(2, headcount / 10)
                    $0.data = cards
                })
        case .manufacturing, .logistics, .health: add(.field, made("machines", .ot, order: 3))
        case .technology:
            add(.it, made("build", .buildSystem, order: 4) { $0.holds = [.keys, .sourceCode] })
        default: break
        }
        guard size == .large else { return }
        let archive = holding(.personal, 0.4, "archive")
        add(.admin, made("archive", .fileShare, order: 8) { $0.data = archive })
        add(.field, made("planning", .application, order: 5) { $0.reaches = ["field-server"] })
        add(
            .customers,
            made("customer-desk", .endpointFleet, order: 6) {
                $0.count = max(5, headcount / 10)
                $0.reaches = ["customers-db", "files"]
            })
    }

    private var fieldRole: Role {
        switch sector {
        case .health: .clinical
        case .education: .teaching
        case .logistics: .logistics
        case .technology: .development
        default: .production
        }
    }

    private var fieldData: DataClass {
        switch sector {
        case .finance: .financial
        case .health: .health
        case .manufacturing, .technology: .intellectualProperty
        default: .personal
        }
    }

    /// Records of one asset: a share of what the organization keeps, spread over a factor of ten either way.
    private func holding(_ data: DataClass, _ share: Double, _ question: String) -> DataHolding {
        let middle = [3_000.0, 40_000, 600_000][size.rawValue]
        var factor = 1.0
        // Sixteen steps, eight to a factor of ten, without a logarithm.
        for _ in 0..<Int(draws.uniform("\(question)/records") * 16) { factor *= 1.333_521_432 }
        var holding = DataHolding()
        holding.dataClass = data
        holding.records = Int(middle * share * factor / 10)
        return holding
    }
}
