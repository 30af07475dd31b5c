internal import Scenarios

extension SectorTemplate {
    /// Software that others install and a service in the cloud: whoever holds the build holds the customers.
    static let technology = SectorTemplate(
        sector: .technology, id: "our-software-house", name: "Our software house",
        summary: "a software maker or service provider",
        headcount: 850, people: "users of our customers", records: 350_000,
        departments: [
            Department(
                "development", "Development", roles: [.development, .research], people: 390,
                assets: [
                    Asset(
                        "code-host", "Source code", kind: .cloudTenant, from: .internet,
                        data: .records(9_000, .intellectualProperty), holds: [.sourceCode, .credentials],
                        reaches: ["build"], restore: 3),
                    Asset(
                        "build", "Build and release", kind: .buildSystem, holds: [.keys], reaches: ["code-host"],
                        restore: 2),
                    Asset(
                        "developer-laptops", "Developers' laptops", kind: .endpointFleet, count: 420,
                        reaches: ["code-host", "build", "wiki"], restore: 7),
                    Asset(
                        "wiki", "Wiki and notes", kind: .fileShare, data: .records(40_000, .confidential),
                        holds: [.credentials], reaches: ["tenants-db"], restore: 6),
                ]),
            Department(
                "service", "Hosted service", roles: [.dataOwner], people: 110,
                assets: [
                    Asset(
                        "product", "Hosted product", kind: .webApplication, from: .internet,
                        software: ["web-framework"],
                        reaches: ["tenants-db", "wiki", "file-store"], restore: 1),
                    Asset(
                        "tenants-db", "Customers' data", kind: .database, data: .records(350_000, .personal), restore: 1
                    ),
                    Asset(
                        "file-store", "Customers' files", kind: .cloudTenant, data: .records(1_200_000, .confidential),
                        restore: 2),
                    Asset(
                        "remote-service", "Remote service for customers", kind: .server, from: .partner,
                        holds: [.adminCredentials], reaches: ["tenants-db"], restore: 3),
                ]),
            Department(
                "support", "Sales and support", roles: [.business, .customerService], people: 190,
                assets: [
                    Asset(
                        "tickets", "Support tickets", kind: .saas, from: .internet, data: .records(120_000, .personal),
                        restore: 4),
                    Asset(
                        "accounts-db", "Customer accounts", kind: .database, data: .records(26_000, .personal),
                        restore: 4),
                    Asset(
                        "support-laptops", "Support laptops", kind: .endpointFleet, count: 210,
                        reaches: ["tickets", "wiki", "remote-service"], restore: 7),
                ]),
            Department(
                "head-office", "Head office", roles: .headOffice, people: 120,
                assets: [
                    Asset("ledger", "Accounting", kind: .application, software: ["accounting"], restore: 6),
                    Asset(
                        "office-laptops", "Office laptops", kind: .endpointFleet, count: 140,
                        reaches: ["mail", "ledger", "wiki"], restore: 8),
                    Asset(
                        "mail", "Mail", kind: .mailboxSystem, from: .internet, data: .records(1_000, .confidential),
                        restore: 3, hosted: .cloud),
                ]),
            Department(
                "it", "IT", roles: [.operations], people: 30,
                assets: [
                    Asset(
                        "directory", "Directory", kind: .identityProvider, from: .internet, holds: [.adminCredentials],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", kind: .server, holds: [.adminCredentials],
                        reaches: ["directory", "build", "product", "mail"], restore: 4),
                    Asset("backup", "Backup", kind: .backup),
                ]),
            Department("security", "Security", roles: [.security], people: 10),
        ],
        suppliers: [
            SupplierLink("it-service-firm", .vendorAccess, to: "admin-server"),
            SupplierLink("cloud-provider", .dataFeed, to: "product", carriesOutage: true),
            SupplierLink("component-maker", .softwareUpdate, to: "build"),
            SupplierLink("management-software-maker", .softwareUpdate, to: "admin-server"),
            SupplierLink("accounting-software-maker", .softwareUpdate, to: "ledger"),
        ])
}
