internal import DrillResults
internal import Scenarios

/// The share of an asset's data for which a level of encryption holds.
struct EncryptionPart {
    var level: Int
    /// 0 to 1.
    var share: Double
    var setting: ControlSetting?

    /// The shares of a control's levels by what scopes have answered, the nearest scope's first; by the catalog's
    /// assumption where none has. An unknown share counts as one half.
    static func parts(of slices: [ControlSlice], _ control: Control) -> [EncryptionPart] {
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

    /// Whether nothing but the share tells them apart.
    private func isLike(_ other: EncryptionPart) -> Bool {
        level == other.level && setting?.keys == other.setting?.keys
    }

    /// As results carry it.
    ///
    /// - Parameter isKnown: Whether the share is.
    func share(of control: Control, isKnown: Bool) -> EncryptedShare {
        EncryptedShare(
            level: control.levels[level].id, title: control.levels[level].shortTitle, share: isKnown ? share : nil,
            isEncrypted: level > 0)
    }
}
