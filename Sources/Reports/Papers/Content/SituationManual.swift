internal import DrillResults
internal import Scenarios
internal import Tabletop

/// What every player reads beforehand: it says how the game goes, not how the story does.
struct SituationManual {
    let session: Session

    var paper: Paper {
        let parts: [[Block]] = [purpose, roles, rules, background, opening, schedule, assumptions, handling, glossary]
        return Paper(
            name: "situation-manual", title: "Situation manual", subtitle: session.playersSubtitle,
            audience: .everybody,
            blocks: parts.flatMap(\.self))
    }

    private var purpose: [Block] {
        var capabilities: [String] = []
        for criterion in session.scenario.evaluation where !capabilities.contains(criterion.capability) {
            capabilities.append(criterion.capability)
        }
        return [
            .heading(1, "Purpose"),
            .paragraph(
                """
                We talk through an incident at \(session.organization.name) as it unfolds, to find out what we would notice, \
                who would decide what, and where our plans and hand-offs have gaps. We look for gaps in how we are set up, not for faults of people.
                """),
            .heading(1, "Scope"),
            .paragraph(
                """
                A tabletop exercise: a guided discussion of about \(AgendaPlan(session).length) minutes. Nobody touches a \
                real system, nobody outside the room is called. Those who play: \(session.departments(Role.allCases.filter(session.roles.contains)).joined(separator: ", ")).
                """),
            .heading(1, "Objectives"),
            .paragraph("To see how far these capabilities carry, and what would strengthen them:"),
            .list(
                capabilities.isEmpty ? ["As the facilitator names them at the start."] : capabilities.map { Words($0) },
                isNumbered: true),
        ]
    }

    private var roles: [Block] {
        // Not in the order in which they come up: that would be a hint.
        let rows: [[Words]] = Role.allCases.filter(session.roles.contains).map { role in
            let names = session.departments(role)
            return [
                .strong(role.words), names.isEmpty ? "Played by the facilitator" : Words(names.joined(separator: ", ")),
                "",
            ]
        }
        return [
            .heading(1, "Roles"),
            .list(
                [
                    "\(strong: "Players") speak for their department: what it knows, decides and does.",
                    "\(strong: "The facilitator") leads, hands out the cards, keeps the time, and plays everybody who is not in the room.",
                    "\(strong: "Evaluators") watch and note what is done, against the evaluation guide. They rate teams, never persons.",
                    "\(strong: "Observers") listen. They may add to the talk at the end.",
                ], isNumbered: false),
            .table(
                PaperTable(
                    [.init("Role in the story", 3), .init("Department", 4), .init("Who speaks for it", 4)], words: rows)
            ),
        ]
    }

    private var rules: [Block] {
        [
            .heading(1, "Rules of play"),
            .list(
                [
                    "Answer as you would today, with today's plans, people and telephone lists. What is planned for next year does not exist yet.",
                    "Say who does what, by when, and how you would know that it worked.",
                    "The cards are true. Do not argue with the story; ask the facilitator if something is unclear.",
                    "There are no trick questions and no hidden scores. No single person is rated.",
                    "What you hear is handled as the marking says; see Handling.",
                    "Any message that leaves the table, even to a colleague next door, begins and ends with “\(Frame.banner)”.",
                    "A real emergency comes first. Whoever learns of one says “real-world emergency”, and the exercise stops.",
                ], isNumbered: true),
        ]
    }

    private var background: [Block] {
        let organization = session.organization
        let facts = [
            organization.sector.map { "line of business: \($0.rawValue)" },
            organization.headcount.map { "\(Wording.count($0)) people" },
        ]
        .compactMap(\.self).joined(separator: "; ")
        let rows: [[Words]] = organization.departments.map { department in
            let systems = department.assets.map { $0.name ?? $0.id }.joined(separator: ", ")
            return [
                .strong(department.name), Words(department.roles.map(\.words).joined(separator: ", ")),
                Words(systems.isEmpty ? "-" : systems),
            ]
        }
        return [
            .heading(1, "Background"),
            .paragraph("The company as it is modelled for this exercise\(facts.isEmpty ? "" : " (\(facts))"):"),
            .table(
                PaperTable([.init("Department", 3), .init("What it does", 4), .init("Its systems", 6)], words: rows)),
        ]
    }

