internal import Scenarios

/// Departments and roles that can be rated; persons never are.
struct Teams {
    enum Answer: Equatable {
        case found([String])
        /// A part of the cell that fits several departments, by name.
        case several(part: String, names: [String])
        case nothing(part: String, suggestion: String?)
    }

    /// Those who lead; they may stand in a row about an inject as a whole.
    static let leading = ["facilitator", "controller", "evaluator", "observer"]

    private var names: [String: String] = [:]
    /// By name, in the organization's order, with the words that people may shorten.
    private let departments: [(name: String, words: [String])]

    /// For proposals, in the organization's order.
    var known: [String] { departments.map(\.name) }

    init(_ organization: Organization) {
        for role in Role.allCases { names[Subjects.folded(role.rawValue)] = role.words }
        for leader in Self.leading { names[leader] = leader }
        for department in organization.departments {
            names[Subjects.folded(department.id)] = department.name
            names[Subjects.folded(department.name)] = department.name
        }
        departments = organization.departments.map { ($0.name, EverydayTeamNames.words($0.name)) }
    }

    func find(_ text: String) -> Answer {
        if let whole = names[Subjects.folded(text)] { return .found([whole]) }
        // A name may hold the weaker separators: the stronger are tried first.
        var problem = Answer.nothing(part: text, suggestion: nil)
        for separators in [";|\n", ";|\n/+", ";|\n/+&,"] {
            let parts = text.split { separators.contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
            var found: [String] = []
            var failed: Answer?
            for part in parts where failed == nil {
                switch findOne(part) {
                case .found(let names): found += names.filter { !found.contains($0) }
                case let other: failed = other
                }
            }
            if let failed { problem = failed } else if !found.isEmpty { return .found(found) }
        }
        return problem
    }

    /// One department or role: by its id or name, by some of the name's words, by its initials, or by what people call
    /// the role everywhere.
    private func findOne(_ part: String) -> Answer {
        if let name = names[Subjects.folded(part)] { return .found([name]) }
        let words = EverydayTeamNames.words(part)
        if !words.isEmpty {
            if let name = names[words.joined()] { return .found([name]) }
            for fits in [Self.isShortened, Self.isInitials] {
                let candidates = departments.filter { fits(words, $0.words) }.map(\.name)
                if candidates.count == 1 { return .found(candidates) }
                if candidates.count > 1 { return .several(part: part, names: candidates) }
            }
            // "IT + security" are two.
            if !part.contains(where: "/+&,".contains), let role = EverydayTeamNames.role(words) {
                return .found([role.words])
            }
        }
        let candidates = known + Role.allCases.map(\.words) + Self.leading
        return .nothing(part: part, suggestion: Suggestion.nearest(to: part, among: candidates))
    }

    /// Whether each word is one of the name's, or begins one with three letters or more.
    private static func isShortened(_ words: [String], _ name: [String]) -> Bool {
        words.allSatisfy { word in name.contains { $0 == word || word.count > 2 && $0.hasPrefix(word) } }
    }

    private static func isInitials(_ words: [String], _ name: [String]) -> Bool {
        words.count == 1 && name.count > 1 && words[0] == String(name.compactMap(\.first))
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
