import DrillEngine
import DrillKernel
import DrillResults
import Scenarios
import Testing

/// Which level of a control stands at an asset, in which share of the trials, and what is counted as not known.
@Suite struct ControlInheritanceTests {
    private let exploit = Step.named("exploit", on: .server) { $0.technique = "T1190" }

    private func play(
        asset: Answer<ControlSetting>?, department: Answer<ControlSetting>?, organization: Answer<ControlSetting>?
    ) -> Play {
        let server = Asset.named("server") { $0.controls["gate"] = asset }
        let it = Department.named("it", [server]) { $0.controls["gate"] = department }
        return Play(
            .story([exploit], [.step("exploit")]), .named("acme", [it]) { $0.controls["gate"] = organization })
    }

    @Test func theNearestScopeWins() async throws {
        #expect(try await play(asset: .level("shut"), department: .level("open"), organization: nil).share().count == 0)
        let half = play(asset: nil, department: .level("half"), organization: .level("shut"))
        #expect(try await half.share().agrees(with: 0.5))
        #expect(try await play(asset: nil, department: nil, organization: .level("shut")).share().count == 0)
    }

    @Test func whereCoverageMissesTheNextWiderScopeApplies() async throws {
        // Half shut, of the rest 40 % half open, of the rest 25 % shut, the rest at the weakest level, open.
        let layered = play(
            asset: .level("shut", coverage: 0.5), department: .level("half", coverage: 0.4),
            organization: .level("shut", coverage: 0.25))
        let found = try await layered.share()
        #expect(found.agrees(with: 0.5 * (0.4 * 0.5 + 0.6 * 0.75)), "\(found)")
        let twoLayers = play(asset: .level("shut", coverage: 0.3), department: nil, organization: .level("half"))
        #expect(try await twoLayers.share().agrees(with: 0.7 * 0.5))
        let bare = play(asset: .level("shut", coverage: 0.3), department: nil, organization: nil)
        #expect(try await bare.share().agrees(with: 0.7))
        let nothing = play(asset: .level("shut", coverage: 0), department: nil, organization: .level("shut"))
        #expect(try await nothing.share().count == 0)
    }

    @Test func coverageIsDrawnOnceForAllSteps() async throws {
        let second = Step.named("second", on: .server, after: [("exploit", .sameAsset)]) { $0.technique = "T1190" }
        var one = play(asset: .level("shut", coverage: 0.5), department: nil, organization: nil)
        one.scenario.steps.append(second)
        one.scenario.objectives = [.step("second")]
        // Drawn twice, a quarter would get through.
        #expect(try await one.share().agrees(with: 0.5))
        // Two assets are two things.
        var two = one
        two.organizations[0].departments[0].assets.append(
            .named("twin") { $0.controls["gate"] = .level("shut", coverage: 0.5) })
        two.scenario.objectives = [.step("exploit", atLeast: 2)]
        #expect(try await two.share().agrees(with: 0.25))
    }

    @Test func aDepartmentAndAnAssetMayShareAnID() async throws {
        let first = Department.named(
            "first", [.named("it") { $0.controls["gate"] = .level("shut", coverage: 0.2) }])
        let second = Department.named("it", [.named("other")]) { $0.controls["gate"] = .level("shut", coverage: 0.9) }
        var play = Play(.story([exploit], [.step("exploit")]), .named("acme", [first, second]))
        play.scenario.objectives = [.step("exploit", atLeast: 2)]
        #expect(try await play.share().agrees(with: 0.8 * 0.1))
    }

    /// Each effect of a level has its own figure, however many of its effects a story meets.
    @Test func effectsKeepTheirOwnFigures() async throws {
        let worm = Step.named("worm", on: .server) { $0.technique = "T1210" }
        let dump = Step.named("dump", on: .server) { $0.technique = "T1003" }
        for steps in [[worm, dump], [dump, worm]] {
            var play = Play(
                .story(steps, [.step("worm"), .step("dump")]),
                .single([.named("server")]) {
                    $0.controls["hardening"] = .level("hard")
                })
            play.scenario.objectives[1].severity = .minor
            let story = try await play.story()
            #expect(Share(story.objectives[0].reached).agrees(with: 0.8))
            #expect(Share(story.objectives[1].reached).agrees(with: 0.3))
        }
    }

