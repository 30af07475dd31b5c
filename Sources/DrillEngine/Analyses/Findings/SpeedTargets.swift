internal import DrillResults
internal import Scenarios

/// How fast a company's response shall be, and who says so.
struct SpeedTargets {
    /// Hours and source by kind; kinds without a target are missing.
    let targets: [SpeedResult.Kind: (hours: Double, source: String)]
    /// What the law asks for, the shortest limit first.
    let duties: [LegalClock]

    /// - Parameter exposesPersonalData: Whether the story can expose data of persons of this company.
    init(_ organization: Organization, exposesPersonalData: Bool) {
        var targets: [SpeedResult.Kind: (hours: Double, source: String)] = [:]
        duties = LegalClock.all(of: organization, personalData: exposesPersonalData)
        for duty in duties.reversed() {
            if let hours = duty.hours { targets[.notify] = (hours, duty.words) }
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
