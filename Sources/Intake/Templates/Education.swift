internal import Scenarios

extension SectorTemplate {
    /// An open network, research shares that partners reach, thousands of computers that nobody owns alone.
    static let education = SectorTemplate(
        sector: .education, id: "our-university", name: "Our university",
        summary: "a university, college or group of schools",
        headcount: 3600, people: "students and alumni", records: 120_000,
        departments: [
            Department(
                "faculties", "Faculties", [.teaching, .business], people: 2100,
                [
                    Asset(
                        "learning-platform", "Learning platform", .webApplication, from: .internet,
                        software: ["web-framework"], reaches: ["learning-db", "faculty-share"], restore: 3),
                    Asset("learning-db", "Courses and marks", .database, data: .records(28_000, .personal), restore: 3),
                    Asset(
                        "faculty-share", "Faculty share", .fileShare, data: .records(90_000, .confidential),
                        holds: [.credentials], reaches: ["campus-db"], restore: 6),
                    Asset(
                        "lecture-computers", "Lecture and pool computers", .endpointFleet, count: 1500,
                        reaches: ["faculty-share", "learning-platform"], restore: 8),
                ]),
            Department(
                "research", "Research groups", [.research], people: 980,
                [
                    Asset(
                        "research-share", "Research data", .fileShare, from: .partner,
                        data: .records(65_000, .intellectualProperty), holds: [.credentials], restore: 5),
                    Asset("study-db", "Medical studies", .database, data: .records(14_000, .health), restore: 6),
                    Asset(
                        "computing-cluster", "Computing cluster", .server, from: .partner,
                        reaches: ["research-share", "study-db"], restore: 7),
                    Asset("instruments", "Instruments", .ot, count: 140, reaches: ["research-share"], restore: 7),
                    Asset(
                        "lab-computers", "Laboratory computers", .endpointFleet, count: 700,
                        reaches: ["research-share", "instruments"], restore: 8),
                ]),
            Department(
                "registry", "Registry", [.dataOwner, .customerService], people: 110,
                [
                    Asset("campus", "Campus management", .application, reaches: ["campus-db"], restore: 2),
                    Asset(
                        "campus-db", "Students and alumni", .database, data: .records(120_000, .personal), restore: 2),
                ]),
            Department(
                "administration", "Administration", .headOffice, people: 330,
                [
                    Asset("ledger", "Accounting", .application, software: ["accounting"], restore: 5),
                    Asset(
                        "office-computers", "Office computers", .endpointFleet, count: 520,
                        reaches: ["mail", "ledger", "faculty-share"], restore: 8),
                    Asset(
                        "mail", "Mail", .mailboxSystem, from: .internet, data: .records(34_000, .confidential),
                        restore: 4),
                    Asset("staff-db", "Staff", .database, data: .records(11_000, .personal), restore: 7),
                ]),
            Department(
                "computing-centre", "Computing centre", [.operations, .security, .development], people: 80,
                [
                    Asset(
                        "directory", "Directory", .identityProvider, from: .internet, holds: [.adminCredentials],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", .server, holds: [.adminCredentials],
                        reaches: ["directory", "campus", "faculty-share", "mail"], restore: 5),
                    Asset("backup", "Backup", .backup),
                ]),
        ],
        suppliers: [
            SupplierLink("campus-software-firm", .vendorAccess, to: "campus"),
            SupplierLink("partner-university", .vendorAccess, to: "research-share"),
            SupplierLink("campus-software-firm", .softwareUpdate, to: "campus"),
            SupplierLink("management-software-maker", .softwareUpdate, to: "admin-server"),
            SupplierLink("accounting-software-maker", .softwareUpdate, to: "ledger"),
        ])
}
