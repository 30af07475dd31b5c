extension LeverID: TextIdentity {
    /// `mfa/fido2`, `disputes: edge-protection/managed everywhere`, `disputes/portal: patching/days`,
    /// `hand-off/notice/24x7`, `containment/all/faster`.
    public var text: String {
        switch self {
        case .control(let control, let scope, let target): "\(scope.text)\(control)/\(target.text)"
        case .handOff(let part, let target): "\(Words.handOff)/\(part.text)/\(target.rawValue)"
        case .containment(let part): "\(Words.containment)/\(part.text)/\(HandOffTarget.faster.rawValue)"
        }
    }

    /// Nil where a text stands for no lever, whatever company.
    public init?(_ text: String) {
        let halves = text.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
        let parts = halves[halves.count - 1].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard !parts.contains("") else { return nil }
        switch (halves.count, parts.count) {
        case (1, 2): self = .control(parts[0], at: .company, to: ControlTarget(parts[1]))
        case (2, 2):
            guard let scope = LeverScope(halves[0]) else { return nil }
            self = .control(parts[0], at: scope, to: ControlTarget(parts[1]))
        case (1, 3):
            guard let target = HandOffTarget(rawValue: parts[2]) else { return nil }
            switch (parts[0], target) {
            case (Words.handOff, _): self = .handOff(ResponsePart(parts[1]), to: target)
            case (Words.containment, .faster): self = .containment(ResponsePart(parts[1]))
            default: return nil
            }
        default: return nil
        }
    }
}

/// What stands beside ids. Those of documents have neither spaces nor slashes, so nothing is taken for one.
private enum Words {
    static let handOff = "hand-off"
    static let containment = "containment"
    static let everywhere = " everywhere"
    static let keysApart = "keys in an hsm"
    static let all = "all"
    /// A hand-off or a department may have just this id.
    static let calledAll = "called all"
}

extension LeverID.ControlTarget {
    fileprivate var text: String {
        switch self {
        case .level(let id): id
        case .everywhere(let id): id + Words.everywhere
        case .keysApart: Words.keysApart
        }
    }

    fileprivate init(_ text: String) {
        if text == Words.keysApart {
            self = .keysApart
        } else if text.hasSuffix(Words.everywhere) {
            self = .everywhere(String(text.dropLast(Words.everywhere.count)))
        } else {
            self = .level(text)
        }
    }
}

extension LeverScope {
    /// Nothing for the whole company.
    fileprivate var text: String {
        switch self {
        case .company: ""
        case .department(let id): "\(id): "
        case .asset(let id, let department): "\(department)/\(id): "
        }
    }

    fileprivate init?(_ text: Substring) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard !parts.contains("") else { return nil }
        switch parts.count {
        case 1: self = .department(parts[0])
        case 2: self = .asset(parts[1], of: parts[0])
        default: return nil
        }
    }
}

extension ResponsePart {
    fileprivate var text: String {
        switch self {
        case .all: Words.all
        case .one(Words.all): Words.calledAll
        case .one(let id): id
        }
    }

    fileprivate init(_ text: String) {
        switch text {
        case Words.all: self = .all
        case Words.calledAll: self = .one(Words.all)
        default: self = .one(text)
        }
    }
}
