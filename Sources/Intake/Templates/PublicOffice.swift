internal import Scenarios

extension SectorTemplate {
    /// Registers that others rely on, case files, a counter and a portal, and a waterworks in the same network.
    static let publicOffice = SectorTemplate(
        sector: .public, id: "our-city", name: "Our city administration",
        summary: "a city, county or public authority",
        headcount: 1800, people: "residents", records: 240_000,
        departments: [
            Department(
                "citizen-services", "Citizen services", [.business, .customerService], people: 420,
                [
                    Asset(
                        "services-portal", "Online services", .webApplication, from: .internet,
                        software: ["web-framework"], reaches: ["applications-db", "forms-share"], restore: 4),
                    Asset("applications-db", "Applications", .database, data: .records(95_000, .personal), restore: 4),
                    Asset(
                        "forms-share", "Forms and scans", .fileShare, data: .records(50_000, .personal),
                        holds: [.credentials], reaches: ["residents-db", "tax-db"], restore: 6),
                    Asset(
                        "counter-computers", "Counter computers", .endpointFleet, count: 380,
                        reaches: ["forms-share", "register"], restore: 7),
                ]),
            Department(
                "registers", "Registers and taxes", [.dataOwner], people: 150,
                [
                    Asset("register", "Register of residents", .application, reaches: ["residents-db"], restore: 2),
                    Asset("residents-db", "Residents", .database, data: .records(240_000, .personal), restore: 2),
                    Asset("tax-db", "Taxes and fees", .database, data: .records(130_000, .financial), restore: 3),
                    Asset(
                        "register-exchange", "Exchange with other authorities", .server, from: .partner,
                        reaches: ["register"], restore: 4),
                ]),
            Department(
                "social-services", "Social services", [.business], people: 310,
                [
                    Asset("case-files", "Case files", .application, reaches: ["cases-db"], restore: 3),
                    Asset("cases-db", "Cases", .database, data: .records(38_000, .health), restore: 3),
                ]),
            Department(
                "works", "Water and buildings", [.production], people: 420,
                [
                    Asset("water-control", "Waterworks control", .ot, restore: 1),
                    Asset("traffic-lights", "Traffic lights", .ot, count: 180, restore: 5),
                    Asset(
                        "works-server", "Works server", .server, holds: [.credentials],
                        reaches: ["water-control", "traffic-lights"], restore: 3),
                ]),
            Department(
                "administration", "Administration", .headOffice, people: 460,
                [
                    Asset("treasury", "Treasury", .application, software: ["accounting"], restore: 5),
                    Asset(
                        "office-computers", "Office computers", .endpointFleet, count: 900,
                        reaches: ["mail", "treasury", "forms-share"], restore: 8),
                    Asset(
                        "mail", "Mail", .mailboxSystem, from: .internet, data: .records(2_100, .confidential),
                        restore: 4),
                ]),
            Department(
                "it", "IT office", [.operations, .security, .development], people: 40,
                [
                    Asset(
                        "directory", "Directory", .identityProvider, holds: [.adminCredentials],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", .server, holds: [.adminCredentials],
                        reaches: ["directory", "register", "works-server", "mail"], restore: 5),
                    Asset("backup", "Backup", .backup),
                ]),
        ],
        suppliers: [
            SupplierLink("municipal-data-centre", .vendorAccess, to: "admin-server"),
            SupplierLink("water-equipment-maker", .vendorAccess, to: "works-server"),
            SupplierLink("state-register-office", .dataFeed, to: "register-exchange", carriesOutage: true),
            SupplierLink("management-software-maker", .softwareUpdate, to: "admin-server"),
            SupplierLink("treasury-software-maker", .softwareUpdate, to: "treasury"),
        ])
}