    @Test func factorsMultiplyAndDurationsStretch() async throws {
        var play = Play(
            .story([made(exploit) { $0.duration = .value(.constant(.hours(4))) }], [.step("exploit")]),
            .single([.named("server")]) {
                $0.controls = ["gate": .level("half"), "drag": .level("slow")]
            })
        play.scenario.steps[0].chance = 0.5
        let story = try await play.story()
        #expect(Share(story.objectives[0].reached).agrees(with: 0.25))
        #expect(story.objectives[0].time.meanHours == 12)
    }

    @Test func unknownIsEveryPossibilityAndWidensTheRange() async throws {
        var unknown = play(asset: nil, department: nil, organization: .unknown)
        unknown.worlds = 60
        let result = try await unknown.result()
        let reached = try #require(result.companies[0].stories[0].objectives.first).reached
        // Each world is shut, half open or open: standard deviation of one world's share 0.41.
        #expect(abs(reached.value - 0.5) < 4 * 0.41 / 60.0.squareRoot(), "\(reached)")
        #expect(reached.notKnowing.low < 0.02 && reached.notKnowing.high > 0.98, "\(reached)")
        #expect(reached.range.low <= reached.chance.low && reached.range.high >= reached.chance.high)
        var known = play(asset: nil, department: nil, organization: .level("half"))
        known.worlds = 60
        let sure = try await known.result()
        let width = try #require(sure.companies[0].stories[0].objectives.first).reached.notKnowing
        #expect(width.high - width.low < 0.05, "\(width)")
        #expect(result.basis.unknownAnswers == sure.basis.unknownAnswers + 1)
        #expect(result.companies[0].toConfirm.contains { $0.hasPrefix("gate: unknown") })
    }

    @Test func anUnknownLevelOnPartOfAnAsset() async throws {
        let setting = made(ControlSetting()) {
            $0.level = .unknown
            $0.coverage = .known(0.5)
        }
        var play = play(asset: .known(setting), department: nil, organization: .level("shut"))
        play.worlds = 200
        play.trials = 40_000
        let found = try await play.share()
        // Shut elsewhere; half of the trials as unknown as above.
        #expect(abs(Double(found.count) / 40_000 - 0.25) < 4 * 0.205 / 200.0.squareRoot(), "\(found)")
    }

    @Test func whatIsNotMentionedIsAssumedAndCounted() async throws {
        let silent = try await play(asset: nil, department: nil, organization: nil).result()
        let spoken = try await play(asset: nil, department: .level("open"), organization: nil).result()
        #expect(silent.basis.assumedAnswers == spoken.basis.assumedAnswers + 1)
        #expect(silent.companies[0].toConfirm.contains { $0.hasPrefix("gate: not stated") })
        #expect(!spoken.companies[0].toConfirm.contains { $0.hasPrefix("gate") })
        #expect(silent.companies[0].stories == spoken.companies[0].stories)
        var mute = play(asset: nil, department: .level("open"), organization: nil)
        mute.organizations[0].response = nil
        let found = try await mute.result()
        // The chain, and the containment of departments.
        #expect(found.basis.assumedAnswers == spoken.basis.assumedAnswers + 2)
    }

    @Test func figuresAreCountedOnceAndJudgementApart() async throws {
        var play = Play(
            .story(
                [.named("run", on: .server) { $0.technique = "T1059" }], [.step("run")]),
            .single([.named("a"), .named("b")]) { $0.controls["unsure"] = .level("some") })
        play.worlds = 10
        let basis = try await play.result().basis
        #expect(basis.figures == 1 && basis.judgement == 1, "\(basis)")
        // The figure differs between worlds and is one value in each of them.
        let share = try await play.share()
        #expect(!share.agrees(with: 0.1) && !share.agrees(with: 0.9))
    }
}
