import DrillEngine
import DrillKernel
import DrillResults
import Scenarios
import Testing

/// Walls between departments: they stand on routes, not in steps, and each is drawn once.
@Suite struct SegmentationTests {
    private let foothold = Step.named("foothold", on: .endpointFleet)

    private func play(_ relation: Relation, targets: [(department: String, asset: String)]) -> Play {
        let move = Step.named("move", on: .server, after: [("foothold", relation)])
        var departments = [Department.named("office", [.named("laptops", .endpointFleet)])]
        for target in targets {
            departments[0].assets[0].reaches.append(target.asset)
            if let index = departments.firstIndex(where: { $0.id == target.department }) {
                departments[index].assets.append(.named(target.asset))
            } else {
                departments.append(.named(target.department, [.named(target.asset)]))
            }
        }
        return Play(
            .story([foothold, move], [.step("move", atLeast: targets.count)]),
            .named("acme", departments) { $0.controls["wall"] = .level("zones") })
    }

    @Test func withinADepartmentNothingStandsInTheWay() async throws {
        #expect(try await play(.reachable, targets: [("office", "a")]).share().count == 20_000)
    }

    @Test func acrossDepartmentsTheRouteCounts() async throws {
        #expect(try await play(.reachable, targets: [("plant", "a")]).share().agrees(with: 0.5))
        #expect(try await play(.organization, targets: [("plant", "a")]).share().agrees(with: 0.2))
        // Without the wall.
        var flat = play(.reachable, targets: [("plant", "a")])
        flat.organizations[0].controls["wall"] = .level("flat")
        #expect(try await flat.share().count == 20_000)
    }

    @Test func onePairOfDepartmentsIsOneDraw() async throws {
        #expect(try await play(.reachable, targets: [("plant", "a"), ("plant", "b")]).share().agrees(with: 0.5))
        #expect(try await play(.reachable, targets: [("plant", "a"), ("lab", "b")]).share().agrees(with: 0.25))
    }

    /// One story over both kinds of route: each keeps its own figure.
    @Test func routesOfOneStoryKeepTheirFigures() async throws {
        var play = play(.reachable, targets: [("plant", "a")])
        play.scenario.steps.append(.named("spread", on: .server, after: [("foothold", .organization)]))
        play.scenario.objectives.append(.step("spread"))
        let story = try await play.story()
        #expect(Share(story.objectives[0].reached).agrees(with: 0.5))
        #expect(Share(story.objectives[1].reached).agrees(with: 0.2))
    }

    @Test func whoIsAlreadyThereNeedsNoRoute() async throws {
        var play = play(.reachable, targets: [("plant", "a")])
        // An insider of the plant: the same step on the same asset, no route.
        play.scenario.steps[1].requires = nil
        #expect(try await play.share().count == 20_000)
    }

    @Test func aWormGoesFromAssetToAsset() throws {
        let spread = Step.named("spread", on: .server, hours: 3) {
            $0.requires = .any([
                .step(
                    made(StepReference()) {
                        $0.step = "foothold"
                        $0.via = .department
                    }),
                .step(
                    made(StepReference()) {
                        $0.step = "spread"
                        $0.via = .reachable
                    }),
            ])
        }
        // The laptops' department has one server; from there it goes on along the chain.
        let chain = (1...4).map { number in
            Asset.named("s\(number)") { $0.reaches = number < 4 ? ["s\(number + 1)"] : ["s1"] }
        }
        let play = Play(
            .story([foothold, spread], (1...4).map { Objective.step("spread", atLeast: $0) }),
            .named(
                "acme",
                [
                    .named("office", [.named("laptops", .endpointFleet), chain[0]]),
                    .named("plant", Array(chain.dropFirst())),
                ]))
        for number in 1...4 {
            let times = try play.times("acme", objective: number - 1)
            #expect(times.allSatisfy { $0 == Float(3 * number) }, "\(number)")
        }
    }
}
