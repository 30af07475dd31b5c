internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// Figures with a range on which a graph depends: those of the catalog, one for each control and kind of effect, and
/// those of the scenario.
struct UnknownFigures {
    let drill: CompiledDrill
    let organization: Organization
    let catalog: Catalog

    /// Ends at the 5 % and the 95 % point of each figure's range.
    private static let points = (0.05, 0.95)

    var all: [Unknown] { ofCatalog + ofScenario }

    // MARK: Catalog

    /// What an effect's figure says.
    private enum Kind: String, CaseIterable {
        case success, duration, noticing, sight, delay, haste, repair

        init(_ meaning: EffectFigure.Meaning) {
            switch meaning {
            case .success: self = .success
            case .duration: self = .duration
            case .noticing: self = .noticing
            case .delay: self = .delay
            case .haste: self = .haste
            }
        }
    }

    private var ofCatalog: [Unknown] {
        var names: [String: [Kind: [FigureName]]] = [:]
        for name in inOrder(drill.estimates.keys) {
            switch name {
            case .effect(let figure):
                names[figure.control, default: [:]][Kind(figure.meaning), default: []].append(name)
            case .repair(let control, _, _): names[control, default: [:]][.repair, default: []].append(name)
            case .sight(let control): names[control, default: [:]][.sight, default: []].append(name)
            case .chance, .noticed, .unstatedTime, .unknownTime: break
            }
        }
        return catalog.controls.flatMap { control in
            Kind.allCases.compactMap { kind in
                names[control.id]?[kind].map { figures(control, kind, names: $0) }
            }
        }
    }

    private func inOrder(_ names: some Sequence<FigureName>) -> [FigureName] {
        names.map { ($0.text, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func figures(_ control: Control, _ kind: Kind, names: [FigureName]) -> Unknown {
        let (title, question) =
            switch kind {
            case .success:
                ("how much it lowers the chance of a try", "try harmlessly how many tries it lets through here")
            case .duration: ("how much it slows a try", "have somebody try how long it takes here")
            case .noticing: ("how often it raises an alert that is acted on", "set off test alerts and count them")
            case .sight:
                (
                    "which part of its noticing is having a rule at all",
                    "list the techniques for which it has a rule here"
                )
            case .delay: ("how late its alerts come", "set off a test alert and look at the clock")
            case .haste: ("how much sooner alerts come", "compare the clock of alerts with and without it")
            case .repair: ("how much it shortens repair", "restore one asset as a test")
            }
        let figures = inPlace(names, control).compactMap { drill.estimates[$0] }
        let one = figures.first.flatMap { first in figures.allSatisfy { $0 == first } ? first : nil }
        return Unknown(
            .catalogFigure, id: "\(control.id)/\(kind.rawValue)", title: "\(control.title): \(title)",
            points: Self.points,
            words: (words(one, kind, point: Self.points.0), words(one, kind, point: Self.points.1)),
            advice: "\(source(names)); \(question)."
        ) { held, point in
            for name in all(kind, of: control) { held.hold(name, at: point) }
        }
    }

    /// All figures of a kind, whichever level is in place: a higher one may have effects that today's has not.
    private func all(_ kind: Kind, of control: Control) -> [FigureName] {
        let numbers = 0..<(control.levels.map(\.effects.count).max() ?? 0)
        guard let meaning = EffectFigure.Meaning(rawValue: kind.rawValue) else {
            return numbers.map { .repair(control: control.id, number: $0, level: "") }
        }
        return numbers.flatMap { number in
            [false, true].map { isOnWay in
                .effect(
                    EffectFigure(
                        control: control.id, isOnWay: isOnWay, number: number, meaning: meaning, level: "", index: 0))
            }
        }
    }

    /// The figures of levels that the organization says it has; all where it says none of them.
    private func inPlace(_ names: [FigureName], _ control: Control) -> [FigureName] {
        var levels = Set(
            ControlScope.all(in: organization).compactMap { scope -> String? in
                guard case .known(let setting)? = scope.controls(in: organization)[control.id],
                    case .known(let level)? = setting.level
                else { return nil }
                return level
            })
        if organization.controls[control.id] == nil { levels.insert(control.assumed) }
        let chosen = names.filter { name in
            switch name {
            case .effect(let figure): levels.contains(figure.level)
            case .repair(_, _, let level): levels.contains(level)
            case .sight: true
            case .chance, .noticed, .unstatedTime, .unknownTime: false
            }
        }
        return chosen.isEmpty ? names : chosen
    }

    private func words(_ figure: Estimate?, _ kind: Kind, point: Double) -> String {
        guard let figure, figure.low < figure.high else {
            return point < 0.5 ? "low end of the range" : "high end of the range"
        }
        let value = DeterministicMath.pertQuantile(point, low: figure.low, likely: figure.likely, high: figure.high)
        return switch kind {
        case .success: "\(Wording.percent(value)) of the chance without it"
        case .duration: "\(Wording.percent(value)) of the time without it"
        case .noticing: "\(Wording.percent(value)) of tries"
        case .sight: "\(Wording.percent(value)) of what it misses is missed for good"
        case .delay: "median \(Wording.hours(value))"
        case .haste, .repair: "\(Wording.percent(value)) of the time without it"
        }
    }

    /// Where the figures come from.
    private func source(_ names: [FigureName]) -> String {
        let sources = names.compactMap { drill.estimates[$0] }.filter { !$0.isJudgement }.compactMap { figure in
            figure.source.map { $0 + (figure.year.map { " (\($0))" } ?? "") }
        }
        guard let first = sources.sorted().first else { return "The catalog's figure is judgement" }
        return "The catalog's figure is from \(first)"
    }

    // MARK: Scenario

    private var ofScenario: [Unknown] {
        drill.scenario.steps.flatMap { step -> [Unknown] in
            let title = step.title.isEmpty ? step.id : step.title
            return inOrder(drill.estimates.keys).compactMap { name in
                let isChance: Bool
                switch name {
                case .chance(drill.scenario.id, step.id): isChance = true
                case .noticed(drill.scenario.id, step.id, _): isChance = false
                default: return nil
                }
                guard let figure = drill.estimates[name] else { return nil }
                return Unknown(
                    .scenarioFigure, id: name.text,
                    title: "Step “\(title)”: \(isChance ? "how often a try succeeds" : "how often it is noticed")",
                    points: Self.points, words: (chance(figure, Self.points.0), chance(figure, Self.points.1)),
                    advice: advice(figure)
                ) { $0.hold(name, at: $1) }
            }
        }
    }

    private func chance(_ figure: Estimate, _ point: Double) -> String {
        Wording.percent(
            DeterministicMath.pertQuantile(point, low: figure.low, likely: figure.likely, high: figure.high))
    }

    private func advice(_ figure: Estimate) -> String {
        guard let source = figure.source, !figure.isJudgement else {
            return "The scenario's figure is judgement; look for a published one, or ask who has seen such attacks."
        }
        return "The scenario's figure is from \(source)\(figure.year.map { " (\($0))" } ?? ""); look for a newer one."
    }
}
