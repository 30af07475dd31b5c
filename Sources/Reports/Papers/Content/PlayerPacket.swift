internal import DrillResults
internal import Scenarios
internal import Tabletop

/// The cards of one role, in the order of play: what its people read or hear, and nothing that comes later.
struct PlayerPacket {
    let session: Session
    let role: Role

    var paper: Paper {
        let cards = cards
        var blocks: [Block] = [
            .note(
                "For the facilitator: print one-sided, keep the pile, and hand over one card at a time, when the story gets there. The number is that of the events list."
            ),
            .paragraph(
                "Cards for \(strong: role.words)\(departments). \(Wording.count(cards.count, "card")) in all."
            ),
            .paragraph(
                "For each card, say aloud: what do you make of it, whom do you tell, what do you do, and by when?"),
        ]
        for card in cards { blocks += [.pageBreak, card] }
        return Paper(
            name: "players-\(role.rawValue)", title: "Player packet: \(role.words)", subtitle: session.playersSubtitle,
            audience: .players, blocks: blocks)
    }

    private var departments: String {
        let names = session.departments(role)
        return names.isEmpty
            ? "; no department has this role, so the facilitator plays it" : " (\(names.joined(separator: ", ")))"
    }

    private var cards: [Block] {
        session.events.flatMap { event -> [Block] in
            var cards: [Block] = []
            if event.inject.to.contains(role) { cards.append(card(event)) }
            cards += event.decisions.filter { $0.by.contains(role) }.map { decision($0, event) }
            return cards
        }
    }

    private func card(_ event: MasterEvent) -> Block {
        .card(
            title: event.inject.title,
            meta: [
                "\(strong: "Inject \(event.number)") · \(event.inject.channel.words) · to \(event.inject.to.map(\.words).joined(separator: ", "))",
                "Story time: ____________________",
            ],
            body: [
                .paragraph(Words(event.inject.text)),
                .field("What we make of it, whom we tell, what we do, by when", lines: 9),
            ])
    }

    /// The options as they are put to the players; what they change is the facilitator's.
    private func decision(_ decision: Decision, _ event: MasterEvent) -> Block {
        .card(
            title: decision.question,
            meta: [
                "\(strong: "Decision after inject \(event.number)") · for \(decision.by.map(\.words).joined(separator: ", "))",
                "Story time: ____________________",
            ],
            body: [
                .checks(decision.options.map { Words($0.text) }),
                .field("We decide, because", lines: 8),
            ])
    }

    /// One packet for each role that receives an inject or decides.
    static func papers(_ session: Session) -> [Paper] {
        session.roles.map { PlayerPacket(session: session, role: $0).paper }
    }
}
