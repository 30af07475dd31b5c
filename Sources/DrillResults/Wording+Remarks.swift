// How it is said what the documents alone explain: why a story cannot happen, why encryption did not help, what is to be
// confirmed.

extension Wording {
    /// Why a story cannot happen to a company, fit to stand behind a colon: "nothing leads to the step “Copy”".
    public static func reason(_ why: Inapplicable) -> String {
        switch why {
        case .noAsset(let step, let wanted): "no asset fits the step “\(step)” (\(conditions(wanted)))"
        case .noLink(let kind, let step): "no supplier link of the kind \(kind) leads to the step “\(step)”"
        case .noWay(let step): "nothing leads to the step “\(step)”"
        case .noGoal(let objectives):
            "no asset is what the story is after (\(objectives.map { "“\($0)”" }.joined(separator: ", ")))"
        }
    }

    /// What an asset has to be: "web-application, exposed to internet, with web-framework".
    public static func conditions(_ conditions: [AssetCondition]) -> String {
        conditions.isEmpty ? "any asset" : conditions.map(condition).joined(separator: ", ")
    }

    private static func condition(_ condition: AssetCondition) -> String {
        func one(of words: [String]) -> String { words.joined(separator: " or ") }
        return switch condition {
        case .kind(let kinds): one(of: kinds)
        case .exposure(let exposures): "exposed to \(one(of: exposures))"
        case .software(let software): "with \(one(of: software))"
        case .holding(let things): "holding \(one(of: things))"
        case .data(let classes): "with \(one(of: classes)) data"
        case .hosting(["own"]): "run by the company itself"
        case .hosting(["cloud"]): "run by a provider"
        case .hosting: "whoever runs it"
        case .copiesTravel: "of which copies leave the house on tapes or disks"
        case .owner(let roles): "owned by \(one(of: roles))"
        case .entitled: "that the insider may use"
        case .link(let kind): "at the end of a \(kind) link"
        }
    }
}

// MARK: Answers

extension Wording {
    /// For a company to confirm: "Patching: not stated, taken as “within weeks”".
    public static func confirmation(_ gap: AnswerGap) -> String {
        switch gap {
        case .assumed(let control, let level): "\(control): not stated, taken as “\(level)”"
        case .unstated(let name): "\(name): not stated, the catalog's default is taken"
        case .unknown(let name): "\(name): unknown, every possibility is tried"
        }
    }
}

// MARK: Encryption

extension Wording {
    /// Why encryption did not help, in full sentences.
    public static func remark(_ remark: EncryptionRemark) -> String {
        switch remark {
        case .unknownLevel(let asset):
            "Whether the data of \(asset) is encrypted is unknown: every possibility is tried."
        case .unknownShare(let asset):
            "For which share the data of \(asset) is encrypted is unknown: every share is tried."
        case .notEncrypted(let asset): "The data of \(asset) is not encrypted."
        case .useless(let asset, .beside(let level, let way)):
            "Encryption of \(asset) did not help: at the level “\(level)” it does not stand in the way through "
                + "\(words(way))."
        case .useless(let asset, .keyOnHost):
            "Encryption of \(asset) did not help: the key lies on the same host."
        case .shares(let asset, let shares, let flaws):
            ([sentence(shares, of: asset)] + flaws.map(sentence)).joined(separator: " ")
        case .keyFell(let asset):
            "The key of \(asset) fell too: a system that may have its data decrypted was taken, or the keys "
                + "themselves."
        }
    }

    /// How data is encrypted, of all its shares those that are: "Volumes encrypted, for 80 %".
    ///
    /// - Parameter shares: All there are; with those that are not encrypted at all.
    public static func encryption(_ shares: [EncryptedShare]) -> String {
        shares.filter(\.isEncrypted).map { part in
            guard shares.count > 1 else { return part.title }
            return "\(part.title), for \(part.share.map(percentage) ?? "an unknown share")"
        }.joined(separator: "; ")
    }

    private static func sentence(_ shares: [EncryptedShare], of asset: String) -> String {
        let parts = shares.map { part in
            let level = part.isEncrypted ? "at the level “\(part.level)”" : "not at all"
            return "\(part.share.map(percentage) ?? "an unknown share") \(level)"
        }
        let kind = shares.allSatisfy(\.isEncrypted) ? "at different levels" : "for a share only"
        return "The data of \(asset) is encrypted \(kind): \(parts.joined(separator: ", "))."
    }

    private static func sentence(_ flaw: EncryptionFlaw) -> String {
        switch flaw {
        case .beside(let level, let way):
            "The level “\(level)” does not stand in the way through \(words(way))."
        case .keyOnHost(let level): "At the level “\(level)” the key lies on the same host."
        }
    }

    /// "80 %"; shares that rounding would make nothing or everything say so.
    private static func percentage(_ share: Double) -> String {
        let rounded = Int((share * 100).rounded())
        return rounded == 0 ? "under 1 %" : rounded == 100 ? "over 99 %" : "\(rounded) %"
    }

    private static func words(_ way: EncryptionFlaw.Way) -> String {
        switch way {
        case .application: "the application"
        case .storage: "the storage"
        case .media: "the media"
        case .network: "the network"
        case .identity: "an identity"
        }
    }
}
