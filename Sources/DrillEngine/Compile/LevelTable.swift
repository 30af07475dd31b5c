internal import DrillKernel
internal import Scenarios

/// How controls stand at assets, as far as anybody has asked.
struct LevelTable {
    private var known = Layered<LevelKey, [LevelPresence]>()
    /// Index of the presence whose word tells where a control is there, by entity.
    private var presences = Layered<UInt64, Int32>()

    /// The controls about which anybody has asked, by id.
    var controls: Set<String> { Set(known.keys.map(\.control)) }

    subscript(key: LevelKey) -> [LevelPresence]? {
        get { known[key] }
        set { known[key] = newValue }
    }

    /// The presence of an entity, added to the description where it is asked for the first time.
    mutating func presence(_ entity: UInt64, in description: inout GraphDescription) -> Int32 {
        if let known = presences[entity] { return known }
        description.presences.append(Presence(address: Address(entity, .presence)))
        presences[entity] = Int32(description.presences.count - 1)
        return Int32(description.presences.count - 1)
    }

    /// Shares the entries with copies that are made from now on.
    mutating func seal() {
        known.seal()
        presences.seal()
    }
}

/// A control at an asset.
struct LevelKey: Hashable {
    var place: AssetReference
    /// By id.
    var control: String
}

/// A level of a control on an asset, and in which trials it is there.
struct LevelPresence {
    /// Index into the control's levels.
    var level: Int
    var when: Condition
    /// What was answered; nil for the part that no scope covers and for assumed levels.
    var setting: ControlSetting?
}
