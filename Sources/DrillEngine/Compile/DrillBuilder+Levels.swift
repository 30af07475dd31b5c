internal import DrillKernel
internal import Scenarios

/// A level of a control on an asset, and in which trials it is there.
struct LevelPresence {
    /// Index into the control's levels.
    var level: Int
    var when: Condition
    /// What was answered; nil for the part that no scope covers and for assumed levels.
    var setting: ControlSetting?
}

extension DrillBuilder {
    /// Which levels of a control stand at an asset: the nearest scope first; where its coverage misses, the next wider.
    mutating func levels(of control: Control, at place: AssetReference) -> [LevelPresence] {
        let key = LevelKey(place: place, control: control.id)
        if let making, dependents[key]?.last != making { dependents[key, default: []].append(making) }
        if let known = levelCache[key] { return known }
        let found = workOutLevels(of: control, at: place)
        levelCache[key] = found
        return found
    }

    /// The same for the answers as they are now.
    mutating func workOutLevels(of control: Control, at place: AssetReference) -> [LevelPresence] {
        let slices = slices(of: control, at: place)
        return slices.isEmpty
            ? assumed(control, members[place.organization].organization.id) : resolve(control, slices, place)
    }

    /// What each scope answered about a control, the nearest first; empty where none did.
    mutating func slices(of control: Control, at place: AssetReference) -> [ControlSlice] {
        statements(of: control, at: place).map { answer in
            // By path: whole organizations are not copied about.
            let key = AnswerKey(
                control.id, in: members[place.organization].organization, scope: answer.scope ?? .organization)
            if answer.coverage == nil { leaveOpen(key.text + "/coverage") }
            if answer.level == nil { leaveOpen(key.text) }
            return ControlSlice(
                key: key, levels: answer.level.map { [$0] } ?? Array(control.levels.indices), answer: answer)
        }
    }

    private mutating func assumed(_ control: Control, _ organization: String) -> [LevelPresence] {
        assume("\(organization)/\(control.id)")
        let level = control.levels.firstIndex { $0.id == control.assumed } ?? 0
        return [LevelPresence(level: level, when: .always, setting: nil)]
    }

    private mutating func resolve(
        _ control: Control, _ slices: [ControlSlice], _ place: AssetReference
    ) -> [LevelPresence] {
        let isSimple = slices[0].isWhole
        let presence: Int32 = isSimple ? -1 : presenceIndex(place, control)
        var result: [LevelPresence] = []
        for (index, slice) in slices.enumerated() {
            for level in slice.levels {
                let when: Condition
                if isSimple && slice.levels.count == 1 {
                    when = .always
                } else {
                    // A sampled level without partial coverage still needs a word to be present or not in a world.
                    let word = presence >= 0 ? presence : presenceIndex(place, control)
                    when = condition(word, slices, index, level: level)
                }
                result.append(LevelPresence(level: level, when: when, setting: slice.setting))
            }
            if slice.isWhole { return result }
        }
        let rest = condition(presence, slices, slices.count, level: 0)
        result.append(LevelPresence(level: 0, when: rest, setting: nil))
        return result
    }

    private mutating func presenceIndex(_ place: AssetReference, _ control: Control) -> Int32 {
        let asset = members[place.organization].organization.departments[place.department].assets[place.asset].id
        let entity = entity("presence", members[place.organization].organization.id, asset, control.id)
        if let known = presenceCache[entity] { return known }
        description.presences.append(Presence(address: Address(entity, .presence)))
        presenceCache[entity] = Int32(description.presences.count - 1)
        return Int32(description.presences.count - 1)
    }

    /// The presence interval of slice `index` (one past the last: what no scope covers), empty in the worlds that pick
    /// another level.
    private mutating func condition(
        _ presence: Int32, _ slices: [ControlSlice], _ index: Int, level: Int
    ) -> Condition {
        let answers = slices.map(\.name)
        let interval: @Sendable (WorldDraw) -> ClosedRange<UInt32>? = { draw in
            var missed = 1.0
            for slice in slices[..<min(index, slices.count)] { missed *= 1 - slice.coverage(in: draw) }
            var end = 1.0
            if index < slices.count {
                guard slices[index].level(in: draw) == level else { return nil }
                end = 1 - missed * (1 - slices[index].coverage(in: draw))
            }
            let low = FixedPoint.threshold(1 - missed)
            let high = FixedPoint.threshold(end)
            if end >= 1 { return low...UInt32.max }
            return high > low ? low...(high - 1) : nil
        }
        let low = worlds.threshold(.bound(answers, slice: index, level: level, isUpper: false)) {
            interval($0)?.lowerBound ?? 1
        }
        let last = worlds.threshold(.bound(answers, slice: index, level: level, isUpper: true)) {
            interval($0)?.upperBound ?? 0
        }
        return Condition(presence: presence, low: low, last: last)
    }
}

struct LevelKey: Hashable {
    var place: AssetReference
    var control: String
}

/// What one scope answered about a control.
struct ControlSlice: Sendable {
    var key: AnswerKey
    /// One level, or all that an unknown answer could mean.
    var levels: [Int]
    var answer: ScopedAnswer

    var coverage: Double? { answer.coverage }
    var setting: ControlSetting? { answer.setting }
    var isWhole: Bool { answer.isWhole }

    /// What its bounds hang on.
    var name: ScopeAnswer { ScopeAnswer(key: key, level: answer.level, coverage: answer.coverage) }

    func coverage(in draw: WorldDraw) -> Double {
        coverage ?? draw.uniform(EntityHash.of("coverage", key.text), .unknown)
    }

    func level(in draw: WorldDraw) -> Int {
        guard levels.count > 1 else { return levels[0] }
        let u = draw.uniform(EntityHash.of("level", key.text), .unknown)
        return levels[min(Int(u * Double(levels.count)), levels.count - 1)]
    }
}
