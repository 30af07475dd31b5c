import Scenarios

/// The catalog as one machine-readable document.
struct CatalogJSON {
    let catalog: Catalog
    let controls: [Control]

    /// The catalog of the program is public; of an own one only its owner can say so.
    let isOwn: Bool

    private var marking: String { isOwn ? MarkedWords.unstated : Marking.clear.rawValue }

    /// With the keys that every machine-readable output has.
    func value(modelVersion: String) -> JSONValue {
        let figures = controls.count == catalog.controls.count ? catalog.figures : controls.flatMap(\.figures)
        let judged = figures.count { $0.isJudgement }
        let primary = figures.count { !$0.isJudgement && $0.citation.seen == .primary }
        let values: [JSONValue] = controls.map(value)
        return [
            "banner": .string(MarkedWords.banner), "marking": .string(marking), "schemaVersion": 1,
            "modelVersion": .string(modelVersion),
            "seed": .null, "trials": 0,
            "catalog": .string(catalog.id), "release": .string(catalog.release),
            "figures": .integer(figures.count), "judgement": .integer(judged),
            "primary": .integer(primary), "controls": .array(values), "notice": .string(CatalogWords.notice),
        ]
    }

    private func value(_ control: Control) -> JSONValue {
        let figures = control.figures
        let judged = figures.count { $0.isJudgement }
        let levels: [JSONValue] = control.levels.map { value($0, of: control) }
        let conflicts: [JSONValue] = control.conflicts.map(value)
        return [
            "id": .string(control.id), "title": .string(control.title), "family": .string(control.family.rawValue),
            "help": text(control.help), "assumed": .string(control.assumed), "reference": .string(control.reference),
            "twoWay": text(control.twoWay), "mitigations": list(control.mitigations), "nist": list(control.nist),
            "figures": .integer(figures.count), "judgement": .integer(judged), "levels": .array(levels),
            "sight": control.sight.map(value) ?? .null, "conflicts": .array(conflicts),
        ]
    }

    private func value(_ conflict: Conflict) -> JSONValue {
        [
            "level": .string(conflict.level), "figure": value(conflict.figure), "unit": text(conflict.unit),
            "why": .string(conflict.why),
        ]
    }

    private func value(_ level: ControlLevel, of control: Control) -> JSONValue {
        let effects: [JSONValue] = level.effects.map(value)
        return [
            "id": .string(level.id), "title": .string(level.title), "effort": effort(level.effort),
            "effects": .array(effects),
        ]
    }

    private func effort(_ effort: Estimate?) -> JSONValue {
        guard let effort else { return .null }
        return [
            "class": .string(EffortClass(of: effort).rawValue), "low": .number(effort.low),
            "likely": .number(effort.likely), "high": .number(effort.high), "source": text(effort.source),
        ]
    }

    private func value(_ effect: Effect) -> JSONValue {
        var members = [JSONProperty("on", value(effect.on))]
        for (meaning, figure) in effect.figures { members.append(JSONProperty(meaning.rawValue, value(figure))) }
        if !effect.protects.isEmpty { members.append(JSONProperty("protects", list(effect.protects.map(\.rawValue)))) }
        if !effect.backupFallsWith.isEmpty {
            members.append(JSONProperty("backupFallsWith", list(effect.backupFallsWith.map(\.rawValue))))
        }
        return .object(members)
    }

    private func value(_ scope: EffectScope) -> JSONValue {
        let lists = [
            ("techniques", scope.techniques), ("tactics", scope.tactics), ("actions", scope.actions),
            ("through", scope.through.map(\.rawValue)), ("kinds", scope.kinds.map(\.rawValue)),
            ("origins", scope.origins.map(\.rawValue)), ("skills", scope.skills.map(\.rawValue)),
            ("routes", scope.routes.map(\.rawValue)), ("links", scope.links.map(\.rawValue)),
        ]
        return .object(lists.filter { !$0.1.isEmpty }.map { JSONProperty($0.0, list($0.1)) })
    }

    private func value(_ figure: Estimate) -> JSONValue {
        let year = figure.year.map(JSONValue.integer) ?? .null
        return [
            "low": .number(figure.low), "likely": .number(figure.likely), "high": .number(figure.high),
            "source": text(figure.source), "year": year,
            "seen": text(figure.seen?.rawValue), "trust": text(figure.trust?.rawValue),
        ]
    }

    private func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

    private func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}
