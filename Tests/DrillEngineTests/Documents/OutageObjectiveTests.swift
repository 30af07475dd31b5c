import DrillEngine
import DrillKernel
import DrillResults
import Scenarios
import Testing

/// Objectives of systems that are down count what falls for want of others: noticed in hour 1, contained in hour 6.
@Suite struct OutageObjectiveTests {
    private func wipe(_ kind: AssetKind, hours: Double = 1, at end: Place = .target) -> Step {
        .named("wipe-\(kind.rawValue)", on: kind, hours: hours) {
            $0.at = end
            $0.impact.destroys = true
            $0.noticed = [.by(.announcement)]
        }
    }

    /// A database, and an application that goes on without it for some hours.
    private func play(grace: Double, repair: Double, _ more: [Step] = []) -> Play {
        var play = Play(
            .story([wipe(.database)] + more, [.down(.application)]),
            .single([
                .named("desk", .application) { $0.dependsOn = [.on("rows", grace: grace)] },
                .named("rows", .database) { $0.repair = .constant(.hours(repair)) },
            ]))
        play.trials = 64
        return play
    }

    @Test(arguments: [(10.0, Float(9)), (3.5, 9), (3, .infinity), (1, .infinity)])
    func whatIsNotUpInTimeTakesOthersDown(repair: Double, falls: Float) throws {
        // Down in hour 1; the application lasts until hour 9. The database is up again so long after hour 6.
        #expect(try play(grace: 8, repair: repair).times("acme").allSatisfy { $0 == falls })
    }

    @Test func itsOwnHarmCountsAllTheSame() throws {
        #expect(try play(grace: 8, repair: 1, [wipe(.application, hours: 5)]).times("acme").allSatisfy { $0 == 5 })
        #expect(try play(grace: 8, repair: 10, [wipe(.application, hours: 20)]).times("acme").allSatisfy { $0 == 9 })
        #expect(try play(grace: 8, repair: 10, [wipe(.application, hours: 2)]).times("acme").allSatisfy { $0 == 2 })
    }

    @Test func withoutGraceNothingWaitsForRepair() throws {
        let play = play(grace: 0, repair: 10)
        #expect(try play.times("acme").allSatisfy { $0 == 1 })
        let (job, _) = try #require(try play.drill().story(scenario: "story", organization: "acme"))
        #expect(job.description.nodes.allSatisfy { $0.outage < 0 })
    }

    @Test func theWayLeadsOverWhatFell() async throws {
        let story = try await play(grace: 8, repair: 10).story()
        #expect(story.objectives.first?.reached.count == 64)
        #expect(story.paths.map { $0.stops.count } == [1])
        #expect(try await play(grace: 8, repair: 1).story().objectives.first?.reached.count == 0)
    }

    /// A shop's till falls with its supplier, and what needs the till four hours later.
    @Test func aSuppliersOutageCounts() async throws {
        let shop = Organization.single(
            [.named("till"), .named("desk", .application) { $0.dependsOn = [.on("till", grace: 4)] }], id: "shop"
        ) {
            $0.suppliers = [
                .to("vendor", .logistics) {
                    $0.to = "till"
                    $0.carriesOutage = true
                }
            ]
        }
        var play = Play(
            .story([wipe(.buildSystem, at: .supplier)], [.down(.server), .down(.application)]),
            .single([.named("forge", .buildSystem)], id: "vendor"), shop)
        play.trials = 64
        #expect(try play.times("shop", objective: 0).allSatisfy { $0 == 1 })
        #expect(try play.times("shop", objective: 1).allSatisfy { $0 == 5 })
        // Settled apart, with what the supplier hands on.
        #expect(try await play.story("shop").objectives.map(\.reached.count) == [64, 64])
        play.organizations[1].suppliers[0].carriesOutage = false
        let result = try await play.result()
        #expect(result.companies.first { $0.id == "shop" }?.stories.isEmpty == true)
    }
}

extension Dependency {
    fileprivate static func on(_ asset: String, grace: Double) -> Dependency {
        made(Dependency()) {
            $0.asset = asset
            $0.grace = .hours(grace)
        }
    }
}
