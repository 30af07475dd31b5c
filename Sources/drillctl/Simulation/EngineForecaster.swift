import DrillEngine
import DrillResults
import Foundation
import Scenarios
import Tabletop

/// Asks the engine what a tabletop wants to know; everything is simulated once, beforehand.
struct EngineForecaster: Forecaster {
    private let loaded: LoadedExercise
    private let settings: RunSettings
    /// By the scenario's place and the organization's id.
    private let bases: [[String: Basis]]
    private let result: RunResult
    private let moments: [[String: StoryMoments]]
    /// By scenario's place; each option's comparisons for all organizations.
    private let options: [[(decision: String, option: String, comparisons: [StoryComparison])]]

    /// - Parameters:
    ///   - scenarios: the places of the scenarios whose decisions are compared.
    ///   - organizations: ids of the organizations that are asked for.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    init(
        _ loaded: LoadedExercise, settings: RunSettings, scenarios: [Int], organizations: Set<String>
    ) async throws {
        self.loaded = loaded
        self.settings = settings
        let drill = try Drill(loaded, settings: settings)
        bases = try loaded.scenarios.indices.map { place in
            try organizations.reduce(into: [:]) { found, organization in
                found[organization] = try drill.basis(scenario: place, organization: organization)
            }
        }
        result = try await drill.run(documents: [], runID: "")
        moments = try await StoryMoments.all(loaded, settings: settings)
        var options: [[(String, String, [StoryComparison])]] = []
        for place in loaded.scenarios.indices {
            options.append(
                scenarios.contains(place)
                    ? try await Self.compare(place, of: loaded, settings: settings, organizations: organizations)
                    : [])
        }
        self.options = options.map { $0.map { (decision: $0.0, option: $0.1, comparisons: $0.2) } }
    }

    /// Each option that is not the default, as the default of its decision.
    private static func compare(
        _ place: Int, of loaded: LoadedExercise, settings: RunSettings, organizations: Set<String>
    ) async throws -> [(String, String, [StoryComparison])] {
        var exercise = loaded
        exercise.scenarios = [loaded.scenarios[place]]
        let whatIf = try WhatIf(exercise, settings: settings)
        var found: [(String, String, [StoryComparison])] = []
        for (number, decision) in exercise.scenarios[0].decisions.enumerated() {
            for option in decision.options where option.id != decision.default {
                var changed = exercise
                changed.scenarios[0].decisions[number].default = option.id
                let comparisons = try await whatIf.compare(changed, organizations: organizations)
                found.append((decision.id, option.id, comparisons))
            }
        }
        return found
    }

    /// Nil where the scenario does not apply; then ``reason(scenario:organization:)`` says why.
    func forecast(scenario place: Int, organization: String) -> StoryForecast? {
        let scenario = loaded.scenarios[place]
        guard let company = result.companies.first(where: { $0.id == organization }) else { return nil }
        // A scenario that stands twice in the exercise, with other parameters, has a story for each.
        let before = loaded.scenarios[..<place].count { $0.id == scenario.id }
        let stories = company.stories.filter { $0.scenario == scenario.id }
        guard stories.indices.contains(before) else { return nil }
        return StoryForecast(
            trials: settings.trials, seed: settings.seed, modelVersion: result.modelVersion,
            basis: bases[place][organization] ?? result.basis,
            story: stories[before], injects: injectTimes(scenario, moments[place][organization]),
            options: options[place].compactMap { decision, option, comparisons in
                comparisons.first { $0.organization == organization }
                    .map { OptionForecast(decision: decision, option: option, comparison: $0) }
            })
    }

    /// What simulation says on the path that was played.
    ///
    /// - Parameter taken: option ids by decision id; a decision without one counts as its default.
    /// - Throws: `CancellationError` when the task is cancelled, `CompileError`.
    func path(_ session: Session, taken: [String: String]) async throws -> PlayedPath {
        let organizations: Set = [session.organization.id]
        var exercise = loaded
        exercise.scenarios = [session.scenario]
        var options: [OptionForecast] = []
        for (id, before) in session.path(taken) {
            guard let decision = session.scenario.decisions.first(where: { $0.id == id }) else { continue }
            if before.isEmpty {
                // Nothing was decided otherwise yet: it stands in the forecast.
                options += session.forecast.options.filter { $0.decision == id }
                continue
            }
            let base = exercise.taking(before)
            let whatIf = try WhatIf(base, settings: settings)
            for option in decision.options where option.id != decision.default {
                let found = try await whatIf.compare(base.taking([id: option.id]), organizations: organizations)
                options += found.map { OptionForecast(decision: id, option: option.id, comparison: $0) }
            }
        }
        let otherwise = session.scenario.decisions.reduce(into: [String: String]()) { found, decision in
            if let option = taken[decision.id], option != decision.default, decision.has(option) {
                found[decision.id] = option
            }
        }
        guard !otherwise.isEmpty else { return PlayedPath(options: options, joint: nil) }
        let joint = try await WhatIf(exercise, settings: settings).compare(
            exercise.taking(otherwise), organizations: organizations)
        return PlayedPath(options: options, joint: joint.first)
    }

    /// Why a scenario does not apply.
    func reason(scenario place: Int, organization: String) -> String {
        let company = result.companies.first { $0.id == organization }
        return company?.notApplicable.first { $0.scenario == loaded.scenarios[place].id }?.reason ?? "it does not apply"
    }

    /// When contextual injects come: what they wait for, and their delay.
    private func injectTimes(_ scenario: Scenario, _ moments: StoryMoments?) -> [String: MomentTime] {
        guard let moments else { return [:] }
        var times: [String: MomentTime] = [:]
        for inject in scenario.injects {
            let delay = (scenario.hours(inject.delay) ?? 0)
            switch inject.trigger {
            case .noticed: times[inject.id] = moments.noticed.later(delay)
            case .reached(let step): times[inject.id] = moments.reached[step]?.later(delay)
            case .at, .decided: break
            }
        }
        return times
    }
}

extension LoadedExercise {
    /// With these options, by decision id, as the defaults of the first scenario's decisions.
    func taking(_ options: [String: String]) -> LoadedExercise {
        var changed = self
        for (number, decision) in scenarios[0].decisions.enumerated() {
            if let option = options[decision.id] { changed.scenarios[0].decisions[number].default = option }
        }
        return changed
    }
}

extension MomentTime {
    fileprivate func later(_ hours: Double) -> MomentTime {
        MomentTime(
            count: count, trials: trials, p10: p10.map { $0 + hours }, p50: p50.map { $0 + hours },
            p90: p90.map { $0 + hours })
    }
}
