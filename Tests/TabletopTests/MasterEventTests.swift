import Scenarios
import Tabletop
import Testing

@Suite struct MasterEventTests {
    @Test func orderIsThatOfPlay() {
        let events = SampleSession.session.events
        // What hangs on a decision comes after the inject that asks for it, a contextual inject at its simulated median.
        #expect(events.map(\.inject.id) == ["missing", "after-it", "who-called"])
        #expect(events.map(\.number) == [1, 2, 3])
        #expect(events.map(\.kind) == [.timed, .contingency, .contextual])
    }

    @Test func conditionsInWords() {
        let events = SampleSession.session.events
        #expect(events[0].condition == "At zero hour")
        #expect(events[1].condition == "After the decision “No, nothing leaves the house”")
        #expect(events[2].condition == "1 d after “A stranger reads the tapes”")
        #expect(events[2].typicalHours == 75)
    }

    @Test func whatNoTrialShowsComesLast() {
        var session = SampleSession.session
        session.forecast.injects = [:]
        #expect(session.events.map(\.inject.id) == ["missing", "after-it", "who-called"])
        #expect(session.events[2].typicalHours == nil)
    }

    @Test(
        arguments: [(0.0, "0 h"), (0.5, "30 min"), (24.0, "1 d"), (74.0, "3 d 2 h"), (1.0 / 3, "20 min")]
            as [(Double, String)])
    func spans(hours: Double, words: String) { #expect(Session.span(hours) == words) }

    @Test func rolesAndDepartments() {
        let session = SampleSession.session
        #expect(session.roles == [.operations, .security, .legal])
        #expect(session.departments(.operations) == ["IT & networks"])
        #expect(session.departments(.legal).isEmpty)
    }
}
