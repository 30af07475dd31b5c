package import Scenarios

/// How a control stands at one asset: what each scope says, the nearest first, down to one that covers everything.
package struct ControlStanding: Sendable {
    package struct Part: Sendable {
        /// Index of the level; nil: unknown, every level is tried.
        package var level: Int?
        /// Share of the asset that the scope covers; nil: unknown.
        package var coverage: Double?
        /// "Dispute portal", a department's name, "whole company"; "no scope covers it" for what is left over.
        package var scope: String
        /// Nobody has said anything: the catalog's assumption.
        package var isAssumed = false
        package var setting: ControlSetting?
    }

    package let control: Control
    package private(set) var parts: [Part] = []

    package init(_ control: Control, in organization: Organization, department: Int, asset: Int) {
        self.control = control
        let owner = organization.departments[department]
        let thing = owner.assets[asset]
        let scopes: [(String, Answer<ControlSetting>?)] = [
            (thing.label, thing.controls[control.id]), (owner.name, owner.controls[control.id]),
            ("whole company", organization.controls[control.id]),
        ]
        let stated = scopes.compactMap { scope in scope.1.map { (scope.0, $0) } }
        let assumed = control.levels.firstIndex { $0.id == control.assumed } ?? 0
        guard !stated.isEmpty else {
            parts = [Part(level: assumed, coverage: 1, scope: "whole company", isAssumed: true)]
            return
        }
        for (scope, answer) in stated {
            let part = Self.part(answer, scope, control, assumed: assumed)
            parts.append(part)
            if part.coverage == 1 { return }
        }
        parts.append(Part(level: 0, coverage: 1, scope: "no scope covers it"))
    }

    private static func part(
        _ answer: Answer<ControlSetting>, _ scope: String, _ control: Control, assumed: Int
    ) -> Part {
        guard case .known(let setting) = answer else { return Part(level: nil, coverage: 1, scope: scope) }
        var part = Part(level: assumed, coverage: 1, scope: scope, setting: setting)
        if case .known(let share) = setting.coverage { part.coverage = share } else { part.coverage = nil }
        switch setting.level {
        case .known(let id): part.level = control.levels.firstIndex { $0.id == id } ?? 0
        case .unknown: part.level = nil
        case nil: break
        }
        return part
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

extension ControlLevel {
    /// The title up to its explanation: "Volumes encrypted".
    package var shortTitle: String { String(title.prefix { $0 != ":" }) }
}
