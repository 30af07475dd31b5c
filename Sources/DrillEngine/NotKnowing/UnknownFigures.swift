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

    /// What an effect's figure says, as the compiler names it.
    private enum Kind: String, CaseIterable {
        case success, duration, noticing, delay, haste, repair
    }

    private var ofCatalog: [Unknown] {
        var names: [String: [Kind: [String]]] = [:]
        for name in drill.estimates.keys.sorted() {
            guard let (control, kind) = Self.parse(name) else { continue }
            names[control, default: [:]][kind, default: []].append(name)
        }
        return catalog.controls.flatMap { control in
            Kind.allCases.compactMap { kind in
                names[control.id]?[kind].map { figures(control, kind, $0) }
            }
        }
    }

    /// `mfa/0/success@push/1`, `segmentation/route-0/success@zones/0` and `backup/repair-0@offline`.
    private static func parse(_ name: String) -> (control: String, kind: Kind)? {
        let parts = name.uniformName.split(separator: "/").map(String.init)
        if parts.count == 2, parts[1].hasPrefix("repair-") { return (parts[0], .repair) }
        guard parts.count == 3, Int(parts[1]) != nil || parts[1].hasPrefix("route-"),
            let kind = Kind(rawValue: parts[2])
        else { return nil }
        return (parts[0], kind)
    }

    private func figures(_ control: Control, _ kind: Kind, _ names: [String]) -> Unknown {
        let (title, question) =
            switch kind {
            case .success:
                ("how much it lowers the chance of a try", "try harmlessly how many tries it lets through here")
            case .duration: ("how much it slows a try", "have somebody try how long it takes here")
            case .noticing: ("how often it raises an alert that is acted on", "set off test alerts and count them")
            case .delay: ("how late its alerts come", "set off a test alert and look at the clock")
            case .haste: ("how much sooner alerts come", "compare the clock of alerts with and without it")
            case .repair: ("how much it shortens repair", "restore one asset as a test")
            }
        let figures = inPlace(names, control).compactMap { drill.estimates[$0] }
        let one = figures.first.flatMap { first in figures.allSatisfy { $0 == first } ? first : nil }
        return Unknown(
            .catalogFigure, id: "\(control.id)/\(kind.rawValue)", title: "\(control.title): \(title)",
            points: Self.points,
            words: (words(one, kind, Self.points.0), words(one, kind, Self.points.1)),
            advice: "\(source(names)); \(question)."
        ) { held, point in
            for name in names { held.hold(figure: name, at: point) }
        }
    }

    /// The figures of levels that the organization says it has; all where it says none of them.
    private func inPlace(_ names: [String], _ control: Control) -> [String] {
        var levels = Set(
            ControlScope.all(in: organization).compactMap { scope -> String? in
                guard case .known(let setting)? = scope.controls(in: organization)[control.id],
                    case .known(let level)? = setting.level
                else { return nil }
                return level
            })
        if organization.controls[control.id] == nil { levels.insert(control.assumed) }
        let chosen = names.filter { name in
            let level = name.drop { $0 != "@" }.dropFirst().prefix { $0 != "/" }
            return levels.contains(String(level))
        }
        return chosen.isEmpty ? names : chosen
    }

    private func words(_ figure: Estimate?, _ kind: Kind, _ point: Double) -> String {
        guard let figure, figure.low < figure.high else {
            return point < 0.5 ? "low end of the range" : "high end of the range"
        }
        let value = DeterministicMath.pertQuantile(point, low: figure.low, likely: figure.likely, high: figure.high)
        return switch kind {
        case .success: "\(Wording.percent(value)) of the chance without it"
        case .duration: "\(Wording.percent(value)) of the time without it"
        case .noticing: "\(Wording.percent(value)) of tries"
        case .delay: "median \(Wording.hours(value))"
        case .haste, .repair: "\(Wording.percent(value)) of the time without it"
        }
    }

    /// Where the figures come from.
    private func source(_ names: [String]) -> String {
        let sources = names.compactMap { drill.estimates[$0] }.filter { !$0.isJudgement }.compactMap { figure in
            figure.source.map { $0 + (figure.year.map { " (\($0))" } ?? "") }
        }
        guard let first = sources.sorted().first else { return "The catalog's figure is judgement" }
        return "The catalog's figure is from \(first)"
    }

    // MARK: Scenario

    private var ofScenario: [Unknown] {
        drill.scenario.steps.flatMap { step -> [Unknown] in
            let prefix = "\(drill.scenario.id)/\(step.id)/"
            let title = step.title.isEmpty ? step.id : step.title
            let names = drill.estimates.keys.filter {
                $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains("/")
            }.sorted()
            return names.compactMap { name in
                let what = name.dropFirst(prefix.count)
                guard let figure = drill.estimates[name], what == "probability" || what.hasPrefix("noticed-") else {
                    return nil
                }
                let isChance = what == "probability"
                return Unknown(
                    .scenarioFigure, id: name,
                    title: "Step “\(title)”: \(isChance ? "how often a try succeeds" : "how often it is noticed")",
                    points: Self.points, words: (chance(figure, Self.points.0), chance(figure, Self.points.1)),
                    advice: advice(figure)
                ) { $0.hold(figure: name, at: $1) }
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
