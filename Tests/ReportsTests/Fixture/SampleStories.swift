import DrillResults

/// The three stories of the sample.
enum SampleStories {
    static let all = [portal, update, destruction]

    static let portal = ScenarioInfo(
        id: "unpatched-portal", title: "The portal nobody patched",
        summary: "A flaw in a web framework becomes public; a scanner finds the portal before the patch does.",
        horizonHours: 120 * 24,
        retells: ["GAO-18-559, Actions Taken by Equifax and Federal Agencies in Response to the 2017 Breach (2018)"],
        steps: [
            StepInfo(id: "scan", title: "Find the portal", technique: "T1595.002"),
            StepInfo(id: "exploit", title: "Exploit the framework", technique: "T1190"),
            StepInfo(id: "credentials", title: "Read stored passwords", technique: "T1552.001"),
            StepInfo(id: "query", title: "Query the database", technique: "T1213.006"),
            StepInfo(id: "exfiltrate", title: "Carry the records out over TLS", technique: "T1048.002"),
        ],
        objectives: [
            ObjectiveInfo(id: "personal-data", title: "Personal data leaves the company", severity: .critical),
            ObjectiveInfo(id: "foothold", title: "The portal is under foreign control", severity: .major),
        ])

    static let update = ScenarioInfo(
        id: "poisoned-update", title: "A supplier’s update turns on its customers",
        summary: "A signed update of a monitoring product carries a back door; a few customers are picked for more.",
        horizonHours: 365 * 24,
        retells: ["CISA Alert AA20-352A, Advanced Persistent Threat Compromise of Government Agencies (2020)"],
        steps: [
            StepInfo(id: "install", title: "Install the poisoned update", technique: "T1195.002"),
            StepInfo(id: "beacon", title: "Report back slowly", technique: "T1071.001"),
            StepInfo(id: "tokens", title: "Forge sign-in tokens", technique: "T1606.002"),
            StepInfo(id: "mail", title: "Read the directors’ mail", technique: "T1114.002"),
        ],
        objectives: [
            ObjectiveInfo(id: "mail-read", title: "Directors’ mail is read", severity: .critical)
        ])

    static let destruction = ScenarioInfo(
        id: "self-spreading-destruction", title: "Destruction that spreads by itself",
        summary: "A worm arrives through accounting software and destroys whatever it reaches within hours.",
        horizonHours: 14 * 24,
        retells: ["CISA Alert TA17-181A, Petya Ransomware (2017)"],
        steps: [
            StepInfo(id: "arrive", title: "Arrive with accounting software", technique: "T1195.002"),
            StepInfo(id: "spread", title: "Spread with stolen passwords", technique: "T1021.002"),
            StepInfo(id: "wipe", title: "Wipe the disks", technique: "T1561.002"),
            StepInfo(id: "lost", title: "Lose a backup tape on the way", technique: "error.Loss"),
            StepInfo(id: "talk", title: "Tell the customers", technique: nil),
        ],
        objectives: [
            ObjectiveInfo(id: "standstill", title: "Core systems stand still", severity: .critical),
            ObjectiveInfo(id: "backups", title: "Backups are gone as well", severity: .critical),
            ObjectiveInfo(id: "laptops", title: "A department loses its laptops", severity: .minor),
        ])
}