    private var opening: [Block] {
        return [
            .heading(1, "How the story opens"),
            .paragraph(
                """
                \(openingTime ?? "It is an ordinary working day.") All systems run, nothing unusual has been reported, and everybody is at \
                their usual place. From here on you know what your cards tell you, and what others tell you.
                """),
            .paragraph(
                "The story covers up to \(Session.span(session.scenario.horizon.hours(in: .hours))); the facilitator says how much time passes between two cards."
            ),
        ]
    }

    /// "It is Friday, 18:00 UTC.", "It is Wednesday, 2026-12-23, 18:00 (Europe/Berlin)."; nil where the story says nothing.
    private var openingTime: String? {
        let zone = session.exercise.zone ?? "UTC"
        func named(_ weekday: Weekday) -> String {
            weekday.rawValue.prefix(1).uppercased() + weekday.rawValue.dropFirst()
        }
        if let opening = session.exercise.opening(of: session.scenario) {
            let day = "\(named(CalendarDay.weekday(opening.day))), \(CalendarDay.text(opening.day))"
            return "It is \(day), \(opening.clock) (\(zone))."
        }
        return session.scenario.zeroHour.map { zero in
            let minutes = Int((zero.hour * 60).rounded())
            return "It is \(named(zero.weekday)), \(minutes / 60):\(CalendarDay.twoDigits(minutes % 60)) \(zone)."
        }
    }

    private var schedule: [Block] {
        let plan = AgendaPlan(session)
        return [.heading(1, "Schedule"), plan.table(plan.open)]
    }

    private var assumptions: [Block] {
        [
            .heading(1, "Assumptions and artificialities"),
            .list(
                [
                    "The story is invented or retold; it could happen here. It says nothing about how likely it is.",
                    "Story time runs in jumps. Hours or days can pass between two cards.",
                    "Not everything a real incident brings will come up. Other work is taken to go on as usual.",
                    "People who are not in the room act as the facilitator says, sensibly and without delay.",
                    "Computers have played the attack beforehand on a model of the company. Nothing was contacted or executed.",
                ], isNumbered: false),
        ]
    }

    private var handling: [Block] {
        let disclosure = session.exercise.disclosure
        return [
            .heading(1, "Handling"),
            .paragraph(
                "This paper is marked \(strong: disclosure.marking.rawValue) (Traffic Light Protocol 2.0): \(disclosure.marking.handling) The facilitator collects all papers at the end.\(disclosure.retainUntil.map { " Keep until \($0), then delete." } ?? "")"
            ),
        ]
    }

    private var glossary: [Block] {
        let terms: [(String, String)] = [
            ("Inject", "A card with a piece of the story: a mail, a call, a message, a headline."),
            (
                "Expected action",
                "What we think a well-prepared team does after an inject. Players do not see the list before."
            ),
            ("Zero hour", "The moment at which the story's clock starts."),
            ("Hot wash", "The talk right after the play: what went well, what did not."),
            ("SitMan", "Situation manual, this paper."),
            ("MSEL", "Master scenario events list: all injects in order. The facilitator has it."),
            ("EEG", "Exercise evaluation guide: what evaluators look for, and where they note it."),
            ("AAR/IP", "After-action report and improvement plan: what comes out."),
            (
                "P, S, M, U",
                "Performed without, with some, with major challenges; unable to be performed. Not evaluated is none of them."
            ),
        ]
        return [
            .heading(1, "Glossary"),
            .table(
                PaperTable(
                    [.init("Term", 3), .init("Meaning", 10)], words: terms.map { [.strong($0.0), Words($0.1)] })),
        ]
    }
}

extension Scenarios.Marking {
    /// What recipients may do, in our words (FIRST, TLP 2.0).
    var handling: String {
        switch self {
        case .red: "for the people in this room only; do not pass it on."
        case .amberStrict: "share it only inside your organization, and only with those who need it."
        case .amber: "share it only with those who need it, in your organization and with its clients."
        case .green: "share it within your community, not in public."
        case .clear: "it may be shared freely."
        }
    }
}
