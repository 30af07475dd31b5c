import DrillKernel
import Testing

/// The oracle's alerts, response, cuts and repairs on graphs small enough to work out by hand.
@Suite struct OracleResponseTests {
    @Test func theEarliestAlertStartsTheChain() {
        var graph = TinyGraph()
        graph.description.organizations[0].chain = [.hours(1), .hours(0.5)]
        let group = graph.group(hours: 2)
        let first = graph.node(after: [], hours: 3) { $0.notices = [.sure(delay: 4), .sure(delay: 2)] }
        // Contained at 3 + 2 + 1.5 + 2 = 8.5.
        _ = graph.node(after: [first], hours: 5.5) { $0.cuts = [group] }
        _ = graph.node(after: [first], hours: 5.75) { $0.cuts = [group] }
        let outcome = graph.outcome()
        #expect(outcome.alert == [7, 5])
        #expect(outcome.detection == [5])
        #expect(outcome.chainEnd == [6.5])
        #expect(outcome.cut == [8.5])
        #expect(outcome.completion == [3, 8.5, never])
    }

    /// All at hour 1: a node completes, is noticed, and has itself and everything else cut.
    @Test func atOneTimeTheCutComesLast() {
        var graph = TinyGraph()
        let group = graph.group()
        let first = graph.node(after: [], hours: 1) {
            $0.cuts = [group]
            $0.notices = [.sure()]
        }
        let second = graph.node(after: [first]) { $0.cuts = [group] }
        let third = graph.node(after: [second]) {
            $0.cuts = [group]
            $0.notices = [.sure(.completion)]
        }
        _ = graph.node(after: [third], hours: Float.ulpOfOne) { $0.cuts = [group] }
        let outcome = graph.outcome()
        #expect(outcome.cut == [1])
        #expect(outcome.alert == [1, 1])
        #expect(outcome.completion == [1, 1, 1, never])
    }

    @Test func aTryIsCutBeforeItsEndButNotBeforeItsStart() {
        var graph = TinyGraph()
        let cut = graph.intervention(.at(4))
        for start in [Float(3.5), 4, 4.5] {
            let clock = graph.clock(start)
            _ = graph.node(after: [], hours: 1) {
                $0.starts = clock
                $0.cuts = [cut]
                $0.notices = [.sure(.tryStart), .sure(.tryEnd)]
            }
        }
        let outcome = graph.outcome()
        #expect(outcome.completion == [never, never, never])
        #expect(outcome.alert == [3.5, never, 4, never, never, never])
    }

    @Test func theEarliestOfSeveralCutsCounts() {
        var graph = TinyGraph()
        let cuts = [Float(9), 4, 6].map { graph.intervention(.at($0)) }
        _ = graph.node(after: [], hours: 4) { $0.cuts = cuts }
        _ = graph.node(after: [], hours: 5) { $0.cuts = cuts }
        _ = graph.node(after: [], hours: 5) { $0.cuts = [cuts[0], cuts[2]] }
        #expect(graph.outcome().completion == [4, never, 5])
    }

    @Test func entriesAreNeverCutButNoticed() {
        var graph = TinyGraph()
        let cut = graph.intervention(.at(0))
        let late = graph.clock(3)
        _ = graph.entry {
            $0.cuts = [cut]
            $0.starts = late
            $0.tries = 5
            $0.pace = .hours(7)
            $0.notices = [.sure(.tryStart), .sure(.tryEnd, delay: 1), .sure(.completion)]
        }
        let outcome = graph.outcome()
        #expect(outcome.completion == [0])
        #expect(outcome.alert == [0, 1, 0])
    }

    @Test func tracesMayWaitToBeSeen() {
        var graph = TinyGraph()
        let seen = graph.clock(10)
        let blind = graph.clock(never)
        for clock in [seen, blind] {
            _ = graph.node(after: [], hours: 2) {
                $0.notices = [.sure(delay: 1)]
                $0.notices[0].notBefore = clock
            }
        }
        #expect(graph.outcome().alert == [11, never])
    }

