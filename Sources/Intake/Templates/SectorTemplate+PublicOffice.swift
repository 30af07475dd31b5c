internal import Scenarios

extension SectorTemplate {
    /// Registers that others rely on, case files, a counter and a portal, and a waterworks in the same network.
    static let publicOffice = SectorTemplate(
        sector: .public, id: "our-city", name: "Our city administration",
        summary: "a city, county or public authority",
        headcount: 1800, people: "residents", records: 240_000,
        departments: [
            Department(
                "citizen-services", "Citizen services", roles: [.business, .customerService], people: 420,
                assets: [
                    Asset(
                        "services-portal", "Online services", kind: .webApplication, from: .internet,
                        software: ["web-framework"], reaches: ["applications-db", "forms-share"], restore: 4),
                    Asset(
                        "applications-db", "Applications", kind: .database, data: .records(95_000, .personal),
                        restore: 4),
                    Asset(
                        "forms-share", "Forms and scans", kind: .fileShare, data: .records(50_000, .personal),
                        holds: [.credentials], reaches: ["residents-db", "tax-db"], restore: 6),
                    Asset(
                        "counter-computers", "Counter computers", kind: .endpointFleet, count: 380,
                        reaches: ["forms-share", "register"], restore: 7),
                ]),
            Department(
                "registers", "Registers and taxes", roles: [.dataOwner], people: 150,
                assets: [
                    Asset(
                        "register", "Register of residents", kind: .application, reaches: ["residents-db"], restore: 2),
                    Asset("residents-db", "Residents", kind: .database, data: .records(240_000, .personal), restore: 2),
                    Asset("tax-db", "Taxes and fees", kind: .database, data: .records(130_000, .financial), restore: 3),
                    Asset(
                        "register-exchange", "Exchange with other authorities", kind: .server, from: .partner,
                        reaches: ["register"], restore: 4),
                ]),
            Department(
                "social-services", "Social services", roles: [.business], people: 310,
                assets: [
                    Asset("case-files", "Case files", kind: .application, reaches: ["cases-db"], restore: 3),
                    Asset("cases-db", "Cases", kind: .database, data: .records(38_000, .health), restore: 3),
                ]),
            Department(
                "works", "Water and buildings", roles: [.production], people: 420,
                assets: [
                    Asset("water-control", "Waterworks control", kind: .ot, restore: 1),
                    Asset("traffic-lights", "Traffic lights", kind: .ot, count: 180, restore: 5),
                    Asset(
                        "works-server", "Works server", kind: .server, holds: [.credentials],
                        reaches: ["water-control", "traffic-lights"], restore: 3),
                ]),
            Department(
                "administration", "Administration", roles: .headOffice, people: 460,
                assets: [
                    Asset("treasury", "Treasury", kind: .application, software: ["accounting"], restore: 5),
                    Asset(
                        "office-computers", "Office computers", kind: .endpointFleet, count: 900,
                        reaches: ["mail", "treasury", "forms-share"], restore: 8),
                    Asset(
                        "mail", "Mail", kind: .mailboxSystem, from: .internet, data: .records(2_100, .confidential),
                        restore: 4),
                ]),
            Department(
                "it", "IT office", roles: [.operations, .security, .development], people: 40,
                assets: [
                    Asset(
                        "directory", "Directory", kind: .identityProvider, holds: [.adminCredentials],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", kind: .server, holds: [.adminCredentials],
                        reaches: ["directory", "register", "works-server", "mail"], restore: 5),
                    Asset("backup", "Backup", kind: .backup),
                ]),
        ],
        suppliers: [
            SupplierLink("municipal-data-centre", .vendorAccess, to: "admin-server"),
            SupplierLink("water-equipment-maker", .vendorAccess, to: "works-server"),
            SupplierLink("state-register-office", .dataFeed, to: "register-exchange", carriesOutage: true),
            SupplierLink("management-software-maker", .softwareUpdate, to: "admin-server"),
            SupplierLink("treasury-software-maker", .softwareUpdate, to: "treasury"),
        ], copiesTravel: true)
}
