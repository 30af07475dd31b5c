internal import DrillKernel
public import DrillResults
public import Scenarios

/// Traces a printed number to its rule, its trials and the catalog's entries.
public struct Explainer: Sendable {
    /// What can be asked; names are ids of the documents.
    public enum Question: Sendable, Equatable {
        /// How often an objective is reached.
        case probability(String)
        /// "overall", "prevention", "response" or a family.
        case score(String)
        /// What a lever changes.
        case lever(String)
        /// "compromised", "noticed", "dwell", "contained", "repaired" or "lost".
        case time(String)
        case step(String)
        case control(String)
    }

    /// Why a question has no answer.
    public enum Failure: Error, Sendable, Equatable {
        /// There is no such thing; there are these.
        case unknown(noun: String, name: String, known: [String])
        /// The thing is there, but says nothing about the company; a sentence.
        case says(String)
    }

    let loaded: LoadedExercise
    let settings: RunSettings
    let drill: Drill

    /// - Throws: `CompileError` where two entities would share random numbers.
    public init(_ loaded: LoadedExercise, settings: RunSettings) throws {
        self.loaded = loaded
        self.settings = settings
        drill = try Drill(loaded, settings: settings)
    }

    /// Explains a number of one company.
    ///
    /// - Parameters:
    ///   - organization: Nil only where there is one company, or for a probability: then the company for which it is
    ///     highest.
    ///   - scenario: Nil: the story for which the number is worst.
    /// - Throws: ``Failure``, `CompileError`, or `CancellationError` when the task is cancelled.
    public func explain(
        _ question: Question, organization: String? = nil, scenario: String? = nil
    ) async throws -> Explanation {
        let known = loaded.scenarios.map(\.id)
        if let scenario, !known.contains(scenario) {
            throw Failure.unknown(noun: "scenario", name: scenario, known: known)
        }
        switch question {
        case .probability(let objective): return try probability(objective, organization, scenario: scenario)
        case .time(let name): return try time(name, company(organization), scenario: scenario)
        case .step(let id): return try step(id, company(organization), scenario: scenario)
        case .control(let id): return try control(id, company(organization), scenario: scenario)
        case .lever(let id): return try lever(id, company(organization), scenario: scenario)
        case .score(let name): return try await score(name, company(organization))
        }
    }

    private func company(_ id: String?) throws(Failure) -> Organization {
        let known = loaded.organizations.map(\.id)
        guard let id else {
            if loaded.organizations.count == 1 { return loaded.organizations[0] }
            throw .says("which company? name one with --organization; there are: \(known.joined(separator: ", "))")
        }
        guard let found = loaded.organizations.first(where: { $0.id == id }) else {
            throw .unknown(noun: "company", name: id, known: known)
        }
        return found
    }

    /// The stories that apply to a company, in the exercise's order; at least one.
    func stories(of organization: String, _ scenario: String?) throws -> [StorySample] {
        let found = try loaded.scenarios.filter { scenario == nil || $0.id == scenario }.compactMap { story in
            try drill.story(scenario: story.id, organization: organization).flatMap { job, member in
                let story = CompanyStory(job, member: member)
                return story.applies ? StorySample(story: story, settings: settings) : nil
            }
        }
        if found.isEmpty {
            throw Failure.says(
                scenario.map { "\($0) does not apply to \(organization)" }
                    ?? "no scenario of this exercise applies to \(organization)")
        }
        return found
    }

    // MARK: Probability

