internal import Scenarios

extension SectorTemplate {
    /// Software that others install and a service in the cloud: whoever holds the build holds the customers.
    static let technology = SectorTemplate(
        sector: .technology, id: "our-software-house", name: "Our software house",
        summary: "a software maker or service provider",
        headcount: 850, people: "users of our customers", records: 350_000,
        departments: [
            Department(
                "development", "Development", [.development, .research], people: 390,
                [
                    Asset(
                        "code-host", "Source code", .cloudTenant, from: .internet,
                        data: .records(9_000, .intellectualProperty), holds: [.sourceCode, .credentials],
                        reaches: ["build"], restore: 3),
                    Asset(
                        "build", "Build and release", .buildSystem, holds: [.keys], reaches: ["code-host"], restore: 2),
                    Asset(
                        "developer-laptops", "Developers' laptops", .endpointFleet, count: 420,
                        reaches: ["code-host", "build", "wiki"], restore: 7),
                    Asset(
                        "wiki", "Wiki and notes", .fileShare, data: .records(40_000, .confidential),
                        holds: [.credentials], reaches: ["tenants-db"], restore: 6),
                ]),
            Department(
                "service", "Hosted service", [.dataOwner], people: 110,
                [
                    Asset(
                        "product", "Hosted product", .webApplication, from: .internet, software: ["web-framework"],
                        reaches: ["tenants-db", "wiki", "file-store"], restore: 1),
                    Asset("tenants-db", "Customers' data", .database, data: .records(350_000, .personal), restore: 1),
                    Asset(
                        "file-store", "Customers' files", .cloudTenant, data: .records(1_200_000, .confidential),
                        restore: 2),
                    Asset(
                        "remote-service", "Remote service for customers", .server, from: .partner,
                        holds: [.adminCredentials], reaches: ["tenants-db"], restore: 3),
                ]),
            Department(
                "support", "Sales and support", [.business, .customerService], people: 190,
                [
                    Asset(
                        "tickets", "Support tickets", .saas, from: .internet, data: .records(120_000, .personal),
                        restore: 4),
                    Asset("accounts-db", "Customer accounts", .database, data: .records(26_000, .personal), restore: 4),
                    Asset(
                        "support-laptops", "Support laptops", .endpointFleet, count: 210,
                        reaches: ["tickets", "wiki", "remote-service"], restore: 7),
                ]),
            Department(
                "head-office", "Head office", .headOffice, people: 120,
                [
                    Asset("ledger", "Accounting", .application, software: ["accounting"], restore: 6),
                    Asset(
                        "office-laptops", "Office laptops", .endpointFleet, count: 140,
                        reaches: ["mail", "ledger", "wiki"], restore: 8),
                    Asset(
                        "mail", "Mail", .mailboxSystem, from: .internet, data: .records(1_000, .confidential),
                        restore: 3),
                ]),
            Department(
                "it", "IT", [.operations], people: 30,
                [
                    Asset(
                        "directory", "Directory", .identityProvider, from: .internet, holds: [.adminCredentials],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", .server, holds: [.adminCredentials],
                        reaches: ["directory", "build", "product", "mail"], restore: 4),
                    Asset("backup", "Backup", .backup),
                ]),
            Department("security", "Security", [.security], people: 10),
        ],
        suppliers: [
            SupplierLink("it-service-firm", .vendorAccess, to: "admin-server"),
            SupplierLink("cloud-provider", .dataFeed, to: "product", carriesOutage: true),
            SupplierLink("component-maker", .softwareUpdate, to: "build"),
            SupplierLink("management-software-maker", .softwareUpdate, to: "admin-server"),
            SupplierLink("accounting-software-maker", .softwareUpdate, to: "ledger"),
        ])
}
