internal import Tabletop

/// What participants thought of the exercise; without names.
struct FeedbackForm {
    let session: Session

    var paper: Paper {
        let statements: [Words] = [
            "The story could happen here.", "I understood what was expected of me.",
            "The right people were in the room.", "There was enough time to talk things through.",
            "The cards told me what I needed.", "I know better now what my department does in an incident.",
            "I know better now whom to call.", "The exercise was worth my time.",
        ]
        let columns: [PaperTable.Column] =
            [.init("Statement", 10)] + (1...5).map { .init("\($0)", 1) } + [.init("no answer", 2)]
        return Paper(
            name: "feedback", title: "Participant feedback", subtitle: session.playersSubtitle, audience: .everybody,
            blocks: [
                .paragraph("Please fill in right after the exercise. Do not write your name."),
                .paragraph("I took part as:   ☐ player   ☐ evaluator   ☐ observer   ☐ facilitator"),
                .paragraph("1: I disagree. 5: I agree."),
                .table(PaperTable(columns, words: statements.map { [$0] + Array(repeating: "☐", count: 6) })),
                .field("The strength that I saw", lines: 2), .field("The gap that worries me most", lines: 2),
                .field("What my department should change first", lines: 2),
                .field("What the next exercise should do differently", lines: 2),
            ])
    }
}
