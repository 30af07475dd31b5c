internal import DrillResults
internal import Scenarios

extension Explainer {
    func score(_ name: String, _ company: Organization) async throws -> Explanation {
        let wanted = name.hasPrefix("family ") ? String(name.dropFirst("family ".count)) : name
        let families = ControlFamily.allCases.map(\.rawValue)
        guard (["overall", "prevention", "response"] + families).contains(wanted) else {
            throw Failure.unknown(
                noun: "score", name: wanted, known: ["overall", "prevention", "response"] + families)
        }
        let samples = try stories(of: company.id, nil)
        guard
            let card = try await ScoreAnalysis(loaded, settings: settings).run(organizations: [company.id]).first ?? nil
        else { throw Failure.says("no scenario of this exercise applies to \(company.id)") }
        let score: Score?
        switch wanted {
        case "overall": score = card.overall
        case "prevention": score = card.prevention
        case "response": score = card.response
        default: score = card.families.first { $0.family == wanted }?.score
        }
        guard let score else {
            throw Failure.says(
                wanted == "response"
                    ? "there is no response score: \(card.responseMissing ?? "not measurable")"
                    : "no control of the family \(wanted) can matter to the most severe objectives of \(company.name)")
        }
        var result = Explanation(
            question: "score(\(name))", organization: company.id, organizationName: company.name,
            title: Self.title(wanted), printed: score.words, rule: Self.rule(wanted), formula: score.formula,
            terms: score.terms)
        result.details = card.objectives.map { objective in
            let info = loaded.scenarios.first { $0.id == objective.scenario }
            let own = info?.objectives.first { $0.id == objective.objective }
            let response = objective.response.map { $0.shortWords } ?? "not measurable"
            return "\(info?.title ?? objective.scenario): “\(own?.title ?? objective.objective)” "
                + "(\(own?.severity.rawValue ?? "")): overall \(objective.overall.shortWords), prevention "
                + "\(objective.prevention.shortWords), response \(response)"
        }
        if wanted == "response" || wanted == "monitoring" { result.details += Self.reading(card) }
        result.details.append(
            "The set is \(card.scenarios.joined(separator: ", ")); scores of another set are not comparable.")
        if let sample = samples.first(where: { $0.scenario.id == card.worst.scenario }),
            let number = sample.scenario.objectives.firstIndex(where: { $0.id == card.worst.objective })
        {
            result.scenario = sample.scenario.id
            result.scenarioTitle = sample.scenario.title
            let times = sample.completions([sample.who.objectives[number]])[0]
            result.trials = sample.first(3, times) {
                "loses the worst objective \(Wording.hours(Double($0))) after zero hour, as it is"
            }
        }
        result.deeper =
            ["probability(\(card.worst.objective))"]
            + (wanted == "overall" ? ["score(prevention)"] + (card.response == nil ? [] : ["score(response)"]) : [])
            + card.families.filter { $0.family != wanted }.map { "score(\($0.family))" }
        result.toConfirm = words(samples.flatMap { $0.who.toConfirm })
        return result
    }

    /// How a response score is read.
    private static func reading(_ card: Scorecard) -> [String] {
        var lines = [
            "Each objective weighs as much as the reference company loses of it when nobody responds: what "
                + "prevention already stops moves the score little. 0: the response comes too late for all of it; 100: it saves all."
        ]
        guard let response = card.response, response.terms.count == 2 else { return lines }
        let (lost, all) = (response.terms[0].count ?? 0, response.terms[1].count ?? 0)
        lines.append(
            "Of \(Wording.count(all)) losses the response saves \(Wording.count(all - lost)); before the others it comes too "
                + "late, or nobody notices.")
        return lines
    }

    private static func title(_ name: String) -> String {
        switch name {
        case "overall": "The company's score: its worst objective among the most severe"
        case "prevention": "How much is prevented when nobody responds: the worst of the most severe objectives"
        case "response": "How much the response saves of what the most severe objectives would lose"
        case "monitoring": "How much the monitoring saves of what the most severe objectives would lose"
        default: "The family \(name) by itself: the worst of the most severe objectives that it can matter to"
        }
    }

    private static func rule(_ name: String) -> String {
        let reference =
            "The reference company is this one with every control that prevents at the catalog's reference level"
        switch name {
        case "overall":
            return "100 × (1 − share reached when nobody responds × share of the reference company's losses that its "
                + "noticing and response do not save). " + reference + "."
        case "prevention":
            return
                "100 × (1 − share of trials that reach the objective when nobody responds): no containment, no decision "
                + "that waits for an alert or a step."
        case "response":
            return
                "100 × (1 − losses with this company's noticing and response ÷ losses when nobody responds), both of the "
                + "reference company, over all of the most severe objectives. " + reference
                + "; so a better prevention does not move it."
        case "monitoring":
            return "As the response score, with all other families' noticing at the reference level. " + reference + "."
        default:
            return
                "100 × (1 − share of trials that reach the objective when nobody responds), with the family \(name) as "
                + "the company has it and every other control at the catalog's reference level."
        }
    }
}

extension Score {
    /// "57 (51–64)".
    var words: String { "\(shortWords) (\(Wording.scores(range)))" }

    /// "57"; what no trial or every trial showed stays open.
    var shortWords: String { Wording.score(value) }
}
