import DrillEngine
import DrillKernel
import Foundation
import Scenarios
import Testing

/// Raising a control never helps the attacker while response times are held fixed, trial by trial on the same draws.
///
/// Only controls that the catalog declares to act both ways are left out.
@Suite struct MonotoneControlTests {
    /// Objective times of every participant in each trial, without alerts' consequences: no cut stops anything.
    private func times(
        _ scenario: Scenario, _ organizations: [Organization], _ external: [ExternalOrganization], _ catalog: Catalog
    ) throws -> [[Float]] {
        let builder = DrillBuilder(
            scenario: scenario, organizations: organizations, external: external, catalog: catalog,
            techniques: .embedded, seed: 11, preset: .default)
        var drill = try builder.build(worldCount: 4)
        for index in drill.description.nodes.indices {
            drill.description.nodes[index].cuts = []
            for passage in drill.description.nodes[index].passages.indices {
                drill.description.nodes[index].passages[passage].cuts = []
            }
        }
        drill.graph = CompiledGraph(drill.description)
        let goals = drill.members.flatMap { $0.objectives }
        return (0..<4).flatMap { drill.completions(goals, world: $0, trials: 0..<192, seed: 11) }
    }

    /// Sets a control everywhere in an organization, whatever its scopes say.
    private func setting(_ control: String, _ level: String, in organizations: [Organization]) -> [Organization] {
        organizations.map { organization in
            made(organization) {
                let keys = $0.keySettings(of: control)
                $0.controls[control] = .level(level) { setting in
                    setting.keys = keys?.keys
                    setting.callers = keys?.callers
                }
                for department in $0.departments.indices {
                    $0.departments[department].controls[control] = nil
                    for asset in $0.departments[department].assets.indices {
                        $0.departments[department].assets[asset].controls[control] = nil
                    }
                }
            }
        }
    }

    private func check(
        _ scenarios: [Scenario], _ organizations: [Organization], _ external: [ExternalOrganization], _ catalog: Catalog
    ) throws -> [String: Int] {
        var later: [String: Int] = [:]
        for control in catalog.controls where control.twoWay == nil {
            for scenario in scenarios {
                var before: [[Float]]?
                for level in control.levels {
                    let raised = setting(control.id, level.id, in: organizations)
                    let after = try times(scenario, raised, external, catalog)
                    for (old, new) in zip(before ?? after, after) where old != new {
                        let isEarlier = zip(old, new).contains { $1 < $0 }
                        if isEarlier { Issue.record("\(control.id) at \(level.id) in \(scenario.id)") }
                        later[control.id, default: 0] += 1
                    }
                    before = after
                }
            }
        }
        return later
    }

    @Test func smallOrganizations() throws {
        let play = RunTests.play
        let exploit = Step.named("exploit", on: .server) {
            $0.technique = "T1190"
            $0.chance = 0.8
            $0.attempts = .count(3)
        }
        let abuse = Step.named("abuse", on: .server, after: [("exploit", .reachable)]) {
            $0.technique = "T1078"
            $0.through = .identity
        }
        let run = Step.named("run", on: .server, after: [("exploit", .organization)]) { $0.technique = "T1059" }
        let second = Scenario.story([exploit, abuse, run], [.step("abuse"), .step("run", atLeast: 2)])
        let external = made(ExternalOrganization()) { $0.id = "vendor" }
        let later = try check([play.scenario, second], play.organizations, [external], play.catalog)
        // The test would say nothing if nothing moved.
        for control in ["gate", "drag", "wall", "mfa", "unsure", "encryption-at-rest"] {
            #expect(later[control] ?? 0 > 10, "\(control)")
        }
    }

    /// The library's catalog on its own stories and companies.
    @Test func theLibrary() throws {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = package.appending(path: "scenarios/exercises/autumn-drill.json").path(percentEncoded: false)
        let loaded = try #require(DocumentLoader.disk.loadExercise(path).exercise)
        let later = try check(loaded.scenarios, loaded.organizations, loaded.exercise.external, loaded.catalog)
        #expect(later.count >= 5, "\(later)")
    }

    /// A control may act in opposite directions: prompt patching installs the poisoned update sooner. It is declared.
    @Test func twoWayControlsAreDeclared() throws {
        let install = Step.named("install", on: .server) {
            $0.technique = "T1195.002"
            $0.duration = .value(.exponential(mean: .hours(500)))
        }
        let story = Scenario.story([install], [.step("install")])
        let catalog = Catalog.embedded
        let patching = try #require(catalog.control("patching"))
        let firm = [Organization.single([.named("server")])]
        let slow = try times(story, setting("patching", patching.levels[0].id, in: firm), [], catalog)
        let prompt = try times(story, setting("patching", patching.levels[3].id, in: firm), [], catalog)
        #expect(zip(slow, prompt).contains { $1[0] < $0[0] })
        #expect(patching.twoWay != nil)
    }
}

extension Organization {
    /// The first setting of a control that says where keys are kept.
    fileprivate func keySettings(of control: String) -> ControlSetting? {
        let all =
            [controls[control]]
            + departments.flatMap { [$0.controls[control]] + $0.assets.map { $0.controls[control] } }
        for case .known(let setting)?? in all where setting.keys != nil { return setting }
        return nil
    }
}
