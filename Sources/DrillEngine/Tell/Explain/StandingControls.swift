internal import DrillResults
internal import Scenarios

/// Which controls a step meets on an asset of a company, at which level, from which scope, with which figures.
struct StandingControls {
    let organization: Organization
    let acting: ActingControls

    /// In the catalog's order.
    func controls(_ step: Step, _ place: AssetReference) -> [ControlExplanation] {
        acting.catalog.controls.flatMap { explanations($0, step, place: place) }
    }

    /// One control on a step and asset, each part of its coverage by itself; none where it does not act there.
    func explanations(_ control: Control, _ step: Step, place: AssetReference) -> [ControlExplanation] {
        let asset = organization.departments[place.department].assets[place.asset]
        let roles = roles(control, step, asset: asset)
        guard !roles.isEmpty else { return [] }
        let standing = ControlStanding(control, in: organization, department: place.department, asset: place.asset)
        var missed = 1.0
        return standing.parts.compactMap { part in
            let share = part.coverage.map { $0 * missed }
            missed *= 1 - (part.coverage ?? 0.5)
            if let share, share < 0.000_5 { return nil }
            return ControlExplanation(
                control: control.id, title: control.title, level: words(part, of: control, share),
                scope: part.scope, role: roles.joined(separator: ", "),
                figures: part.level.map { figures(control, $0, part: part, step: step, asset: asset) }
                    ?? unknown(control, step, asset: asset))
        }
    }

    private func words(_ part: ControlStanding.Part, of control: Control, _ share: Double?) -> String {
        var words = part.level.map { control.levels[$0].shortTitle } ?? "unknown: every level is tried"
        if part.isAssumed { words += " (assumed: nobody has said)" }
        guard let share else { return words + ", for an unknown share" }
        if share < 0.999_5 { words += ", for \(max(1, Int((share * 100).rounded()))) %" }
        return words
    }

    private func roles(_ control: Control, _ step: Step, asset: Asset) -> [String] {
        var roles: [String] = []
        if acting.hinders(control, step, at: asset) { roles.append("stands in the way") }
        if acting.closes(control, step) { roles.append("closes the door") }
        if blinds(control, step) { roles.append("its alarm is blind until then") }
        if acting.protects(control, step) { roles.append("keeps data unreadable") }
        if acting.guardsWay(control, step, at: asset) { roles.append("guards the way to it") }
        let channels = step.noticings.map(\.by)
        if acting.watches(control, step, at: asset), channels.contains(control.alertChannel) {
            roles.append("raises alerts")
        }
        if acting.hastens(control, step, at: asset), channels.contains(.monitoring) { roles.append("speeds alerts up") }
        return roles
    }

    private func blinds(_ control: Control, _ step: Step) -> Bool {
        (step.noticed ?? []).contains { $0.blindUntil == control.id }
    }

    /// What a level's figures are for the step.
    func figures(
        _ control: Control, _ level: Int, part: ControlStanding.Part?, step: Step, asset: Asset
    ) -> [FigureExplanation] {
        let level = control.levels[level]
        var figures: [FigureExplanation] = []
        for effect in acting.effects(of: level, on: step, at: asset) {
            figures += self.figures(effect)
            if effect.noticing != nil, let sight = control.sight {
                figures.append(
                    FigureExplanation(
                        "part of it that is sight, one thing for all tries and assets", sight, otherwise: "judgement"))
            }
            if let way = step.through, step.impact.exposes, effect.protects.contains(way) {
                let keys = part?.setting?.keys ?? .sameHost
                figures.append(
                    FigureExplanation(
                        name: "keeps data unreadable that is taken this way",
                        words: keys == .sameHost && way != .media
                            ? "no: the key lies on the same host" : "while its key is safe",
                        source: "the catalog"))
            }
        }
        for effect in acting.guards(of: level, to: step, at: asset) {
            if let success = effect.success {
                figures.append(
                    FigureExplanation("chance to get through from elsewhere, times", success, otherwise: "judgement"))
            }
        }
        if acting.closes(control, step) || blinds(control, step) {
            let stated = part?.setting?.delay
            if part?.isUncovered ?? false {
                // As the clocks are compiled: what no scope covers has no delay of its own.
                let words = acting.closes(control, step) ? "never: the door stays open" : "at once: no alarm is blind"
                figures.append(FigureExplanation(name: "arrives", words: words, source: "the organization"))
            } else if let delay = stated ?? control.delays[level.id] {
                let citation = stated == nil ? control.delaySources[level.id] : nil
                figures.append(
                    FigureExplanation(
                        name: "arrives after", words: delay.words, source: citation?.source ?? "the organization",
                        year: citation?.year, seen: citation?.seen?.rawValue, trust: citation?.trust?.rawValue))
            }
        }
        return figures
    }

    /// An unknown answer: the weakest and the strongest level's figures.
    private func unknown(_ control: Control, _ step: Step, asset: Asset) -> [FigureExplanation] {
        [0, control.levels.count - 1].flatMap { level in
            figures(control, level, part: nil, step: step, asset: asset).map { figure in
                var figure = figure
                figure.name = "at “\(control.levels[level].shortTitle)”: \(figure.name)"
                return figure
            }
        }
    }

    private func figures(_ effect: Effect) -> [FigureExplanation] {
        let all: [(String, Estimate?)] = [
            ("chance that a try succeeds, times", effect.success), ("length of a try, times", effect.duration),
            ("chance that a try raises an alert", effect.noticing),
            ("hours from trace to alert, at the median", effect.noticeDelayHours),
            ("delay of other alerts, times", effect.noticeDelayFactor),
        ]
        return all.compactMap { name, estimate in
            estimate.map { FigureExplanation(name, $0, otherwise: "judgement") }
        }
    }
}
