/// Which figure of the catalog or a scenario: what is drawn once per world.
package enum FigureName: Hashable, Sendable {
    /// Of an effect on a step or on the way to it.
    case effect(EffectFigure)
    /// Of what a control's level does to repair: the effect's place in the level.
    case repair(control: String, number: Int, level: String)
    /// Which part of a control's noticing is sight.
    case sight(control: String)
    /// How likely a try of a step succeeds.
    case chance(scenario: String, step: String)
    /// How likely a try of a step is noticed; the channel, with a number from the step's second entry on.
    case noticed(scenario: String, step: String, by: String)
    /// A time of the response of which nobody says anything: of the chain, any containment, or repair.
    case unstatedTime(ResponseKey)
    /// A time of the response that is stated as unknown.
    case unknownTime(ResponseKey)

    /// As it stands in results, and with which the level that the figure belongs to.
    package var text: String {
        switch self {
        case .effect(let figure): "\(figure.uniform)@\(figure.level)/\(figure.index)"
        case .repair(_, _, let level): "\(uniformText)@\(level)"
        case .sight, .chance, .noticed, .unstatedTime, .unknownTime: uniformText
        }
    }

    /// Whose uniform number it takes: all levels of a control share one per effect, so they stay ordered. What is drawn
    /// hangs on this text.
    package var uniformText: String {
        switch self {
        case .effect(let figure): figure.uniform
        case .repair(let control, let number, _): "\(control)/repair-\(number)"
        case .sight(let control): "\(control)/sight"
        case .chance(let scenario, let step): "\(scenario)/\(step)/probability"
        case .noticed(let scenario, let step, let channel): "\(scenario)/\(step)/noticed-\(channel)"
        case .unstatedTime(let key): "response/\(key.part.unstatedText)/\(key.organization)"
        case .unknownTime(let key): "response/unknown/\(key.text)"
        }
    }

    /// The same without its level: equal for figures that share a uniform number.
    package var uniform: FigureName {
        switch self {
        case .effect(var figure):
            figure.level = ""
            figure.index = 0
            return .effect(figure)
        case .repair(let control, let number, _): return .repair(control: control, number: number, level: "")
        case .sight, .chance, .noticed, .unstatedTime, .unknownTime: return self
        }
    }
}

/// A figure of a control's effect on a step, or on the way to it.
package struct EffectFigure: Hashable, Sendable {
    /// What it says.
    package enum Meaning: String, Sendable, CaseIterable {
        case success, duration, noticing, delay, haste
    }

    /// Catalog id of the control.
    package var control: String
    /// Whether it stands on the way.
    package var isOnWay = false
    /// Among the level's effects that concern the step: the same effect of another level has the same number.
    package var number: Int
    /// What the figure says.
    package var meaning: Meaning
    /// Id of the control's level.
    package var level: String
    /// The effect's place in the level, as another effect may have that number for another step.
    package var index: Int

    fileprivate var uniform: String { "\(control)/\(isOnWay ? "route-" : "")\(number)/\(meaning.rawValue)" }
}

extension FigureName {
    /// The name that a text stands for; nil: none.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts[0] == "response" {
            guard let name = Self.time(parts) else { return nil }
            self = name
        } else if parts.count == 2, parts[1].hasPrefix("repair-"), let at = parts[1].firstIndex(of: "@"),
            let number = Int(parts[1][..<at].dropFirst("repair-".count))
        {
            self = .repair(control: parts[0], number: number, level: String(parts[1][at...].dropFirst()))
        } else if parts.count == 4, let figure = EffectFigure(parts) {
            self = .effect(figure)
        } else if parts.count == 3, parts[2] == "probability" {
            self = .chance(scenario: parts[0], step: parts[1])
        } else if parts.count == 3, parts[2].hasPrefix("noticed-") {
            self = .noticed(scenario: parts[0], step: parts[1], by: String(parts[2].dropFirst("noticed-".count)))
        } else {
            return nil
        }
    }
}

extension FigureName {
    /// `response`, `hand-off`, `bank`; `response`, `unknown`, and the parts of a key.
    private static func time(_ parts: [String]) -> FigureName? {
        if parts.count > 2, parts[1] == "unknown" {
            return ResponseKey(parts[2...].joined(separator: "/")).map(unknownTime)
        }
        let unstated: [ResponseKey.Part] = [.chain, .containment(department: nil), .repair]
        guard parts.count == 3, let part = unstated.first(where: { $0.unstatedText == parts[1] }) else { return nil }
        return .unstatedTime(ResponseKey(organization: parts[2], part: part))
    }
}

extension ResponseKey.Part {
    /// What a part goes by where a company says nothing of it.
    fileprivate var unstatedText: String {
        switch self {
        case .chain, .handOff: "hand-off"
        case .containment: "containment"
        case .repair: "repair"
        }
    }
}

extension EffectFigure {
    /// `mfa`, `0` or `route-0`, `success@push`, `1`.
    fileprivate init?(_ parts: [String]) {
        let isOnWay = parts[1].hasPrefix("route-")
        guard let at = parts[2].firstIndex(of: "@"), let meaning = Meaning(rawValue: String(parts[2][..<at])),
            let number = Int(isOnWay ? String(parts[1].dropFirst("route-".count)) : parts[1]),
            let index = Int(parts[3])
        else { return nil }
        self.init(
            control: parts[0], isOnWay: isOnWay, number: number, meaning: meaning,
            level: String(parts[2][at...].dropFirst()), index: index)
    }
}
