import DrillEngine
import DrillResults
import Foundation
import Scenarios
import Testing

/// Small graphs whose answers can be worked out by hand, within four standard errors.
@Suite struct ClosedFormTests {
    @Test func inSeriesTimesAdd() async throws {
        var maker = GraphMaker()
        maker.add("a") { $0.timeToCompromise = .rate(0.5) }
        maker.add("b") {
            $0.parents = ["a"]
            $0.timeToCompromise = .rate(0.1)
            $0.probability = 0.25
        }
        let found = try await maker.graph.sampled([{ $0.goal.probability }, { $0.goal.meanTime }])
        #expect(found[0].agrees(with: 0.25), "\(found[0])")
        #expect(found[1].agrees(with: 12), "\(found[1])")
    }

    @Test func inParallelTheEarliestCounts() async throws {
        #expect(try await parallel(.or).agrees(with: 1 / (0.5 + 0.1 + 0.25)))
    }

    @Test func togetherTheLatestCounts() async throws {
        // Inclusion and exclusion of the minima.
        let expected = 1 / 0.5 + 1 / 0.1 + 1 / 0.25 - 1 / 0.6 - 1 / 0.75 - 1 / 0.35 + 1 / 0.85
        #expect(try await parallel(.and).agrees(with: expected))
    }

    @Test func aVoteTakesTheSecond() async throws {
        // The sum of the minima of pairs, less twice the minimum of all.
        let expected = 1 / 0.6 + 1 / 0.75 + 1 / 0.35 - 2 / 0.85
        #expect(try await parallel(.vote).agrees(with: expected))
    }

    private func parallel(_ type: GraphNodeType) async throws -> Sampled {
        var maker = GraphMaker()
        for (id, rate) in [("a", 0.5), ("b", 0.1), ("c", 0.25)] { maker.add(id) { $0.timeToCompromise = .rate(rate) } }
        maker.add("goal") {
            $0.type = type
            $0.k = type == .vote ? 2 : nil
            $0.parents = ["a", "b", "c"]
        }
        return try await maker.graph.sampled { $0.goal.meanTime }
    }

    @Test func triesAreGeometric() async throws {
        var maker = GraphMaker()
        maker.add("door") {
            $0.probability = 0.3
            $0.attempts = 4
            $0.timeToCompromise = .hours(2)
        }
        let found = try await maker.graph.sampled([{ $0.goal.probability }, { $0.goal.meanTime }])
        let shares = (1...4).map { 0.3 * pow(0.7, Double($0 - 1)) }
        let reached = shares.reduce(0, +)
        let mean = zip(1...4, shares).reduce(0) { $0 + 2 * Double($1.0) * $1.1 } / reached
        #expect(found[0].agrees(with: reached), "\(found[0])")
        #expect(found[1].agrees(with: mean), "\(found[1])")
    }

    /// One pace for all tries: the time is the number of tries times one draw.
    @Test func triesShareOnePace() throws {
        var maker = GraphMaker()
        maker.add("door") {
            $0.probability = 0.5
            $0.attempts = 1000
            $0.timeToCompromise = .rate(0.25)
        }
        // Var(G·D) = E[G²]E[D²] − (E[G]E[D])² = 6 · 32 − 64.
        let (mean, deviation) = try maker.graph.moments { Double($0[1]) }
        #expect(mean.agrees(with: 8), "\(mean)")
        #expect(deviation.agrees(with: 128.0.squareRoot()), "\(deviation)")
    }

    @Test func theDoorClosesInTime() async throws {
        var maker = GraphMaker()
        maker.add("door") {
            $0.timeToCompromise = .rate(0.2)
            $0.closes = .rate(0.1)
        }
        #expect(try await maker.graph.sampled { $0.goal.probability }.agrees(with: 2.0 / 3))
        maker.graph.nodes[1].closes = .hours(5)
        #expect(try await maker.graph.sampled { $0.goal.probability }.agrees(with: 1 - exp(-1)))
    }

