internal import Scenarios
internal import Tabletop

/// The agenda for the door and the invitation.
struct AgendaPaper {
    let session: Session

    /// " Between 2026-11-23 and 2026-11-27."; empty where the exercise states no dates.
    private var dates: String {
        switch (session.exercise.schedule?.from, session.exercise.schedule?.until) {
        case (let from?, let until?): from == until ? " On \(from)." : " Between \(from) and \(until)."
        case (let from?, nil): " From \(from)."
        case (nil, let until?): " Until \(until)."
        case (nil, nil): ""
        }
    }

    private var facilitators: String {
        let names = session.exercise.schedule?.facilitators ?? []
        return names.isEmpty ? "" : " Led by: \(names.joined(separator: ", "))."
    }

    var paper: Paper {
        let plan = AgendaPlan(session)
        return Paper(
            name: "agenda", title: "Agenda", subtitle: session.playersSubtitle, audience: .everybody,
            blocks: [
                .paragraph("Tabletop exercise, \(plan.length) minutes.\(dates)\(facilitators)"),
                .field("Date, place, start", lines: 2),
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
