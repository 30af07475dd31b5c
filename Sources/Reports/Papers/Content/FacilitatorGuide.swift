internal import DrillResults
internal import Scenarios
internal import Tabletop

/// What the facilitator leads the meeting from.
struct FacilitatorGuide {
    let session: Session
    private let plan: AgendaPlan

    init(session: Session) {
        self.session = session
        plan = AgendaPlan(session)
    }

    var paper: Paper {
        var blocks = before + story + agenda
        for event in session.events { blocks += [.pageBreak] + inject(event) }
        blocks += [.pageBreak] + after
        return Paper(
            name: "facilitator-guide", title: "Facilitator guide", subtitle: session.facilitatorsSubtitle,
            audience: .facilitators, blocks: blocks)
    }

    private var before: [Block] {
        let packets = session.roles.map(\.words).joined(separator: ", ")
        return [
            .heading(1, "Before the meeting"),
            .list(
                [
                    "Print for everybody: the situation manual. It gives nothing away; send it days before.",
                    "Print for yourself: this guide and the events list. For evaluators: one evaluation guide each.",
                    "Print the player packets one-sided (\(packets)) and keep the piles; hand over card by card.",
                    "Print feedback forms. Copy actions.csv to where somebody can type while the group talks, or after.",
                    "Check that somebody is invited for every role. You play the roles that nobody holds.",
                ], isNumbered: true),
            .note(
                "The title, the summary and every figure in this guide give the story away. Keep the guide closed on the table."
            ),
        ]
    }

    private var story: [Block] {
        let scenario = session.scenario
        var blocks: [Block] = [.heading(1, "The story"), .paragraph(Words(scenario.summary ?? scenario.title))]
        if !scenario.retells.isEmpty {
            blocks.append(.paragraph(.quiet("Retells public reports, in our own words:")))
            blocks.append(
                .list(
                    scenario.retells.map {
                        .quiet([$0.title, $0.year.map(String.init), $0.url].compactMap(\.self).joined(separator: ", "))
                    }, isNumbered: false))
        }
        blocks += [
            .heading(2, "How it goes without people in the room"),
            .paragraph(
                "By simulation, if this attack is tried on \(session.organization.name), with the usual option of every decision:"
            ),
            .list(session.withoutPeople, isNumbered: false),
        ]
        return blocks + session.basis + law
    }

    /// What has to be told to authorities, and by when; empty where nothing is claimed.
    private var law: [Block] {
        let organization = session.organization
        let holdsPersonalData = organization.departments.flatMap(\.assets).contains {
            $0.data.map { [.personal, .health].contains($0.dataClass) && $0.records > 0 } ?? false
        }
        let clocks = LegalClock.all(of: organization, personalData: holdsPersonalData)
        guard !clocks.isEmpty else { return [] }
        return [
            .heading(2, "Clocks of the law"),
            .paragraph(
                """
                They run from the moment in which the company becomes aware, not from the breach, and at night and on holidays \
                too. Ask at what time of the story the group says that it is aware, and write it down.
                """),
            .table(
                PaperTable(
                    [.init("Within", 4), .init("To whom", 6), .init("Source", 7)],
                    words: clocks.map { clock in
                        [
                            .strong(clock.limit), Words(clock.what),
                            Words(clock.citation + (clock.condition.map { "; \($0)" } ?? "")),
                        ]
                    })),
            .note("Whether a duty applies is for a lawyer to say."),
        ]
    }

    private var agenda: [Block] {
        var blocks: [Block] = [
            .heading(1, "Agenda"),
            .paragraph(
                "The minutes are a proposal: each inject by how much there is to talk about. Write the clock times in before you start."
            ),
            plan.table(plan.parts),
        ]
        if !plan.optional.isEmpty {
            let names = plan.optional.map { "\($0.number) (\($0.inject.title))" }.joined(separator: ", ")
            blocks.append(
                .note(
                    "Optional, for \(plan.length) minutes leave no time for them; play them if you are early: \(names)."
                ))
        }
        if plan.isTight {
            blocks.append(.note("Some injects have less than five minutes. Leave some out, or take more time."))
        }
        return blocks
    }

