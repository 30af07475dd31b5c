internal import DrillResults

/// A run with its analysis, as its tables are made from it.
struct ExportRun {
    let run: RunResult
    let analysis: RunAnalysis?

    /// In the order of README.txt: the run's own, then the analysis's.
    var tables: [ExportTable] {
        let own = [outcomes, times, amounts, noticedBy, paths, choices, toConfirm, notApplicable]
        guard analysis != nil else { return own }
        return own
            + [
                weaknesses, pairs, ranking, withoutEffect, tripwires, plan, planOutcomes, scores, scoreTerms, steps,
                noticeOnly, encryption, suppliers, typical, speeds, handOffs, drivers, presets, loss, exceedance,
                lossFigures, actions,
            ]
    }

    func scenario(_ id: String) -> ScenarioInfo? { run.scenarios.first { $0.id == id } }

    func objective(_ id: String, of scenario: String) -> ObjectiveInfo? {
        self.scenario(scenario)?.objectives.first { $0.id == id }
    }

    /// Each company's analysis with what is in it, one after the other.
    func analysed<Part>(_ parts: (CompanyAnalysis) -> [Part]) -> [OfCompany<Part>] {
        (analysis?.companies ?? []).flatMap { company in
            parts(company).map { OfCompany(company: company.organization, part: $0) }
        }
    }

    func simulated<Part>(_ parts: (CompanyResult) -> [Part]) -> [OfCompany<Part>] {
        run.companies.flatMap { company in parts(company).map { OfCompany(company: company.id, part: $0) } }
    }

    /// The columns that every table begins with: run and company.
    func head<Part>() -> [ExportColumn<OfCompany<Part>>] {
        let id = String(run.runID.prefix(12))
        return [
            .init("run", "first 12 digits of the run's id") { _ -> String in id },
            .init("company", "id of the company") { $0.company },
        ]
    }

    func scenarioColumn<Fact>(_ id: @escaping (Fact) -> String) -> ExportColumn<Fact> {
        .init("scenario", "id of the scenario", cell: id)
    }

    func objectiveColumn<Fact>(_ id: @escaping (Fact) -> String) -> ExportColumn<Fact> {
        .init("objective", "id of the attack's objective", cell: id)
    }
}

/// A fact and whose it is.
struct OfCompany<Part> {
    let company: String
    let part: Part
}

// MARK: Columns that several tables share

extension ExportColumn where Fact == Probability {
    static var counts: [ExportColumn<Probability>] {
        [
            .init("count", "trials in which it happens") { $0.count }, .init("trials", "trials in all") { $0.trials },
            .init("probability", "count / trials, if the attack is tried") { $0.value },
        ]
    }

    /// Both kinds of uncertainty, apart and together.
    static var bounds: [ExportColumn<Probability>] {
        [
            .init("low", "5 %, chance and not knowing together") { $0.range.low },
            .init("high", "95 %, chance and not knowing together") { $0.range.high },
            .init("chance_low", "5 %, from the number of trials alone") { $0.chance.low },
            .init("chance_high", "95 %, from the number of trials alone") { $0.chance.high },
            .init("not_knowing_low", "5 %, from catalog ranges and unknown answers alone") { $0.notKnowing.low },
            .init("not_knowing_high", "95 %, from catalog ranges and unknown answers alone") { $0.notKnowing.high },
        ]
    }
}

extension ExportColumn where Fact == TimeSummary {
    static var hours: [ExportColumn<TimeSummary>] {
        [
            .init("p10_hours", "hours by which it happens in a tenth of the trials; empty: never") { $0.p10 },
            .init("p50_hours", "the same in half of them") { $0.p50 },
            .init("p90_hours", "the same in nine tenths") { $0.p90 },
            .init("mean_hours", "mean over the trials in which it happens; empty: never") { $0.meanHours },
        ]
    }
}

extension ExportColumn where Fact == Lever {
    static var lever: [ExportColumn<Lever>] {
        [
            .init("lever", "id of what could be better, unique within the company") { $0.id.text },
            .init("kind", "control, hand-off or containment") { $0.kind.rawValue },
            .init("control", "catalog id of the control; empty for others") { $0.control ?? "" },
            .init("family", "family of the control; response for others") { $0.family },
            .init("title", "what is raised") { $0.title }, .init("scope", "where") { $0.scope },
            .init("department", "id of the department whose matter it is; empty: the whole company's") {
                $0.department ?? ""
            },
            .init("department_name", "its name; empty: the whole company's") { $0.departmentName ?? "" },
            .init("now", "how it stands today") { $0.now }, .init("target", "how it would stand") { $0.target },
            .init("action", "what to do") { $0.action },
            .init("effort_low", "person-days; empty: nobody has said") { $0.effort?.low },
            .init("effort_likely", "person-days") { $0.effort?.likely },
            .init("effort_high", "person-days") { $0.effort?.high },
            .init("mitigations", "ATT&CK mitigation ids, apart by spaces") { $0.mitigations.joined(separator: " ") },
            .init("nist", "NIST SP 800-53 control ids, apart by spaces") { $0.nist.joined(separator: " ") },
            .init("two_way", "why it can also make things worse; empty: it cannot") { $0.twoWay ?? "" },
        ]
    }
}
