internal import Scenarios

/// Departments and roles that can be rated; persons never are.
struct Teams {
    enum Answer: Equatable {
        case found([String])
        case nothing(part: String, suggestion: String?)
    }

    /// Those who lead; they may stand in a row about an inject as a whole.
    static let leading = ["facilitator", "controller", "evaluator", "observer"]

    private var names: [String: String] = [:]
    /// For proposals, in the organization's order.
    let known: [String]

    init(_ organization: Organization) {
        var known: [String] = []
        for role in Role.allCases { names[Subjects.folded(role.rawValue)] = role.words }
        for leader in Self.leading { names[leader] = leader }
        for department in organization.departments {
            names[Subjects.folded(department.id)] = department.name
            names[Subjects.folded(department.name)] = department.name
            known.append(department.name)
        }
        self.known = known
    }

    func find(_ text: String) -> Answer {
        if let whole = names[Subjects.folded(text)] { return .found([whole]) }
        // A name may hold the weaker separators: the stronger are tried first.
        var problem = Answer.nothing(part: text, suggestion: nil)
        for separators in [";|\n", ";|\n/+", ";|\n/+&,"] {
            let parts = text.split { separators.contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
            guard let unknown = parts.first(where: { names[Subjects.folded($0)] == nil }) else {
                var found: [String] = []
                for name in parts.compactMap({ names[Subjects.folded($0)] }) where !found.contains(name) {
                    found.append(name)
                }
                if !found.isEmpty { return .found(found) }
                continue
            }
            let candidates = known + Role.allCases.map(\.words) + Self.leading
            problem = .nothing(part: unknown, suggestion: Suggestion.nearest(to: unknown, among: candidates))
        }
        return problem
    }
}

extension StringProtocol {
    /// Without blanks at its ends.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
