internal import Scenarios
internal import Tabletop

/// The master scenario events list.
struct EventsList {
    let session: Session

    var paper: Paper {
        let events = session.events
        let rows = events.map { event -> [[Words]] in
            [
                [.strong("\(event.number)")],
                [Words(event.condition)] + (session.simulated(event).map { [.quiet($0)] } ?? []),
                [Words(event.kind.rawValue)], [Words(event.inject.to.map(\.words).joined(separator: ", "))],
                [Words(event.inject.channel.words)], [.strong(event.inject.title), Words(event.inject.text)],
                event.inject.expect.map { "\($0.text) (\(session.within($0)))" }
                    + event.decisions.map { "Decision: \($0.question)" },
                [Words(session.departments(event.inject.to).joined(separator: ", "))],
                [Words(event.inject.notes ?? "")],
            ]
        }
        return Paper(
            name: "events-list", title: "Master scenario events list (MSEL)", subtitle: session.facilitatorsSubtitle,
            audience: .facilitators, isLandscape: true,
            blocks: [
                .paragraph(
                    "In the order in which the injects typically come. Timed: at a stated time. Contextual: when the story has come so far. Contingency: when the players have decided so. Times of contextual injects are simulated, with the usual option of every decision; in the room the facilitator decides."
                ),
                .table(
                    PaperTable(
                        [
                            .init("#", 4), .init("When", 16), .init("Type", 11), .init("To", 16), .init("By", 10),
                            .init("What", 23), .init("Expected", 22), .init("Responsible", 12), .init("Notes", 14),
                        ], rows)),
            ] + session.basis,
            sheet: sheet(events))
    }

    private func sheet(_ events: [MasterEvent]) -> Sheet {
        Sheet(
            [
                "number", "id", "time", "simulated time", "type", "to", "channel", "title", "text", "expected action",
                "responsible", "notes",
            ],
            events.map { event in
                [
                    "\(event.number)", event.inject.id, event.condition, session.simulated(event) ?? "",
                    event.kind.rawValue, event.inject.to.map(\.words).joined(separator: "; "),
                    event.inject.channel.words,
                    event.inject.title, event.inject.text,
                    (event.inject.expect.map { "\($0.text) (\(session.within($0)))" }
                        + event.decisions.map { "Decision: \($0.question)" }).joined(separator: "; "),
                    session.teams(event.inject.to), event.inject.notes ?? "",
                ]
            })
    }
}
