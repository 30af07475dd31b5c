import Scenarios

/// Targets, losses and upgrades as the JSON that stands in an organization's document.
enum LossTree {
    static func targets(_ targets: ResponseTargets) -> JSONValue {
        var members: [JSONProperty] = []
        members.add("notice", targets.notice.map(DistributionTree.amount))
        members.add("contain", targets.contain.map(DistributionTree.amount))
        members.add("restore", targets.restore.map(DistributionTree.amount))
        members.add("notify", targets.notify.map(DistributionTree.amount))
        return .object(members)
    }

    static func loss(_ loss: Loss) -> JSONValue {
        .object([
            JSONProperty("currency", .string(loss.currency)), JSONProperty("items", .array(loss.items.map(item))),
        ])
    }

    private static func item(_ item: LossItem) -> JSONValue {
        var members = [JSONProperty("id", .string(item.id))]
        members.add("name", item.name.map { .string($0) })
        members.append(JSONProperty("per", .string(item.per.rawValue)))
        members.append(JSONProperty("form", .string(item.form.rawValue)))
        members.add("data", OrganizationTree.words(item.data.map(\.rawValue)))
        members.add("assets", OrganizationTree.words(item.assets))
        members.append(JSONProperty("amount", EstimateTree.tree(item.amount)))
        members.add("atMost", item.atMost.map(EstimateTree.number))
        members.add("probability", item.probability.map(EstimateTree.tree))
        return .object(members)
    }

    static func upgrade(_ upgrade: Upgrade) -> JSONValue {
        var members = [
            JSONProperty("control", .string(upgrade.control)), JSONProperty("level", .string(upgrade.level)),
        ]
        members.add("scope", upgrade.scope.map { .string($0) })
        members.add("effort", upgrade.effort.map(EstimateTree.tree))
        members.add("cost", upgrade.cost.map(EstimateTree.tree))
        members.add("currency", upgrade.currency.map { .string($0) })
        return .object(members)
    }
}

/// A figure as written: a bare number where it is exact and says no more.
enum EstimateTree {
    static func tree(_ figure: Estimate) -> JSONValue {
        if figure == Estimate(exactly: figure.likely) { return number(figure.likely) }
        var members = [
            JSONProperty("low", number(figure.low)), JSONProperty("likely", number(figure.likely)),
            JSONProperty("high", number(figure.high)),
        ]
        members.add("source", figure.source.map { .string($0) })
        members.add("year", figure.year.map { .integer($0) })
        members.add("seen", figure.seen.map { .string($0.rawValue) })
        members.add("trust", figure.trust.map { .string($0.rawValue) })
        return .object(members)
    }

    /// Whole amounts without a decimal point.
    static func number(_ value: Double) -> JSONValue {
        value == value.rounded() && abs(value) < 1e15 ? .integer(Int(value)) : .number(value)
    }
}
