internal import Scenarios

extension SectorTemplate {
    /// Dispatch that may not stand still, feeds to and from every customer, drivers with handhelds on the road.
    static let logistics = SectorTemplate(
        sector: .logistics, id: "our-freight", name: "Our logistics company",
        summary: "a haulier, forwarder or parcel service",
        headcount: 3100, people: "senders and receivers", records: 2_200_000,
        departments: [
            Department(
                "dispatch", "Dispatch", roles: [.logistics, .business], people: 1900,
                assets: [
                    Asset(
                        "dispatching", "Dispatching", kind: .application, reaches: ["tours-db", "shipments-db"],
                        restore: 1),
                    Asset(
                        "tours-db", "Tours and drivers", kind: .database, data: .records(90_000, .personal), restore: 1),
                    Asset("telematics", "Vehicle telematics", kind: .ot, count: 820, restore: 5),
                    Asset(
                        "handhelds", "Drivers' handhelds", kind: .endpointFleet, count: 1300, reaches: ["dispatching"],
                        restore: 4),
                    Asset(
                        "dispatch-computers", "Dispatchers' computers", kind: .endpointFleet, count: 340,
                        reaches: ["dispatching", "freight-share", "mail"], restore: 3),
                    Asset(
                        "freight-share", "Freight papers", kind: .fileShare, data: .records(400_000, .personal),
                        holds: [.credentials], reaches: ["shipments-db", "feed-gateway"], restore: 5),
                ]),
            Department(
                "customers", "Customer service", roles: [.customerService, .dataOwner], people: 260,
                assets: [
                    Asset(
                        "tracking", "Tracking and booking", kind: .webApplication, from: .internet,
                        software: ["web-framework"],
                        reaches: ["shipments-db", "freight-share"], restore: 3),
                    Asset(
                        "shipments-db", "Shipments", kind: .database, data: .records(2_200_000, .personal), restore: 2),
                    Asset(
                        "feed-gateway", "Data feeds with customers and customs", kind: .server, from: .partner,
                        holds: [.credentials], reaches: ["dispatching", "shipments-db"], restore: 2),
                ]),
            Department(
                "hubs", "Hubs and warehouses", roles: [.production], people: 690,
                assets: [
                    Asset("sorting", "Sorting lines", kind: .ot, count: 12, restore: 2),
                    Asset(
                        "hub-servers", "Hub servers", kind: .server, count: 12, holds: [.credentials],
                        reaches: ["sorting", "dispatching"], restore: 2),
                ]),
            Department(
                "head-office", "Head office", roles: .headOffice, people: 210,
                assets: [
                    Asset("ledger", "Freight billing", kind: .application, software: ["accounting"], restore: 6),
                    Asset(
                        "office-computers", "Office computers", kind: .endpointFleet, count: 300,
                        reaches: ["mail", "ledger", "freight-share"], restore: 8),
                    Asset(
                        "mail", "Mail", kind: .mailboxSystem, from: .internet, data: .records(1_300, .confidential),
                        restore: 4, hosted: .cloud),
                    Asset("staff-db", "Staff", kind: .database, data: .records(6_200, .personal), restore: 7),
                ]),
            Department(
                "it", "IT", roles: [.operations, .security, .development], people: 40,
                assets: [
                    Asset(
                        "directory", "Directory", kind: .identityProvider, holds: [.adminCredentials],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", kind: .server, holds: [.adminCredentials],
                        reaches: ["directory", "hub-servers", "dispatching", "mail"], restore: 4),
                    Asset("backup", "Backup", kind: .backup),
                ]),
        ],
        suppliers: [
            SupplierLink("sorting-equipment-maker", .vendorAccess, to: "hub-servers"),
            SupplierLink("it-service-firm", .vendorAccess, to: "admin-server"),
            SupplierLink("largest-customer", .dataFeed, to: "feed-gateway"),
            SupplierLink("telematics-provider", .dataFeed, to: "telematics", carriesOutage: true),
            SupplierLink("partner-haulier", .logistics, to: "dispatching", carriesOutage: true),
            SupplierLink("management-software-maker", .softwareUpdate, to: "admin-server"),
            SupplierLink("billing-software-maker", .softwareUpdate, to: "ledger"),
        ])
}
