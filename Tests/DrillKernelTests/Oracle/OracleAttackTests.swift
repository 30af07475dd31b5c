import DrillKernel
import Testing

/// The oracle's tries and completions on graphs small enough to work out by hand.
@Suite struct OracleAttackTests {
    @Test func aChainAddsUp() {
        var graph = TinyGraph()
        let door = graph.entry()
        let first = graph.node(after: [door], hours: 2)
        _ = graph.node(after: [first], hours: 3)
        #expect(graph.outcome().completion == [0, 2, 5])
    }

    @Test(arguments: [
        (Node.Gate.any, Float(2)), (.all, 7), (.vote(1), 2), (.vote(2), 5), (.vote(3), 7), (.vote(4), never),
    ])
    func gatesWaitForTheirParents(gate: Node.Gate, expected: Float) {
        var graph = TinyGraph()
        let door = graph.entry()
        let parents = [Float(5), 2, 7].map { graph.node(after: [door], hours: $0) }
        _ = graph.node(gate, after: parents)
        #expect(graph.outcome().completion.last == expected)
    }

    @Test func aParentListedTwiceCountsTwice() {
        var graph = TinyGraph()
        let door = graph.entry()
        let a = graph.node(after: [door], hours: 2)
        let b = graph.node(after: [door], hours: 5)
        _ = graph.node(.vote(2), after: [a, b, a])
        #expect(graph.outcome().completion.last == 2)
    }

    @Test(arguments: [Node.Gate.any, .all, .vote(1), .vote(3)])
    func withoutParentsItStartsAtZero(gate: Node.Gate) {
        var graph = TinyGraph()
        _ = graph.node(gate, after: [], hours: 4)
        #expect(graph.outcome().completion == [4])
    }

    @Test func circlesOfNoDurationDoNotStartThemselves() {
        var graph = TinyGraph()
        let door = graph.entry()
        let itself = graph.node(after: [1])
        _ = graph.node(after: [itself, 3])
        _ = graph.node(after: [2])
        // With a way in from outside they run: 4 and 5 need each other or the door, 6 needs itself and the door.
        _ = graph.node(after: [5, door], hours: 1)
        _ = graph.node(after: [4], hours: 1)
        _ = graph.node(.all, after: [6, door])
        #expect(graph.outcome().completion == [0, never, never, never, 1, 2, never])
    }

    @Test func startsWaitForTheirClock() {
        var graph = TinyGraph()
        let door = graph.entry()
        let late = graph.clock(10)
        let before = graph.clock(-3)
        let slow = graph.node(after: [door], hours: 12)
        for (parent, clock) in [(door, late), (slow, late), (door, before)] {
            _ = graph.node(after: [parent], hours: 1) { $0.starts = clock }
        }
        #expect(graph.outcome().completion == [0, 12, 11, 13, 1])
    }

    @Test func theClosingTimeItselfIsInTime() {
        var graph = TinyGraph()
        let door = graph.entry()
        let closing = graph.clock(4)
        _ = graph.node(after: [door], hours: 4) { $0.closes = closing }
        _ = graph.node(after: [door], hours: Float(4).nextUp) { $0.closes = closing }
        #expect(graph.outcome().completion == [0, 4, never])
    }

    @Test func triesAfterClosingFailAndMakeNoise() throws {
        var graph = TinyGraph()
        let closing = graph.clock(4)
        let chance = graph.threshold(1 << 30)
        _ = graph.node(after: [], hours: 5) {
            $0.tries = 30
            $0.closes = closing
            $0.notices = [.sure(), .sure(.completion)]
            $0.notices[0].chance = .threshold(chance)
            $0.notices[0].address = Address(entity: 3, purpose: 0)
        }
        // It would succeed at the first try, but the door is closed; the tries go on until one is noticed.
        let third = try #require((0..<1000).first { tryNoticed(graph, notice: 0, trial: $0) == 3 })
        #expect(graph.outcome(trial: third).completion == [never])
        #expect(graph.outcome(trial: third).alert == [15, never])
        graph.description.nodes[0].closes = -1
        #expect(graph.outcome(trial: third).completion == [5])
        #expect(graph.outcome(trial: third).alert == [never, 5])
    }