    private func inject(_ event: MasterEvent) -> [Block] {
        let part = plan.part(of: event)
        var blocks: [Block] = [
            .heading(1, "Inject \(event.number): \(event.inject.title)"),
            .table(
                PaperTable(
                    [.init("Meeting", 3), .init("In the story", 7), .init("To", 7), .init("How", 3)],
                    [
                        [
                            part.map { ["From \($0.clock)", "\($0.minutes) min"] } ?? ["Optional: if there is time"],
                            [Words("\(event.condition) (\(event.kind.rawValue))")]
                                + (session.simulated(event).map { [.quiet($0)] } ?? []),
                            [Words(session.addressees(event.inject.to))], [Words(event.inject.channel.words)],
                        ]
                    ])),
            .paragraph(.strong("Hand over the card, or read aloud:")), .note(Words(event.inject.text)),
        ]
        if let notes = event.inject.notes { blocks.append(.paragraph("\(strong: "For you: ")\(notes)")) }
        if !event.inject.expect.isEmpty {
            blocks.append(
                .table(
                    PaperTable(
                        [
                            .init("Expected action", 8), .init("How soon", 3), .init("Capability", 4),
                            .init("Done? When?", 3),
                        ],
                        words: event.inject.expect.map {
                            [
                                Words($0.text), Words(session.within($0)),
                                Words(session.criterion(of: $0)?.capability ?? "-"), "☐",
                            ]
                        })))
            blocks.append(
                .paragraph(
                    .quiet(
                        "Ask before you tell: who would do this, how would they know, what would they need, by when in the story?"
                    )))
        }
        // A decision's table fills the page.
        guard event.decisions.isEmpty else { return blocks + event.decisions.flatMap(decision) }
        return blocks + [.field("What was said, who took it up, by when", lines: 8)]
    }

    private func decision(_ decision: Decision) -> [Block] {
        let wording = EffectWording(session: session)
        let rows = decision.options.map { option -> [[Words]] in
            let isUsual = option.id == decision.default
            var text: [Words] = [.strong("☐ \(option.text)")]
            if isUsual { text.append(.quiet("The usual option: what happens if nobody decides.")) }
            if let downtime = option.downtime {
                text.append(.quiet("Costs \(Session.span(downtime.hours(in: .hours))) of downtime by itself."))
            }
            if isUsual { return [text, ["Everything is measured against this."]] }
            let comparison = session.forecast.comparison(decision: decision.id, option: option.id)
            return [text, comparison.map(wording.lines) ?? ["Not simulated."]]
        }
        return [
            .heading(2, "Decision: \(decision.question)"),
            .paragraph(
                "Decides: \(session.addressees(decision.by)). Keep the right-hand column to yourself until they have decided."
            ),
            .table(
                PaperTable([.init("Option", 6), .init("What it changes, by simulation (before → after)", 11)], rows)),
            .paragraph(EffectWording.reading.runs.first.map { .quiet($0.text) } ?? ""),
        ]
    }

    private var after: [Block] {
        [
            .heading(1, "Hot wash"),
            .paragraph(
                "Twenty minutes, everybody speaks once before anybody speaks twice. Write down the words, not the names."
            ),
            .list(
                [
                    "What went better than you had expected?",
                    "Where did the ball lie without anybody picking it up?",
                    "Which decision would you take differently, now that you know the figures?",
                    "What is missing in the plan, the list, the contract?",
                    "What is the one thing that each department changes by the end of the month?",
                ], isNumbered: true),
            .field("Notes", lines: 10), .heading(1, "After the meeting"),
            .list(
                [
                    "Collect all papers, the players' too.",
                    "Type what happened into actions.csv: the time, who, done, partly, later, skipped or not, P/S/M/U where an evaluator gave one. Leave blank what nobody saw.",
                    "Run drillctl record with it: it writes the completed evaluation guide, the after-action report and the improvement plan.",
                ], isNumbered: true),
        ]
    }
}
