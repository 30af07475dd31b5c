internal import DrillResults
public import Scenarios

/// What it takes to raise controls in one company: its own figures, where it states them, ahead of the catalog's.
struct UpgradeTerms: Sendable {
    let organization: Organization

    /// Person-days from the level below; nil where neither company nor catalog says.
    func effort(_ control: Control, to level: ControlLevel, in scope: ControlScope) -> Effort? {
        (stated(control, level, scope: scope).lazy.compactMap(\.effort).first ?? level.effort).map {
            Effort(low: $0.low, likely: $0.likely, high: $0.high)
        }
    }

    /// Money from the level below; nil where the company does not say.
    func cost(_ control: Control, to level: ControlLevel, in scope: ControlScope) -> UpgradeCost? {
        for upgrade in stated(control, level, scope: scope) {
            if let cost = upgrade.cost, let currency = organization.currency(of: upgrade) {
                return UpgradeCost(likely: cost.likely, currency: currency)
            }
        }
        return nil
    }

    /// What the company states that holds in the scope, the nearest first.
    private func stated(_ control: Control, _ level: ControlLevel, scope: ControlScope) -> [Upgrade] {
        scope.andWider.map { $0.id(in: organization) }.flatMap { place in
            organization.upgrades.filter { $0.control == control.id && $0.level == level.id && $0.scope == place }
        }
    }
}

/// Money, by the likely figure.
struct UpgradeCost: Sendable, Equatable {
    var likely: Double
    /// ISO 4217.
    var currency: String
}

extension UpgradeCost {
    /// All steps of a way; nil where one has no cost, or another currency.
    static func sum(_ costs: [UpgradeCost?], times share: Double) -> UpgradeCost? {
        guard let first = costs.first, let currency = first?.currency else { return nil }
        var sum = 0.0
        for cost in costs {
            guard let cost, cost.currency == currency else { return nil }
            sum += cost.likely
        }
        return UpgradeCost(likely: sum * share, currency: currency)
    }
}

extension Organization {
    /// Currencies in which the company states what upgrades cost, each once.
    public var upgradeCurrencies: [String] {
        Set(upgrades.filter { $0.cost != nil }.compactMap(currency)).sorted()
    }

    fileprivate func currency(of upgrade: Upgrade) -> String? { upgrade.currency ?? loss?.currency }
}
