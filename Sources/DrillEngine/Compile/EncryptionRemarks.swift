internal import DrillResults
internal import Scenarios

/// What the documents alone explain about the encryption of data that can leave a participant.
struct EncryptionRemarks {
    /// Why encryption, where there is any, does not keep an asset's data unreadable. Empty where it does, as long as its
    /// key is safe.
    private(set) var remarks: [AssetReference: [EncryptionRemark]] = [:]
    /// In which shares an asset's data is encrypted, for each control that encrypts any of it. Left out where nobody
    /// knows.
    private(set) var shares: [AssetReference: [[EncryptedShare]]] = [:]

    init(of member: Int, _ nodes: NodeTable, _ data: DataGates, in draft: inout GraphDraft) {
        let controls = draft.input.catalog.storageEncryption
        for place in data.exposures(of: member).map(\.asset) {
            let known = controls.map { StoredEncryption($0, at: place, in: &draft) }
            let told = known.compactMap(\.shares)
            if !told.isEmpty { shares[place] = told }
            let ways = nodes.steps(on: place) { $0.impact.exposes }.compactMap(\.step.through)
            if let way = ways.first { remarks[place] = Self.remarks(known.map { $0.remark(against: way) }) }
        }
    }

    /// - Parameter each: Of each control; nil: it keeps the data unreadable.
    private static func remarks(_ each: [EncryptionRemark?]) -> [EncryptionRemark]? {
        // What one of them keeps unreadable is unreadable, whatever the others leave open.
        let all = each.compactMap(\.self)
        guard !all.isEmpty, all.count == each.count else { return nil }
        let told = all.filter { if case .notEncrypted = $0 { false } else { true } }
        return told.isEmpty ? Array(all.prefix(1)) : told
    }
}

/// How one control encrypts an asset's data.
private struct StoredEncryption {
    private let control: Control
    /// For people.
    private let asset: String
    private let slices: [ControlSlice]
    /// The shares of the levels, the nearest scope's first; an unknown share counts as one of the parts.
    private let parts: [EncryptionPart]
    /// The nearest answer that says where keys are kept.
    private let custody: ControlSetting?

    init(_ control: Control, at place: AssetReference, in draft: inout GraphDraft) {
        self.control = control
        asset = draft.input.asset(place).label
        custody = draft.input.custody(of: control, at: place)
        let all = draft.slices(of: control, at: place)
        // What lies behind a scope that covers everything is never reached.
        slices = all.firstIndex(where: \.isWhole).map { Array(all[...$0]) } ?? all
        parts = EncryptionPart.parts(of: slices, control)
    }

    private var knowsLevels: Bool { !slices.contains { $0.levels.count > 1 } }
    private var knowsShares: Bool { !slices.contains { $0.coverage == nil } }

    /// All shares; nil where nothing is encrypted or nobody knows.
    var shares: [EncryptedShare]? {
        guard knowsLevels, parts.contains(where: { $0.level > 0 }) else { return nil }
        return parts.map { $0.share(of: control, isKnown: knowsShares) }
    }

    /// nil: the control keeps the data unreadable.
    func remark(against way: Way) -> EncryptionRemark? {
        guard knowsLevels else { return .unknownLevel(asset: asset) }
        guard parts.count == 1 || knowsShares else { return .unknownShare(asset: asset) }
        let flaws = parts.filter { $0.level > 0 }.map { flaw(of: $0, against: way) }
        if parts.count > 1, let shares { return .shares(asset: asset, shares, flaws: flaws.compactMap(\.self)) }
        guard let flaw = flaws.first else { return .notEncrypted(asset: asset) }
        return flaw.map { .useless(asset: asset, $0) }
    }

    /// Why a level that encrypts does not keep the data unreadable; nil: it does.
    private func flaw(of part: EncryptionPart, against way: Way) -> EncryptionFlaw? {
        let level = control.levels[part.level]
        guard level.protects(against: way) else { return .beside(level: level.id, .init(way)) }
        let keys = (part.setting ?? custody)?.keys ?? .sameHost
        return keys == .sameHost && way != .media ? .keyOnHost(level: level.id) : nil
    }
}

extension Catalog {
    /// The controls that keep data unreadable where they lie.
    fileprivate var storageEncryption: [Control] {
        controls.filter { $0.family == .encryption && $0.levels.contains { $0.protects(against: .media) } }
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
