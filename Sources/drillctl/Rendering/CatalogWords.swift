import DrillResults
import Scenarios

/// Plain words for what the catalog says: to which steps a level matters, and how.
struct CatalogWords {
    /// Where names of techniques come from.
    let techniques: TechniqueTable

    // MARK: Effects

    /// One sentence a figure, without a full stop: "14 % of tries are noticed (6–28)".
    func sentences(_ effect: Effect) -> [String] {
        var sentences: [String] = []
        if let success = effect.success {
            sentences.append(
                success.high == 0
                    ? "no try succeeds any more"
                    : "\(share(success)) of the tries that would succeed still do\(range(success, share: true))")
        }
        if let duration = effect.duration {
            sentences.append("a try takes \(duration.likely.plainText) times as long\(range(duration))")
        }
        if let noticing = effect.noticing {
            let delay = effect.noticeDelayHours.map {
                ", after \(hours($0.likely)) (\(hours($0.low)) to \(hours($0.high)))"
            }
            sentences.append("\(share(noticing)) of tries are noticed\(range(noticing, share: true))\(delay ?? "")")
        }
        if let factor = effect.noticeDelayFactor {
            sentences.append(
                "alerts of monitoring come after \(share(factor)) of the time\(range(factor, share: true))")
        }
        if !effect.protects.isEmpty {
            let ways = effect.protects.map(\.rawValue).listed("or")
            sentences.append("data taken through \(ways) stays unreadable while its key is safe")
        }
        if let repair = effect.repair {
            sentences.append("repair takes \(share(repair)) of the time\(range(repair, share: true))")
        }
        if !effect.backupFallsWith.isEmpty {
            sentences.append("the backup falls with the \(effect.backupFallsWith.map(\.rawValue).listed("or"))")
        }
        return sentences
    }

    /// What a figure says, in the head of a table.
    func meaning(_ meaning: CatalogFigure.Meaning) -> String {
        switch meaning {
        case .success: "factor on the chance of success"
        case .duration: "factor on the time of a try"
        case .noticing: "chance of an alert acted on"
        case .noticeDelayHours: "hours to the alert, median"
        case .noticeDelayFactor: "factor on the time to alerts"
        case .repair: "factor on repair time"
        case .sight: "part of noticing that is sight"
        case .effort: "effort, person-days"
        case .response: "hours, median"
        case .delay: "delay"
        }
    }

    /// "80 % of its noticing is sight (60–90)", where a control says so.
    func sight(of control: Control) -> String? {
        control.sight.map { "\(share($0)) of its noticing is sight\(range($0, share: true))" }
    }

    // MARK: Scopes

    /// On what a control acts, skills left aside, each once; what its levels do is told under these.
    func scopes(of control: Control) -> [EffectScope] {
        var scopes: [EffectScope] = []
        for effect in control.levels.flatMap(\.effects) where !scopes.contains(effect.on.withoutSkills) {
            scopes.append(effect.on.withoutSkills)
        }
        return scopes
    }

    /// "(a)" for the first of several scopes; empty for the only one.
    func label(_ scope: EffectScope, among scopes: [EffectScope]) -> String {
        guard scopes.count > 1, let index = scopes.firstIndex(of: scope), index < 26 else { return "" }
        return "(\(Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(index)))))"
    }

    /// What a level does under each scope: "novice: 0.8 % of …; expert: 24 % of …".
    func statements(_ level: ControlLevel, among scopes: [EffectScope]) -> [(scope: EffectScope, text: String)] {
        scopes.compactMap { scope in
            let effects = level.effects.filter { $0.on.withoutSkills == scope }
            guard !effects.isEmpty else { return nil }
            let texts = effects.map { effect in
                let skills = effect.on.skills.map(\.rawValue).listed("or")
                return (skills.isEmpty ? "" : "\(skills): ") + sentences(effect).joined(separator: "; ")
            }
            return (scope, texts.joined(separator: "; "))
        }
    }

    /// Which steps an effect concerns: "T1078 Valid Accounts, T1110 Brute Force; through identity".
    func scope(_ scope: EffectScope) -> String {
        var parts: [String] = []
        if !scope.routes.isEmpty {
            let links = scope.links.isEmpty ? "" : " (\(scope.links.map(\.rawValue).joined(separator: ", ")))"
            let routes = scope.routes.map {
                $0 == .supplier ? "over a supplier's link\(links)" : "between departments (\($0.rawValue))"
            }
            parts.append("the way \(routes.listed("or"))")
        }
        if !scope.techniques.isEmpty {
            parts.append(
                scope.techniques.map { id in
                    guard let name = techniques[id]?.name, !name.isEmpty else { return id }
                    return "\(id) \(name)"
                }.joined(separator: ", "))
        }
        if !scope.tactics.isEmpty { parts.append("tactics \(scope.tactics.joined(separator: ", "))") }
        if !scope.actions.isEmpty {
            parts.append(scope.actions.map { $0.contains(".") ? $0 : "\($0).*" }.joined(separator: ", "))
        }
        if !scope.through.isEmpty { parts.append("through \(scope.through.map(\.rawValue).listed("or"))") }
        if !scope.kinds.isEmpty {
            let kinds = scope.kinds.map(\.rawValue).joined(separator: ", ")
            parts.append("on \(scope.kinds.count > 3 ? "\(scope.kinds.count) kinds of asset" : kinds)")
        }
        if !scope.origins.isEmpty { parts.append("from \(scope.origins.map(origin).listed("or"))") }
        return parts.isEmpty ? "every step" : parts.joined(separator: "; ")
    }

