import DrillResults
import Intake
import Scenarios

/// What a try says at a terminal, in lines of at most 100 columns.
struct TryoutText {
    let style: Style

    /// The worst outcome of a run, with its names.
    struct Standing {
        /// Ids, for commands and analyses.
        var reference: ObjectiveReference
        var story: String
        var objective: String
        var reached: Probability

        /// nil where no story applies to the run's one company.
        init?(_ result: RunResult) {
            guard let company = result.companies.first, let worst = company.worst(of: result.scenarios) else {
                return nil
            }
            let scenario = result.scenarios.first { $0.id == worst.story.scenario }
            reference = ObjectiveReference(scenario: worst.story.scenario, objective: worst.objective.id)
            story = scenario?.title ?? worst.story.scenario
            objective = scenario?.objectives.first { $0.id == worst.objective.id }?.title ?? worst.objective.id
            reached = worst.objective.reached
        }

        /// "15–85 %".
        var range: String { Wording.range(reached.range, trials: reached.trials) }

        /// In points of a hundred.
        var width: Int { Int(((reached.range.high - reached.range.low) * 100).rounded()) }
    }

    // MARK: Which company

    /// The sectors to choose from.
    func sectors(_ templates: [SectorTemplate]) -> String {
        var page = TextPage(style)
        page.heading("Which of these is most like your company?")
        let widest = templates.map(\.sector.rawValue.count).max() ?? 0
        for (number, template) in templates.enumerated() {
            page.paragraph(
                template.summary,
                first: "  \(number + 1)  \(template.sector.rawValue.padded(toWidth: widest, .leading))  ")
        }
        return page.text
    }

    /// The company that is assumed.
    func greeting(_ template: SectorTemplate, stories: Int, trials: Int) -> String {
        var page = TextPage(style)
        page.add(style(.warning, Wording.exercise))
        page.gap()
        page.heading("A typical company: \(template.summary)")
        let systems = template.departments.reduce(0) { $0 + $1.assets.count }
        page.paragraph(
            """
            It is invented: \(Wording.count(template.headcount)) people, data of \(Wording.count(template.records)) \
            \(template.people), \(template.departments.count) departments, \(systems) kinds of systems, \
            \(template.suppliers.count) suppliers. How it protects itself nobody has said yet, so every possibility is \
            tried: \(stories == 1 ? "1 attack story" : "\(stories) attack stories"), each \(Wording.count(trials)) times.
            """)
        page.gap()
        return page.text
    }

    // MARK: How it stands

    /// The worst outcome before anybody answered.
    func first(_ standing: Standing) -> String {
        var page = TextPage(style)
        page.heading("Where it would break worst: “\(standing.story)”")
        page.paragraph(
            "\(standing.objective): if somebody tries, in \(Wording.probability(standing.reached)) of the trials. With "
                + "what is not known yet, anything from \(standing.range) is possible.")
        page.add(bar(standing))
        return page.text
    }

    /// What an answer has changed.
    func change(from before: Standing, to now: Standing) -> String {
        var page = TextPage(style)
        page.gap()
        page.add(style(.aside, row("before", before)))
        page.add(row("now", now))
        let narrower = before.width - now.width
        let change =
            switch narrower {
            case 1...: "The range is \(points(narrower)) narrower."
            case 0: "The range is as wide as before."
            default: "The range is \(points(-narrower)) wider: what your answer leaves open now weighs more."
            }
        page.paragraph(change, first: "        ", .good)
        if before.reference.scenario != now.reference.scenario {
            page.paragraph("Now another story is the worst: “\(now.story)”.", first: "        ")
        }
        return page.text
    }

    /// What an answer that nobody knew changes.
    var unchanged: String { "\nIt stays unknown, and the range as wide as it was.\n" }

    private func points(_ count: Int) -> String { count == 1 ? "1 point" : "\(count) points" }

    private func row(_ name: String, _ standing: Standing) -> String {
        let share = Wording.probability(standing.reached).padded(toWidth: 13, .leading)
        return name.padded(toWidth: 8, .leading) + share + standing.range.padded(toWidth: 14, .leading) + bar(standing)
    }

    private static let barWidth = 50

    /// 0 to 100 %: the range solid, the share a dot in it.
    private func bar(_ standing: Standing) -> String {
        func place(_ share: Double) -> Int { min(Self.barWidth - 1, max(0, Int(share * Double(Self.barWidth)))) }
        let (low, high) = (place(standing.reached.range.low), place(standing.reached.range.high))
        let marks = (0..<Self.barWidth).map { column in
            column == place(standing.reached.value) ? "●" : low <= column && column <= high ? "█" : "·"
        }
        return "0 % " + marks.joined() + " 100 %"
    }

    // MARK: What is asked

    /// Before the questions.
    func invitation(_ count: Int) -> String {
        var page = TextPage(style)
        page.gap()
        let number = count == 1 ? "One answer narrows" : "\(Self.words[min(count, 3)]) answers narrow"
        page.paragraph("\(number) that range most. If you do not know, press Enter: nothing breaks.")
        return page.text
    }

    private static let words = ["No", "One", "Two", "Three"]

    /// How far the worst outcome moves with an answer.
    func stake(_ open: DriverQuestions.Open) -> String {
        let (low, high) = (Wording.share(open.driver.low), Wording.share(open.driver.high))
        return "From \(low) (\(open.driver.lowWords)) to \(high) (\(open.driver.highWords)), the answer decides."
    }

    /// Where nobody can be asked: what was assumed, and what would have been asked.
    func unasked(_ open: [DriverQuestions.Open]) -> String {
        var page = TextPage(style)
        page.gap()
        page.paragraph(
            "Nobody was asked, for this is no terminal: every answer is assumed unknown. What would be asked first:")
        for open in open {
            page.paragraph(open.question.text, first: "  - ")
            page.paragraph(stake(open), first: "    ", .aside)
        }
        return page.text
    }

    // MARK: What comes next

    /// Before the long part.
    var announcement: String { "\nNow the whole report: what to fix first, when you would notice, what it rests on.\n" }

    /// What helps most in the end.
    func fix(_ analysis: RunAnalysis, _ scenarios: [ScenarioInfo]) -> String {
        guard let weakness = analysis.companies.first?.weaknesses.chosen.first,
            let story = LargestEffect(of: weakness, in: scenarios)
        else { return "" }
        var page = TextPage(style)
        page.paragraph(
            "\(WeaknessText.words(weakness.lever)). “\(story.title)”: \(story.change).", first: "Helps most    ")
        return page.text
    }

    /// Where to go from here; commands are never broken.
    func doors(_ doors: [Door]) -> String {
        var page = TextPage(style)
        page.gap()
        page.heading("Three doors from here")
        for (number, door) in doors.enumerated() {
            page.gap()
            page.paragraph(door.title, first: "\(number + 1)  ")
            for line in door.lines { page.add("   " + style(.command, line)) }
        }
        return page.text
    }

    struct Door {
        var title: String
        var lines: [String]
    }
}
