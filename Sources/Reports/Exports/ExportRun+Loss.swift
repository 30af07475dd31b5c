internal import DrillResults

// Money, only where the documents carry it.

extension ExportRun {
    /// Company × scenario.
    var loss: ExportTable {
        typealias Fact = OfCompany<(currency: String, story: StoryLoss)>
        let facts: [Fact] = analysed { company in
            company.loss.map { report in report.stories.map { (report.currency, $0) } } ?? []
        }
        let story: [ExportColumn<StoryLoss>] = [
            scenarioColumn { $0.scenario },
            .init("mean", "loss magnitude per tried attack") { $0.magnitude.mean },
            .init("p50", "half of the tried attacks lose at most so much") { $0.magnitude.p50 },
            .init("p90", "nine tenths") { $0.magnitude.p90 }, .init("p95", "19 of 20") { $0.magnitude.p95 },
            .init("primary_mean", "of the mean, the company's own: response, replacement, downtime") { $0.primaryMean },
            .init("secondary_mean", "of the mean, through others: fines, claims, customers") { $0.secondaryMean },
        ]
        let yearly: [ExportColumn<StoryLoss>] = [
            .init("attacks_a_year", "threat event frequency; empty: no source for one") { $0.yearly?.frequency },
            .init("attacks_a_year_source", "where it comes from") { $0.yearly?.frequencySource ?? "" },
            .init("losses_a_year", "loss event frequency") { $0.yearly?.lossEventFrequency },
            .init("yearly_mean", "expected loss a year") { $0.yearly?.expected },
            .init("yearly_p95", "19 of 20 years lose less") { $0.yearly?.p95 },
        ]
        return ExportTable(
            "loss", about: "One row for each scenario: what a tried attack costs, in money.", facts: facts,
            columns: head(), [.init("currency", "ISO 4217") { $0.part.currency }],
            ExportColumn.counts.map { $0.of { $0.part.story.vulnerability } }, story.map { $0.of { $0.part.story } },
            yearly.map { $0.of { $0.part.story } })
    }

    /// Company × scenario × point of the exceedance curve.
    var exceedance: ExportTable {
        typealias Fact = OfCompany<(currency: String, scenario: String, per: String, point: ExceedancePoint)>
        let facts: [Fact] = analysed { company in
            company.loss.map { report in
                report.stories.flatMap { story in
                    story.exceedance.map { (report.currency, story.scenario, "attack", $0) }
                        + (story.yearly?.exceedance ?? []).map { (report.currency, story.scenario, "year", $0) }
                }
            } ?? []
        }
        return ExportTable(
            "loss-exceedance", about: "One row for each point of a loss exceedance curve.", facts: facts,
            columns: head(),
            [
                scenarioColumn { $0.part.scenario }, .init("per", "attack (tried) or year") { $0.part.per },
                .init("currency", "ISO 4217") { $0.part.currency },
                .init("loss", "so much or more") { $0.part.point.loss },
                .init("probability", "share of tried attacks, or of years, that lose it") { $0.part.point.probability },
            ])
    }

    /// Company × figure that losses are made of.
    var lossFigures: ExportTable {
        typealias Fact = OfCompany<(currency: String, figure: LossFigure)>
        let facts: [Fact] = analysed { company in
            company.loss.map { report in report.figures.map { (report.currency, $0) } } ?? []
        }
        return ExportTable(
            "loss-figures", about: "One row for each figure that losses are made of, with its source.", facts: facts,
            columns: head(),
            [
                .init("figure", "what costs so much") { $0.part.figure.name },
                .init("form", "FAIR's form of loss") { $0.part.figure.form },
                .init("currency", "ISO 4217") { $0.part.currency }, .init("low", "lowest") { $0.part.figure.low },
                .init("likely", "likely") { $0.part.figure.likely }, .init("high", "highest") { $0.part.figure.high },
                .init("source", "where it comes from") { $0.part.figure.source },
            ])
    }
}
