internal import DrillResults

/// The loss against the first alert, on one time axis.
struct ManagerRace {
    let company: CompanyReport

    var markup: Markup {
        guard let worst = company.worst else { return .empty }
        let (story, objective) = (worst.story, worst.objective)
        let chart = RaceChart(
            caption: """
                Hours and days from zero hour on a stretched scale. Bar: 8 of 10 trials; black line: median; ›: beyond \
                the end
                """,
            events: [
                .init(title: "Lost", side: .attack, time: objective.time),
                .init(title: "Noticed", side: .defence, time: story.noticed),
            ],
            horizon: company.frame.scenario(story.scenario)?.horizonHours ?? 24, trials: company.frame.run.trials,
            isBrief: true)
        return """
            <section id="race" aria-labelledby="race-title">
            <h2 id="race-title">Noticed or lost first? By the medians: \
            \(Wording.race(lost: objective.time, noticed: story.noticed))</h2>
            \(chart.markup)</section>

            """
    }
}
