extension Validator {
    /// A stronger level never does less than a weaker one, in any figure, for any step.
    ///
    /// Worlds draw one uniform number for all levels of a control, so ordered figures give ordered draws; a control
    /// that acts both ways says so and is left out where it does.
    func checkOrder(of control: Control, at place: [PointerStep]) {
        for (index, stronger) in control.levels.enumerated().dropFirst() {
            let weaker = control.levels[index - 1]
            let place = place + ["levels", .index(index)]
            for effect in weaker.effects {
                // Effects of a level act together: one that does at least as much is enough.
                let isTwoWay = control.twoWay != nil
                let covering = stronger.effects.indices.filter { stronger.effects[$0].on.covers(effect.on) }
                    .map { ($0, stronger.effects[$0].weaknesses(beside: effect, twoWay: isTwoWay)) }
                guard let (position, fields) = covering.min(by: { $0.1.count < $1.1.count }) else {
                    error(
                        .contradiction,
                        "the level does nothing where the weaker level \(weaker.id.quoted) has an effect", at: place,
                        fix: "repeat the effect for the same steps, at least as strong")
                    continue
                }
                let place = place + ["effects", .index(position)]
                for field in fields {
                    error(
                        .contradiction, "\(field.quoted) helps less than at the weaker level \(weaker.id.quoted)",
                        at: place + [.key(field)],
                        fix: "order the levels, or explain in \"twoWay\" why the control acts in opposite directions")
                }
            }
        }
    }
}

extension Effect {
    /// The keys in which this effect helps less than a weaker level's.
    fileprivate func weaknesses(beside weaker: Effect, twoWay: Bool) -> [String] {
        var keys: [String] = []
        func check(_ key: String, _ path: KeyPath<Effect, Estimate?>, neutral: Double, less: Bool) {
            let (mine, theirs) = (self[keyPath: path], weaker[keyPath: path])
            guard let theirs = theirs else { return }
            let own = mine ?? Estimate(exactly: neutral)
            let pairs = [(own.low, theirs.low), (own.likely, theirs.likely), (own.high, theirs.high)]
            if pairs.contains(where: { less ? $0.0 > $0.1 : $0.0 < $0.1 }) { keys.append(key) }
        }
        if !twoWay {
            check("success", \.success, neutral: 1, less: true)
            check("duration", \.duration, neutral: 1, less: false)
        }
        check("noticing", \.noticing, neutral: 0, less: false)
        check("noticeDelayHours", \.noticeDelayHours, neutral: .infinity, less: true)
        check("noticeDelayFactor", \.noticeDelayFactor, neutral: 1, less: true)
        check("repair", \.repair, neutral: 1, less: true)
        if !Set(weaker.protects).isSubset(of: protects) { keys.append("protects") }
        if weaker.repair != nil, !Set(backupFallsWith).isSubset(of: weaker.backupFallsWith) {
            keys.append("backupFallsWith")
        }
        return keys
    }
}

extension EffectScope {
    /// Whether it concerns everything that the other concerns.
    fileprivate func covers(_ other: EffectScope) -> Bool {
        func covers<Element: Hashable>(_ path: KeyPath<EffectScope, [Element]>) -> Bool {
            self[keyPath: path].isEmpty
                || (!other[keyPath: path].isEmpty && Set(other[keyPath: path]).isSubset(of: self[keyPath: path]))
        }
        func coversNames(_ path: KeyPath<EffectScope, [String]>) -> Bool {
            let (mine, theirs) = (self[keyPath: path], other[keyPath: path])
            return mine.isEmpty
                || (!theirs.isEmpty
                    && theirs.allSatisfy { name in mine.contains { name == $0 || name.hasPrefix($0 + ".") } })
        }
        // Effects on routes and effects on steps never stand for each other.
        guard routes.isEmpty == other.routes.isEmpty else { return false }
        return coversNames(\.techniques) && covers(\.tactics) && coversNames(\.actions) && covers(\.through)
            && covers(\.kinds) && covers(\.origins) && covers(\.skills) && covers(\.routes) && covers(\.links)
    }
}
