internal import DrillKernel
internal import Scenarios

extension GraphDraft {
    /// Which levels of a control stand at an asset: the nearest scope first; where its coverage misses, the next wider.
    mutating func levels(of control: Control, at place: AssetReference) -> [LevelPresence] {
        let key = LevelKey(place: place, control: control.id)
        note(key)
        if let known = levels[key] { return known }
        let found = workOutLevels(of: control, at: place)
        levels[key] = found
        return found
    }

    /// The same for the answers as they are now.
    mutating func workOutLevels(of control: Control, at place: AssetReference) -> [LevelPresence] {
        let slices = slices(of: control, at: place)
        return slices.isEmpty ? assumed(control, place) : resolve(slices, of: control, at: place)
    }

    /// What each scope answered about a control, the nearest first; empty where none did.
    mutating func slices(of control: Control, at place: AssetReference) -> [ControlSlice] {
        input.statements(of: control, at: place).map { answer in
            let key = AnswerKey(
                control.id, in: input.organizations[place.organization], scope: answer.scope ?? .organization)
            if answer.coverage == nil { slots.leaveOpen(.unknownCoverage(key)) }
            if answer.level == nil { slots.leaveOpen(.unknownLevel(key)) }
            return ControlSlice(
                key: key, levels: answer.level.map { [$0] } ?? Array(control.levels.indices), answer: answer)
        }
    }

    private mutating func assumed(_ control: Control, _ place: AssetReference) -> [LevelPresence] {
        slots.leaveOpen(
            .assumedLevel(control: control.id, organization: input.organizations[place.organization].id))
        let level = control.levels.firstIndex { $0.id == control.assumed } ?? 0
        return [LevelPresence(level: level, when: .always, setting: nil)]
    }

    private mutating func resolve(
        _ slices: [ControlSlice], of control: Control, at place: AssetReference
    ) -> [LevelPresence] {
        let isSimple = slices[0].isWhole
        let presence: Int32 = isSimple ? -1 : word(of: control, at: place)
        var result: [LevelPresence] = []
        for (index, slice) in slices.enumerated() {
            for level in slice.levels {
                let when: Condition
                if isSimple && slice.levels.count == 1 {
                    when = .always
                } else {
                    // A sampled level without partial coverage still needs a word to be present or not in a world.
                    let presence = presence >= 0 ? presence : word(of: control, at: place)
                    when = condition(on: presence, slices, index: index, level: level)
                }
                result.append(LevelPresence(level: level, when: when, setting: slice.setting))
            }
            if slice.isWhole { return result }
        }
        let rest = condition(on: presence, slices, index: slices.count, level: 0)
        result.append(LevelPresence(level: 0, when: rest, setting: nil))
        return result
    }

    /// The presence whose word tells in which trials what of a control is there: one for each asset; for what stands on
    /// ways one for each department that they lead to, as a way is one thing whoever comes over it.
    private mutating func word(of control: Control, at place: AssetReference) -> Int32 {
        let spot = control.standsOnWays ? input.department(of: place).id : input.asset(place).id
        let entity = slots.entity("presence", input.organizations[place.organization].id, spot, control.id)
        return levels.presence(entity, in: &description)
    }

    /// When a level is there by slice `index` (one past the last: what no scope covers).
    private mutating func condition(
        on presence: Int32, _ slices: [ControlSlice], index: Int, level: Int
    ) -> Condition {
        let answers = slices.map(\.name)
        // Empty in the worlds that pick another level.
        let low = slots.bound(.bound(answers, slice: index, level: level, isUpper: false)) {
            slices.interval(index, level: level, in: $0)?.lowerBound ?? 1
        }
        let last = slots.bound(.bound(answers, slice: index, level: level, isUpper: true)) {
            slices.interval(index, level: level, in: $0)?.upperBound ?? 0
        }
        return Condition(presence: presence, low: low, last: last)
    }
}

extension Control {
    /// Whether it stands on the ways to assets only, never on the assets themselves.
    fileprivate var standsOnWays: Bool { levels.allSatisfy { $0.effects.allSatisfy { !$0.on.routes.isEmpty } } }
}
