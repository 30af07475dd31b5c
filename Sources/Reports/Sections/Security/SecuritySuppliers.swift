internal import DrillResults

/// What comes from suppliers: attacks over their links, outages of theirs, and what would hold their way in.
struct SecuritySuppliers {
    let company: CompanyReport

    var section: PageSection? {
        let outages = company.result.stories.filter { $0.supplierDowntimeHours.probability > 0 }
        let fixes = company.fixes.filter { $0.lever.family == "supply-chain" }
        let routes = routes
        guard !outages.isEmpty || !fixes.isEmpty || !routes.isEmpty else { return nil }
        return PageSection(
            "suppliers", title: "Suppliers",
            content:
                "\(routes.isEmpty ? .empty : ways(routes))\(outages.isEmpty ? .empty : table(outages))\(levers(fixes))")
    }

    /// A supplier's link in an attack.
    private struct Route {
        var scenario: String
        var route: SupplierRoute
    }

    private var routes: [Route] {
        (company.analysis?.findings ?? []).flatMap { story in
            (story.suppliers ?? []).map { Route(scenario: story.scenario, route: $0) }
        }
    }

    private func ways(_ routes: [Route]) -> Markup {
        """
        <p>Of the trials that lose the objective, in how many had the attack come over the supplier’s link by then? More \
        than one link may have been used in a trial.</p>
        \(Table(
            caption: "Attacks that come over a supplier’s link", style: "suppliers",
            columns: [
                .init("Supplier", .name), .init("Attack", .text), .init("Losses after it came over the link", .chart),
                .init("Share", .number), .init("In its way today", .text),
            ],
            rows: routes.map { entry in
                let route = entry.route
                let links = route.links.map { Titles.words(of: $0) }.joined(separator: ", ")
                return [
                    "\(.name(route.supplier)) <small>\(links)</small>",
                    """
                    \(.name(company.frame.scenarioTitle(entry.scenario))) \
                    <small>\(company.frame.objectiveTitle(route.objective, of: entry.scenario))</small>
                    """,
                    ShareBar(share: share(route), label: "Losses over this link").markup,
                    route.lost > 0
                        ? "\(Wording.probability(share(route), trials: route.lost)) <small>of \(Wording.count(route.lost)) losses</small>"
                        : "not lost",
                    "\(route.guards.isEmpty ? "Nothing: the catalog has no control for it" : route.guards.joined(separator: "; "))",
                ]
            }).markup)
        """
    }

    private func share(_ route: SupplierRoute) -> Double {
        route.lost > 0 ? Double(route.lostThrough) / Double(route.lost) : 0
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