    private func origin(_ origin: Origin) -> String {
        switch origin {
        case .external: "outside"
        case .insider: "an insider"
        case .supplier: "a supplier"
        case .error: "a mistake"
        }
    }

    // MARK: Figures

    /// "14 %", with two digits at most.
    func share(_ estimate: Estimate) -> String { percent(estimate.likely) }

    private func percent(_ value: Double) -> String { "\((value * 100).plainText) %" }

    private func range(_ estimate: Estimate, share: Bool = false) -> String {
        guard estimate.low < estimate.high else { return "" }
        let scale = share ? 100.0 : 1
        return " (\((estimate.low * scale).plainText)–\((estimate.high * scale).plainText))"
    }

    /// "2 h" or "4 d".
    func hours(_ hours: Double) -> String {
        if hours < 1 { return "\((hours * 60).plainText) min" }
        return hours < 72 ? "\(hours.plainText) h" : "\((hours / 24).plainText) d"
    }

    /// A delay by its own words: "half within 20 d, nine in ten within 120 d".
    func delay(_ distribution: Distribution) -> String {
        switch distribution {
        case .constant(let time): "always \(amount(time))"
        case .exponential(let mean): "\(amount(mean)) on average"
        case .lognormal(let median, let p90): "half within \(amount(median)), nine in ten within \(amount(p90))"
        case .quantiles(let points):
            points.filter { $0.p > 0 }.map { "\(percent($0.p)) within \(amount($0.value))" }.joined(separator: ", ")
        case .uniform(let low, let high): "\(amount(low)) to \(amount(high))"
        case .triangular(let low, let likely, let high), .pert(let low, let likely, let high):
            "\(amount(low)) to \(amount(high)), mostly about \(amount(likely))"
        case .lognormalLog, .gamma: "a distribution"
        }
    }

    private func amount(_ time: TimeAmount) -> String { hours(time.hours(in: .hours)) }

    /// "medium, 30 person-days (10–90)".
    func effort(_ effort: Estimate) -> String {
        "\(EffortClass(of: effort).rawValue), \(effort.likely.plainText) person-days\(range(effort))"
    }

    /// "0.002/0.008/0.03": low, likely and high as the catalog has them.
    func triple(_ estimate: Estimate) -> String {
        guard estimate.low < estimate.high else { return estimate.likely.plainText }
        return [estimate.low, estimate.likely, estimate.high].map(\.plainText).joined(separator: "/")
    }

    /// "174 days", or the factor.
    func value(_ conflict: Conflict) -> String {
        conflict.figure.likely.plainText + (conflict.unit.map { " \($0)" } ?? "")
    }

    /// "judgement", or the publication with its year.
    func source(_ citation: Citation) -> String {
        guard !citation.source.isEmpty else { return "no source" }
        let year = citation.year.map { citation.source.contains(String($0)) ? "" : " (\($0))" } ?? ""
        return citation.source + year
    }

    /// "read in a copy, trust medium"; empty for judgement.
    func standing(_ citation: Citation) -> String {
        let seen = citation.seen.map { $0 == .primary ? "publication read" : "read in a copy" }
        return [seen, citation.trust.map { "trust \($0.rawValue)" }].compactMap(\.self).joined(separator: ", ")
    }

    // MARK: Totals

    /// "212 figures: 194 judgement, 18 from publications (6 read themselves, 12 in copies)".
    func totals(_ figures: [CatalogFigure]) -> String {
        let judged = figures.count { $0.isJudgement }
        let cited = figures.filter { !$0.isJudgement }
        let primary = cited.count { $0.citation.seen == .primary }
        guard !cited.isEmpty else { return "\(figures.count) figures, all judgement" }
        let seen =
            switch primary {
            case 0: "read in copies"
            case cited.count: "read themselves"
            default: "\(primary) read themselves, \(cited.count - primary) in copies"
            }
        return "\(figures.count) figures: \(judged) judgement, \(cited.count) from publications (\(seen))"
    }

    /// As MITRE asks wherever its content appears.
    static let notice = Wording.attackNotice
}

extension EffectScope {
    /// The same steps, whoever takes them.
    fileprivate var withoutSkills: EffectScope {
        var scope = self
        scope.skills = []
        return scope
    }
}

extension Double {
    /// Without needless digits: at most three of them, and none behind the point from 100 on.
    var plainText: String {
        var text = self >= 100 ? String(Int(rounded())) : String((self * 1000).rounded() / 1000)
        if text.hasSuffix(".0") { text.removeLast(2) }
        return text
    }
}

extension [String] {
    /// "a, b or c".
    func listed(_ word: String) -> String {
        guard count > 1, let last else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " \(word) \(last)"
    }
}

extension ControlFamily {
    /// The family as a heading.
    var heading: String {
        switch self {
        case .encryption: "Encryption"
        case .access: "Access"
        case .patching: "Patching and the edge"
        case .segmentation: "Firewalls and segmentation"
        case .monitoring: "Monitoring"
        case .people: "People"
        case .backup: "Backup and repair"
        case .supplyChain: "Supply chain"
        case .integrity: "Integrity"
        }
    }
}
