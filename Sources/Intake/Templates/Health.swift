internal import Scenarios

extension SectorTemplate {
    /// Wards that hang on clinical systems, devices nobody may patch, an image archive that a vendor looks after.
    static let health = SectorTemplate(
        sector: .health, id: "our-hospital", name: "Our hospital",
        summary: "a hospital or group of clinics",
        headcount: 2800, people: "patients", records: 480_000,
        departments: [
            Department(
                "wards", "Wards and clinics", [.clinical, .business], people: 1900,
                [
                    Asset(
                        "ward-computers", "Ward computers", .endpointFleet, count: 1100,
                        reaches: ["patient-records", "pharmacy", "ward-share"], restore: 5),
                    Asset(
                        "ward-share", "Ward documents", .fileShare, data: .records(40_000, .health),
                        holds: [.credentials], reaches: ["records-db", "pharmacy-db"], restore: 6),
                    Asset("patient-monitors", "Patient monitors", .ot, count: 260, restore: 3),
                    Asset("infusion-pumps", "Infusion pumps", .ot, count: 400, restore: 3),
                    Asset("pharmacy", "Pharmacy", .application, reaches: ["pharmacy-db"], restore: 3),
                    Asset("pharmacy-db", "Prescriptions", .database, data: .records(310_000, .health), restore: 3),
                ]),
            Department(
                "diagnostics", "Radiology and laboratory", [.clinical], people: 240,
                [
                    Asset(
                        "image-archive", "Image archive", .server, data: .records(620_000, .health),
                        holds: [.credentials], reaches: ["patient-records"], restore: 4),
                    Asset("scanners", "CT and MRI scanners", .ot, count: 9, reaches: ["image-archive"], restore: 4),
                    Asset("laboratory", "Laboratory system", .application, reaches: ["laboratory-db"], restore: 3),
                    Asset(
                        "laboratory-db", "Laboratory results", .database, data: .records(540_000, .health), restore: 3),
                ]),
            Department(
                "records-office", "Patient records", [.dataOwner, .customerService], people: 90,
                [
                    Asset(
                        "patient-portal", "Patient portal", .webApplication, from: .internet,
                        software: ["web-framework"],
                        reaches: ["appointments-db", "ward-share"], restore: 6),
                    Asset("appointments-db", "Appointments", .database, data: .records(350_000, .personal), restore: 5),
                    Asset("patient-records", "Patient records", .application, reaches: ["records-db"], restore: 2),
                    Asset("records-db", "Patient files", .database, data: .records(480_000, .health), restore: 2),
                ]),
            Department(
                "administration", "Administration", .headOffice, people: 510,
                [
                    Asset("billing", "Billing and accounting", .application, software: ["accounting"], restore: 7),
                    Asset(
                        "office-computers", "Office computers", .endpointFleet, count: 420,
                        reaches: ["mail", "billing", "ward-share"], restore: 8),
                    Asset(
                        "mail", "Mail", .mailboxSystem, from: .internet, data: .records(3_000, .confidential),
                        restore: 5),
                    Asset("staff-db", "Staff", .database, data: .records(7_000, .personal), restore: 9),
                ]),
            Department(
                "informatics", "Informatics", [.operations, .security, .development], people: 60,
                [
                    Asset(
                        "directory", "Directory", .identityProvider, holds: [.adminCredentials],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", .server, holds: [.adminCredentials],
                        reaches: ["directory", "patient-records", "image-archive", "mail"], restore: 6),
                    Asset("backup", "Backup", .backup),
                ]),
        ],
        suppliers: [
            SupplierLink("it-service-firm", .vendorAccess, to: "admin-server"),
            SupplierLink("imaging-equipment-maker", .vendorAccess, to: "image-archive"),
            SupplierLink("medicines-wholesaler", .logistics, to: "pharmacy", carriesOutage: true),
            SupplierLink("management-software-maker", .softwareUpdate, to: "admin-server"),
            SupplierLink("billing-software-maker", .softwareUpdate, to: "billing"),
        ])
}
