internal import Scenarios

extension DrillBuilder {
    /// For each asset whose data can leave: why encryption, where there is any, does not keep it unreadable.
    mutating func encryptionRemarks(_ member: Int) -> [AssetReference: String] {
        guard let control = encryptionAtRest else { return [:] }
        var remarks: [AssetReference: String] = [:]
        for (place, _) in members[member].exposures {
            let ways = nodes(on: place) { $0.impact.exposes }.compactMap(\.step.through)
            guard let way = ways.first else { continue }
            remarks[place] = encryptionRemark(control, way, place)
        }
        return remarks
    }

    /// For each asset whose data can leave and is encrypted: how, in words. Left out where nobody knows.
    mutating func encryptionLevels(_ member: Int) -> [AssetReference: String] {
        guard let control = encryptionAtRest else { return [:] }
        var levels: [AssetReference: String] = [:]
        for (place, _) in members[member].exposures {
            let all = slices(of: control, at: place)
            let slices = all.firstIndex(where: \.isWhole).map { Array(all[...$0]) } ?? all
            guard !slices.contains(where: { $0.levels.count > 1 }) else { continue }
            let parts = encryptionParts(control, slices)
            let encrypted = parts.filter { $0.level > 0 }
            guard !encrypted.isEmpty else { continue }
            let knowsShares = !slices.contains { $0.coverage == nil }
            levels[place] = encrypted.map { part in
                let title = control.levels[part.level].shortTitle
                guard parts.count > 1 else { return title }
                return knowsShares ? "\(title), for \(part.percentage)" : "\(title), for an unknown share"
            }.joined(separator: "; ")
        }
        return levels
    }

    /// The control that keeps data unreadable where they lie.
    private var encryptionAtRest: Control? {
        catalog.controls.first { control in
            control.family == .encryption
                && control.levels.contains { $0.effects.contains { $0.protects.contains(.media) } }
        }
    }

    private mutating func encryptionRemark(_ control: Control, _ way: Way, _ place: AssetReference) -> String? {
        let name = asset(place).label
        let all = slices(of: control, at: place)
        // What lies behind a scope that covers everything is never reached.
        let slices = all.firstIndex(where: \.isWhole).map { Array(all[...$0]) } ?? all
        if slices.contains(where: { $0.levels.count > 1 }) {
            return "Whether the data of \(name) is encrypted is unknown: every possibility is tried."
        }
        let parts = encryptionParts(control, slices)
        if parts.count > 1, slices.contains(where: { $0.coverage == nil }) {
            return "For which share the data of \(name) is encrypted is unknown: every share is tried."
        }
        if parts.count > 1 { return sharesRemark(control, parts, way, place) }
        guard let part = parts.first else { return nil }
        if part.level == 0 { return "The data of \(name) is not encrypted." }
        switch weakness(control, part, way, place) {
        case .beside:
            let level = control.levels[part.level].id
            return "Encryption of \(name) did not help: at the level “\(level)” it does not stand in the way through "
                + "\(way.words)."
        case .keyOnHost: return "Encryption of \(name) did not help: the key lies on the same host."
        case nil: return nil
        }
    }

    /// Names each share, and why the encrypted ones did not help where they did not.
    private func sharesRemark(
        _ control: Control, _ parts: [EncryptionPart], _ way: Way, _ place: AssetReference
    ) -> String {
        let shares = parts.map { part in
            let level = part.level == 0 ? "not at all" : "at the level “\(control.levels[part.level].id)”"
            return "\(part.percentage) \(level)"
        }
        let kind = parts.contains { $0.level == 0 } ? "for a share only" : "at different levels"
        var sentences = [
            "The data of \(asset(place).label) is encrypted \(kind): \(shares.joined(separator: ", "))."
        ]
        for part in parts where part.level > 0 {
            let level = control.levels[part.level].id
            switch weakness(control, part, way, place) {
            case .beside: sentences.append("The level “\(level)” does not stand in the way through \(way.words).")
            case .keyOnHost: sentences.append("At the level “\(level)” the key lies on the same host.")
            case nil: break
            }
        }
        return sentences.joined(separator: " ")
    }

    /// The shares of the levels at an asset, the nearest scope's first; an unknown share counts as one of the parts.
    private func encryptionParts(_ control: Control, _ slices: [ControlSlice]) -> [EncryptionPart] {
        guard !slices.isEmpty else {
            let level = control.levels.firstIndex { $0.id == control.assumed } ?? 0
            return [EncryptionPart(level: level, share: 1, setting: nil)]
        }
        var parts: [EncryptionPart] = []
        var missed = 1.0
        func add(_ level: Int, _ share: Double, _ setting: ControlSetting?) {
            guard share > 0 else { return }
            if let same = parts.firstIndex(where: { $0.level == level && $0.setting?.keys == setting?.keys }) {
                parts[same].share += share
            } else {
                parts.append(EncryptionPart(level: level, share: share, setting: setting))
            }
        }
        for slice in slices {
            let coverage = slice.coverage ?? 0.5
            // Without encryption there are no keys to tell apart.
            add(slice.levels[0], missed * coverage, slice.levels[0] == 0 ? nil : slice.setting)
            missed *= 1 - coverage
        }
        add(0, missed, nil)
        return parts
    }

    private func weakness(
        _ control: Control, _ part: EncryptionPart, _ way: Way, _ place: AssetReference
    ) -> EncryptionWeakness? {
        guard control.levels[part.level].effects.contains(where: { $0.protects.contains(way) }) else { return .beside }
        let keys = (part.setting ?? custodySetting(control, place))?.keys ?? .sameHost
        return keys == .sameHost && way != .media ? .keyOnHost : nil
    }
}

/// The share of an asset's data for which a level of encryption holds.
private struct EncryptionPart {
    var level: Int
    /// 0 to 1.
    var share: Double
    var setting: ControlSetting?

    /// "80 %"; shares that rounding would make nothing or everything say so.
    var percentage: String {
        let rounded = Int((share * 100).rounded())
        return rounded == 0 ? "under 1 %" : rounded == 100 ? "over 99 %" : "\(rounded) %"
    }
}

/// Why encryption that is there keeps nothing unreadable.
private enum EncryptionWeakness {
    /// It does not stand in the way that was taken.
    case beside
    case keyOnHost
}
