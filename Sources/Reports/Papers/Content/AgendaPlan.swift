internal import Scenarios
internal import Tabletop

/// How the minutes of a meeting are spent. Our own rule: fixed parts first, the rest by how much each inject asks for.
struct AgendaPlan {
    struct Part {
        /// Minutes after the start of the meeting.
        var start: Int
        var minutes: Int
        var title: String
        /// Nil for parts without play.
        var event: MasterEvent?

        /// "0:15".
        var clock: String { "\(start / 60):\(start % 60 < 10 ? "0" : "")\(start % 60)" }
    }

    private(set) var parts: [Part] = []
    /// Minutes in all.
    let length: Int
    /// Whether the injects get less than the five minutes that a table needs.
    private(set) var isTight = false
    /// Injects for which there is no time, by number; only such as ask for no decision.
    private(set) var optional: [MasterEvent] = []

    static let usualMinutes = 180

    init(_ session: Session) {
        let stated = session.exercise.schedule?.sessionLength?.hours(in: .hours)
        length = max(60, Int(((stated ?? Double(Self.usualMinutes) / 60) * 60).rounded()))
        let all = session.events
        let pause = length >= 120 ? 10 : 0
        let play = length - 15 - pause - 20 - 10
        // Reading and first questions, then more for each action and decision to talk through.
        let weigh = { (event: MasterEvent) in 4 + 2 * event.inject.expect.count + 4 * event.decisions.count }
        var events = all
        // The opening and whatever is decided are the core. The least to talk about goes first, of equals the last.
        while events.map(weigh).contains(where: { play * $0 / max(1, events.map(weigh).reduce(0, +)) < 5 }),
            let least = events.dropFirst().filter({ $0.decisions.isEmpty }).reversed().min(by: { weigh($0) < weigh($1) }
            )
        {
            events.removeAll { $0.number == least.number }
            optional.append(least)
        }
        optional.sort { $0.number < $1.number }
        let weights = events.map(weigh)
        let total = max(1, weights.reduce(0, +))
        add(15, "Welcome, purpose, rules of play, who plays whom")
        var isPaused = pause == 0
        for (event, weight) in zip(events, weights) {
            if !isPaused, (parts.last.map { $0.start + $0.minutes } ?? 0) >= length / 2 {
                add(pause, "Break")
                isPaused = true
            }
            var minutes = max(2, play * weight / total)
            if minutes >= 10 { minutes -= minutes % 5 }
            if minutes < 5 { isTight = true }
            add(minutes, "Inject \(event.number): \(event.inject.title)", on: event)
        }
        if !isPaused { add(pause, "Break") }
        let spare = length - 30 - (parts.last.map { $0.start + $0.minutes } ?? 0)
        if spare > 0 { add(spare, "Time in hand") }
        add(20, "Hot wash: what went well, what did not, what we change")
        add(10, "Feedback forms, next steps, papers collected")
    }

    private mutating func add(_ minutes: Int, _ title: String, on event: MasterEvent? = nil) {
        let start = parts.last.map { $0.start + $0.minutes } ?? 0
        parts.append(Part(start: start, minutes: minutes, title: title, event: event))
    }

    func part(of event: MasterEvent) -> Part? { parts.first { $0.event?.number == event.number } }

    /// For players: play without the injects' titles.
    var open: [Part] {
        var merged: [Part] = []
        for var part in parts {
            if part.event != nil || part.title == "Time in hand" {
                part.title = "Play: the story unfolds, card by card"
                part.event = nil
            }
            if let last = merged.last, last.title == part.title {
                merged[merged.count - 1].minutes += part.minutes
            } else {
                merged.append(part)
            }
        }
        return merged
    }

    func table(_ parts: [Part]) -> Block {
        .table(
            PaperTable(
                [.init("From start", 2), .init("Minutes", 2), .init("What", 9), .init("Clock", 2)],
                words: parts.map { [Words($0.clock), "\($0.minutes)", Words($0.title), ""] }))
    }
}
