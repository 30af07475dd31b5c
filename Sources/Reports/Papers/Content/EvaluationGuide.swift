internal import Scenarios
internal import Tabletop

/// The exercise evaluation guide: blank for the meeting, or completed from the log.
struct EvaluationGuide {
    let session: Session
    /// Nil: blank.
    var evaluation: Evaluation?

    var paper: Paper {
        var blocks = instructions
        for (index, criterion) in session.scenario.evaluation.enumerated() {
            if evaluation == nil || index == 0 { blocks.append(.pageBreak) }
            blocks += page(criterion)
        }
        let others = actions(nil)
        if !others.isEmpty { blocks += [.heading(1, "Other expected actions"), table(others)] }
        return Paper(
            name: evaluation == nil ? "evaluation-guide" : "evaluation-guide-completed",
            title: "Exercise evaluation guide (EEG)\(evaluation == nil ? "" : ", completed")",
            subtitle: session.facilitatorsSubtitle, audience: .evaluators, blocks: blocks, sheet: sheet)
    }

    private var instructions: [Block] {
        let howTo: [Block] =
            evaluation == nil
            ? [
                .heading(1, "How to use it"),
                .list(
                    [
                        "One page for each criterion. Listen for the expected actions; tick what was done and note the time.",
                        "Write what was said and done, who as a team, and what helped or stood in the way. No names of persons.",
                        "Rate each criterion at the end, with the other evaluators, after the hot wash.",
                        "What you did not see is not evaluated. That is never a failure.",
                    ], isNumbered: true),
            ] : [.paragraph("From the action log, as typed. Blank rows of the log stay “not evaluated”.")]
        return howTo + [.heading(1, "The ratings")] + Block.ratings
    }

    private func actions(_ criterion: EvaluationCriterion?) -> [(Inject, ExpectedAction)] {
        session.events.flatMap { event in
            event.inject.expect.filter { session.criterion(of: $0)?.id == criterion?.id }.map { (event.inject, $0) }
        }
    }

    private func page(_ criterion: EvaluationCriterion) -> [Block] {
        let objective = session.scenario.objectives.first { $0.id == criterion.objective }?.title
        var blocks: [Block] = [
            .heading(1, criterion.capability), .note(Words(criterion.text)),
        ]
        if let objective { blocks.append(.paragraph("Stands against the attack's objective: \(objective)")) }
        let own = actions(criterion)
        if !own.isEmpty { blocks.append(table(own)) }
        guard let result = evaluation?.criteria.first(where: { $0.criterion == criterion.id }) else {
            return blocks + [
                .paragraph("\(strong: "Rating:")   ☐ P    ☐ S    ☐ M    ☐ U    ☐ not evaluated"),
                .field("Observations: what was said and done, by which team, when", lines: 7),
                .field("Strengths", lines: 3),
                .field("Areas for improvement, and their cause", lines: 4),
            ]
        }
        blocks.append(.paragraph("\(strong: "Rating:") \(Self.rating(result))"))
        blocks += result.notes.map { .paragraph("\(strong: "Observed") \(Self.note($0))") }
        return blocks
    }

    /// The rating, or what stands in its place.
    static func rating(_ result: CriterionResult) -> String {
        if let rating = result.rating {
            let others = result.accounts.isEmpty ? "" : "; the lead decides; \(accounts(result.accounts))"
            return "\(rating.rawValue) - \(rating.name)\(others)"
        }
        if !result.accounts.isEmpty { return "not agreed; \(accounts(result.accounts))" }
        let proposal = result.proposed.map { "; proposal of ours: \($0.rawValue), the lowest of its actions" } ?? ""
        return Rating.notEvaluated + proposal
    }

    static func note(_ note: Note) -> String {
        let from = (note.teams + (note.evaluator.isEmpty ? [] : ["noted by \(note.evaluator)"])).joined(separator: ", ")
        return (from.isEmpty ? "" : "(\(from)) ") + "“\(note.text)”"
    }

    /// "A: done, rated P; B: not done".
    static func accounts(_ accounts: [Account], option: (String) -> String = { $0 }) -> String {
        accounts.map { account in
            let words = [
                account.outcome?.words, account.rating.map { "rated \($0.rawValue)" },
                account.option.map { "“\(option($0))”" },
            ].compactMap(\.self).joined(separator: ", ")
            return "\(account.evaluator.isEmpty ? "no name" : account.evaluator): \(words)"
        }.joined(separator: "; ")
    }

    private func table(_ actions: [(Inject, ExpectedAction)]) -> Block {
        let columns: [PaperTable.Column] = [
            .init("Expected action", 7), .init("After inject", 4), .init("How soon", 3),
            .init(evaluation == nil ? "Seen?" : "Outcome", evaluation == nil ? 5 : 3),
            .init(evaluation == nil ? "Time, note" : "Who, rating, when, note", evaluation == nil ? 5 : 8),
        ]
        let rows = actions.map { inject, action -> [[Words]] in
            let start: [[Words]] = [[Words(action.text)], [Words(inject.title)], [Words(session.within(action))]]
            guard let result = evaluation?.result(inject.id, action.id) else {
                return start + [["☐ done    ☐ partly", "☐ not done    ☐ later", "☐ not evaluated"], []]
            }
            return start + [[.strong(result.words)], ResultWording.details(result, notes: result.notes)]
        }
        return .table(PaperTable(columns, rows))
    }

    private var sheet: Sheet {
        Sheet(
            [
                "capability", "criterion", "expected action", "inject", "within", "outcome", "time", "rating", "team",
                "observation",
            ],
            session.events.flatMap { event in
                event.inject.expect.map { action in
                    let criterion = session.criterion(of: action)
                    let result = evaluation?.result(event.inject.id, action.id)
                    return [
                        criterion?.capability ?? "", criterion?.text ?? "", action.text, event.inject.title,
                        session.within(action),
                        result?.words ?? "", result?.times.joined(separator: "; ") ?? "",
                        result?.rating?.rawValue ?? "",
                        result?.teams.joined(separator: "; ") ?? "",
                        result?.notes.map(\.text).joined(separator: "; ") ?? "",
                    ]
                }
            }
                + session.scenario.evaluation.map { criterion in
                    let result = evaluation?.criteria.first { $0.criterion == criterion.id }
                    return [
                        criterion.capability, criterion.text, "", "", "", "", "",
                        result.map { $0.rating?.rawValue ?? Rating.notEvaluated } ?? "",
                        result?.teams.joined(separator: "; ") ?? "",
                        result?.notes.map(\.text).joined(separator: "; ") ?? "",
                    ]
                })
    }
}
