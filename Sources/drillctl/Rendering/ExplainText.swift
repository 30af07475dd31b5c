import DrillEngine
import DrillResults
import Scenarios

/// An explanation as people read it in a terminal. At most 100 columns.
struct ExplainText {
    var explanation: Explanation
    var marking: String
    var catalogRelease: String
    var settings: RunSettings
    /// As `drillctl replay` takes it.
    var run: String
    /// The exercise that has to be run before its trials can be replayed; nil for a stored run.
    var exercise: String?
    var next: NextCommands
    var style: Style

    var text: String {
        var page = TextPage(style)
        page.add(style(.warning, "\(Wording.exercise)   \(marking)"))
        head(&page)
        section("Rule", on: &page) { page in
            page.paragraph(explanation.rule, first: "  ")
            if let formula = explanation.formula { page.paragraph("= \(formula)", first: "  ", indent: 4, .heading) }
        }
        if !explanation.terms.isEmpty || !explanation.details.isEmpty {
            section("Counted", on: &page, content: counted)
        }
        if !explanation.trials.isEmpty { section("Trials to look at", on: &page, content: trials) }
        if !explanation.standings.isEmpty { section("Scope by scope", on: &page, content: standings) }
        if !explanation.steps.isEmpty { section("Steps", on: &page, content: steps) }
        if !explanation.toConfirm.isEmpty {
            section("Assumed about the company: confirm", on: &page) { page in
                for line in explanation.toConfirm.prefix(Self.mostAnswers) { page.paragraph(line, first: "  - ") }
                let more = explanation.toConfirm.count - Self.mostAnswers
                if more > 0 { page.add("  and \(more) more (all with --format json)") }
            }
        }
        if !explanation.deeper.isEmpty { section("Deeper", on: &page, content: deeper) }
        page.gap()
        page.paragraph(
            "model \(Drill.modelVersion), catalog \(catalogRelease), seed \(settings.seed), "
                + "\(Wording.count(settings.trials)) trials over \(Wording.count(settings.worlds)) "
                + "\(settings.worlds == 1 ? "world" : "worlds"), preset \(settings.preset.rawValue)", .aside)
        let namesTechniques = explanation.steps.contains { $0.technique?.hasPrefix("T1") ?? false }
        if namesTechniques { page.paragraph(Wording.attackNotice, .aside) }
        return page.text
    }

    /// Answers to confirm that are printed.
    private static let mostAnswers = 6

    /// Further questions that are printed as commands.
    private static let mostQuestions = 3

    private func head(_ page: inout TextPage) {
        page.add("")
        page.paragraph(explanation.printed, .heading)
        page.paragraph(explanation.title)
        let story = explanation.scenarioTitle.map { ", “\($0)”" } ?? ""
        page.paragraph("\(explanation.organizationName)\(story): \(explanation.question)", .aside)
    }

    private func section(_ title: String, on page: inout TextPage, content: (inout TextPage) -> Void) {
        page.gap()
        page.add(style(.heading, title))
        content(&page)
    }

    private func counted(_ page: inout TextPage) {
        for term in explanation.terms {
            let value = Figure.significant(term.value, digits: 4).padded(toWidth: 8, .leading)
            var words = term.name
            if let count = term.count, let trials = term.trials {
                words += ": \(Wording.count(count)) of \(Wording.count(trials))"
            }
            page.paragraph(words, first: "  \(value)  ")
        }
        for line in explanation.details { page.paragraph(line, first: "  - ") }
    }

    private func trials(_ page: inout TextPage) {
        for trial in explanation.trials {
            page.paragraph(trial.words, first: "  trial \(trial.trial): ")
            page.add(
                "    "
                    + style(
                        .command,
                        next.replay(
                            run, explanation.organization, scenario: trial.scenario, trial: trial.trial)))
        }
        if let exercise {
            page.paragraph("after \(next.run(exercise)), with the same trials and seed", first: "  ", .aside)
        }
    }

