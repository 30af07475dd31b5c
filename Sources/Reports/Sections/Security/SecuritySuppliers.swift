internal import DrillResults

/// What comes from suppliers: outages of theirs, and what would hold their way in.
struct SecuritySuppliers {
    let company: CompanyReport

    var section: PageSection? {
        let outages = company.result.stories.filter { $0.supplierDowntimeHours.probability > 0 }
        let fixes = company.fixes.filter { $0.lever.family == "supply-chain" }
        guard !outages.isEmpty || !fixes.isEmpty else { return nil }
        return PageSection("suppliers", "Suppliers", "\(outages.isEmpty ? .empty : table(outages))\(levers(fixes))")
    }

    private func table(_ stories: [StoryResult]) -> Markup {
        Table(
            caption: "Downtime that suppliers’ outages bring here, summed over assets", style: "small",
            columns: [
                .init("Attack", .name), .init("Happens", .number), .init("Median", .number), .init("P90", .number),
                .init("Mean", .number),
            ],
            rows: stories.map { story in
                let down = story.supplierDowntimeHours
                return [
                    .name(company.frame.scenarioTitle(story.scenario)),
                    "\(Wording.probability(down.probability, trials: company.frame.run.trials))",
                    "\(down.p50 > 0 ? Wording.hours(down.p50) : "none")",
                    "\(down.p90 > 0 ? Wording.hours(down.p90) : "none")",
                    "\(Wording.hours(down.mean))",
                ]
            }
        ).markup
    }

    private func levers(_ fixes: [Weakness]) -> Markup {
        guard !fixes.isEmpty else { return .empty }
        return Table(
            caption: "What would hold the way in through a supplier", style: "small",
            columns: [
                .init("Fix", .name), .init("Effort", .text), .init("Change, all attacks added", .number),
            ],
            rows: fixes.map { fix in
                [
                    "\(fix.lever.titleAndScope) <small>\(fix.lever.now) → \(fix.lever.target)</small>",
                    fix.lever.effort.map { "\(Wording.effort($0))" } ?? "not stated",
                    "\(Wording.points(-fix.gain)) points",
                ]
            }
        ).markup
    }
}
