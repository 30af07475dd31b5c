import Scenarios

/// A small company with answers of all kinds about the catalog's controls, in all scopes, from a seed.
struct RandomCompany {
    private var dice: Dice
    private let catalog: Catalog

    static func organization(seed: UInt64, catalog: Catalog) -> Organization {
        var company = RandomCompany(dice: Dice(state: seed &* 77 &+ 13), catalog: catalog)
        return company.organization()
    }

    private mutating func organization() -> Organization {
        made(Organization.named("company", (0..<2 + dice.roll(2)).map { department($0) })) {
            $0.controls = controls(oneIn: 3)
            if dice.roll(8) == 0 { $0.response = nil }
            if dice.roll(3) == 0 { $0.response?.chain[0].duration = .unknown }
            if dice.roll(3) == 0 { $0.response?.chain[0].hours = .business }
            if dice.roll(3) == 0 { $0.response?.containment["d0"] = .known(.constant(.hours(1))) }
            if dice.roll(3) == 0 { $0.response?.repair = .unknown }
        }
    }

    private mutating func department(_ number: Int) -> Department {
        let roles: [Role] = [.business, .security, .operations, .dataOwner, .customerService, .supplierManagement]
        let assets = (0..<2 + dice.roll(3)).map { asset("a\(number)\($0)") }
        return .named("d\(number)", assets) {
            $0.roles = roles.filter { _ in dice.roll(2) == 0 }
            $0.controls = controls(oneIn: 8)
        }
    }

    private mutating func asset(_ id: String) -> Asset {
        let kinds = AssetKind.allCases
        return .named(id, kinds[dice.roll(kinds.count)]) {
            $0.exposure = dice.roll(2) == 0 ? .internet : .internal
            $0.software = dice.roll(2) == 0 ? ["web-framework", "vpn-gateway", "build-agent"] : []
            $0.holds = Holding.allCases.filter { _ in dice.roll(3) == 0 }
            $0.reaches = ["a00", "a01", "a10", "a11", "a20"].filter { _ in dice.roll(2) == 0 }
            if dice.roll(2) == 0 {
                $0.data = made(DataHolding()) {
                    $0.records = 100
                    $0.dataClass = DataClass.allCases[dice.roll(DataClass.allCases.count)]
                }
            }
            $0.controls = controls(oneIn: 10)
        }
    }

    private mutating func controls(oneIn sides: Int) -> [String: Answer<ControlSetting>] {
        var controls: [String: Answer<ControlSetting>] = [:]
        for control in catalog.controls where dice.roll(sides) == 0 {
            if dice.roll(8) == 0 {
                controls[control.id] = .unknown
                continue
            }
            var setting = ControlSetting()
            let level = Answer.known(control.levels[dice.roll(control.levels.count)].id)
            setting.level = dice.roll(10) == 0 ? .unknown : level
            if dice.roll(3) == 0 { setting.coverage = .known(Double(dice.roll(100)) / 100) }
            if dice.roll(10) == 0 { setting.coverage = .unknown }
            if dice.roll(4) == 0 { setting.hours = Hours.allCases[dice.roll(3)] }
            if dice.roll(2) == 0 { setting.keys = KeyCustody.allCases[dice.roll(3)] }
            if dice.roll(4) == 0 { setting.callers = ["a00", "a10"] }
            if dice.roll(8) == 0 { setting.delay = .constant(.hours(Double(dice.roll(200)))) }
            controls[control.id] = .known(setting)
        }
        return controls
    }
}
