public import Scenarios

/// Makes a company's document of its sector's template and of what somebody answered.
public struct OrganizationMaker: Sendable {
    /// What the company is like before anybody answers.
    public var template: SectorTemplate
    /// What was answered.
    public var answers: Answers
    /// The controls that are asked for.
    public var catalog: Catalog

    /// A maker; whatever the answers leave open stays as the template has it.
    public init(template: SectorTemplate, answers: Answers = Answers(), catalog: Catalog) {
        self.template = template
        self.answers = answers
        self.catalog = catalog
    }

    /// The document.
    ///
    /// - Parameters:
    ///   - name: of the company, ahead of the answered one.
    ///   - id: of the document; nil makes one of the name.
    public func organization(name: String? = nil, id: String? = nil) -> Organization {
        var organization = template.organization(catalog: catalog)
        if case .name(let answered) = answers["company-name"] { organization.name = answered }
        if let name { organization.name = name }
        if organization.name != template.name { organization.id = Slug.id(of: organization.name) ?? template.id }
        if let id { organization.id = id }
        scale(&organization)
        for question in Questionnaire.questions where answers.concerns(question) {
            guard case .choice(let answer, let share) = answers[question.id],
                let choice = question.choices.first(where: { $0.answer == answer })
            else { continue }
            for effect in choice.effects { apply(effect, share, to: &organization) }
        }
        return organization
    }

    // MARK: Size

    /// People and computers go with the headcount, data about people with the records.
    private func scale(_ organization: inout Organization) {
        if case .count(let headcount) = answers["headcount"] {
            let factor = Double(headcount) / Double(template.headcount)
            organization.headcount = headcount
            organization.departments.modifyEach { department in
                department.headcount = department.headcount.map { Self.scaled($0, factor, atLeast: 1) }
                department.assets.modifyEach { asset in
                    if asset.count > 1 { asset.count = Self.scaled(asset.count, factor, atLeast: 1) }
                    asset.data?.scale(factor) { !$0.isAboutPeople }
                }
            }
        }
        if case .count(let records) = answers["records"] {
            let factor = Double(records) / Double(template.records)
            organization.departments.modifyEach { department in
                department.assets.modifyEach { asset in
                    // The holding that is the number asked for is not rounded.
                    if asset.data?.records == template.records, asset.data?.dataClass.isAboutPeople == true {
                        asset.data?.records = records
                    } else {
                        asset.data?.scale(factor) { $0.isAboutPeople }
                    }
                }
            }
        }
    }

    /// Two digits say what is known.
    static func scaled(_ count: Int, _ factor: Double, atLeast least: Int) -> Int {
        let value = Double(count) * factor
        guard value >= 1 else { return max(least, 0) }
        var unit = 1.0
        while value / unit >= 100 { unit *= 10 }
        return max(least, Int((value / unit).rounded() * unit))
    }

    // MARK: Answers

    private func apply(_ effect: AnswerEffect, _ share: AnswerShare, to organization: inout Organization) {
        switch effect {
        case .sector: break
        case .level(let control, let level):
            organization.setting(of: control) { setting in
                setting.level = .known(level)
                setting.coverage = .known(share.coverage)
            }
        case .levelOn(let kind, let control, let level):
            organization.modifyAssets { asset in
                guard asset.kind == kind else { return }
                var setting = ControlSetting()
                setting.level = .known(level)
                asset.controls[control] = .known(setting)
            }
        case .hosted(let kinds, let hosting):
            organization.modifyAssets { if kinds.contains($0.kind) { $0.hosted = hosting } }
        case .copiesTravel(let travel): organization.setCopiesTravel(travel)
        case .hours(let control, let hours): organization.setting(of: control) { $0.hours = hours }
        case .keys(let keys): organization.setting(of: "encryption-at-rest") { $0.keys = keys }
        case .restoreTested(let hours): organization.setting(of: "backup") { $0.restoreTested = .hours(hours) }
        case .reachable(let hours):
            organization.response?.chain.modifyEach { if $0.id == "decide" { $0.hours = hours } }
        case .time(let part, let median, let p90):
            organization.response?.set(part, .lognormal(median: .hours(median), p90: .hours(p90)))
        case .has(let part, let has): organization.set(part, has)
        case .ownSecurityTeam(let own): organization.setSecurityTeam(own)
        case .vendors(let count):
            guard let count else { return }
            var kept = 0
            organization.suppliers.removeAll { link in
                guard link.link == .vendorAccess else { return false }
                kept += 1
                return kept > count
            }
        }
    }
}

extension Organization {
    /// Changes the organization-wide setting of a control; one that was unknown begins with an unknown level.
    fileprivate mutating func setting(of control: String, _ change: (inout ControlSetting) -> Void) {
        var setting = ControlSetting()
        setting.level = .unknown
        if case .known(let present)? = controls[control] { setting = present }
        change(&setting)
        controls[control] = .known(setting)
        // Whoever looks at alarms hands them on at the same hours.
        if control == "monitoring", let hours = setting.hours {
            response?.chain.modifyEach { if $0.id == "notice" { $0.hours = hours } }
        }
    }
}

extension Response {
    fileprivate mutating func set(_ part: ResponsePart, _ time: Distribution) {
        switch part {
        case .notice, .decide: chain.modifyEach { if $0.id == part.rawValue { $0.duration = .known(time) } }
        case .contain: containment["default"] = .known(time)
        case .repair: repair = .known(time)
        }
    }
}

extension DataHolding {
    fileprivate mutating func scale(_ factor: Double, where applies: (DataClass) -> Bool) {
        if applies(dataClass) { records = OrganizationMaker.scaled(records, factor, atLeast: 0) }
    }
}

extension DataClass {
    /// Whether such records are about customers, patients or residents, and so go with their number.
    fileprivate var isAboutPeople: Bool {
        switch self {
        case .personal, .health, .payment, .financial: true
        case .intellectualProperty, .operational, .confidential, .public: false
        }
    }
}

extension MutableCollection {
    /// Changes each element in place.
    mutating func modifyEach(_ change: (inout Element) -> Void) {
        for index in indices { change(&self[index]) }
    }
}