    private func standings(_ page: inout TextPage) {
        var table = Table(columns: [
            .init(title: "scope", widest: 30), .init(title: "level", widest: 46), .init(title: "", widest: 20),
        ])
        table.rows = explanation.standings.map { [.init($0.scope), .init($0.level), .init($0.role, .aside)] }
        page.table(table)
    }

    private func deeper(_ page: inout TextPage) {
        for question in explanation.deeper.prefix(Self.mostQuestions) {
            page.add(
                "  "
                    + style(
                        .command,
                        next.explain(
                            exercise: exercise, run: run, question: question, organization: explanation.organization)))
        }
        let more = explanation.deeper.count - Self.mostQuestions
        if more > 0 {
            let others = explanation.deeper.dropFirst(Self.mostQuestions)
            page.paragraph("also: " + others.joined(separator: ", "), first: "  ", .aside)
        }
    }

    // MARK: Steps

    private func steps(_ page: inout TextPage) {
        let isOverview = explanation.steps.allSatisfy { $0.assets.allSatisfy { $0.controls.isEmpty } }
        if isOverview { return overview(&page) }
        for (index, step) in explanation.steps.enumerated() {
            if index > 0 { page.gap() }
            page.paragraph(
                "\(step.title)\(step.technique.map { " [\($0)]" } ?? "")   completes in "
                    + "\(Wording.count(step.completed)) of \(Wording.count(step.trials)) trials", first: "  ")
            figures(step.figures, indent: 4, &page)
            for asset in step.assets { add(asset, &page) }
        }
    }

    private func overview(_ page: inout TextPage) {
        var table = Table(columns: [
            .init(title: "step", widest: 22), .init(title: "title", widest: 44), .init(title: "", widest: 10),
            .init(title: "completes", alignment: .trailing, widest: 10), .init(title: "on", widest: 24),
        ])
        table.rows = explanation.steps.map { step in
            let assets = step.assets.flatMap(\.assets)
            return [
                .init(step.id), .init(step.title), .init(step.technique ?? "", .aside),
                .init(
                    Wording.probability(Double(step.completed) / Double(max(step.trials, 1)), trials: step.trials)),
                .init(assets.count > 1 ? "\(assets.count) assets" : assets.first ?? "", .aside),
            ]
        }
        page.table(table)
    }

    private func add(_ asset: AssetExplanation, _ page: inout TextPage) {
        page.paragraph(asset.assets.joined(separator: ", "), first: "    on ", indent: 7, .command)
        if asset.controls.isEmpty { page.add("      no control of the catalog acts on it here") }
        for control in asset.controls {
            page.paragraph(
                "\(control.title): \(control.level)", first: "      ", indent: 8, control.role == "today" ? .aside : nil
            )
            page.paragraph("\(control.role); said for: \(control.scope)", first: "        ", .aside)
            if control.figures.isEmpty { page.add("        - this level changes nothing here") }
            figures(control.figures, indent: 8, &page)
        }
    }

    private func figures(_ figures: [FigureExplanation], indent: Int, _ page: inout TextPage) {
        let margin = String(repeating: " ", count: indent)
        for figure in figures {
            page.paragraph("\(figure.name) \(value(figure)); \(rests(figure))", first: margin + "- ")
        }
    }

    private func value(_ figure: FigureExplanation) -> String {
        guard let low = figure.low, let likely = figure.likely, let high = figure.high else {
            return figure.words ?? ""
        }
        func short(_ value: Double) -> String { Figure.significant(value, digits: 3) }
        return low < high ? "\(short(likely)) (\(short(low)) to \(short(high)))" : short(likely)
    }

    private func rests(_ figure: FigureExplanation) -> String {
        var text = figure.source
        if let year = figure.year, !text.contains("\(year)") { text += " (\(year))" }
        let seen = figure.seen.map { $0 == "primary" ? "publication read" : "read in a copy" }
        let standing = [seen, figure.trust.map { "trust \($0)" }].compactMap(\.self).joined(separator: ", ")
        return standing.isEmpty ? text : "\(text) [\(standing)]"
    }
}
