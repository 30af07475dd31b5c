internal import Scenarios

extension SectorTemplate {
    /// An open network, research shares that partners reach, thousands of computers that nobody owns alone.
    static let education = SectorTemplate(
        sector: .education, id: "our-university", name: "Our university",
        summary: "a university, college or group of schools",
        headcount: 3600, people: "students and alumni", records: 120_000,
        departments: [
            Department(
                "faculties", "Faculties", roles: [.teaching, .business], people: 2100,
                assets: [
                    Asset(
                        "learning-platform", "Learning platform", kind: .webApplication, from: .internet,
                        software: ["web-framework"], reaches: ["learning-db", "faculty-share"], restore: 3),
                    Asset(
                        "learning-db", "Courses and marks", kind: .database, data: .records(28_000, .personal),
                        restore: 3),
                    Asset(
                        "faculty-share", "Faculty share", kind: .fileShare, data: .records(90_000, .confidential),
                        holds: [.credentials], reaches: ["campus-db"], restore: 6),
                    Asset(
                        "lecture-computers", "Lecture and pool computers", kind: .endpointFleet, count: 1500,
                        reaches: ["faculty-share", "learning-platform"], restore: 8),
                ]),
            Department(
                "research", "Research groups", roles: [.research], people: 980,
                assets: [
                    Asset(
                        "research-share", "Research data", kind: .fileShare, from: .partner,
                        data: .records(65_000, .intellectualProperty), holds: [.credentials], restore: 5),
                    Asset("study-db", "Medical studies", kind: .database, data: .records(14_000, .health), restore: 6),
                    Asset(
                        "computing-cluster", "Computing cluster", kind: .server, from: .partner,
                        reaches: ["research-share", "study-db"], restore: 7),
                    Asset("instruments", "Instruments", kind: .ot, count: 140, reaches: ["research-share"], restore: 7),
                    Asset(
                        "lab-computers", "Laboratory computers", kind: .endpointFleet, count: 700,
                        reaches: ["research-share", "instruments"], restore: 8),
                ]),
            Department(
                "registry", "Registry", roles: [.dataOwner, .customerService], people: 110,
                assets: [
                    Asset("campus", "Campus management", kind: .application, reaches: ["campus-db"], restore: 2),
                    Asset(
                        "campus-db", "Students and alumni", kind: .database, data: .records(120_000, .personal),
                        restore: 2),
                ]),
            Department(
                "administration", "Administration", roles: .headOffice, people: 330,
                assets: [
                    Asset("ledger", "Accounting", kind: .application, software: ["accounting"], restore: 5),
                    Asset(
                        "office-computers", "Office computers", kind: .endpointFleet, count: 520,
                        reaches: ["mail", "ledger", "faculty-share"], restore: 8),
                    Asset(
                        "mail", "Mail", kind: .mailboxSystem, from: .internet, data: .records(34_000, .confidential),
                        restore: 4, hosted: .cloud),
                    Asset("staff-db", "Staff", kind: .database, data: .records(11_000, .personal), restore: 7),
                ]),
            Department(
                "computing-centre", "Computing centre", roles: [.operations, .security, .development], people: 80,
                assets: [
                    Asset(
                        "directory", "Directory", kind: .identityProvider, from: .internet, holds: [.adminCredentials],
                        reaches: ["mail", "admin-server"], restore: 1),
                    Asset(
                        "admin-server", "Network management", kind: .server, holds: [.adminCredentials],
                        reaches: ["directory", "campus", "faculty-share", "mail"], restore: 5),
                    Asset("backup", "Backup", kind: .backup),
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
