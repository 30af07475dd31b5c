internal import Scenarios

extension SectorTemplate {
    /// Wards that hang on clinical systems, devices nobody may patch, an image archive that a vendor looks after.
    static let health = SectorTemplate(
        sector: .health, id: "our-hospital", name: "Our hospital",
        summary: "a hospital or group of clinics",
        headcount: 2800, people: "patients", records: 480_000,
        departments: [
            Department(
                "wards", "Wards and clinics", roles: [.clinical, .business], people: 1900,
                assets: [
                    Asset(
                        "ward-computers", "Ward computers", kind: .endpointFleet, count: 1100,
                        reaches: ["patient-records", "pharmacy", "ward-share"], restore: 5),
                    Asset(
                        "ward-share", "Ward documents", kind: .fileShare, data: .records(40_000, .health),
                        holds: [.credentials], reaches: ["records-db", "pharmacy-db"], restore: 6),
                    Asset("patient-monitors", "Patient monitors", kind: .ot, count: 260, restore: 3),
                    Asset("infusion-pumps", "Infusion pumps", kind: .ot, count: 400, restore: 3),
                    Asset("pharmacy", "Pharmacy", kind: .application, reaches: ["pharmacy-db"], restore: 3),
                    Asset(
                        "pharmacy-db", "Prescriptions", kind: .database, data: .records(310_000, .health), restore: 3),
                ]),
            Department(
                "diagnostics", "Radiology and laboratory", roles: [.clinical], people: 240,
                assets: [
                    Asset(
                        "image-archive", "Image archive", kind: .server, data: .records(620_000, .health),
                        holds: [.credentials], reaches: ["patient-records"], restore: 4),
                    Asset(
                        "scanners", "CT and MRI scanners", kind: .ot, count: 9, reaches: ["image-archive"], restore: 4),
                    Asset(
                        "laboratory", "Laboratory system", kind: .application, reaches: ["laboratory-db"], restore: 3),
                    Asset(
                        "laboratory-db", "Laboratory results", kind: .database, data: .records(540_000, .health),
                        restore: 3),
                ]),
            Department(
                "records-office", "Patient records", roles: [.dataOwner, .customerService], people: 90,
                assets: [
                    Asset(
                        "patient-portal", "Patient portal", kind: .webApplication, from: .internet,
                        software: ["web-framework"],
                        reaches: ["appointments-db", "ward-share"], restore: 6),
                    Asset(
                        "appointments-db", "Appointments", kind: .database, data: .records(350_000, .personal),
                        restore: 5),
                    Asset(
                        "patient-records", "Patient records", kind: .application, reaches: ["records-db"], restore: 2),
                    Asset("records-db", "Patient files", kind: .database, data: .records(480_000, .health), restore: 2),
                ]),
            Department(
                "administration", "Administration", roles: .headOffice, people: 510,
                assets: [
                    Asset(
                        "billing", "Billing and accounting", kind: .application, software: ["accounting"], restore: 7),
                    Asset(
                        "office-computers", "Office computers", kind: .endpointFleet, count: 420,
                        reaches: ["mail", "billing", "ward-share"], restore: 8),
                    Asset(
                        "mail", "Mail", kind: .mailboxSystem, from: .internet, data: .records(3_000, .confidential),
                        restore: 5),
                    Asset("staff-db", "Staff", kind: .database, data: .records(7_000, .personal), restore: 9),
                ]),
            Department(
                "informatics", "Informatics", roles: [.operations, .security, .development], people: 60,
                assets: [
                    Asset(
                        "directory", "Directory", kind: .identityProvider, holds: [.adminCredentials],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", kind: .server, holds: [.adminCredentials],
                        reaches: ["directory", "patient-records", "image-archive", "mail"], restore: 6),
                    Asset("backup", "Backup", kind: .backup),
                ]),
        ],
        suppliers: [
            SupplierLink("it-service-firm", .vendorAccess, to: "admin-server"),
            SupplierLink("imaging-equipment-maker", .vendorAccess, to: "image-archive"),
            SupplierLink("medicines-wholesaler", .logistics, to: "pharmacy", carriesOutage: true),
            SupplierLink("management-software-maker", .softwareUpdate, to: "admin-server"),
            SupplierLink("billing-software-maker", .softwareUpdate, to: "billing"),
        ], copiesTravel: true)
}
