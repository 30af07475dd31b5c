internal import Scenarios

extension SectorTemplate {
    /// Tills in hundreds of shops behind one server each, a web shop, a warehouse, and a firm that services the fridges.
    static let retail = SectorTemplate(
        sector: .retail, id: "our-shops", name: "Our retail company",
        summary: "a chain of shops with a web shop",
        headcount: 5200, people: "customers", records: 1_600_000,
        departments: [
            Department(
                "shops", "Shops", roles: [.business], people: 4100,
                assets: [
                    Asset(
                        "tills", "Tills and card terminals", kind: .paymentTerminal, count: 1400,
                        data: .records(2_400_000, .payment), reaches: ["shop-servers"], restore: 2),
                    Asset(
                        "shop-servers", "Shop servers", kind: .server, count: 210, holds: [.credentials],
                        reaches: ["tills", "stock", "loyalty-db"], restore: 2),
                    Asset(
                        "shop-computers", "Shop computers", kind: .endpointFleet, count: 430,
                        reaches: ["shop-servers", "mail"], restore: 7),
                    Asset("building-control", "Cooling and heating", kind: .ot, count: 210, restore: 4),
                    Asset(
                        "rota", "Rota and shop documents", kind: .fileShare, data: .records(5_200, .personal),
                        restore: 8),
                ]),
            Department(
                "web-shop", "Web shop and loyalty programme", roles: [.customerService, .dataOwner], people: 160,
                assets: [
                    Asset(
                        "web-shop-front", "Web shop", kind: .webApplication, from: .internet,
                        software: ["web-framework"],
                        reaches: ["orders-db", "marketing-share"], restore: 3),
                    Asset("orders-db", "Web orders", kind: .database, data: .records(740_000, .personal), restore: 3),
                    Asset(
                        "loyalty-db", "Loyalty programme", kind: .database, data: .records(1_600_000, .personal),
                        restore: 5),
                    Asset(
                        "marketing-share", "Marketing files", kind: .fileShare, data: .records(80_000, .personal),
                        holds: [.credentials], reaches: ["loyalty-db"], restore: 8),
                ]),
            Department(
                "warehouse", "Warehouse", roles: [.logistics], people: 520,
                assets: [
                    Asset(
                        "stock", "Stock and ordering", kind: .application, from: .partner, reaches: ["stock-db"],
                        restore: 2),
                    Asset("stock-db", "Stock", kind: .database, data: .records(310_000, .operational), restore: 2),
                    Asset("conveyors", "Conveyors and scanners", kind: .ot, count: 40, restore: 3),
                ]),
            Department(
                "head-office", "Head office", roles: .headOffice, people: 350,
                assets: [
                    Asset("ledger", "Accounting", kind: .application, software: ["accounting"], restore: 6),
                    Asset(
                        "office-computers", "Office computers", kind: .endpointFleet, count: 420,
                        reaches: ["mail", "ledger", "marketing-share", "stock"], restore: 8),
                    Asset(
                        "mail", "Mail", kind: .mailboxSystem, from: .internet, data: .records(1_100, .confidential),
                        restore: 5, hosted: .cloud),
                ]),
            Department(
                "it", "IT", roles: [.operations, .security, .development], people: 70,
                assets: [
                    Asset(
                        "directory", "Directory", kind: .identityProvider, holds: [.adminCredentials],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", kind: .server, holds: [.adminCredentials],
                        reaches: ["directory", "shop-servers", "stock", "mail"], restore: 4),
                    Asset("backup", "Backup", kind: .backup),
                ]),
        ],
        suppliers: [
            SupplierLink("till-service-firm", .vendorAccess, to: "shop-servers"),
            SupplierLink("cooling-service-firm", .vendorAccess, to: "building-control"),
            SupplierLink("till-software-maker", .softwareUpdate, to: "shop-servers"),
            SupplierLink("card-processor", .dataFeed, to: "tills", carriesOutage: true),
            SupplierLink("haulier", .logistics, to: "stock", carriesOutage: true),
            SupplierLink("management-software-maker", .softwareUpdate, to: "admin-server"),
            SupplierLink("accounting-software-maker", .softwareUpdate, to: "ledger"),
        ])
}
