internal import DrillKernel
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

    /// The first step that keeps the story from happening, in plain words.
    private func obstacle(_ member: Int, _ possible: [Bool]) -> String {
        for (index, step) in scenario.steps.enumerated() where step.at == .target {
            let places = stepAssets[StepMember(step: index, member: member)] ?? []
            if places.isEmpty { return "no asset fits the step “\(step.title)” (\(step.on.words))" }
            let nodes = places.compactMap { stepNodes[StepPlace(step: index, asset: $0)] }
            if nodes.contains(where: { possible[Int($0)] }) { continue }
            let links = (step.requires?.references ?? []).filter { $0.via == .supplier }.compactMap(\.link)
            let has = members[member].organization.suppliers.map(\.link)
            if let missing = links.first(where: { !has.contains($0) }) {
                return "no supplier link of the kind \(missing.rawValue) leads to the step “\(step.title)”"
            }
            return "nothing leads to the step “\(step.title)”"
        }
        let titles = scenario.objectives.map { "“\($0.title)”" }.joined(separator: ", ")
        return "no asset is what the story is after (\(titles))"
    }

    /// What the documents alone explain, and what the reader should confirm.
    mutating func addRemarks() {
        for member in members.indices where !members[member].isExternal {
            members[member].encryption = encryptionRemarks(member)
            members[member].encryptionLevels = encryptionLevels(member)
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
    /// The conditions in words: "web-application, internet, web-framework".
    var words: String {
        var parts: [String] = []
        if !kind.isEmpty { parts.append(kind.map(\.rawValue).joined(separator: " or ")) }
        if !exposure.isEmpty { parts.append("exposed to " + exposure.map(\.rawValue).joined(separator: " or ")) }
        if !software.isEmpty { parts.append("with " + software.joined(separator: " or ")) }
        if !holds.isEmpty { parts.append("holding " + holds.map(\.rawValue).joined(separator: " or ")) }
        if !data.isEmpty { parts.append("with \(data.map(\.rawValue).joined(separator: " or ")) data") }
        if !role.isEmpty { parts.append("owned by " + role.map(\.rawValue).joined(separator: " or ")) }
        if entitled { parts.append("that the insider may use") }
        if let link { parts.append("at the end of a \(link.rawValue) link") }
        return parts.isEmpty ? "any asset" : parts.joined(separator: ", ")
    }
}

extension Way {
    var words: String {
        switch self {
        case .application: "the application"
        case .storage: "the storage"
        case .media: "the media"
        case .network: "the network"
        case .identity: "an identity"
        }
    }
}
