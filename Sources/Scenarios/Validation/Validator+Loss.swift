extension Validator {
    // MARK: Losses

    func check(_ loss: Loss, _ assets: Names, at place: [PointerStep]) {
        let list = place + ["items"]
        unique(loss.items.enumerated().map { Located($1.id, list + [.index($0), "id"]) }, "loss")
        for (index, item) in loss.items.enumerated() { check(item, assets, at: list + [.index(index)]) }
    }

    private func check(_ item: LossItem, _ assets: Names, at place: [PointerStep]) {
        if !isBroken(place + ["amount"]) { checkSource(item.amount, at: place + ["amount"]) }
        if let probability = item.probability { checkSource(probability, at: place + ["probability"]) }
        guard !isBroken(place + ["per"]) else { return }
        let countsRecords = item.per == .exposedRecord || item.per == .alteredRecord
        if !item.data.isEmpty, !countsRecords {
            error(
                .contradiction, "\"data\" counts only beside \"per\": \"exposed-record\" or \"altered-record\"",
                at: place + ["data"], fix: "remove it")
        }
        if !item.assets.isEmpty, item.per != .downtimeHour {
            error(
                .contradiction, "\"assets\" counts only beside \"per\": \"downtime-hour\"", at: place + ["assets"],
                fix: "remove it")
        }
        // One asset may be written without brackets.
        let isOne = tree.node(at: place + ["assets"])?.string != nil
        for (index, id) in item.assets.enumerated() {
            refer(to: id, among: assets, "asset", at: place + ["assets"] + (isOne ? [] : [.index(index)]))
        }
        warnOfRepetition(in: item.assets, at: place + ["assets"])
    }

    // MARK: Upgrades

    func check(_ upgrades: [Upgrade], of organization: Organization, departments: Names, assets: Names) {
        let scopes = Names(
            all: departments.all + assets.all, set: departments.set.union(assets.set),
            isComplete: departments.isComplete && assets.isComplete)
        var first: [UpgradeKey: [PointerStep]] = [:]
        for (index, upgrade) in upgrades.enumerated() {
            let place: [PointerStep] = ["upgrades", .index(index)]
            checkLevel(of: upgrade, at: place)
            if let scope = upgrade.scope {
                checkScope(scope, departments: departments, assets: assets, either: scopes, at: place + ["scope"])
            }
            checkCost(of: upgrade, lossCurrency: organization.loss?.currency, at: place)
            let key = UpgradeKey(control: upgrade.control, level: upgrade.level, scope: upgrade.scope)
            guard let earlier = first[key] else {
                first[key] = place
                continue
            }
            guard !upgrade.control.isEmpty, !upgrade.level.isEmpty else { continue }
            let line = tree.source.place(at: tree.offset(of: earlier)).line
            error(
                .duplicateEntry, "what this upgrade takes stands already in line \(line)", at: place,
                fix: "remove one, or give it a \"scope\"")
        }
    }

    private func checkLevel(of upgrade: Upgrade, at place: [PointerStep]) {
        guard !upgrade.control.isEmpty else { return }
        guard let control = loader.catalog.control(upgrade.control) else {
            return error(
                .unknownControl, "the catalog has no control \(upgrade.control.quoted)", at: place + ["control"],
                fix: Suggestion.question(upgrade.control, among: loader.catalog.controls.map(\.id)))
        }
        guard !upgrade.level.isEmpty else { return }
        let levels = control.levels.map(\.id)
        guard let index = levels.firstIndex(of: upgrade.level) else {
            return error(
                .unknownLevel, "the control \(control.id.quoted) has no level \(upgrade.level.quoted)",
                at: place + ["level"],
                fix: Suggestion.question(upgrade.level, among: levels)
                    ?? "from weakest to strongest it has \(levels.inWords)")
        }
        guard index == 0 else { return }
        let stronger = Array(levels.dropFirst())
        error(
            .contradiction, "\(upgrade.level.quoted) is the weakest level: no upgrade leads there",
            at: place + ["level"], fix: stronger.isEmpty ? "remove the upgrade" : "write one of \(stronger.inWords)")
    }

    private func checkScope(
        _ scope: String, departments: Names, assets: Names, either: Names, at place: [PointerStep]
    ) {
        if departments.set.contains(scope), assets.set.contains(scope), !scope.isEmpty {
            return error(
                .ambiguous, "\(scope.quoted) is a department and an asset as well", at: place,
                fix: "give one of them another id")
        }
        refer(to: scope, among: either, "department or asset", at: place)
    }

    private func checkCost(of upgrade: Upgrade, lossCurrency: String?, at place: [PointerStep]) {
        if upgrade.cost != nil, upgrade.currency == nil, lossCurrency == nil, !isBroken(place + ["currency"]) {
            error(
                .contradiction, "nothing says in which currency the cost is", at: place + ["cost"],
                fix: "write \"currency\" beside it, such as \"EUR\"")
        }
        if upgrade.currency != nil, upgrade.cost == nil, !isBroken(place + ["cost"]) {
            warning(
                .contradiction, "\"currency\" counts only beside \"cost\"", at: place + ["currency"], fix: "remove it")
        }
    }

    private struct UpgradeKey: Hashable {
        var control: String
        var level: String
        var scope: String?
    }

    // MARK: Frequency

    /// Yearly figures stand on published frequencies only.
    func checkFrequency(of scenario: Scenario) {
        guard let frequency = scenario.frequency else { return }
        if frequency.isJudgement {
            let place: [PointerStep] = ["frequency"] + (frequency.source == nil ? [] : ["source"])
            error(
                .unsourced, "how often an attack is tried needs a published source; a judgement is not enough",
                at: place,
                fix: "name the publication in \"source\", or remove \"frequency\": results then say "
                    + "what happens if the attack is tried")
        }
        checkSource(frequency, at: ["frequency"], isSourceAsked: false)
    }
}
