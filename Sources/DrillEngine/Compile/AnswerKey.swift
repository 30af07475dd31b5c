internal import Scenarios

/// An answer about a control: whose, in which scope.
package struct AnswerKey: Hashable, Sendable {
    /// Where an answer was given.
    package enum Scope: Hashable, Sendable {
        case company
        case department(String)
        case asset(String)
    }

    /// Id of the organization that answered.
    package var organization: String
    /// The part of it that the answer is for.
    package var scope: Scope
    /// Catalog id of the control.
    package var control: String

    /// As it stands in results. What is drawn for an unknown answer hangs on this text.
    package var text: String {
        let name =
            switch scope {
            case .company: ""
            // A department and an asset may have the same id.
            case .department(let id): "department \(id)"
            case .asset(let id): id
            }
        return "\(organization)/\(name)/\(control)"
    }
}

extension AnswerKey {
    /// - Parameter scope: Of the organization.
    init(_ control: String, in organization: Organization, scope: ControlScope) {
        let id = scope.id(in: organization) ?? ""
        let place: Scope =
            switch scope {
            case .organization: .company
            case .department: .department(id)
            case .asset: .asset(id)
            }
        self.init(organization: organization.id, scope: place, control: control)
    }

    /// The answer that a text stands for; nil: none.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { return nil }
        let department = "department "
        let scope: Scope =
            if parts[1].isEmpty {
                .company
            } else if parts[1].hasPrefix(department) {
                .department(String(parts[1].dropFirst(department.count)))
            } else {
                .asset(parts[1])
            }
        self.init(organization: parts[0], scope: scope, control: parts[2])
    }
}