    private func probability(
        _ objective: String, _ organization: String?, scenario: String?
    ) throws -> Explanation {
        let known = loaded.scenarios.flatMap { $0.objectives.map(\.id) }
        guard known.contains(objective) else {
            throw Failure.unknown(noun: "objective", name: objective, known: known.distinct)
        }
        let companies = organization == nil ? loaded.organizations : [try company(organization)]
        var best: (sample: StorySample, number: Int, node: Int32, times: [Float], share: Probability)?
        for company in companies {
            guard let stories = try? stories(of: company.id, scenario) else { continue }
            for sample in stories {
                guard let number = sample.scenario.objectives.firstIndex(where: { $0.id == objective }),
                    let node = sample.story.objective(number)
                else { continue }
                try Task.checkCancellation()
                let times = sample.completions([node])[0]
                let share = sample.share(times) { $0 < .infinity }
                if let best, best.share.value >= share.value { continue }
                best = (sample, number, node, times, share)
            }
        }
        guard let (sample, number, node, times, share) = best else {
            throw Failure.says("no story of this exercise can cost \(organization ?? "a company") “\(objective)”")
        }
        var result = sample.explanation(
            "probability(\(objective))",
            title: "How often “\(sample.scenario.objectives[number].title)” is reached, if tried",
            printed: "\(Wording.probability(share)) (\(Wording.range(share.range, trials: share.trials)))",
            rule:
                "Trials in which it is reached by the horizon of \(Wording.span(hours: sample.scenario.horizon.hours(in: .hours))), "
                + "divided by all trials. The range in brackets goes from 5 % to 95 %, chance and what is not known together."
        )
        result.formula = "\(Wording.count(share.count)) / \(Wording.count(share.trials))"
        result.terms = [
            ScoreTerm(
                name: "share of trials that reach it", value: share.value, count: share.count, trials: share.trials)
        ]
        result.details = [
            "chance alone (so many trials): \(Wording.range(share.chance, trials: share.trials))",
            "not knowing alone (\(settings.worlds) worlds): \(Wording.range(share.notKnowing, trials: share.trials))",
        ]
        result.trials = sample.first(3, times) { "reaches it \(Wording.hours(Double($0))) after zero hour" }
        result.steps = sample.steps(before: Int(node), explainer: self, withControls: false)
        result.deeper = result.steps.filter { $0.completed > 0 }.map { "step(\($0.id))" }
        result.toConfirm = words(sample.who.toConfirm)
        return result
    }

    // MARK: Times

    private static let times = ["compromised", "noticed", "dwell", "contained", "first-back", "repaired", "lost"]

    private func time(_ name: String, _ company: Organization, scenario: String?) throws -> Explanation {
        guard Self.times.contains(name) else {
            throw Failure.unknown(noun: "time", name: name, known: Self.times)
        }
        let samples = try stories(of: company.id, scenario)
        let sample = samples.max { $0.goalShare < $1.goalShare } ?? samples[0]
        let times = sample.times(name)
        let counted = times.count { $0 != nil }
        var tally = Tally()
        for case .some(let time) in times where time < .infinity { tally.add(Double(time)) }
        let summary = tally.summary(of: UInt64(counted))
        var result = sample.explanation(
            "time(\(name))", title: Self.title(name), printed: Wording.median(summary), rule: Self.rule(name))
        result.terms = [
            ScoreTerm(
                name:
                    "share of the \(Self.among(name)) in which it happens",
                value: summary.probability, count: Int(tally.count), trials: counted)
        ]
        result.details = [
            "one in ten \(Self.within(summary.p10)), half \(Self.within(summary.p50)), nine in ten "
                + "\(Self.within(summary.p90)); “never” is counted, not dropped",
            summary.meanHours.map { "mean where it happens: \(Wording.hours($0))" } ?? "it never happens",
        ]
        result.trials = sample.near([summary.p10, summary.p50, summary.p90], times)
        result.deeper = ["probability(\(sample.scenario.objectives[sample.goal ?? 0].id))"]
        return result
    }

    private static func title(_ name: String) -> String {
        switch name {
        case "compromised": "When the first step completes (median)"
        case "noticed": "When the company's earliest alert comes (median)"
        case "dwell": "From the first completed step to the earliest alert (median)"
        case "contained": "When the last department is contained (median)"
        case "first-back": "When the first critical service is back (median)"
        case "repaired": "When the last outage is repaired (median)"
        default: "When the story's goal is reached (median)"
        }
    }

