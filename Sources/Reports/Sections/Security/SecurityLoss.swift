internal import DrillResults

/// Losses in money, where the documents carry any.
struct SecurityLoss {
    let company: CompanyReport

    var section: PageSection? {
        guard let loss = company.analysis?.loss else { return nil }
        return PageSection(
            "loss", title: "Loss in money",
            content: """
                <p>In FAIR’s terms: loss magnitude if the attack is tried, in \(loss.currency). A yearly figure stands only where \
                the frequency of attacks has a source.</p>
                \(amounts(loss))\(loss.stories.filter { $0.exceedance.count > 1 }.map { curve($0, loss.currency) })\
                \(loss.stories.compactMap { story in story.yearly.map { yearly($0, of: story, currency: loss.currency) } })\(figures(loss))
                """)
    }

    private func amounts(_ loss: LossReport) -> Markup {
        Table(
            caption: "Per tried attack; 0 where nothing was lost", style: "loss",
            columns: [
                .init("Attack", .name), .init("With a loss", .number), .init("Expected", .number),
                .init("P90", .number),
                .init("95 % lose less than", .number), .init("Own", .number), .init("Brought about by others", .number),
            ],
            rows: loss.stories.map { story in
                func money(_ amount: Double) -> Markup { "\(Wording.money(amount, currency: loss.currency))" }
                return [
                    .name(company.frame.scenarioTitle(story.scenario)), "\(Wording.probability(story.vulnerability))",
                    "<strong>\(money(story.magnitude.mean))</strong>", money(story.magnitude.p90),
                    money(story.magnitude.p95),
                    money(story.primaryMean), money(story.secondaryMean),
                ]
            }
        ).markup
    }

    private func curve(_ story: StoryLoss, _ currency: String) -> Markup {
        let title = company.frame.scenarioTitle(story.scenario)
        return """
            <h3>Loss exceedance: \(.name(title))</h3>
            \(ExceedanceCurve(points: story.exceedance, currency: currency, unit: "tried attacks", title: title).markup)
            """
    }

    private func yearly(_ yearly: YearlyLoss, of story: StoryLoss, currency: String) -> Markup {
        let title = company.frame.scenarioTitle(story.scenario)
        let curve =
            yearly.exceedance.count > 1
            ? ExceedanceCurve(points: yearly.exceedance, currency: currency, unit: "years", title: title).markup
            : .empty
        return """
            <h3>A year of: \(.name(title))</h3>
            <p>Tried \(Wording.figure(yearly.frequency)) times a year (\(yearly.frequencySource)); \
            \(Wording.figure(yearly.lossEventFrequency)) loss events a year. Expected a year: \
            <strong>\(Wording.money(yearly.expected, currency: currency))</strong>; 95 % of years lose less than \
            \(Wording.money(yearly.p95, currency: currency)).</p>
            \(curve)
            """
    }

    private func figures(_ loss: LossReport) -> Markup {
        guard !loss.figures.isEmpty else { return .empty }
        return Table(
            caption: "What a loss is made of", style: "small",
            columns: [
                .init("Figure", .name), .init("Form of loss", .text), .init("Low", .number), .init("Likely", .number),
                .init("High", .number), .init("Source", .text),
            ],
            rows: loss.figures.map { figure in
                func money(_ amount: Double) -> Markup { "\(Wording.money(amount, currency: loss.currency))" }
                return [
                    "\(figure.name)", "\(figure.form)", money(figure.low), money(figure.likely), money(figure.high),
                    "\(figure.source)",
                ]
            }
        ).markup
    }
}
