extension Validator {
    func check(_ organization: Organization) {
        let departments = unique(
            organization.departments.enumerated().map { Located($1.id, ["departments", .index($0), "id"]) },
            "department")
        let assets = unique(
            organization.departments.enumerated().flatMap { department, value in
                value.assets.enumerated().map {
                    Located($1.id, ["departments", .index(department), "assets", .index($0), "id"])
                }
            }, "asset")
        check(organization.controls, assets, at: ["controls"])
        for (index, department) in organization.departments.enumerated() {
            let place: [PointerStep] = ["departments", .index(index)]
            check(department.controls, assets, at: place + ["controls"])
            for (index, asset) in department.assets.enumerated() {
                check(asset, assets, at: place + ["assets", .index(index)])
            }
        }
        checkDependencies(of: organization)
        warnOfRepetition(in: organization.holidays.map(\.date), at: ["holidays"])
        if let response = organization.response { check(response, departments) }
        if let loss = organization.loss { check(loss, assets, at: ["loss"]) }
        check(organization.upgrades, of: organization, departments: departments, assets: assets)
        var links = Set<SupplierLink>()
        for (index, link) in organization.suppliers.enumerated() {
            let place: [PointerStep] = ["suppliers", .index(index)]
            if let asset = link.to { refer(to: asset, among: assets, "asset", at: place + ["to"]) }
            if link.organization == organization.id, !link.organization.isEmpty {
                error(.circular, "the organization is its own supplier", at: place + ["organization"])
            }
            if !links.insert(link).inserted {
                warning(.duplicateEntry, "the same link stands here a second time", at: place, fix: "remove it")
            }
        }
    }

    private func check(_ asset: Asset, _ assets: Names, at place: [PointerStep]) {
        for (index, id) in asset.reaches.enumerated() {
            refer(to: id, among: assets, "asset", at: place + ["reaches", .index(index)])
            if id == asset.id, !id.isEmpty {
                warning(
                    .contradiction, "the asset reaches itself, which says nothing",
                    at: place + ["reaches", .index(index)], fix: "remove it")
            }
        }
        for (index, dependency) in asset.dependsOn.enumerated() {
            let entry: [PointerStep] = place + ["dependsOn", .index(index)]
            // A bare id has no key to point at.
            refer(
                to: dependency.asset, among: assets, "asset",
                at: tree.node(at: entry)?.string == nil ? entry + ["asset"] : entry)
        }
        warnOfRepetition(in: asset.dependsOn.map(\.asset), at: place + ["dependsOn"])
        warnOfRepetition(in: asset.reaches, at: place + ["reaches"])
        check(asset.controls, assets, at: place + ["controls"])
    }

    /// What is needed must not need, by however many turns, what needs it: neither could be restored first.
    private func checkDependencies(of organization: Organization) {
        let located = organization.departments.enumerated().flatMap { department, value in
            value.assets.enumerated().map { index, asset in
                (asset, ["departments", .index(department), "assets", .index(index), "dependsOn"] as [PointerStep])
            }
        }
        let needs = Dictionary(located.map { ($0.0.id, $0.0.dependsOn.map(\.asset)) }) { first, _ in first }
        for (asset, place) in located {
            guard let round = Self.round(from: asset.id, needs), round.min() == asset.id else { continue }
            error(
                .circular, "assets depend on each other in a circle: \((round + [asset.id]).map(\.quoted).inWords)",
                at: place, fix: "leave out the one that the other can do without")
        }
    }

    /// A shortest way from an asset over what it needs back to itself; nil: there is none.
    private static func round(from start: String, _ needs: [String: [String]]) -> [String]? {
        var open = [[start]]
        var seen: Set<String> = []
        while !open.isEmpty {
            let path = open.removeFirst()
            for next in needs[path.last ?? "", default: []] {
                if next == start { return path }
                if seen.insert(next).inserted { open.append(path + [next]) }
            }
        }
        return nil
    }

    private func check(_ response: Response, _ departments: Names) {
        unique(response.chain.enumerated().map { Located($1.id, ["response", "chain", .index($0), "id"]) }, "hand-off")
        for (index, handOff) in response.chain.enumerated() {
            refer(to: handOff.by, among: departments, "department", at: ["response", "chain", .index(index), "by"])
        }
        for id in response.containment.keys.sorted() where id != "default" {
            refer(to: id, among: departments, "department", at: ["response", "containment", .key(id)])
        }
    }

    // MARK: Controls

    private func check(_ controls: [String: Answer<ControlSetting>], _ assets: Names, at place: [PointerStep]) {
        for (id, answer) in controls.sorted(by: { $0.key < $1.key }) {
            let place = place + [.key(id)]
            guard let control = loader.catalog.control(id) else {
                let ids = loader.catalog.controls.map(\.id)
                error(
                    .unknownControl, "the catalog has no control \(id.quoted)", at: place,
                    fix: Suggestion.question(id, among: ids))
                continue
            }
            guard case .known(let setting) = answer else { continue }
            check(setting, of: control, assets, at: place)
        }
    }

    private func check(_ setting: ControlSetting, of control: Control, _ assets: Names, at place: [PointerStep]) {
        // A bare level has no key to point at.
        let levelPlace = tree.node(at: place)?.string == nil ? place + ["level"] : place
        if case .known(let level)? = setting.level, control.index(ofLevel: level) == nil, !level.isEmpty {
            let levels = control.levels.map(\.id)
            error(
                .unknownLevel, "the control \(control.id.quoted) has no level \(level.quoted)", at: levelPlace,
                fix: Suggestion.question(level, among: levels) ?? "from weakest to strongest it has \(levels.inWords)")
        }
        if case .object(let members)? = tree.node(at: place)?.kind, members.isEmpty {
            error(.contradiction, "the setting says nothing", at: place, fix: "write a level, or \"unknown\"")
        }
        for (index, caller) in (setting.callers ?? []).enumerated() {
            refer(to: caller, among: assets, "asset", at: place + ["callers", .index(index)])
        }
        warnOfContradictions(setting, of: control, at: place)
    }

    private func warnOfContradictions(_ setting: ControlSetting, of control: Control, at place: [PointerStep]) {
        if case .known(0) = setting.coverage {
            warning(
                .contradiction, "a coverage of 0 covers nothing: the next wider scope always applies",
                at: place + ["coverage"], fix: "remove the control here")
        }
        let isWeakest = setting.level == .known(control.levels.first?.id ?? "")
        if setting.keys != nil, control.family != .encryption {
            warning(
                .contradiction, "\"keys\" has no meaning for \(control.id.quoted): it encrypts nothing",
                at: place + ["keys"], fix: "remove it")
        } else if setting.keys != nil, isWeakest {
            warning(
                .contradiction, "there are no keys to keep at the level \(control.levels[0].id.quoted)",
                at: place + ["keys"], fix: "remove it, or choose another level")
        }
        if setting.callers != nil, setting.keys != .keyService, setting.keys != .hsm {
            warning(
                .contradiction, "\"callers\" counts only beside \"keys\": \"key-service\" or \"hsm\"",
                at: place + ["callers"])
        }
        if setting.restoreTested != nil, control.family != .backup {
            warning(
                .contradiction, "\"restoreTested\" has no meaning for \(control.id.quoted): it is no backup",
                at: place + ["restoreTested"], fix: "remove it")
        }
        if setting.delay != nil, control.delays.isEmpty {
            warning(
                .contradiction, "\"delay\" has no meaning for \(control.id.quoted): nothing waits for it",
                at: place + ["delay"], fix: "remove it")
        }
    }
}
