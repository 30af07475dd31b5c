internal import Scenarios

/// What people call departments and roles, whatever the organization's document calls them.
enum EverydayTeamNames {
    /// Words that say only that it is a department.
    private static let idle: Set<String> = [
        "the", "our", "and", "of", "dept", "dpt", "department", "departments", "team", "unit", "division", "function",
        "people", "staff", "und", "die", "abteilung", "abt", "et", "le", "la", "service", "equipe", "équipe",
    ]

    private static let roles: [Role: [String]] = [
        .operations: ["it", "ict", "edv", "ops", "itops", "infrastructure", "sysadmins", "admins"],
        .security: ["infosec", "itsecurity", "itsec", "cyber", "cybersecurity", "soc", "csirt", "cert", "sicherheit"],
        .management: [
            "mgmt", "board", "executives", "executive", "leadership", "csuite", "directors", "geschäftsführung",
            "vorstand", "leitung", "direction",
        ],
        .legal: ["law", "lawyers", "counsel", "recht", "rechtsabteilung", "juridique"],
        .communications: [
            "comms", "communication", "pr", "press", "publicrelations", "media", "kommunikation", "presse",
            "unternehmenskommunikation",
        ],
        .finance: ["finances", "accounting", "accounts", "treasury", "finanzen", "buchhaltung", "comptabilité"],
        .humanResources: ["hr", "personnel", "personal", "personalabteilung", "rh"],
        .customerService: ["support", "customersupport", "callcentre", "callcenter", "helpdesk", "kundendienst"],
        .supplierManagement: ["procurement", "purchasing", "vendormanagement", "einkauf", "achats"],
        .development: ["dev", "developers", "softwaredevelopment", "entwicklung"],
    ]

    /// The words of a name that tell it from others, in lower case.
    static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !idle.contains($0) }
    }

    /// The role that everybody calls so; nil where nobody does.
    static func role(_ words: [String]) -> Role? {
        let name = words.joined()
        return Role.allCases.first { roles[$0]?.contains(name) == true }
    }
}
