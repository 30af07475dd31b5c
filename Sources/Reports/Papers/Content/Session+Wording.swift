internal import DrillResults
internal import Scenarios
internal import Tabletop

/// Phrases about a session that several papers need.
extension Session {
    /// "Scenario 1": what players call the story, for its title gives it away.
    var playersName: String { "Scenario \(number)" }

    /// For the head of facilitators' papers.
    var facilitatorsSubtitle: String { "\(organization.name) · \(playersName): \(scenario.title)" }

    /// For the head of players' papers.
    var playersSubtitle: String { "\(organization.name) · \(playersName)" }

    /// "Security (security), Head office (management)"; where nobody has the role, the facilitator stands in.
    func addressees(_ roles: [Role]) -> String {
        roles.map { role in
            let names = departments(role)
            return names.isEmpty
                ? "\(role.words) (played by the facilitator)" : "\(role.words) (\(names.joined(separator: ", ")))"
        }.joined(separator: "; ")
    }

    /// Departments to be rated: "Security; IT operations"; empty where the organization has none.
    func teams(_ roles: [Role]) -> String { departments(roles).joined(separator: "; ") }

    /// "about 3 d (in 71 % of trials; mostly 1 d to 9 d)", or nil for a stated time.
    func simulated(_ event: MasterEvent) -> String? {
        switch event.kind {
        case .timed: return nil
        case .contingency: return "when so decided"
        case .contextual:
            guard let time = event.simulated else { return "never here: no system of this company is concerned" }
            guard let median = time.p50, let low = time.p10, let high = time.p90 else {
                return "seen in \(Wording.probability(0, trials: time.trials)) of trials"
            }
            let share = Wording.probability(time.share, trials: time.trials)
            return
                "typically \(Wording.hours(median)) after zero hour; comes in \(share) of trials, mostly between \(Wording.hours(low)) and \(Wording.hours(high))"
        }
    }

    /// "within 24 h".
    func within(_ action: ExpectedAction) -> String {
        action.within.map { "within \(Session.span($0.hours(in: .hours)))" } ?? "no deadline"
    }

    /// What simulation says without people in the room: a sentence each.
    var withoutPeople: [Words] {
        let story = forecast.story
        var lines: [Words] = story.objectives.map { objective in
            let title = scenario.objectives.first { $0.id == objective.id }?.title ?? objective.id
            let range = Wording.range(objective.reached.range, trials: forecast.trials)
            return
                "\(strong: title): \(Wording.counted(objective.reached)) (range \(range)); \(moment(objective.time))"
        }
        lines.append(
            "\(strong: "First alert"): in \(Wording.probability(story.noticed.probability, trials: forecast.trials)) of trials; \(moment(story.noticed))"
        )
        lines.append(
            "\(strong: "Records exposed"): \(story.recordsExposed.mean > 0 ? "on average \(Wording.count(story.recordsExposed.mean)); in one trial of twenty \(Wording.count(story.recordsExposed.p95)) or more" : "none")"
        )
        lines.append(
            "\(strong: "Downtime, all systems together"): \(story.downtimeHours.mean > 0 ? "on average \(Wording.hours(story.downtimeHours.mean))" : "none")"
        )
        return lines
    }

    /// "half of all trials within 19 d", "in most trials never".
    private func moment(_ time: TimeSummary) -> String {
        if let median = time.p50 { return "in half of all trials within \(Wording.hours(median))" }
        return time.probability > 0 ? "in most trials never" : "never"
    }

    /// What the figures rest on, and what they are not.
    var basis: [Block] {
        [
            .paragraph(
                .quiet(
                    "\(Wording.basis(forecast.basis)) \(Wording.count(forecast.trials, "trial")), seed \(forecast.seed), model \(forecast.modelVersion)."
                )),
            .paragraph(.quiet(Wording.disclaimer)),
        ]
    }
}

extension Block {
    /// The four ratings with their definitions.
    static var ratings: [Block] {
        [
            .paragraph(
                .quiet(
                    "M still means that the objective was achieved. P, S, M and U are no percentage scale and are never averaged. The papers use HSEEP terms."
                )),
            .table(
                PaperTable(
                    [.init("Rating", 3), .init("Definition (HSEEP)", 11)],
                    words: Rating.allCases.map { [.strong("\($0.rawValue) - \($0.name)"), Words($0.definition)] }
                        + [
                            [
                                .strong("Not evaluated"),
                                "Nobody saw it, or there was no time for it. It is counted apart and is never a failure.",
                            ]
                        ])),
        ]
    }
}