    @Test func hazardsAddUp() {
        var graph = TinyGraph()
        let none = graph.factor(0)
        let sure = graph.factor(never)
        for slots in [[], [none], [none, none], [none, sure]] {
            _ = graph.node(after: []) {
                $0.notices = [.sure()]
                $0.notices[0].chance = .hazard(slots.map { Modifier(value: $0) })
            }
        }
        #expect(graph.outcome().alert == [never, never, never, 0])
    }

    @Test func oneTryIsNoticedWithItsChance() {
        var graph = TinyGraph()
        let slot = graph.threshold(3 << 30)
        let hazards = [graph.factor(0.5), graph.factor(0.25)]
        for chance in [Notice.Chance.threshold(slot), .hazard(hazards.map { Modifier(value: $0) })] {
            _ = graph.node(after: []) {
                var notice = Notice.sure()
                notice.address = Address(entity: 8, purpose: 0)
                notice.chance = chance
                $0.notices = [notice]
            }
        }
        let alerts = (0..<4000).map { graph.outcome(trial: $0).alert }
        // 0.75, and 1 − e^−0.75 = 0.5276; the standard errors are 0.0068 and 0.0079.
        #expect(abs(Double(alerts.count { $0[0] == 0 }) / 4000 - 0.75) < 4 * 0.0068)
        #expect(abs(Double(alerts.count { $0[1] == 0 }) / 4000 - 0.5276) < 4 * 0.0079)
    }

    @Test func interventionsHaveFourTriggers() {
        var graph = TinyGraph()
        let group = graph.group(hours: 50)
        _ = graph.node(after: [], hours: 3)
        _ = graph.node(after: [], hours: 2) { $0.notices = [.sure(delay: 5)] }
        graph.description.organizations[0].chain = [.hours(1)]
        #expect(group == 0)
        _ = graph.intervention(.at(4), waits: [1, 2])
        _ = graph.intervention(.completion([0, 1]), waits: [0.5])
        _ = graph.intervention(.detection(0))
        _ = graph.intervention(.intervention(1), waits: [10])
        _ = graph.intervention(.completion([]))
        #expect(graph.outcome().cut == [58, 7, 2.5, 7, 12.5, never])
    }

    @Test func organizationsRespondEachForThemselves() {
        var graph = TinyGraph()
        graph.description.organizations.append(ResponseOrganization())
        graph.description.organizations[1].chain = [.hours(1)]
        let groups = [graph.group(), graph.group(organization: 1), graph.group(organization: 1, hours: 6)]
        // The second organization's alert about the first one's node cuts its own.
        _ = graph.node(after: [], hours: 2) {
            $0.cuts = [groups[0]]
            $0.notices = [.sure(.tryStart, organization: 1)]
        }
        _ = graph.node(after: [], hours: 2) { $0.cuts = [groups[1]] }
        _ = graph.node(after: [], hours: 2) { $0.cuts = [groups[2]] }
        let outcome = graph.outcome()
        #expect(outcome.detection == [never, 0])
        #expect(outcome.cut == [never, 1, 7])
        #expect(outcome.completion == [2, never, 2])
    }

    @Test func handOffsKeepWorkingHours() {
        var graph = TinyGraph()
        graph.description.calendars = [Calendar(days: 5, opens: 9, closes: 17)]
        // Zero hour is Friday 15:00; the alert comes at 16:00 and waits two working hours.
        graph.description.organizations[0].phase = 4 * 24 + 15
        graph.description.organizations[0].chain = [.hours(2, calendar: 0), .hours(1)]
        _ = graph.node(after: [], hours: 1) { $0.notices = [.sure()] }
        // Monday 10:00 is 67 hours after Friday 15:00.
        #expect(graph.outcome().chainEnd == [68])
    }
}
