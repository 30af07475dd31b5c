package import DrillResults
package import Scenarios

/// What a company has not said, and on what numbers rest in its place.
package enum OpenAnswer: Hashable, Sendable {
    /// Nobody says which level of a control is in place: the catalog's assumption is taken.
    case assumedLevel(control: String, organization: String)
    /// Nobody says how long it takes: the catalog's time is taken.
    case assumedTime(ResponseKey)
    /// The level is stated as unknown: every one is tried.
    case unknownLevel(AnswerKey)
    /// The share that a control covers is stated as unknown: every one is tried.
    case unknownCoverage(AnswerKey)
    /// The time is stated as unknown: every one of the catalog's range is tried.
    case unknownTime(ResponseKey)

    /// Id of the organization whose answer it is.
    package var organization: String {
        switch self {
        case .assumedLevel(_, let organization): organization
        case .unknownLevel(let key), .unknownCoverage(let key): key.organization
        case .assumedTime(let key), .unknownTime(let key): key.organization
        }
    }

    /// Catalog id of the control; nil for times of the response.
    package var control: String? {
        switch self {
        case .assumedLevel(let control, _): control
        case .unknownLevel(let key), .unknownCoverage(let key): key.control
        case .assumedTime, .unknownTime: nil
        }
    }

    /// Whether the catalog's assumption stands in its place.
    package var isAssumed: Bool {
        switch self {
        case .assumedLevel, .assumedTime: true
        case .unknownLevel, .unknownCoverage, .unknownTime: false
        }
    }

    /// In which order answers are told.
    var text: String {
        switch self {
        case .assumedLevel(let control, let organization): "\(organization)/\(control)"
        case .unknownLevel(let key): key.text
        case .unknownCoverage(let key): key.text + "/coverage"
        case .assumedTime(let key), .unknownTime(let key): key.text
        }
    }
}

extension OpenAnswer {
    /// For the company to confirm, by the catalog's titles.
    package func gap(in catalog: Catalog) -> AnswerGap {
        let known = control.flatMap { id in catalog.controls.first { $0.id == id } }
        switch self {
        case .assumedLevel(let id, _):
            guard let known else { return .unstated(id) }
            let level = known.levels.first { $0.id == known.assumed } ?? known.levels[0]
            return .assumed(known.title, level: level.title)
        case .assumedTime(let key): return .unstated(key.nameInCompany("/"))
        case .unknownLevel(let key), .unknownCoverage(let key): return .unknown(known?.title ?? key.control)
        case .unknownTime(let key): return .unknown(key.nameInCompany(" "))
        }
    }
}

extension ResponseKey {
    /// "response", "response containment portal".
    fileprivate func nameInCompany(_ separator: String) -> String {
        let parts: [String] =
            switch part {
            case .chain: []
            case .handOff(let stage): [stage]
            case .containment(let department): ["containment"] + (department.map { [$0] } ?? [])
            case .repair: ["repair"]
            }
        return (["response"] + parts).joined(separator: separator)
    }
}
