internal import DrillResults
internal import Scenarios

/// How fast a company's response shall be, and who says so.
struct SpeedTargets {
    /// Hours and source by kind; kinds without a target are missing.
    let targets: [SpeedResult.Kind: (hours: Double, source: String)]

    /// - Parameter exposesPersonalData: Whether the story can expose data of persons of this company.
    init(_ organization: Organization, exposesPersonalData: Bool) {
        var targets: [SpeedResult.Kind: (hours: Double, source: String)] = [:]
        // Regulation (EU) 2016/679, article 33(1): not later than 72 hours after having become aware of it.
        if exposesPersonalData, organization.isInTheUnion {
            targets[.notify] = (72, "GDPR, article 33: 72 hours from becoming aware, to the authority")
        }
        // What the company itself has set goes before.
        let stated: [(SpeedResult.Kind, TimeAmount?)] = [
            (.notice, organization.targets?.notice), (.contain, organization.targets?.contain),
            (.restore, organization.targets?.restore), (.notify, organization.targets?.notify),
        ]
        for case (let kind, let amount?) in stated { targets[kind] = (amount.hours(in: .hours), "stated") }
        self.targets = targets
    }

    /// In the order of the kinds.
    var hours: [Double?] { SpeedResult.Kind.allCases.map { targets[$0]?.hours } }
}

extension Organization {
    /// Whether its time zone is that of a member state of the European Union or the European Economic Area, where the
    /// regulation holds.
    var isInTheUnion: Bool { timeZone.map(Self.zonesOfTheUnion.contains) ?? false }

    /// IANA zones of the 27 member states and of Iceland, Liechtenstein and Norway.
    private static let zonesOfTheUnion: Set<String> = [
        "Europe/Amsterdam", "Europe/Athens", "Europe/Berlin", "Europe/Bratislava", "Europe/Brussels",
        "Europe/Bucharest",
        "Europe/Budapest", "Europe/Busingen", "Europe/Copenhagen", "Europe/Dublin", "Europe/Helsinki", "Europe/Lisbon",
        "Europe/Ljubljana", "Europe/Luxembourg", "Europe/Madrid", "Europe/Malta", "Europe/Mariehamn", "Europe/Oslo",
        "Europe/Paris", "Europe/Prague", "Europe/Riga", "Europe/Rome", "Europe/Sofia", "Europe/Stockholm",
        "Europe/Tallinn", "Europe/Vaduz", "Europe/Vienna", "Europe/Vilnius", "Europe/Warsaw", "Europe/Zagreb",
        "Asia/Nicosia", "Asia/Famagusta", "Atlantic/Azores", "Atlantic/Canary", "Atlantic/Madeira", "Africa/Ceuta",
        "Atlantic/Reykjavik",
    ]
}