    @Test func triesGoOnAtOnePaceUntilSuccess() throws {
        var graph = TinyGraph()
        let chance = graph.threshold(1 << 30)
        _ = graph.node(after: [], hours: 0.1) {
            $0.tries = 5
            $0.success = chance
            $0.successAddress = Address(entity: 9, purpose: 1)
        }
        let draws = (0..<1000).map {
            OracleDraws(description: graph.description, values: graph.description.worlds[0], seed: 1, trial: $0)
        }
        let tries = draws.map { $0.successfulTry(graph.description.nodes[0]) }
        #expect(Set(tries) == [1, 2, 3, 4, 5, never])
        for (trial, number) in tries.enumerated() {
            #expect(graph.outcome(trial: trial).completion == [number == never ? never : number * 0.1])
        }
        // p = ¼: P(first try) = 0.25, P(none of five) = 0.237; standard errors are 0.0137 and 0.0134.
        #expect(abs(Double(tries.count { $0 == 1 }) / 1000 - 0.25) < 4 * 0.0137)
        #expect(abs(Double(tries.count { $0 == never }) / 1000 - 0.2373) < 4 * 0.0135)
    }

    @Test func certainAndImpossible() {
        var graph = TinyGraph()
        let none = graph.threshold(0)
        let one = graph.threshold(.max)
        for slots in [[-1], [one], [none], [one, none], [-1, one]] {
            _ = graph.node(after: [], hours: 1) {
                $0.tries = 4
                $0.success = slots[0]
                $0.successModifiers = slots.dropFirst().map { Modifier(value: $0) }
            }
        }
        #expect(graph.outcome().completion == [1, 1, never, never, 1])
    }

    @Test func nothingCountsAfterTheHorizon() {
        var graph = TinyGraph(horizon: 5)
        let first = graph.node(after: [], hours: 5) { $0.notices = [.sure(), .sure(delay: 1)] }
        _ = graph.node(after: [first], hours: 0.5) { $0.notices = [.sure(.tryStart), .sure(.tryEnd)] }
        let outcome = graph.outcome()
        #expect(outcome.completion == [5, never])
        #expect(outcome.alert == [5, never, 5, never])
    }

    @Test func infinitePacesNeverEnd() {
        var graph = TinyGraph()
        _ = graph.node(after: [], hours: never) { $0.notices = [.sure(.tryStart), .sure(.tryEnd)] }
        #expect(graph.outcome().completion == [never])
        #expect(graph.outcome().alert == [0, never])
    }

    @Test func modifiersApplyInOrderWhereTheirConditionHolds() throws {
        var graph = TinyGraph()
        graph.description.presences = [Presence(address: Address(entity: 4, purpose: 2))]
        let half = graph.threshold(1 << 31)
        let bottom = graph.threshold(0)
        let top = graph.threshold(.max)
        let double = graph.factor(2)
        let triple = graph.factor(3)
        _ = graph.node(after: [], hours: 1) {
            $0.pace.modifiers = [
                Modifier(when: Condition(presence: 0, low: bottom, last: half), value: double),
                Modifier(when: Condition(presence: 0, low: half, last: top), value: triple),
                Modifier(when: Condition(presence: 0, low: top, last: bottom), value: triple),
            ]
        }
        graph.description.clocks = [
            Clock(
                offset: 10,
                alternatives: [
                    .init(when: Condition(presence: 0, low: bottom, last: half), span: .hours(1)),
                    .init(when: Condition(presence: 0, low: bottom, last: top), span: .hours(2)),
                ])
        ]
        _ = graph.node(after: []) { $0.starts = 0 }
        let below = try #require((0..<50).first { presence(graph, trial: $0) < 1 << 31 })
        let above = try #require((0..<50).first { presence(graph, trial: $0) > 1 << 31 })
        #expect(graph.outcome(trial: below).completion == [2, 11])
        #expect(graph.outcome(trial: above).completion == [3, 12])
    }

    private func presence(_ graph: TinyGraph, trial: Int) -> UInt32 {
        draws(graph, trial).word(graph.description.presences[0].address)
    }

    private func tryNoticed(_ graph: TinyGraph, notice: Int, trial: Int) -> Float {
        let node = graph.description.nodes[0]
        return draws(graph, trial).noticedTry(node.notices[notice], tries: node.tries)
    }

    private func draws(_ graph: TinyGraph, _ trial: Int) -> OracleDraws {
        OracleDraws(description: graph.description, values: graph.description.worlds[0], seed: 1, trial: trial)
    }
}
