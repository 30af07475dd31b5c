package import Scenarios

/// How a control stands at one asset: what each scope says, the nearest first, down to one that covers everything.
package struct ControlStanding: Sendable {
    /// What one scope says.
    package struct Part: Sendable {
        /// Index of the level; nil: unknown, every level is tried.
        package var level: Int?
        /// Share of the asset that the scope covers; nil: unknown.
        package var coverage: Double?
        /// "Dispute portal", a department's name, "whole company"; "no scope covers it" for what is left over.
        package var scope: String
        /// Nobody has said anything: the catalog's assumption.
        package var isAssumed = false
        /// What is left over where every scope that says something covers only a share.
        package var isUncovered = false
        /// The answer; nil where nobody gave one.
        package var setting: ControlSetting?
    }

    /// The control that stands there.
    package let control: Control
    /// The nearest scope first; never empty.
    package private(set) var parts: [Part] = []

    /// - Parameters:
    ///   - department: by position.
    ///   - asset: by position in the department.
    package init(_ control: Control, in organization: Organization, department: Int, asset: Int) {
        self.control = control
        parts = organization.answers(to: control, department: department, asset: asset).map {
            Part($0, title: $0.scope?.title(in: organization))
        }
    }

    /// What one scope says, by itself.
    init(_ control: Control, in scope: ControlScope, of organization: Organization) {
        self.control = control
        parts = [Part(scope.standing(of: control, in: organization), title: scope.title(in: organization))]
    }

    /// "Prompt on the phone, for 70 %": the nearest scope's answer.
    package var words: String {
        guard let first = parts.first else { return "unknown" }
        var words = first.level.map { control.levels[$0].shortTitle } ?? "unknown"
        if first.isAssumed { words += " (assumed)" }
        switch first.coverage {
        case nil: words += ", for an unknown share"
        case .some(let share) where share < 1: words += ", for \(Int((share * 100).rounded())) %"
        default: break
        }
        return words
    }
}

extension ControlStanding.Part {
    fileprivate init(_ answer: ScopedAnswer, title: String?) {
        level = answer.level
        coverage = answer.coverage
        scope = title ?? "no scope covers it"
        isAssumed = answer.isAssumed
        isUncovered = answer.isRemainder
        setting = answer.setting
    }
}

extension ControlLevel {
    /// The title up to its explanation: "Volumes encrypted".
    package var shortTitle: String { String(title.prefix { $0 != ":" }) }
}
