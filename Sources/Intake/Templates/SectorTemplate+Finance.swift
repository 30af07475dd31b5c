internal import Scenarios

extension SectorTemplate {
    /// Branches, an online bank, a core that everything hangs on, payments through a network partner.
    static let finance = SectorTemplate(
        sector: .finance, id: "our-bank", name: "Our bank",
        summary: "a bank or insurer with branches and an online service",
        headcount: 3200, people: "customers", records: 900_000,
        departments: [
            Department(
                "branches", "Branches and customer service", roles: [.business, .customerService], people: 1700,
                assets: [
                    Asset(
                        "online-bank", "Online banking", kind: .webApplication, from: .internet,
                        software: ["web-framework"],
                        reaches: ["requests-db", "forms-share"], restore: 4),
                    Asset(
                        "requests-db", "Requests and applications", kind: .database, data: .records(180_000, .personal),
                        restore: 4),
                    Asset(
                        "forms-share", "Forms and scans", kind: .fileShare, data: .records(60_000, .personal),
                        holds: [.credentials], reaches: ["customer-db", "accounts-db"], restore: 7),
                    Asset(
                        "branch-computers", "Branch computers", kind: .endpointFleet, count: 1600,
                        reaches: ["forms-share", "core-banking"], restore: 8),
                ]),
            Department(
                "accounts", "Accounts and payments", roles: [.dataOwner], people: 520,
                assets: [
                    Asset(
                        "core-banking", "Core banking", kind: .application, reaches: ["accounts-db", "customer-db"],
                        restore: 2),
                    Asset(
                        "accounts-db", "Accounts", kind: .database, data: .records(1_400_000, .financial), restore: 2),
                    Asset("customer-db", "Customers", kind: .database, data: .records(900_000, .personal), restore: 3),
                    Asset("card-db", "Cards", kind: .database, data: .records(650_000, .payment), restore: 3),
                    Asset(
                        "payment-gateway", "Payment gateway", kind: .server, from: .partner,
                        reaches: ["core-banking", "card-db"], restore: 3),
                ]),
            Department(
                "head-office", "Head office", roles: .headOffice, people: 640,
                assets: [
                    Asset("ledger", "Accounting", kind: .application, software: ["accounting"], restore: 6),
                    Asset(
                        "office-computers", "Office computers", kind: .endpointFleet, count: 900,
                        reaches: ["mail", "ledger", "forms-share"], restore: 9),
                    Asset(
                        "mail", "Mail", kind: .mailboxSystem, from: .internet, data: .records(3_400, .confidential),
                        restore: 5),
                    Asset("staff-db", "Staff", kind: .database, data: .records(5_500, .personal), restore: 9),
                ]),
            Department(
                "it", "IT and development", roles: [.operations, .development], people: 320,
                assets: [
                    Asset(
                        "directory", "Directory", kind: .identityProvider, holds: [.adminCredentials, .keys],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", kind: .server, holds: [.adminCredentials],
                        reaches: ["directory", "core-banking", "customer-db", "mail"], restore: 5),
                    Asset("backup", "Backup", kind: .backup),
                ]),
            Department("security", "Security", roles: [.security], people: 20),
        ],
        suppliers: [
            SupplierLink("it-service-firm", .vendorAccess, to: "admin-server"),
            SupplierLink("card-network", .dataFeed, to: "payment-gateway", carriesOutage: true),
            SupplierLink("management-software-maker", .softwareUpdate, to: "admin-server"),
            SupplierLink("accounting-software-maker", .softwareUpdate, to: "ledger"),
        ], copiesTravel: true)
}
