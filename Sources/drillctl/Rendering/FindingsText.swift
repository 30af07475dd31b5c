import DrillResults

/// Findings as people read them in a terminal. At most 100 columns.
struct FindingsText {
    /// Company names by id.
    var names: [String: String]
    var scenarios: [ScenarioInfo]
    var marking: String
    var style: Style

    func text(_ companies: [CompanyFindings]) -> String {
        var page = TextPage(style)
        page.add(style(.warning, "\(Wording.exercise)   \(marking)"))
        for company in companies {
            page.gap()
            add(company, to: &page)
        }
        page.gap()
        page.paragraph(
            "(blind: fewer than 1 % of the trials in which the step completes have an alert of it; late: most of its alerts "
                + "come after the loss; times are medians over the trials in which the clock starts)", .aside)
        return page.text
    }

    private func add(_ company: CompanyFindings, to page: inout TextPage) {
        let name = names[company.organization] ?? company.organization
        guard !company.stories.isEmpty else {
            page.add(style(.heading, name.printable) + ": no story of this exercise applies")
            return
        }
        page.heading("\(name): what would be seen, and how fast the response is")
        for story in company.stories {
            page.gap()
            page.add("  " + style(.heading, title(story.scenario)))
            add(story, to: &page)
            add(company.speeds.filter { $0.scenario == story.scenario }, to: &page)
        }
        handOffs(company.handOffs, to: &page)
    }

    private func add(_ story: StoryFindings, to page: inout TextPage) {
        for verdict in [StepNotice.Verdict.blind, .late] {
            for step in story.steps where step.verdict == verdict {
                let label = verdict == .blind ? "blind" : "late"
                let counts =
                    verdict == .blind
                    ? "noticed in \(Wording.count(step.alerted)) of \(Wording.count(step.completed)) trials"
                    : "before the loss in \(Wording.count(step.lostAlertedBefore)) of \(Wording.count(step.lost)) losses"
                let emphasis: Style.Emphasis = verdict == .blind ? .bad : .warning
                page.paragraph(
                    "\(step.title)\(step.technique.map { " [\($0)]" } ?? ""): \(counts)",
                    first: "    " + style(emphasis, label.padded(toWidth: 7, .leading)), indent: 11)
                if let why = step.why { page.paragraph(why, first: "           ", .aside) }
            }
        }
        let seen = story.steps.filter { $0.verdict == .seen }
        if !seen.isEmpty {
            page.paragraph(
                seen.map { step in "\(step.title) (\(Wording.share(Double(step.alerted) / Double(step.completed))))" }
                    .joined(separator: ", "), first: "    " + style(.good, "seen   "), indent: 11)
        }
        for step in story.noticeOnly {
            let noticed = step.noticed.map { "; noticed in \(Wording.share($0)) of its trials" } ?? ""
            page.paragraph(
                "\(step.title): nothing prevents it\(noticed)", first: "    " + style(.command, "only   "), indent: 11)
            page.paragraph(step.reason, first: "           ", .aside)
        }
        for gap in story.encryptionGaps {
            page.paragraph(
                "\(gap.asset), \(gap.department): left readable in \(Wording.count(gap.count)) of "
                    + "\(Wording.count(gap.trials)) trials, \(Wording.count(gap.records)) records, though encrypted "
                    + "(\(gap.level))", first: "    " + style(.bad, "leaked "), indent: 11)
            page.paragraph(gap.why, first: "           ", .aside)
        }
        for route in story.suppliers ?? [] {
            page.paragraph(
                "\(route.supplier): \(Wording.count(route.lostThrough)) of \(Wording.count(route.lost)) losses after the attack "
                    + "came over its link (\(route.links.joined(separator: ", ")))",
                first: "    " + style(.command, "link   "), indent: 11)
            for standing in route.guards { page.paragraph(standing, first: "           ", .aside) }
        }
    }

    private func add(_ speeds: [SpeedResult], to page: inout TextPage) {
        guard !speeds.isEmpty else { return }
        var table = Table(columns: [
            .init(title: "speed", widest: 8), .init(title: "from … to", widest: 36),
            .init(title: "median", widest: 12), .init(title: "9 in 10", widest: 12),
            .init(title: "target", widest: 10), .init(title: "met", widest: 16),
        ])
        table.rows = speeds.map { speed in
            [
                .init(speed.kind.rawValue), .init(Self.words(speed.kind), .aside), .init(Wording.median(speed.time)),
                .init(Wording.hours(speed.time.p90)),
                .init(
                    speed.targetHours.map { Wording.span(hours: $0) } ?? "none", speed.targetHours == nil ? .aside : nil
                ),
                .init(
                    speed.within.map { Wording.probability($0) } ?? "",
                    speed.within.map { $0.value >= 0.9 ? .good : $0.value >= 0.5 ? .warning : .bad }),
            ]
        }
        page.table(table, indent: 4)
        for source in Set(speeds.compactMap(\.targetSource)).subtracting(["stated"]).sorted() {
            page.paragraph("target: \(source)", first: "    ", .aside)
        }
        for duty in speeds.compactMap(\.duties).flatMap(\.self) {
            let met = duty.within.map { "; met in \(Wording.probability($0))" } ?? ""
            page.paragraph("law: \(duty.sentence)\(met)", first: "    ", .aside)
        }
    }

    private static func words(_ kind: SpeedResult.Kind) -> String {
        switch kind {
        case .notice: "first completed step to first alert"
        case .contain: "first alert to last containment"
        case .restore: "first outage to last repair"
        case .notify: "first alert to end of the chain"
        }
    }

    private func handOffs(_ handOffs: [HandOffResult], to page: inout TextPage) {
        guard !handOffs.isEmpty else { return }
        page.gap()
        page.add("  " + style(.heading, "Hand-offs, over all stories"))
        var table = Table(columns: [
            .init(title: "hand-off", widest: 14), .init(title: "department", widest: 22),
            .init(title: "part", alignment: .trailing, widest: 8), .init(title: "mean", widest: 9),
            .init(title: "9 in 10", widest: 9),
        ])
        let slowest = handOffs.map(\.share).max()
        table.rows = handOffs.map { handOff in
            [
                .init(handOff.id), .init(handOff.department),
                .init(Wording.share(handOff.share), handOff.share == slowest ? .bad : nil),
                .init(Wording.hours(handOff.meanHours)), .init(Wording.hours(handOff.p90)),
            ]
        }
        page.table(table, indent: 4)
        for handOff in handOffs {
            page.paragraph("\(handOff.id), as stated: \(handOff.today)", first: "    ", .aside)
        }
    }

    private func title(_ scenario: String) -> String {
        (scenarios.first { $0.id == scenario }?.title ?? scenario).printable
    }
}
