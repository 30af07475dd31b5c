import DrillEngine
import DrillKernel
import DrillResults
import Foundation
import Scenarios
import Testing

/// Answers that others have published, within four standard errors of the sampled ones.
@Suite struct PublishedCaseTests {
    @Test func graphsAgree() async throws {
        for published in try NeutralCase.all(["static", "timed", "race"]) {
            for answer in published.answers where importance(answer.quantity) == nil {
                let found = try #require(
                    try await sampled(answer.quantity, published), "no way to ask for “\(answer.quantity)”")
                #expect(
                    found.agrees(with: answer.value), "\(published.name), \(answer.quantity): \(found), \(answer.value)"
                )
            }
        }
    }

    @Test func importanceAgrees() async throws {
        var asked = 0
        for published in try NeutralCase.all(["static", "timed"]) {
            let answers = published.answers.filter { importance($0.quantity) != nil }
            if answers.isEmpty { continue }
            // All of them are stated for hour 1.
            #expect(answers.allSatisfy { $0.quantity.hasSuffix("t=1") })
            let quantities = answers.compactMap { importance($0.quantity) }
            let found = try await published.graph(horizon: 1).sampled(importance: true, quantities)
            for (answer, found) in zip(answers, found) {
                #expect(
                    found.agrees(with: answer.value), "\(published.name), \(answer.quantity): \(found), \(answer.value)"
                )
            }
            asked += answers.count
        }
        #expect(asked == 0 || asked == 11)
    }

    private func importance(_ quantity: String) -> (@Sendable (GraphResult) -> Double?)? {
        if let id = quantity.firstMatch(of: /^Birnbaum\((\w+)\)/).map({ String($0.1) }) {
            return { $0.importance(of: id)?.birnbaum }
        }
        if let id = quantity.firstMatch(of: /^RRW\((\w+)\)/).map({ String($0.1) }) {
            return { $0.importance(of: id)?.rrw }
        }
        return nil
    }

    private func sampled(_ quantity: String, _ published: NeutralCase) async throws -> Sampled? {
        let atOne = quantity.hasSuffix("t=1)")
        let graph = published.graph(horizon: atOne ? 1 : nil)
        switch quantity {
        case "P(goal)", "P(goal by t=1)", "P(goal before stop)":
            return try await graph.sampled { $0.goal.probability }
        case "mean time to goal", "E[time to goal | goal]":
            return try await graph.sampled { $0.goal.meanTime }
        default:
            guard let id = quantity.firstMatch(of: /^P\((\w+)\)$/)?.1 else { return nil }
            // Any node can be the goal; every node comes out the same.
            let asGoal = try await published.graph(goal: String(id)).sampled { $0.goal.probability }
            let asNode = try await graph.sampled(nodes: true) { $0.node(String(id))?.probability }
            #expect(asGoal.value == asNode.value)
            return asGoal
        }
    }

    /// The race's closed forms for what the case does not list: the alert comes before the goal or after it, never twice.
    @Test func theRaceIsNoticedAndStopped() async throws {
        for published in try NeutralCase.all(["race"]) {
            let found = try await published.graph().sampled(
                nodes: true,
                [
                    { $0.detected.probability }, { $0.detected.meanTime }, { $0.node("step1")?.probability },
                    { $0.node("step2")?.probability },
                ] as [@Sendable (GraphResult) -> Double?])
            let rates = published.attack?.chainRates ?? []
            let clock = published.defender?.clockRates[0] ?? 0
            #expect(found[0].value == 1)
            #expect(found[1].agrees(with: 1 / clock))
            #expect(found[2].agrees(with: rates[0] / (rates[0] + clock)))
            #expect(found[3].agrees(with: rates[0] / (rates[0] + clock) * rates[1] / (rates[1] + clock)))
        }
    }

    /// What FAIR and MAL tools assert about distributions, through graphs of one or two nodes.
    @Test func distributionsAgree() throws {
        var left: [String] = []
        for published in try NeutralCase.all(["fair", "ttc"]) {
            for answer in published.answers {
                guard let found = try distribution(answer.quantity) else {
                    left.append(answer.quantity)
                    continue
                }
                #expect(found.agrees(with: answer.value), "\(answer.quantity): \(found), \(answer.value)")
            }
        }
        // A step takes no binomial number of hours, and PERT here is the standard one.
        let impossible = [
            "E[Binomial(10,0.1)+Exp(0.1)]", "E[Gamma(1,0.1)-Binomial(10,0.1)]",
            "model 1 SD[Risk], pyfair PERT (sd=(high-low)/(gamma+2))",
        ]
        #expect(left.allSatisfy(impossible.contains), "\(left)")
    }

    private func distribution(_ quantity: String) throws -> Sampled? {
        switch quantity {
        case "pyfair README model 1 E[Risk]": return try risk().mean
        case "model 1 SD[Risk], standard PERT (alpha=1+4(m-a)/(b-a))": return try risk().deviation
        case "riskquant annualized_loss(0.1,1,10)": return try annualLoss(frequency: 0.1)
        case "riskquant annualized_loss(3.0,1,10)": return try annualLoss(frequency: 3)
        case "E[EasyAndCertain = Exp(1)]": return try single(.rate(1))
        case "E[HardAndCertain = Exp(0.1)]": return try single(.rate(0.1))
        case "E[VeryHardAndCertain = Exp(0.01)]": return try single(.rate(0.01))
        case "E[HardAndUncertain = Exp(0.1)*Bernoulli(0.5)]": return try single(.rate(0.1), probability: 0.5)
        case "E[LogNormal(1,0.1)*Gamma(1,0.1)]":
            return try pair(.lognormalLog(mu: 1, sigma: 0.1), .gamma(shape: 1, scale: .units(0.1))) { $0 * $1 }.mean
        default: return nil
        }
    }

    private func risk() throws -> (mean: Sampled, deviation: Sampled) {
        try pair(
            .pert(low: .units(20), likely: .units(100), high: .units(900)),
            .pert(low: .units(3e6), likely: .units(3.5e6), high: .units(5e6))
        ) { $0 * ($1 + 3.5e6) }
    }

    /// Lognormal with 5 % at 1 and 95 % at 10.
    private func annualLoss(frequency: Double) throws -> Sampled {
        let middle = Foundation.log(10.0) / 2
        let distribution = Distribution.lognormalLog(mu: middle, sigma: middle / 1.6448536269514722)
        return try pair(distribution, .hours(0)) { loss, _ in frequency * loss }.mean
    }

    private func pair(
        _ first: Distribution, _ second: Distribution, _ function: (Double, Double) -> Double
    ) throws -> (mean: Sampled, deviation: Sampled) {
        var maker = GraphMaker()
        maker.add("first") { $0.timeToCompromise = first }
        maker.add("second") { $0.timeToCompromise = second }
        return try maker.graph.moments { function(Double($0[1]), Double($0[2])) }
    }

    /// Mean time of a graph of one node, given that it falls.
    private func single(_ distribution: Distribution, probability: Double = 1) throws -> Sampled {
        var maker = GraphMaker()
        maker.add("node") {
            $0.timeToCompromise = distribution
            $0.probability = probability
        }
        let share = try maker.graph.moments { $0[1] < .infinity ? 1 : 0 }.mean
        let sum = try maker.graph.moments { $0[1] < .infinity ? Double($0[1]) : 0 }.mean
        #expect(share.agrees(with: probability))
        return Sampled([sum.value / share.value - sum.standardError, sum.value / share.value + sum.standardError])
    }
}
