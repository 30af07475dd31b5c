import ArgumentParser
import DrillEngine
import DrillResults
import Scenarios

/// The best set of fixes under a limit.
struct PlanCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Find the set of fixes that helps most under a budget, or the cheapest one below a target.",
        usage: "drillctl plan <exercise.json> (--effort <days> | --cost <money> | --target <p>) [options]",
        discussion: """
            Gains of fixes do not add up: each set is simulated as a whole, on the same random numbers as today's state. \
            The search is greedy over singles and pairs, with swaps; where few levers matter every set is tried, and the \
            plan says so. Efforts are the catalog's, or those that the company states under upgrades.

            EXAMPLES
              drillctl plan scenarios/exercises/autumn-drill.json --organization harbor-credit --effort 60
              drillctl plan autumn-drill.json --organization meridian-bank --target 5%
              drillctl plan autumn-drill.json --cost "50000 EUR" --format json > plan.json
            """)

    @ArgumentParser.Option(help: .init("Person-days at most.", valueName: "days"))
    var effort: Double?

    @ArgumentParser.Option(help: .init("Money at most, such as \"50000 EUR\".", valueName: "money"))
    var cost: MoneyArgument?

    @ArgumentParser.Option(
        help: .init("Least effort that brings every goal to this probability, such as 0.05 or 5%.", valueName: "p"))
    var target: ShareArgument?

    @ArgumentParser.Option(
        help: .init("Bring down this objective (default: the goal of each story).", valueName: "id"))
    var objective: String?

    @ArgumentParser.Option(
        help: .init("Sets of fixes simulated in the search for a company, at most.", valueName: "n"))
    var sets = PlanAnalysis.mostSets

    @OptionGroup var chosen: AnalysisOptions

    @ArgumentParser.Option(help: .init("How to write the result.", valueName: "format"))
    var format = OutputFormat.text

    @OptionGroup var terminal: TerminalOptions

    func validate() throws {
        try chosen.check()
        try Bounds.check("--sets", sets, within: 1...1_000_000)
        let limits = [effort != nil, cost != nil, target != nil].count { $0 }
        guard limits == 1 else {
            throw ValidationError("Say one limit: --effort, --cost or --target.")
        }
        if let effort, !(effort > 0 && effort <= 1e6) {
            throw ValidationError("--effort must lie above 0 and at most at 1000000 person-days, not be \(effort).")
        }
    }

    func run(in context: Context) async throws {
        let (loaded, settings) = try chosen.load(in: context, format, terminal)
        try checkObjective(of: loaded.scenarios)
        let companies = chosen.companies(loaded)
        let analysis = PlanAnalysis(
            loaded, settings: settings, limit: try limit(loaded), objective: objective, mostSets: sets)
        let line = ProgressLine(
            "Planning, " + ProgressLine.subject(loaded, companies: companies.count), context: context, format: format,
            options: terminal)
        let plans = try await context.interrupt.run {
            defer { line.finish() }
            return try await analysis.run(organizations: Set(companies.map(\.id))) { line.update($0) }
        }
        switch format {
        case .json:
            let body = PlansJSON(catalogRelease: loaded.catalog.release, worlds: settings.worlds, companies: plans)
            try context.output.write(
                JSONOutput(
                    modelVersion: Drill.modelVersion, seed: settings.seed, trials: settings.trials,
                    marking: loaded.exercise.disclosure.marking.rawValue, body: body
                ).text())
        case .text:
            let text = PlanText(
                companies: loaded.organizations, scenarios: LeverAnalysis(loaded, settings: settings).scenarios,
                marking: loaded.exercise.disclosure.marking.rawValue, style: context.style(terminal))
            try context.output.write(text.text(plans))
        }
    }

    private func limit(_ loaded: LoadedExercise) throws(CommandFailure) -> ImprovementPlan.Limit {
        if let effort { return .effort(effort) }
        if let target { return .target(target.share) }
        let amount = cost?.amount ?? 0
        if let currency = cost?.currency { return .cost(amount, currency: currency) }
        let currencies = Set(chosen.companies(loaded).flatMap(\.upgradeCurrencies)).sorted()
        guard let only = currencies.first, currencies.count == 1 else {
            let known =
                currencies.isEmpty
                ? "no company states what an upgrade costs; put costs under \"upgrades\", or plan by --effort"
                : "say the currency: \(currencies.map { "--cost \"\(Figure.significant(amount, digits: 6)) \($0)\"" }.joined(separator: " or "))"
            throw CommandFailure(.wrongUsage, "--cost: \(known)")
        }
        return .cost(amount, currency: only)
    }

    private func checkObjective(of scenarios: [Scenario]) throws(CommandFailure) {
        guard let objective else { return }
        let known = scenarios.flatMap(\.objectives).map(\.id)
        guard !known.contains(objective) else { return }
        throw SessionOptions.unknown("--objective", value: objective, known: Set(known).sorted())
    }
}

/// The machine's version of it.
private struct PlansJSON: Encodable {
    var catalogRelease: String
    var worlds: Int
    var companies: [CompanyPlan]
}

/// "50000", "50000 EUR".
struct MoneyArgument: ExpressibleByArgument, Sendable {
    var amount: Double
    var currency: String?

    init?(argument: String) {
        let parts = argument.split(separator: " ")
        guard (1...2).contains(parts.count), let amount = Double(parts[0]), amount > 0, amount <= 1e15 else {
            return nil
        }
        self.amount = amount
        if parts.count == 2 {
            let code = parts[1].uppercased()
            guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
            currency = code
        }
    }
}

/// A probability above 0 and below 1: "0.05", "5%", "5 %".
struct ShareArgument: ExpressibleByArgument, Sendable {
    var share: Double

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        let digits = argument.drop { $0 == " " }.prefix { $0 != "%" && $0 != " " }
        guard let number = Double(digits) else { return nil }
        share = isPercent ? number / 100 : number
        guard share > 0, share < 1 else { return nil }
    }
}
