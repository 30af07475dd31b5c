internal import Tabletop

/// The agenda for the door and the invitation.
struct AgendaPaper {
    let session: Session

    var paper: Paper {
        let plan = AgendaPlan(session)
        return Paper(
            name: "agenda", title: "Agenda", subtitle: session.playersSubtitle, audience: .everybody,
            blocks: [
                .paragraph("Tabletop exercise, \(plan.length) minutes."), .field("Date, place, start", lines: 2),
                plan.table(plan.open),
                .list(
                    [
                        "Bring your plans and telephone lists, as they are today.",
                        "Nothing to prepare beyond reading the situation manual.",
                        "Nobody is rated as a person.",
                    ], isNumbered: false),
            ])
    }
}
