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

    /// - Parameter numbered: ids of injects in the order in which the events list prints them, from 1.
    init(_ scenario: Scenario, numbered: [String]) {
        for inject in scenario.injects {
            add(.inject(inject.id), key: inject.id, names: [inject.title] + Self.numbers(of: inject.id, numbered))
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
        for criterion in scenario.evaluation {
            add(
                .criterion(criterion.id), key: "evaluation/\(criterion.id)",
                names: [criterion.id, criterion.capability])
        }
    }

    /// "2", "inject 2": as the events list prints it.
    private static func numbers(of inject: String, _ numbered: [String]) -> [String] {
        numbered.firstIndex(of: inject).map { ["\($0 + 1)", "inject \($0 + 1)"] } ?? []
    }

    private mutating func add(_ subject: ActionLog.Subject, key: String, names: [String]) {
        written.append(key)
        // A key is exact; a name may be shared.
        keys[Self.folded(key), default: []].insert((key, subject), at: 0)
        for name in names where Self.folded(name) != Self.folded(key) {
            keys[Self.folded(name), default: []].append((key, subject))
        }
    }

    func find(_ text: String) -> Answer {
        let folded = Self.folded(text)
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
