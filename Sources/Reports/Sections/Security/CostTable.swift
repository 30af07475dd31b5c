internal import DrillResults

/// Records and hours lost; what no trial shows is named in a line below instead of a row of zeros.
struct CostTable {
    let story: StoryResult
    let trials: Int

    private struct Loss {
        var title: String
        var amount: Amount
        var say: (Double) -> String
    }

    var markup: Markup {
        let (happening, absent) = (
            losses.filter { $0.amount.probability > 0 }, losses.filter { $0.amount.probability <= 0 }
        )
        return """
            <div>\(happening.isEmpty ? .empty : table(happening))\(absent.isEmpty ? .empty : line(absent))\(wayOpen)</div>

            """
    }

    private var losses: [Loss] {
        [
            Loss(title: "Records exposed, readable", amount: story.recordsExposed, say: Wording.count),
            Loss(title: "Records altered", amount: story.recordsAltered, say: Wording.count),
            Loss(title: "Downtime, summed over assets", amount: story.downtimeHours, say: Self.duration),
            Loss(title: "Downtime caused by suppliers", amount: story.supplierDowntimeHours, say: Self.duration),
        ]
    }

    private func table(_ losses: [Loss]) -> Markup {
        Table(
            caption: "What it costs, over all trials (none where nothing happens)",
            style: "cost",
            columns: [
                .init("Loss", .name), .init("Happens", .number), .init("Median", .number), .init("P90", .number),
                .init("P95", .number), .init("Mean", .number),
            ],
            rows: losses.map { loss in
                [
                    "\(loss.title)", "\(Wording.probability(loss.amount.probability, trials: trials))",
                    "\(loss.say(loss.amount.p50))", "\(loss.say(loss.amount.p90))", "\(loss.say(loss.amount.p95))",
                    "\(loss.say(loss.amount.mean))",
                ]
            }
        ).markup
    }

    private func line(_ absent: [Loss]) -> Markup {
        let titles = absent.enumerated().map { $0.offset == 0 ? $0.element.title : $0.element.title.lowercased() }
        let share = Wording.probability(0, trials: trials)
        return "<p class=\"note\">\(titles.joined(separator: "; ")): in none of the trials (\(share)).</p>\n"
    }

    private static func duration(_ hours: Double) -> String {
        hours > 0 ? Wording.hours(hours) : "none"
    }

    private var wayOpen: Markup {
        guard let share = story.wayStillOpen else { return .empty }
        return """
            <p class="note">In <strong>\(Wording.share(share))</strong> of the trials with a repair the way in was still \
            open when the repair ended.</p>

            """
    }
}
