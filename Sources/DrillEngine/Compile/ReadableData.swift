internal import DrillKernel
internal import Scenarios

/// Data that a step took, and when it can be read: which encryption stands in the way, and with what its keys fall.
struct ReadableData: GraphPiece {
    let place: AssetReference
    let way: Way
    /// Completes where no encryption stands in the way.
    let plain: Int32
    /// Completes when the key falls.
    let keys: Int32
    /// Where keys may fall.
    let nodes: NodeTable

    var member: Int { place.organization }

    func make(in draft: inout GraphDraft) {
        var protections: [Modifier] = []
        var fallen: Set<Int32> = []
        for control in draft.input.catalog.controls where control.family == .encryption {
            for presence in draft.levels(of: control, at: place) {
                guard control.levels[presence.level].protects(against: way),
                    let key = key(of: control, presence, in: draft.input)
                else { continue }
                protections.append(Modifier(when: presence.when, value: draft.slots.impossible()))
                fallen.formUnion(key)
            }
        }
        draft.description.nodes[Int(plain)].successModifiers = protections
        draft.description.nodes[Int(keys)].parents = fallen.sorted()
        // Without a node with which it falls, a key never does.
        draft.description.nodes[Int(keys)].success = fallen.isEmpty ? draft.slots.impossible() : -1
    }

    func note(in parts: inout ReplacedParts) { parts.nodes.formUnion([Int(plain), Int(keys)]) }

    /// The nodes with which the key falls; nil where the key lies beside what the way touches and so protects nothing.
    private func key(of control: Control, _ presence: LevelPresence, in input: CompileInput) -> [Int32]? {
        let setting = presence.setting ?? input.custody(of: control, at: place)
        let taken = nodes.nodes(on: place) { $0.gains.contains(.keys) }
        if way == .media { return taken }
        switch setting?.keys ?? .sameHost {
        case .sameHost: return nil
        case .keyService, .hsm:
            let fallen = callers(setting, in: input).flatMap { caller in
                nodes.nodes(on: caller) { $0.gains.contains(.control) || $0.gains.contains(.keys) }
            }
            return taken + fallen
        }
    }

    /// Who may have data decrypted: as stated, else the applications and servers that reach the asset.
    private func callers(_ setting: ControlSetting?, in input: CompileInput) -> [AssetReference] {
        let all = input.assets(of: place.organization)
        if let stated = setting?.callers { return all.filter { stated.contains(input.asset($0).id) } }
        let kinds: [AssetKind] = [.application, .webApplication, .server]
        let data = input.asset(place).id
        return all.filter { kinds.contains(input.asset($0).kind) && input.asset($0).reaches.contains(data) }
    }
}

extension CompileInput {
    /// The nearest answer that says where a control's keys are kept; nil: none does.
    func custody(of control: Control, at place: AssetReference) -> ControlSetting? {
        statements(of: control, at: place).lazy.compactMap(\.setting).first { $0.keys != nil }
    }
}
