internal import Scenarios

/// Finds what a cell of the column `inject` means.
struct Subjects {
    enum Answer: Equatable {
        case found(ActionLog.Subject)
        /// A decision without its option.
        case decision(String)
        /// Several things have this name; each with the words that single it out.
        case several([String])
        case nothing(suggestion: String?)
    }

    private var keys: [String: [(key: String, subject: ActionLog.Subject)]] = [:]
    private var decisions: [String: String] = [:]
    private var written: [String] = []

    /// Words before what the facilitator made up in the room: "improvised: the bank calls".
    private static let improvised = ["improvised", "new", "extra", "ad hoc"]

    init(_ session: Session) {
        let scenario = session.scenario
        for event in session.events {
            add(.inject(event.inject.id), key: event.inject.id, names: ["\(event.number)", "inject \(event.number)"])
        }
        for inject in scenario.injects {
            add(.inject(inject.id), key: inject.id, names: [inject.title])
            for action in inject.expect {
                add(
                    .action(inject: inject.id, action: action.id), key: "\(inject.id)/\(action.id)",
                    names: [action.id, action.text])
            }
        }
        for decision in scenario.decisions {
            decisions[Self.folded(decision.id)] = decision.id
            decisions[Self.folded(decision.question)] = decision.id
            for option in decision.options {
                add(
                    .option(decision: decision.id, option: option.id), key: "\(decision.id)/\(option.id)",
                    names: [option.text, "\(decision.id)=\(option.id)"])
            }
        }
        for decision in scenario.decisions {
            // What no option says, and no decision yet; an option of the scenario's own with that id is meant first.
            for (id, names) in [(DecisionResult.other, ["another"]), (DecisionResult.postponed, ["later"])]
            where !decision.options.contains(where: { $0.id == id }) {
                add(
                    .option(decision: decision.id, option: id), key: "\(decision.id)/\(id)",
                    names: names.map { "\(decision.id)/\($0)" })
            }
        }
        for criterion in scenario.evaluation {
            add(
                .criterion(criterion.id), key: "evaluation/\(criterion.id)",
                names: [criterion.id, criterion.capability])
        }
    }

    private mutating func add(_ subject: ActionLog.Subject, key: String, names: [String]) {
        if !written.contains(key) { written.append(key) }
        // A key is exact; a name may be shared.
        if keys[Self.folded(key)]?.first?.subject != subject {
            keys[Self.folded(key), default: []].insert((key, subject), at: 0)
        }
        for name in names where Self.folded(name) != Self.folded(key) {
            keys[Self.folded(name), default: []].append((key, subject))
        }
    }

    func find(_ text: String) -> Answer {
        let folded = Self.folded(text)
        let parts = text.split(separator: ":", maxSplits: 1).map(\.trimmed)
        if parts.count == 2, !parts[1].isEmpty, Self.improvised.contains(parts[0].lowercased()) {
            return .found(.improvised(parts[1]))
        }
        if let found = keys[folded] {
            if found.count == 1 || Self.folded(found[0].key) == folded { return .found(found[0].subject) }
            return decisions[folded].map(Answer.decision) ?? .several(found.map(\.key))
        }
        if let decision = decisions[folded] { return .decision(decision) }
        // Two parts, one of which is enough to tell what is meant: "advisory: inventory".
        let near = Suggestion.nearest(to: text, among: written + Array(keys.keys).sorted())
        return .nothing(suggestion: near.map { keys[Self.folded($0)]?.first?.key ?? $0 })
    }

    /// Case, blanks, hyphens, quotation marks and full stops do not count; ` / `, `:` and `>` all separate.
    static func folded(_ text: String) -> String {
        var folded = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case ":", ">", "/": folded += "/"
            case "=": folded += "/"
            default:
                if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                    folded.unicodeScalars.append(scalar)
                }
            }
        }
        return folded
    }
}
