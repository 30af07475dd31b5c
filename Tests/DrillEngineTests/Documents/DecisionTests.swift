import DrillEngine
import DrillKernel
import DrillResults
import Scenarios
import Testing

/// Decisions are cuts from their moment on; what ends at that very moment still counts.
@Suite struct DecisionTests {
    /// In at hour 1, noticed at once; the data is taken in hour 21; containment comes too late.
    private func play(_ change: (inout Scenario) -> Void) -> Play {
        let enter = Step.named("enter", on: .server, hours: 1) { $0.noticed = [.by(.announcement)] }
        let take = Step.named("take", on: .database, after: [("enter", .organization)], hours: 20)
        var play = Play(
            .story([enter, take], [.step("take")], change),
            .single([.named("server"), .database("db")]) {
                $0.response?.containment = ["default": .known(.constant(.hours(500)))]
            })
        play.trials = 64
        return play
    }

    private let databases = made(AssetSelector()) { $0.kind = [.database] }
    private let servers = made(AssetSelector()) { $0.kind = [.server] }

    private func isReached(_ change: (inout Scenario) -> Void) throws -> Bool {
        let times = try play(change).times("acme")
        #expect(Set(times).count == 1)
        return times[0] < .infinity
    }

    @Test(arguments: [(Trigger.noticed, 1.0), (.reached("enter"), 1), (.at(.value(.hours(5))), 5)])
    func isolatingInTimeStopsTheTheft(_ trigger: Trigger, _ from: Double) throws {
        // After the trigger, two hours until somebody asks, the rest for deciding; hour 21 is the theft's.
        for (takes, stops) in [(3, true), (18.9 - from, true), (19 - from, false), (40, false)] {
            let reached = try isReached {
                $0.decide("isolate", when: trigger, after: 2, takes: takes, [.isolate(databases)])
            }
            #expect(reached == !stops, "deciding takes \(takes)")
        }
    }

    @Test func onlyWhatIsMatchedIsCut() throws {
        let mail = made(AssetSelector()) { $0.kind = [.mailboxSystem] }
        #expect(try isReached { $0.decide("isolate", when: .noticed, [.isolate(mail)]) })
        #expect(try !isReached { $0.decide("isolate", when: .noticed, [.isolate(mail), .isolate(databases)]) })
        // Before it began.
        #expect(try !isReached { $0.decide("isolate", when: .at(.value(.hours(0))), [.isolate(servers)]) })
    }

    /// The theft is made from the server: isolated in hour 3, it ends. From another server that is not isolated it goes on,
    /// from that one's completion.
    @Test func whatCameThroughAnIsolatedAssetEnds() throws {
        func times(second: Bool, isolates all: Bool) throws -> Set<Float> {
            var play = play {
                $0.steps[0].duration = .value(.constant(.hours(1)))
                // On the second the attacker is in five hours later.
                $0.steps.append(
                    .named("enter-too", on: .fileShare, hours: 6) { $0.noticed = [.by(.announcement)] })
                $0.steps[1].requires = .any([
                    .step(made(StepReference()) { ($0.step, $0.via) = ("enter", .organization) }),
                    .step(made(StepReference()) { ($0.step, $0.via) = ("enter-too", .organization) }),
                ])
                let shares = made(AssetSelector()) { $0.kind = [.fileShare] }
                let isolated: [Scenarios.Intervention] = [.isolate(servers)] + (all ? [.isolate(shares)] : [])
                $0.decide("isolate", when: .noticed, after: 2, isolated)
            }
            if second { play.organizations[0].departments[0].assets.append(Asset.named("share", .fileShare)) }
            return Set(try play.times("acme"))
        }
        #expect(try times(second: false, isolates: false) == [.infinity])
        #expect(try times(second: true, isolates: false) == [26])
        #expect(try times(second: true, isolates: true) == [.infinity])
    }

    @Test func theDefaultIsWhatHappens() throws {
        #expect(
            try isReached {
                $0.decide("isolate", when: .noticed, [.isolate(databases)])
                $0.decisions[0].default = "wait"
            })
    }

    @Test func whatNeverHappensAsksNobody() throws {
        #expect(
            try isReached {
                $0.steps.append(.named("loud", on: .server) { $0.chance = 0 })
                $0.decide("isolate", when: .reached("loud"), [.isolate(databases)])
            })
    }

    @Test func oneDecisionLeadsToAnother() throws {
        func chain(_ option: String?, first: String, delay: Double) throws -> Bool {
            try isReached {
                $0.decide("first", when: .noticed, after: 3, [])
                $0.decide(
                    "second", when: .decided(decision: "first", option: option), after: delay, [.isolate(databases)])
                $0.decisions[0].default = first
                // Whatever the order in the document.
                $0.decisions.reverse()
            }
        }
        #expect(try !chain("act", first: "act", delay: 16.9))
        #expect(try chain("act", first: "act", delay: 17))
        #expect(try chain("act", first: "wait", delay: 0))
        #expect(try !chain(nil, first: "wait", delay: 0))
    }

    @Test func revokingStopsOnlyIdentities() throws {
        func revoked(_ way: Way) throws -> Bool {
            try isReached {
                $0.steps[1].through = way
                $0.decide("revoke", when: .noticed, [.revoke(databases)])
            }
        }
        #expect(try !revoked(.identity))
        #expect(try revoked(.application))
    }

    @Test func patchingStopsOnlyWhatAPatchCloses() throws {
        func patched(_ closes: Bool) throws -> Bool {
            try isReached {
                if closes { $0.steps[1].closes = .at(.value(.constant(.hours(900)))) }
                $0.decide("patch", when: .noticed, [.patch(databases)])
            }
        }
        #expect(try !patched(true))
        #expect(try patched(false))
    }

    @Test(arguments: [(3.0, false), (5, true), (6, true)])
    func aCutLinkLetsNothingMoreIn(_ hour: Double, _ reached: Bool) throws {
        let tamper = Step.named("tamper", hours: 5) { $0.at = .supplier }
        let install = Step.named("install", on: .server, hours: 2) {
            $0.requires = .step(
                made(StepReference()) {
                    $0.step = "tamper"
                    $0.via = .supplier
                    $0.link = .softwareUpdate
                })
        }
        var play = Play(
            .story([tamper, install], [.step("install")]) {
                $0.decide("cut", when: .at(.value(.hours(hour))), [.cutLink(.softwareUpdate)])
            },
            .single([.named("server")]) { $0.suppliers = [.to("vendor", .softwareUpdate)] })
        play.external = ["vendor"]
        play.trials = 32
        #expect(try play.times("acme").allSatisfy { ($0 < .infinity) == reached })
        // Another kind of link is another way.
        play.scenario.decisions[0].options[1].does = [.cutLink(.dataFeed)]
        #expect(try play.times("acme").allSatisfy { $0 == 7 })
    }

    @Test func anOptionMayCostDowntime() async throws {
        let costly = play { $0.decide("stop", when: .noticed, [], downtime: 4) }
        #expect(try await costly.story().downtimeHours.mean == 4)
        let tooLate = play { $0.decide("stop", when: .at(.value(.hours(2000))), [], downtime: 4) }
        #expect(try await tooLate.story().downtimeHours.mean == 0)
    }
}
