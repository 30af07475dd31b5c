internal import Scenarios

extension SectorTemplate {
    /// Lines that stop when a plant server does, designs worth stealing, machines that their makers look after.
    static let manufacturing = SectorTemplate(
        sector: .manufacturing, id: "our-works", name: "Our works",
        summary: "a manufacturer with a plant and its own designs",
        headcount: 2400, people: "customers and contacts", records: 60_000,
        departments: [
            Department(
                "plant", "Plant", roles: [.production], people: 1500,
                assets: [
                    Asset("line-control", "Line control", kind: .ot, count: 14, restore: 2),
                    Asset("safety-control", "Safety and energy control", kind: .ot, count: 3, restore: 1),
                    Asset(
                        "plant-server", "Plant server", kind: .server, holds: [.credentials],
                        reaches: ["line-control", "safety-control", "planning"], restore: 2),
                    Asset(
                        "plant-terminals", "Plant terminals", kind: .endpointFleet, count: 260,
                        reaches: ["plant-server"],
                        restore: 6),
                ]),
            Department(
                "engineering", "Engineering", roles: [.research, .dataOwner], people: 230,
                assets: [
                    Asset(
                        "design-share", "Designs", kind: .fileShare, data: .records(70_000, .intellectualProperty),
                        restore: 5),
                    Asset(
                        "design-computers", "Design computers", kind: .endpointFleet, count: 240,
                        reaches: ["design-share", "plant-server", "sales-share"], restore: 7),
                ]),
            Department(
                "sales", "Sales and service", roles: [.business, .customerService], people: 210,
                assets: [
                    Asset(
                        "dealer-portal", "Dealer portal", kind: .webApplication, from: .internet,
                        software: ["web-framework"],
                        reaches: ["orders-db", "sales-share"], restore: 4),
                    Asset("orders-db", "Orders", kind: .database, data: .records(42_000, .personal), restore: 3),
                    Asset("customer-db", "Customers", kind: .database, data: .records(60_000, .personal), restore: 5),
                    Asset(
                        "sales-share", "Offers and contracts", kind: .fileShare, data: .records(25_000, .confidential),
                        holds: [.credentials], reaches: ["customer-db", "design-share"], restore: 6),
                ]),
            Department(
                "shipping", "Purchasing and shipping", roles: [.logistics], people: 180,
                assets: [
                    Asset(
                        "planning", "Production planning", kind: .application, from: .partner, reaches: ["orders-db"],
                        restore: 3),
                    Asset("warehouse-control", "Warehouse control", kind: .ot, count: 6, restore: 4),
                ]),
            Department(
                "head-office", "Head office", roles: .headOffice, people: 240,
                assets: [
                    Asset("ledger", "Accounting", kind: .application, software: ["accounting"], restore: 6),
                    Asset(
                        "office-computers", "Office computers", kind: .endpointFleet, count: 560,
                        reaches: ["mail", "ledger", "sales-share"], restore: 8),
                    Asset(
                        "mail", "Mail", kind: .mailboxSystem, from: .internet, data: .records(1_500, .confidential),
                        restore: 5),
                    Asset("staff-db", "Staff", kind: .database, data: .records(5_000, .personal), restore: 7),
                ]),
            Department(
                "it", "IT", roles: [.operations, .security, .development], people: 40,
                assets: [
                    Asset(
                        "directory", "Directory", kind: .identityProvider, holds: [.adminCredentials],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", kind: .server, holds: [.adminCredentials],
                        reaches: ["directory", "plant-server", "planning", "mail"], restore: 4),
                    Asset("backup", "Backup", kind: .backup),
                ]),
        ],
        suppliers: [
            SupplierLink("machine-maker", .vendorAccess, to: "plant-server"),
            SupplierLink("it-service-firm", .vendorAccess, to: "admin-server"),
            SupplierLink("parts-supplier", .logistics, to: "planning", carriesOutage: true),
            SupplierLink("management-software-maker", .softwareUpdate, to: "admin-server"),
            SupplierLink("accounting-software-maker", .softwareUpdate, to: "ledger"),
        ], copiesTravel: true)
}
