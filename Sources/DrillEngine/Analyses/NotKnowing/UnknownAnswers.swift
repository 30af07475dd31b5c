internal import DrillResults
internal import Scenarios

/// What an organization has not answered: levels and coverage of controls, times of the response.
struct UnknownAnswers {
    let organization: Organization
    let catalog: Catalog
    /// Controls on which anything in the story depends.
    let asked: Set<String>

    var all: [Unknown] { controls + handOffs + containments + repairs }

    // MARK: Controls

    private var controls: [Unknown] {
        catalog.controls.filter { asked.contains($0.id) }.flatMap { control in
            ControlScope.all(in: organization).flatMap { scope -> [Unknown] in
                guard let answer = scope.controls(in: organization)[control.id] else { return [] }
                var unknown: [Unknown] = []
                switch answer {
                case .unknown: unknown.append(level(control, scope))
                case .known(let setting):
                    if setting.level == .unknown { unknown.append(level(control, scope)) }
                    if setting.coverage == .unknown { unknown.append(coverage(control, scope)) }
                }
                return unknown
            }
        }
    }

    private func level(_ control: Control, _ scope: ControlScope) -> Unknown {
        let key = key(control, scope)
        let titles = control.levels.map(\.title)
        return Unknown(
            .unknownAnswer, id: UnknownAnswerID.level(key), title: "\(place(control, scope)): which level is in place",
            points: (0, 1), words: (titles.first ?? "weakest", titles.last ?? "strongest"),
            advice: "Ask \(asks(control.family)) which of these is in place: \(titles.joined(separator: "; "))."
        ) { $0.hold(.level, of: key, at: $1) }
    }

    private func coverage(_ control: Control, _ scope: ControlScope) -> Unknown {
        let key = key(control, scope)
        return Unknown(
            .unknownAnswer, id: UnknownAnswerID.coverage(key), title: "\(place(control, scope)): how much it covers",
            points: (0, 1), words: ("nothing", "everything"),
            advice: "Ask \(asks(control.family)) for a count: of how many, how many have it?"
        ) { $0.hold(.coverage, of: key, at: $1) }
    }

    private func key(_ control: Control, _ scope: ControlScope) -> AnswerKey {
        AnswerKey(control.id, in: organization, scope: scope)
    }

    private func place(_ control: Control, _ scope: ControlScope) -> String {
        scope == .organization ? control.title : "\(control.title), \(scope.title(in: organization))"
    }

    // MARK: Response

    private var handOffs: [Unknown] {
        guard let stages = organization.response?.chain, !stages.isEmpty else {
            return [
                time(
                    "hand-off", [.unstatedTime(key(.chain))], figure: catalog.response.handOff,
                    title: "From the first alert to acting: how long it takes",
                    advice: "Ask \(asks(.monitoring)) how long the last alerts took until somebody acted.")
            ]
        }
        return stages.filter { $0.duration == .unknown }.map { stage in
            let name = organization.departments.first { $0.id == stage.by }?.name ?? stage.by
            return time(
                "hand-off/\(stage.id)", [.unknownTime(key(.handOff(stage.id)))],
                figure: catalog.response.handOff,
                title: "Hand-off “\(stage.id)”, \(name): how long it takes",
                advice: "Ask \(name) how long “\(stage.id)” took the last three times.")
        }
    }

    private var containments: [Unknown] {
        let stated = organization.response?.containment ?? [:]
        let figure = catalog.response.containment
        func names(_ departments: [Department]) -> [FigureName] {
            departments.map { .unknownTime(key(.containment(department: $0.id))) }
        }
        let whole = "Containment: how long it takes"
        let advice = "Ask \(asks(.segmentation)) how long it takes to cut off a department; try it once."
        let others = organization.departments.filter { stated[$0.id] == nil }
        var unknown: [Unknown] = []
        if !others.isEmpty {
            switch stated["default"] {
            case .known: break
            case .unknown:
                unknown.append(time("containment", names(others), figure: figure, title: whole, advice: advice))
            case nil:
                unknown.append(
                    time(
                        "containment", [.unstatedTime(key(.containment(department: nil)))], figure: figure,
                        title: whole, advice: advice)
                )
            }
        }
        for department in organization.departments where stated[department.id] == .unknown {
            unknown.append(
                time(
                    "containment/\(department.id)", names([department]), figure: figure,
                    title: "Containment of \(department.name): how long it takes", advice: advice))
        }
        return unknown
    }

    private var repairs: [Unknown] {
        let name: FigureName
        switch organization.response?.repair {
        case .known: return []
        case .unknown: name = .unknownTime(key(.repair))
        case nil: name = .unstatedTime(key(.repair))
        }
        return [
            time(
                "repair", [name], figure: catalog.response.repair, title: "Repair: how long one asset takes",
                advice: "Ask \(asks(.backup)) for the time of the last full restore, or restore one asset as a test.")
        ]
    }

    private func time(
        _ id: String, _ names: [FigureName], figure: UnknownTime, title: String, advice: String
    ) -> Unknown {
        func words(_ hours: Double) -> String { "median \(Wording.span(hours: hours))" }
        return Unknown(
            .unknownAnswer, id: UnknownAnswerID.response(id), title: title, points: (0, 1),
            words: (words(figure.medianHours.low), words(figure.medianHours.high)), advice: advice
        ) { held, point in
            for name in names { held.hold(name, at: point) }
        }
    }

    private func key(_ part: ResponseKey.Part) -> ResponseKey {
        ResponseKey(organization: organization.id, part: part)
    }

    // MARK: Whom to ask

    /// The department that knows, by what it does.
    private func asks(_ family: ControlFamily) -> String {
        let roles: [Role]
        switch family {
        case .encryption, .access, .patching, .segmentation, .backup, .integrity: roles = [.operations, .security]
        case .monitoring: roles = [.security, .operations]
        case .people: roles = [.security, .humanResources, .operations]
        case .supplyChain: roles = [.supplierManagement, .operations]
        }
        for role in roles {
            if let department = organization.departments.first(where: { $0.roles.contains(role) }) {
                return department.name
            }
        }
        return "those who run it"
    }
}
