import DrillEngine
import DrillResults
import Foundation
import Scenarios
import Testing

/// Levers: what is copied, left out or not simulated at all changes no number.
@Suite struct LeverAnalysisTests {
    private func settings(trials: Int = 400, worlds: Int = 4, threads: Int = 2) -> RunSettings {
        RunSettings(
            made(Simulation()) {
                $0.trials = trials
                $0.worlds = worlds
                $0.seed = 5
            }, threads: threads)
    }

    private func sample() throws -> LoadedExercise {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = package.appending(path: "scenarios/exercises/autumn-drill.json").path(percentEncoded: false)
        return try #require(DocumentLoader.disk.loadExercise(path).exercise)
    }

    /// A company alone with its suppliers loses what it loses in the whole exercise, trial by trial.
    @Test func todayIsWhatTheRunSays() async throws {
        let loaded = try sample()
        let run = try await Drill(loaded, settings: settings()).run(documents: [], runID: "test")
        // A customer, the supplier, and one whose answers are partly unknown.
        let chosen: Set<String> = ["saint-brendan-hospitals", "northgate-it", "meridian-bank"]
        let levers = try await LeverAnalysis(loaded, settings: settings()).run(organizations: chosen)
        let companies = run.companies.filter { chosen.contains($0.id) }
        #expect(levers.map(\.organization) == companies.map(\.id))
        for (company, analysed) in zip(companies, levers) {
            #expect(analysed.levers.count > 10)
            for result in analysed.levers {
                #expect(result.stories.map(\.comparison.scenario) == company.stories.map(\.scenario))
                for (story, lever) in zip(company.stories, result.stories) {
                    #expect(lever.comparison.objectives.map(\.before) == story.objectives.map(\.reached))
                    #expect(abs(lever.comparison.recordsExposed.before - story.recordsExposed.mean) < 1)
                    #expect(abs(lever.comparison.downtimeHours.before - story.downtimeHours.mean) < 0.01)
                }
            }
        }
    }

    /// Each lever gives what the whole exercise gives, compared without any shortcut on whom it concerns.
    @Test(arguments: ["harbor-credit", "northgate-it"])
    func leversAgreeWithWholeExercises(_ id: String) async throws {
        let loaded = try sample()
        let results = try await LeverAnalysis(loaded, settings: settings()).run(organizations: [id])
        let levers = try #require(results.first?.levers)
        let place = try #require(loaded.organizations.firstIndex { $0.id == id })
        let whatIf = try WhatIf(loaded, settings: settings())
        var compared = 0
        // Controls of the whole company: what changes is easily said again here.
        for result in levers where result.lever.kind == .control && result.lever.scope == "whole company" {
            let control = try #require(loaded.catalog.controls.first { $0.id == result.lever.control })
            let level = result.lever.id.text.dropFirst(control.id.count + 1)
            guard control.levels.contains(where: { $0.id == level }) else { continue }
            var changed = loaded
            var setting = ControlSetting()
            if case .known(let today)? = changed.organizations[place].controls[control.id] { setting = today }
            setting.level = .known(String(level))
            setting.coverage = .known(1)
            setting.delay = nil
            changed.organizations[place].controls[control.id] = .known(setting)
            let whole = try await whatIf.compare(changed, organizations: [id])
            #expect(result.stories.map(\.comparison) == whole, "\(result.lever.id.text)")
            for (story, whole) in zip(result.stories, whole) where story.cannotMatter { #expect(whole.isUnchanged) }
            compared += 1
        }
        #expect(compared > 15)
    }

    @Test func threadsChangeNothing() async throws {
        let loaded = try sample()
        let one = try await LeverAnalysis(loaded, settings: settings(threads: 1)).run(organizations: ["harbor-credit"])
        let eight = try await LeverAnalysis(loaded, settings: settings(threads: 8)).run(
            organizations: ["harbor-credit"])
        #expect(one == eight)
    }

    /// A noisy knock, and a quiet way that takes ten hours: shutting the gate silences the alarm that has the quiet way
    /// cut after five.
    private func tripwire() -> LoadedExercise {
        let knock = Step.named("knock", on: .server, hours: 1) {
            $0.technique = "T1190"
            $0.noticed = [.by(.announcement, from: .completion)]
        }
        let quiet = Step.named("quiet", on: .server, hours: 10)
        var exercise = Exercise()
        exercise.id = "test"
        return LoadedExercise(
            exercise: exercise, organizations: [.single([.named("server")])],
            scenarios: [.story([knock, quiet], [.step("quiet")])], catalog: TestCatalog.catalog)
    }

    @Test func aLostTripwireIsNamed() async throws {
        let report = try #require(
            try await WeaknessAnalysis(tripwire(), settings: settings(trials: 100, worlds: 1)).run().first)
        let shut = try #require(report.tripwires.first { $0.lever.id.text == "gate/shut" })
        #expect(shut.caused == 100 && shut.prevented == 0 && shut.objective == "quiet")
        #expect(!report.weaknesses.contains { $0.lever.control == "gate" })
        // A wall between departments matters to nobody in a story within one.
        #expect(report.withoutEffect.contains { $0.control == "wall" })
    }

    /// Encryption that would help is ranked by what it saves, and a lever on which nothing depends is told apart from
    /// one that happened to change no trial.
    @Test func whatCannotMatterIsZeroByConstruction() async throws {
        let results = try await LeverAnalysis(tripwire(), settings: settings(trials: 100, worlds: 1)).run()
        let levers = try #require(results.first?.levers)
        let wall = try #require(levers.first { $0.lever.control == "wall" })
        #expect(wall.stories.allSatisfy { $0.cannotMatter && $0.comparison.isUnchanged })
        let gate = try #require(levers.first { $0.lever.id.text == "gate/shut" })
        #expect(gate.stories.allSatisfy { !$0.cannotMatter && !$0.comparison.isUnchanged })
    }

    @Test func scopesTargetsAndEffort() throws {
        var loaded = try sample()
        let place = try #require(loaded.organizations.firstIndex { $0.id == "harbor-credit" })
        loaded.organizations = [loaded.organizations[place]]
        let levers = LeverAnalysis(loaded, settings: settings()).levers(of: loaded.organizations[0])
        #expect(Set(levers.map(\.id)).count == levers.count, "ids are unique")
        // 70 % push today: the same everywhere, then each stronger kind.
        let mfa = levers.filter { $0.control == "mfa" && $0.scope == "whole company" }
        #expect(mfa.map(\.id.text) == ["mfa/push everywhere", "mfa/number-matching", "mfa/fido2"])
        #expect(mfa[0].now.hasSuffix("for 70 %"))
        let steps = try #require(loaded.catalog.control("mfa")).levels.suffix(2).compactMap(\.effort)
        #expect(mfa[2].effort?.likely == steps.reduce(0) { $0 + $1.likely })
        // Today's strongest level everywhere is no lever.
        #expect(!levers.contains { $0.id.text.hasPrefix("certificate-care/unmanaged") })
        #expect(levers.contains { $0.id.text == "hand-off/notice/24x7" })
        // How people are trained is unknown: a middling level could be a step back.
        #expect(levers.filter { $0.control == "phishing-training" }.map(\.id.text) == ["phishing-training/continuous"])
        #expect(levers.first { $0.id.text == "phishing-training/continuous" }?.effort == nil)
        // The time to tell is unknown: there is nothing to be halved.
        #expect(!levers.contains { $0.id.text == "hand-off/tell/faster" })
        #expect(levers.contains { $0.id.text == "consumer-data/scoring-db: encryption-at-rest/keys in an hsm" })
    }
}