    private static func among(_ name: String) -> String {
        switch name {
        case "dwell": "trials with a completed step"
        case "repaired", "first-back": "trials with an outage"
        default: "trials"
        }
    }

    private static func within(_ hours: Double?) -> String { hours.map { "within \(Wording.hours($0))" } ?? "never" }

    private static func rule(_ name: String) -> String {
        let middle = "The middle of the trials' values in order, with “never” as the latest"
        switch name {
        case "dwell": return "\(middle), over the trials with a completed step; 0 where the alert came first."
        case "repaired": return "\(middle), over the trials with an outage of the company's own; hours after zero hour."
        case "first-back":
            return
                "\(middle), over the trials with an outage of the company's own; hours after zero hour. Critical are the "
                + "assets for which the document has a place in the restore order; all where it has none."
        default: return "\(middle), over all trials; hours after zero hour."
        }
    }

    // MARK: Steps

    private func step(_ id: String, _ company: Organization, scenario: String?) throws -> Explanation {
        let known = loaded.scenarios.filter { scenario == nil || $0.id == scenario }.flatMap { $0.steps.map(\.id) }
        guard known.contains(id) else { throw Failure.unknown(noun: "step", name: id, known: known.distinct) }
        let samples = try stories(of: company.id, scenario).filter { sample in
            sample.scenario.steps.contains { $0.id == id } && !sample.nodes(ofStep: id).isEmpty
        }
        guard let sample = samples.max(by: { $0.goalShare < $1.goalShare }),
            let index = sample.scenario.steps.firstIndex(where: { $0.id == id })
        else { throw Failure.says("the step \(id) finds no asset of \(company.name)") }
        let nodes = sample.nodes(ofStep: id)
        let each = sample.completions(nodes)
        let times = each[0].indices.map { trial in each.reduce(Float.infinity) { min($0, $1[trial]) } }
        let share = sample.share(times) { $0 < .infinity }
        var result = sample.explanation(
            "step(\(id))", title: "How often the step “\(sample.scenario.steps[index].title)” completes",
            printed: "\(Wording.probability(share)) (\(Wording.range(share.range, trials: share.trials)))",
            rule: "Trials in which it completes on at least one of its \(nodes.count) "
                + "\(nodes.count == 1 ? "asset" : "assets"), divided by all trials. Each control multiplies the chance of a "
                + "try by its factor where it is present, or slows the try by its factor.")
        result.formula = "\(Wording.count(share.count)) / \(Wording.count(share.trials))"
        result.terms = [
            ScoreTerm(
                name: "share of trials in which it completes", value: share.value, count: share.count,
                trials: share.trials)
        ]
        result.details = sample.rules(ofStep: index)
        result.trials = sample.first(3, times) { "completes \(Wording.hours(Double($0))) after zero hour" }
        result.steps = [sample.explanation(ofStep: index, completed: share.count, explainer: self, withControls: true)]
        let standing = Set(result.steps.flatMap { $0.assets.flatMap { $0.controls.map(\.control) } })
        result.deeper = loaded.catalog.controls.map(\.id).filter(standing.contains).map { "control(\($0))" }
        result.toConfirm = words(sample.who.toConfirm, about: standing)
        return result
    }

    /// What the reader should confirm, each thing once.
    ///
    /// - Parameter controls: Only about these; about everything when nil.
    func words(_ answers: [OpenAnswer], about controls: Set<String>? = nil) -> [String] {
        answers.filter { answer in
            controls.map { wanted in answer.control.map(wanted.contains) ?? false } ?? true
        }.map { Wording.confirmation($0.gap(in: loaded.catalog)) }.distinct
    }
}

extension [String] {
    /// Each text once, in order.
    var distinct: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
