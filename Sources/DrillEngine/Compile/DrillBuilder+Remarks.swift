internal import DrillKernel
internal import DrillResults
internal import Scenarios

extension DrillBuilder {
    /// Says for each participant whether the story can happen there at all, and if not, why.
    mutating func judgeApplicability() {
        let possible = possibleNodes()
        for member in members.indices where !members[member].isExternal {
            members[member].objectives = members[member].objectives.map { $0 >= 0 && possible[Int($0)] ? $0 : -1 }
            if members[member].objectives.contains(where: { $0 >= 0 }) { continue }
            members[member].notApplicable = obstacle(member, possible)
        }
    }

    /// Nodes that could complete if every try succeeded.
    private func possibleNodes() -> [Bool] {
        var possible = [Bool](repeating: false, count: description.nodes.count)
        var changed = true
        while changed {
            changed = false
            for (index, node) in description.nodes.enumerated() where !possible[index] {
                let open = node.parents.count { possible[Int($0)] }
                let holds =
                    switch node.gate {
                    case .entry: true
                    case .any: node.parents.isEmpty ? meanings[index] != .gate && !isObjective(index) : open > 0
                    case .all: open == node.parents.count
                    case .vote(let k): open >= k
                    }
                if holds {
                    possible[index] = true
                    changed = true
                }
            }
        }
        return possible
    }

    private func isObjective(_ index: Int) -> Bool {
        if case .objective = meanings[index] { return true }
        return false
    }

    /// The first step that keeps the story from happening.
    private func obstacle(_ member: Int, _ possible: [Bool]) -> Inapplicable {
        for (index, step) in scenario.steps.enumerated() where step.at == .target {
            let places = stepAssets[StepMember(step: index, member: member)] ?? []
            if places.isEmpty { return .noAsset(step: step.title, wanted: step.on.conditions) }
            let nodes = places.compactMap { stepNodes[StepPlace(step: index, asset: $0)] }
            if nodes.contains(where: { possible[Int($0)] }) { continue }
            let links = (step.requires?.references ?? []).filter { $0.via == .supplier }.compactMap(\.link)
            let has = members[member].organization.suppliers.map(\.link)
            if let missing = links.first(where: { !has.contains($0) }) {
                return .noLink(kind: missing.rawValue, step: step.title)
            }
            return .noWay(step: step.title)
        }
        return .noGoal(objectives: scenario.objectives.map(\.title))
    }

    /// What the documents alone explain, and what the reader should confirm.
    mutating func addRemarks() {
        for member in members.indices where !members[member].isExternal {
            members[member].encryption = encryptionRemarks(member)
            members[member].encryptedShares = encryptionShares(member)
            members[member].toConfirm = toConfirm(member)
        }
    }

    private func toConfirm(_ member: Int) -> [String] {
        let prefix = members[member].organization.id + "/"
        let assumed = basis.assumed.filter { $0.hasPrefix(prefix) }.sorted().map { key in
            let name = String(key.dropFirst(prefix.count))
            guard let control = catalog.controls.first(where: { $0.id == name }) else {
                return "\(name): not stated, the catalog's default is taken"
            }
            let level = control.levels.first { $0.id == control.assumed } ?? control.levels[0]
            return "\(control.title): not stated, taken as “\(level.title)”"
        }
        let unknown = basis.unknown.filter { $0.hasPrefix(prefix) }.sorted().map { key in
            let parts = key.split(separator: "/").map(String.init)
            let control = parts.count > 1 ? catalog.controls.first { parts.contains($0.id) } : nil
            return "\(control?.title ?? parts.dropFirst().joined(separator: " ")): unknown, every possibility is tried"
        }
        return assumed + unknown
    }
}

extension AssetSelector {
    /// The conditions, as results carry them.
    var conditions: [AssetCondition] {
        var all: [AssetCondition] = []
        if !kind.isEmpty { all.append(.kind(kind.map(\.rawValue))) }
        if !exposure.isEmpty { all.append(.exposure(exposure.map(\.rawValue))) }
        if !software.isEmpty { all.append(.software(software)) }
        if !holds.isEmpty { all.append(.holding(holds.map(\.rawValue))) }
        if !data.isEmpty { all.append(.data(data.map(\.rawValue))) }
        if !role.isEmpty { all.append(.owner(role.map(\.rawValue))) }
        if entitled { all.append(.entitled) }
        if let link { all.append(.link(link.rawValue)) }
        return all
    }
}
