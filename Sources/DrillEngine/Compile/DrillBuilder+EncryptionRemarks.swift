internal import DrillResults
internal import Scenarios

extension DrillBuilder {
    /// For each asset whose data can leave: why encryption, where there is any, does not keep it unreadable. Empty where
    /// it does, as long as its key is safe.
    mutating func encryptionRemarks(_ member: Int) -> [AssetReference: [EncryptionRemark]] {
        var remarks: [AssetReference: [EncryptionRemark]] = [:]
        for (place, _) in members[member].exposures {
            let ways = nodes(on: place) { $0.impact.exposes }.compactMap(\.step.through)
            guard let way = ways.first else { continue }
            let each = catalog.storageEncryption.map { remark(on: $0, at: place, against: way) }
            // What one of them keeps unreadable is unreadable, whatever the others leave open.
            let all = each.compactMap(\.self)
            guard all.count == each.count else { continue }
            let name = asset(place).label
            let told = all.filter { $0 != .notEncrypted(asset: name) }
            remarks[place] = told.isEmpty ? Array(all.prefix(1)) : told
        }
        return remarks
    }

    /// For each asset whose data can leave and is encrypted: in which shares, by control. Left out where nobody knows.
    mutating func encryptionShares(_ member: Int) -> [AssetReference: [[EncryptedShare]]] {
        var found: [AssetReference: [[EncryptedShare]]] = [:]
        for (place, _) in members[member].exposures {
            for control in catalog.storageEncryption {
                let slices = reached(slices(of: control, at: place))
                guard !slices.contains(where: { $0.levels.count > 1 }) else { continue }
                let parts = encryptionParts(control, slices)
                guard parts.contains(where: { $0.level > 0 }) else { continue }
                let knowsShares = !slices.contains { $0.coverage == nil }
                found[place, default: []].append(parts.map { $0.share(of: control, isKnown: knowsShares) })
            }
        }
        return found
    }

    /// What lies behind a scope that covers everything is never reached.
    private func reached(_ slices: [ControlSlice]) -> [ControlSlice] {
        slices.firstIndex(where: \.isWhole).map { Array(slices[...$0]) } ?? slices
    }

    /// nil: the control keeps the data unreadable.
    private mutating func remark(
        on control: Control, at place: AssetReference, against way: Way
    ) -> EncryptionRemark? {
        let name = asset(place).label
        let slices = reached(slices(of: control, at: place))
        if slices.contains(where: { $0.levels.count > 1 }) { return .unknownLevel(asset: name) }
        let parts = encryptionParts(control, slices)
        if parts.count > 1, slices.contains(where: { $0.coverage == nil }) { return .unknownShare(asset: name) }
        let flaws = parts.filter { $0.level > 0 }.map { flaw(of: control, $0, at: place, against: way) }
        if parts.count > 1 {
            return .shares(
                asset: name, parts.map { $0.share(of: control, isKnown: true) }, flaws: flaws.compactMap(\.self))
        }
        guard let flaw = flaws.first else { return .notEncrypted(asset: name) }
        return flaw.map { .useless(asset: name, $0) }
    }

    /// The shares of the levels at an asset, the nearest scope's first; an unknown share counts as one of the parts.
    private func encryptionParts(_ control: Control, _ slices: [ControlSlice]) -> [EncryptionPart] {
        guard !slices.isEmpty else {
            let level = control.levels.firstIndex { $0.id == control.assumed } ?? 0
            return [EncryptionPart(level: level, share: 1, setting: nil)]
        }
        var parts: [EncryptionPart] = []
        func add(_ part: EncryptionPart) {
            guard part.share > 0 else { return }
            if let same = parts.firstIndex(where: part.isLike) {
                parts[same].share += part.share
            } else {
                parts.append(part)
            }
        }
        var missed = 1.0
        for slice in slices {
            let coverage = slice.coverage ?? 0.5
            let level = slice.levels[0]
            // Without encryption there are no keys to tell apart.
            add(EncryptionPart(level: level, share: missed * coverage, setting: level == 0 ? nil : slice.setting))
            missed *= 1 - coverage
        }
        add(EncryptionPart(level: 0, share: missed, setting: nil))
        return parts
    }

    /// Why a level that encrypts does not keep the data unreadable; nil: it does.
    private func flaw(
        of control: Control, _ part: EncryptionPart, at place: AssetReference, against way: Way
    ) -> EncryptionFlaw? {
        let level = control.levels[part.level]
        guard level.effects.contains(where: { $0.protects.contains(way) }) else {
            return .beside(level: level.id, .init(way))
        }
        let keys = (part.setting ?? custodySetting(control, place))?.keys ?? .sameHost
        return keys == .sameHost && way != .media ? .keyOnHost(level: level.id) : nil
    }
}

/// The share of an asset's data for which a level of encryption holds.
private struct EncryptionPart {
    var level: Int
    /// 0 to 1.
    var share: Double
    var setting: ControlSetting?

    /// Whether nothing but the share tells them apart.
    func isLike(_ other: EncryptionPart) -> Bool { level == other.level && setting?.keys == other.setting?.keys }

    func share(of control: Control, isKnown: Bool) -> EncryptedShare {
        EncryptedShare(
            level: control.levels[level].id, title: control.levels[level].shortTitle, share: isKnown ? share : nil,
            isEncrypted: level > 0)
    }
}

extension Catalog {
    /// The controls that keep data unreadable where they lie.
    fileprivate var storageEncryption: [Control] {
        controls.filter { control in
            control.family == .encryption
                && control.levels.contains { $0.effects.contains { $0.protects.contains(.media) } }
        }
    }
}

extension EncryptionFlaw.Way {
    fileprivate init(_ way: Way) {
        self =
            switch way {
            case .application: .application
            case .storage: .storage
            case .media: .media
            case .network: .network
            case .identity: .identity
            }
    }
}
