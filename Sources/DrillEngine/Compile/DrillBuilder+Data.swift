internal import DrillKernel
internal import Scenarios

extension DrillBuilder {
    /// Gates for readable data that left and for data that was altered, one per asset.
    mutating func addData() {
        for member in members.indices where !members[member].isExternal {
            for place in assets(of: member) where asset(place).data != nil {
                let exposing = nodes(on: place) { $0.impact.exposes }
                if !exposing.isEmpty {
                    let parents = exposing.map { readable($0.node, $0.step, place) }
                    let node = gate(.any, parents, as: .exposure(place))
                    members[member].exposures.append((place, node))
                }
                let altering = nodes(on: place) { $0.impact.alters }.map(\.node)
                if !altering.isEmpty { members[member].alterations.append((place, gate(.any, altering))) }
            }
        }
    }

    /// Step nodes on an asset.
    func nodes(on place: AssetReference, _ concerns: (Step) -> Bool) -> [(node: Int32, step: Step)] {
        scenario.steps.indices.compactMap { index in
            guard concerns(scenario.steps[index]), let node = stepNodes[StepPlace(step: index, asset: place)] else {
                return nil
            }
            return (node, scenario.steps[index])
        }
    }

    /// When data that a step took can be read: at once where no encryption stands in its way, else once the key fell
    /// too, in either order.
    private mutating func readable(_ taken: Int32, _ step: Step, _ place: AssetReference) -> Int32 {
        guard let way = step.through else { return taken }
        let encryption = catalog.controls.filter { $0.family == .encryption }
        // Whether or not it can help, it is part of what was asked.
        for control in encryption { _ = levels(of: control, at: place) }
        let canProtect = encryption.contains { control in
            control.levels.contains { $0.effects.contains { $0.protects.contains(way) } }
        }
        guard canProtect else { return taken }
        var node = Node()
        node.parents = [taken]
        let plain = add(node, .gate)
        let keys = add(Node(), .gate)
        begin(.readable(ReadableData(place: place, way: way, plain: plain, keys: keys)))
        return gate(.any, [plain, gate(.all, [taken, keys])])
    }

    /// Which encryption stands in the way, and with what its keys fall.
    mutating func makeReadable(_ data: ReadableData) {
        var protections: [Modifier] = []
        var keys: Set<Int32> = []
        for control in catalog.controls where control.family == .encryption {
            for presence in levels(of: control, at: data.place) {
                guard control.levels[presence.level].effects.contains(where: { $0.protects.contains(data.way) }),
                    let key = key(control, presence, data.way, data.place)
                else { continue }
                protections.append(Modifier(when: presence.when, value: worlds.impossible()))
                keys.formUnion(key)
            }
        }
        description.nodes[Int(data.plain)].successModifiers = protections
        description.nodes[Int(data.keys)].parents = keys.sorted()
        // Without a node with which it falls, a key never does.
        description.nodes[Int(data.keys)].success = keys.isEmpty ? worlds.impossible() : -1
    }

    /// The nodes with which the key falls; nil where the key lies beside what the way touches and so protects nothing.
    private func key(
        _ control: Control, _ presence: LevelPresence, _ way: Way, _ place: AssetReference
    ) -> [Int32]? {
        let setting = presence.setting ?? custodySetting(control, place)
        let taken = nodes(on: place) { $0.gains.contains(.keys) }.map(\.node)
        if way == .media { return taken }
        switch setting?.keys ?? .sameHost {
        case .sameHost: return nil
        case .keyService, .hsm:
            let callers = callers(setting, place)
            let fallen = callers.flatMap { caller in
                nodes(on: caller) { $0.gains.contains(.control) || $0.gains.contains(.keys) }.map(\.node)
            }
            return taken + fallen
        }
    }

    /// The nearest answer that says where keys are kept.
    func custodySetting(_ control: Control, _ place: AssetReference) -> ControlSetting? {
        statements(of: control, at: place).lazy.compactMap(\.setting).first { $0.keys != nil }
    }

    /// Who may have data decrypted: as stated, else the applications and servers that reach the asset.
    private func callers(_ setting: ControlSetting?, _ place: AssetReference) -> [AssetReference] {
        let all = assets(of: place.organization)
        if let stated = setting?.callers { return all.filter { stated.contains(asset($0).id) } }
        let kinds: [AssetKind] = [.application, .webApplication, .server]
        return all.filter { kinds.contains(asset($0).kind) && asset($0).reaches.contains(asset(place).id) }
    }

    /// Gate nodes for objectives, and what counts as a foothold.
    mutating func addObjectives() {
        for member in members.indices where !members[member].isExternal {
            members[member].objectives = scenario.objectives.indices.map { objective($0, member) }
            members[member].footholds = scenario.steps.indices.filter { isFoothold(scenario.steps[$0]) }.flatMap {
                step in
                (stepAssets[StepMember(step: step, member: member)] ?? []).compactMap {
                    stepNodes[StepPlace(step: step, asset: $0)]
                }
            }
        }
    }

    /// Reconnaissance and preparation touch nobody yet.
    private func isFoothold(_ step: Step) -> Bool {
        guard let id = step.technique, let technique = techniques[id] else { return true }
        return !technique.tactics.allSatisfy { $0 == "reconnaissance" || $0 == "resource-development" }
    }

    private mutating func objective(_ number: Int, _ member: Int) -> Int32 {
        let parents: [Int32]
        var atLeast = 1
        switch scenario.objectives[number].reached {
        case .step(let reached):
            atLeast = reached.atLeast
            guard let step = scenario.steps.firstIndex(where: { $0.id == reached.step }) else { return -1 }
            var selector = AssetSelector()
            selector.data = reached.data
            selector.kind = reached.kind
            parents = (stepAssets[StepMember(step: step, member: member)] ?? []).filter { matches(selector, $0) }
                .compactMap { stepNodes[StepPlace(step: step, asset: $0)] }
        case .exposed(let data):
            parents = members[member].exposures.filter { asset($0.asset).data?.dataClass == data }.map(\.node)
        case .down(let down):
            atLeast = down.atLeast
            parents = assets(of: member).filter { matches(down.on, $0) }.compactMap { place in
                let harming = nodes(on: place) { $0.impact.encrypts || $0.impact.destroys || $0.impact.disrupts }
                return harming.isEmpty ? nil : gate(.any, harming.map(\.node))
            }
        }
        guard parents.count >= atLeast else { return -1 }
        return gate(atLeast == 1 ? .any : .vote(atLeast), parents, as: .objective(number))
    }
}
