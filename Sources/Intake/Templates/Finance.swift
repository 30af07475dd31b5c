internal import Scenarios

extension SectorTemplate {
    /// Branches, an online bank, a core that everything hangs on, payments through a network partner.
    static let finance = SectorTemplate(
        sector: .finance, id: "our-bank", name: "Our bank",
        summary: "a bank or insurer with branches and an online service",
        headcount: 3200, people: "customers", records: 900_000,
        departments: [
            Department(
                "branches", "Branches and customer service", [.business, .customerService], people: 1700,
                [
                    Asset(
                        "online-bank", "Online banking", .webApplication, from: .internet, software: ["web-framework"],
                        reaches: ["requests-db", "forms-share"], restore: 4),
                    Asset(
                        "requests-db", "Requests and applications", .database, data: .records(180_000, .personal),
                        restore: 4),
                    Asset(
                        "forms-share", "Forms and scans", .fileShare, data: .records(60_000, .personal),
                        holds: [.credentials], reaches: ["customer-db", "accounts-db"], restore: 7),
                    Asset(
                        "branch-computers", "Branch computers", .endpointFleet, count: 1600,
                        reaches: ["forms-share", "core-banking"], restore: 8),
                ]),
            Department(
                "accounts", "Accounts and payments", [.dataOwner], people: 520,
                [
                    Asset(
                        "core-banking", "Core banking", .application, reaches: ["accounts-db", "customer-db"],
                        restore: 2),
                    Asset("accounts-db", "Accounts", .database, data: .records(1_400_000, .financial), restore: 2),
                    Asset("customer-db", "Customers", .database, data: .records(900_000, .personal), restore: 3),
                    Asset("card-db", "Cards", .database, data: .records(650_000, .payment), restore: 3),
                    Asset(
                        "payment-gateway", "Payment gateway", .server, from: .partner,
                        reaches: ["core-banking", "card-db"], restore: 3),
                ]),
            Department(
                "head-office", "Head office", .headOffice, people: 640,
                [
                    Asset("ledger", "Accounting", .application, software: ["accounting"], restore: 6),
                    Asset(
                        "office-computers", "Office computers", .endpointFleet, count: 900,
                        reaches: ["mail", "ledger", "forms-share"], restore: 9),
                    Asset(
                        "mail", "Mail", .mailboxSystem, from: .internet, data: .records(3_400, .confidential),
                        restore: 5),
                    Asset("staff-db", "Staff", .database, data: .records(5_500, .personal), restore: 9),
                ]),
            Department(
                "it", "IT and development", [.operations, .development], people: 320,
                [
                    Asset(
                        "directory", "Directory", .identityProvider, holds: [.adminCredentials, .keys],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", .server, holds: [.adminCredentials],
                        reaches: ["directory", "core-banking", "customer-db", "mail"], restore: 5),
                    Asset("backup", "Backup", .backup),
                ]),
            Department("security", "Security", [.security], people: 20),
        ],
        suppliers: [
            SupplierLink("it-service-firm", .vendorAccess, to: "admin-server"),
            SupplierLink("card-network", .dataFeed, to: "payment-gateway", carriesOutage: true),
            SupplierLink("management-software-maker", .softwareUpdate, to: "admin-server"),
            SupplierLink("accounting-software-maker", .softwareUpdate, to: "ledger"),
        ])
}