    @Test func startsHoldBackAndHorizonEnds() async throws {
        var maker = GraphMaker()
        maker.add("door") {
            $0.timeToCompromise = .rate(0.2)
            $0.starts = .units(7)
        }
        #expect(try await maker.graph.sampled { $0.goal.meanTime }.agrees(with: 12))
        maker.graph.horizon = .units(10)
        #expect(try await maker.graph.sampled { $0.goal.probability }.agrees(with: 1 - exp(-0.6)))
        maker.graph.horizon = .units(6.9)
        let never = try await GraphAnalysis(maker.graph, .init(trials: 1000, seed: 1, threads: 1)).result()
        let (range, quantiles) = (never.goal.range, never.goal.quantiles)
        #expect(
            never.goal
                == .init(probability: 0, standardError: 0, range: range, meanTime: nil, quantiles: quantiles))
        #expect(range.low == 0 && (0.002...0.003).contains(range.high), "none of 1,000 is no zero")
        #expect(never.goal.quantiles.count == 5 && never.goal.quantiles.values.allSatisfy { $0 == nil })
    }

    @Test func failedTriesAndBlockedOnesMakeNoise() async throws {
        for blocked in [false, true] {
            var maker = GraphMaker()
            maker.add("door") {
                $0.probability = blocked ? 1 : 0
                $0.attempts = 5
                $0.timeToCompromise = .hours(1)
                $0.blockedBy = blocked ? ["wall"] : []
                $0.detection = .chance(0.2, delay: .hours(3))
            }
            if blocked { maker.defence("wall", 1) }
            let found = try await maker.graph.sampled([
                { $0.goal.probability }, { $0.detected.probability }, { $0.detected.meanTime },
            ])
            let shares = (1...5).map { 0.2 * pow(0.8, Double($0 - 1)) }
            let noticed = shares.reduce(0, +)
            let mean = zip(1...5, shares).reduce(0) { $0 + Double($1.0 + 3) * $1.1 } / noticed
            #expect(found[0].value == 0)
            #expect(found[1].agrees(with: noticed), "\(found[1])")
            #expect(found[2].agrees(with: mean), "\(found[2])")
        }
    }

    /// A long theft is noticed at its start and stopped under way, or at its end and too late.
    @Test(arguments: [(Moment.start, exp(-0.4)), (.end, 1)])
    func theMomentOfNoticingDecides(_ from: Moment, _ expected: Double) async throws {
        var maker = GraphMaker()
        maker.add("theft") {
            $0.timeToCompromise = .hours(8)
            $0.group = "g"
            $0.detection = .chance(1, from: from)
        }
        // Containment at the exponential delay: the theft ends first with e^(−0.05·8).
        maker.respond(triage: .hours(0), containment: .rate(0.05))
        #expect(try await maker.graph.sampled { $0.goal.probability }.agrees(with: expected))
    }

    /// Two steps that must both be done, each noticed with a chance: the first noticed one may save the other.
    @Test func andWithDetection() async throws {
        var maker = GraphMaker()
        for (id, hours, chance) in [("quick", 1.0, 0.3), ("slow", 10.0, 0.5)] {
            maker.add(id) {
                $0.timeToCompromise = .hours(hours)
                $0.group = "g"
                $0.detection = .chance(chance)
            }
        }
        maker.add("goal") {
            $0.type = .and
            $0.parents = ["quick", "slow"]
        }
        maker.respond(triage: .hours(2), containment: .rate(0.1))
        let found = try await maker.graph.sampled([
            { $0.goal.probability }, { $0.detected.probability }, { $0.detected.meanTime },
        ])
        // Noticed in hour 1 and contained before hour 10, that is within 7 hours after the triage: lost for the attacker.
        let stopped = 0.3 * (1 - exp(-0.7))
        #expect(found[0].agrees(with: 1 - stopped), "\(found[0])")
        // A stopped step makes no noise any more.
        let late = (1 - 0.3) * 0.5
        #expect(found[1].agrees(with: 0.3 + late), "\(found[1])")
        #expect(found[2].agrees(with: (0.3 * 1 + late * 10) / (0.3 + late)), "\(found[2])")
    }

    @Test func aDefenceIsOneThing() async throws {
        var maker = GraphMaker()
        for id in ["left", "right"] { maker.add(id) { $0.blockedBy = ["wall"] } }
        maker.add("goal") { $0.parents = ["left", "right"] }
        maker.defence("wall", 0.4)
        // Drawn twice, the goal would be reached with 0.84.
        #expect(try await maker.graph.sampled { $0.goal.probability }.agrees(with: 0.6))
    }

    @Test func countsOfTheFallen() async throws {
        var maker = GraphMaker()
        for index in 1...10 { maker.add("n\(index)") { $0.probability = 0.3 } }
        let found = try await maker.graph.sampled(
            trials: 20_000, atLeast: [1, 5],
            [
                { $0.fallen?.mean }, { $0.fallen?.variance }, { $0.fallen?.atLeast["1"] }, { $0.fallen?.atLeast["5"] },
            ])
        #expect(found[0].agrees(with: 3), "\(found[0])")
        #expect(found[1].agrees(with: 2.1), "\(found[1])")
        #expect(found[2].agrees(with: 1 - pow(0.7, 10)), "\(found[2])")
        #expect(found[3].agrees(with: 0.1502683326), "\(found[3])")
    }

    @Test func jointGoalsAreCountedTogether() async throws {
        var maker = GraphMaker()
        for index in 1...4 { maker.add("n\(index)") { $0.probability = 0.5 } }
        maker.graph.goals = ["n1", "n2", "n3"]
        let found = try await maker.graph.sampled(atLeast: [2], [{ $0.fallen?.mean }, { $0.fallen?.atLeast["2"] }])
        #expect(found[0].agrees(with: 1), "\(found[0])")
        #expect(found[1].agrees(with: 0.25), "\(found[1])")
    }

    @Test func unitsAndQuantiles() async throws {
        var maker = GraphMaker()
        maker.graph.timeUnit = .days
        maker.add("door") { $0.timeToCompromise = .exponential(mean: .units(3)) }
        let inDays = try await maker.graph.sampled([{ $0.goal.meanTime }, { $0.goal.quantiles["0.5"] ?? nil }])
        #expect(inDays[0].agrees(with: 3), "\(inDays[0])")
        #expect(inDays[1].agrees(with: 3 * Foundation.log(2.0)), "\(inDays[1])")
        // An ISO 8601 duration is one whatever the unit.
        maker.graph.nodes[1].timeToCompromise = .exponential(mean: .hours(72))
        let written = try await maker.graph.sampled { $0.goal.meanTime }
        #expect(written.value == inDays[0].value)
    }

    /// On: at once when its prerequisites are met; off: never; what does not matter has no importance.
    @Test func importanceByHand() async throws {
        var maker = GraphMaker(horizon: 1)
        maker.add("a") { $0.timeToCompromise = .rate(Foundation.log(2.0)) }
        maker.add("b") { $0.probability = 0.4 }
        maker.add("idle")
        maker.add("goal") { $0.parents = ["a", "b"] }
        let found = try await maker.graph.sampled(
            importance: true,
            [
                { $0.importance(of: "a")?.birnbaum }, { $0.importance(of: "a")?.rrw }, { $0.importance(of: "a")?.raw },
                { $0.importance(of: "b")?.birnbaum }, { $0.importance(of: "idle")?.birnbaum },
                { $0.importance(of: "idle")?.rrw },
            ])
        #expect(found[0].agrees(with: 0.6), "\(found[0])")
        #expect(found[1].agrees(with: 0.7 / 0.4), "\(found[1])")
        #expect(found[2].agrees(with: 1 / 0.7), "\(found[2])")
        #expect(found[3].agrees(with: 0.5), "\(found[3])")
        #expect(found[4].value == 0 && found[5].value == 1)
        let single = try await GraphAnalysis(maker.graph, .init(trials: 1000, seed: 1, threads: 1, importance: true))
            .result()
        #expect(single.importance(of: "goal")?.rrw == nil)
        #expect(single.importance?.map(\.id) == ["a", "b", "idle", "goal"])
    }
}

extension GraphMaker {
    mutating func defence(_ id: String, _ probability: Double) {
        var defence = GraphDefence()
        defence.id = id
        defence.probability = probability
        graph.defences.append(defence)
    }
}
