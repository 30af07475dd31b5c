internal import Scenarios

extension SectorTemplate {
    /// Tills in hundreds of shops behind one server each, a web shop, a warehouse, and a firm that services the fridges.
    static let retail = SectorTemplate(
        sector: .retail, id: "our-shops", name: "Our retail company",
        summary: "a chain of shops with a web shop",
        headcount: 5200, people: "customers", records: 1_600_000,
        departments: [
            Department(
                "shops", "Shops", [.business], people: 4100,
                [
                    Asset(
                        "tills", "Tills and card terminals", .paymentTerminal, count: 1400,
                        data: .records(2_400_000, .payment), reaches: ["shop-servers"], restore: 2),
                    Asset(
                        "shop-servers", "Shop servers", .server, count: 210, holds: [.credentials],
                        reaches: ["tills", "stock", "loyalty-db"], restore: 2),
                    Asset(
                        "shop-computers", "Shop computers", .endpointFleet, count: 430,
                        reaches: ["shop-servers", "mail"], restore: 7),
                    Asset("building-control", "Cooling and heating", .ot, count: 210, restore: 4),
                    Asset("rota", "Rota and shop documents", .fileShare, data: .records(5_200, .personal), restore: 8),
                ]),
            Department(
                "web-shop", "Web shop and loyalty programme", [.customerService, .dataOwner], people: 160,
                [
                    Asset(
                        "web-shop-front", "Web shop", .webApplication, from: .internet, software: ["web-framework"],
                        reaches: ["orders-db", "marketing-share"], restore: 3),
                    Asset("orders-db", "Web orders", .database, data: .records(740_000, .personal), restore: 3),
                    Asset(
                        "loyalty-db", "Loyalty programme", .database, data: .records(1_600_000, .personal), restore: 5),
                    Asset(
                        "marketing-share", "Marketing files", .fileShare, data: .records(80_000, .personal),
                        holds: [.credentials], reaches: ["loyalty-db"], restore: 8),
                ]),
            Department(
                "warehouse", "Warehouse", [.logistics], people: 520,
                [
                    Asset(
                        "stock", "Stock and ordering", .application, from: .partner, reaches: ["stock-db"], restore: 2),
                    Asset("stock-db", "Stock", .database, data: .records(310_000, .operational), restore: 2),
                    Asset("conveyors", "Conveyors and scanners", .ot, count: 40, restore: 3),
                ]),
            Department(
                "head-office", "Head office", .headOffice, people: 350,
                [
                    Asset("ledger", "Accounting", .application, software: ["accounting"], restore: 6),
                    Asset(
                        "office-computers", "Office computers", .endpointFleet, count: 420,
                        reaches: ["mail", "ledger", "marketing-share", "stock"], restore: 8),
                    Asset(
                        "mail", "Mail", .mailboxSystem, from: .internet, data: .records(1_100, .confidential),
                        restore: 5),
                ]),
            Department(
                "it", "IT", [.operations, .security, .development], people: 70,
                [
                    Asset(
                        "directory", "Directory", .identityProvider, holds: [.adminCredentials],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", .server, holds: [.adminCredentials],
                        reaches: ["directory", "shop-servers", "stock", "mail"], restore: 4),
                    Asset("backup", "Backup", .backup),
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
