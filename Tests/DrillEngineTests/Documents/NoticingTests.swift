import DrillEngine
import DrillKernel
import DrillResults
import Foundation
import Scenarios
import Testing

/// Who notices, when, and what then takes how long.
@Suite struct NoticingTests {
    private func play(_ step: Step, _ controls: [String: String] = [:]) -> Play {
        Play(
            .story([step], [.step(step.id)]),
            .single([.named("server")]) { $0.controls = controls.mapValues { .level($0) } })
    }

    private func noticed(_ play: Play) async throws -> (share: Share, story: StoryResult) {
        let story = try await play.story()
        let count = Int((story.noticed.probability * Double(play.trials)).rounded())
        return (Share((0..<play.trials).map { $0 < count }), story)
    }

    private func step(
        _ entries: [Noticing]?, technique: String? = nil, _ change: (inout Step) -> Void = { _ in }
    ) -> Step {
        .named("step", on: .server, hours: 3) {
            $0.technique = technique
            $0.noticed = entries
            change(&$0)
        }
    }

    @Test func anAnnouncementComesWithCompletion() async throws {
        let (share, story) = try await noticed(play(step([.by(.announcement)]) { $0.chance = 0.5 }))
        #expect(share.count == story.objectives[0].reached.count && share.agrees(with: 0.5))
        #expect(story.noticed.meanHours == 3 && story.noticedBy == ["announcement": 1])
    }

    @Test func outsidersSeeWhatIsDone() async throws {
        let (share, story) = try await noticed(
            play(
                step([.by(.outsider, 0.4, hours: 100)]) {
                    $0.chance = 0.5
                    $0.attempts = .count(1)
                }))
        #expect(share.agrees(with: 0.2) && story.noticed.meanHours == 103)
        // Once for the step, however many tries.
        let often = try await noticed(
            play(
                step([.by(.outsider, 0.4)]) {
                    $0.attempts = .count(50)
                    $0.chance = 0.5
                }))
        #expect(often.share.agrees(with: 0.4))
    }

    @Test func peopleReportEachTry() async throws {
        func tries(_ step: Step) -> Step {
            made(step) {
                $0.chance = 0
                $0.attempts = .count(3)
            }
        }
        let mail = tries(step([.by(.people)], technique: "T1566"))
        let reported = try await noticed(play(mail, ["report": "button"]))
        #expect(reported.share.agrees(with: 1 - pow(0.75, 3)) && reported.story.noticedBy == ["people": 1])
        #expect(try await noticed(play(mail, ["report": "none"])).share.count == 0)
        // No control knows this technique: the scenario's own chance counts.
        let own = try await noticed(play(tries(step([.by(.people, 0.2)], technique: "T1200"))))
        #expect(own.share.agrees(with: 1 - pow(0.8, 3)))
        // As a default, people are asked only where a control says how well they report.
        #expect(
            try await noticed(play(tries(step(nil, technique: "T1566")), ["report": "button"])).share.agrees(
                with: 1 - pow(0.75, 3)))
        #expect(try await noticed(play(tries(step(nil, technique: "T1200")))).share.count == 0)
    }

    @Test func monitoringCombinesAsIndependentChances() async throws {
        #expect(try await noticed(play(step(nil, technique: "T1190"), ["watch": "some"])).share.agrees(with: 0.3))
        let both = ["watch": "some", "second-watch": "some"]
        #expect(try await noticed(play(step(nil, technique: "T1190"), both)).share.agrees(with: 1 - 0.7 * 0.8))
        let failing = step(nil, technique: "T1190") {
            $0.chance = 0
            $0.attempts = .count(4)
        }
        #expect(try await noticed(play(failing, ["watch": "some"])).share.agrees(with: 1 - pow(0.7, 4)))
        // The scenario's share of the catalog's chance.
        let half = step([.by(.monitoring, 0.5)], technique: "T1190")
        #expect(try await noticed(play(half, ["watch": "some"])).share.agrees(with: 0.15))
        #expect(try await noticed(play(step([], technique: "T1190"), both)).share.count == 0)
        #expect(try await noticed(play(step(nil, technique: "T1190"), ["watch": "none"])).share.count == 0)
        #expect(try await noticed(play(step(nil, technique: "T1200"), both)).share.count == 0)
    }

    /// Two steps that meet two effects of one level: each with its own delay.
    @Test func theCatalogsDelayIsLognormal() async throws {
        var play = play(step(nil, technique: "T1190"), ["watch": "some"])
        play.scenario.steps.append(
            .named("late", on: .server, hours: 500) {
                $0.technique = "T1486"
                $0.noticed = nil
            })
        play.trials = 100_000
        play.scenario.horizon = .hours(1e6)
        play.organizations[0].response?.containment = ["default": .known(.constant(.hours(1e5)))]
        let drill = try play.drill()
        var hours: [[Double]] = [[], []]
        let job = try drill.jobs()[0]
        Simulator(graph: job.graph, seed: 7)
            .run(world: 0, trials: 0..<play.trials, workspace: Workspace(for: job.graph)) { batch in
                for (notice, index, end) in [(0, 0, 3.0), (2, 1, 500)] {
                    for trial in 0..<Simulator.batchSize where batch.alert(notice, trial: trial) < .infinity {
                        hours[index].append(Double(batch.alert(notice, trial: trial)) - end)
                    }
                }
            }
        #expect(job.notices.map(\.control) == ["watch", "second-watch", "watch"])
        // p90 is five times the median.
        for (found, median, share) in [(hours[0], 10.0, 0.3), (hours[1], 1, 0.6)] {
            let all = found.map { _ in true }
            let half = Share(found.map { $0 < median })
            let most = Share(found.map { $0 < 5 * median })
            #expect(half.agrees(with: 0.5) && most.agrees(with: 0.9), "\(half), \(most)")
            let none = Array(repeating: false, count: play.trials - found.count)
            #expect(Share(all + none).agrees(with: share))
        }
    }

    @Test(arguments: [(Moment.start, 5.0), (.end, 105)])
    func theMomentCounts(_ from: Moment, _ hour: Double) async throws {
        let long = step([.by(.people, from: from, hours: 5)]) { $0.duration = .value(.constant(.hours(100))) }
        #expect(try await noticed(play(long)).story.noticed.meanHours == hour)
    }

    @Test func theEarliestChannelIsNamed() async throws {
        let (share, story) = try await noticed(
            play(step([.by(.announcement, hours: 50), .by(.outsider, 0.25, hours: 10), .by(.people, 0.5)])))
        #expect(share.count == 20_000)
        let by = story.noticedBy
        #expect(abs((by["people"] ?? 0) - 0.5) < 0.015 && abs((by["outsider"] ?? 0) - 0.125) < 0.01)
        #expect(abs(by.values.reduce(0, +) - 1) < 1e-9)
    }

    @Test func monitoringKeepsItsHours() async throws {
        // Zero hour is Monday 9:00. A trace in hour 6, five working hours of looking: Tuesday noon.
        var play = play(
            step([.by(.monitoring, hours: 5)], technique: "T1486") { $0.duration = .value(.constant(.hours(6))) })
        play.organizations[0].controls["watch"] = .level("some") { $0.hours = .business }
        #expect(try await play.story().noticed.meanHours == 27)
        play.organizations[0].controls["watch"] = .level("some") { $0.hours = .always }
        #expect(try await play.story().noticed.meanHours == 11)
    }

    @Test(arguments: [(6.0, 55.0), (60, 65)])
    func theBlindSeeLater(_ end: Double, _ hour: Double) async throws {
        let blind = made(Noticing.by(.monitoring, hours: 5)) { $0.blindUntil = "certificate-care" }
        let step = step([blind], technique: "T1486") { $0.duration = .value(.constant(.hours(end))) }
        let found = try await noticed(play(step, ["watch": "some"]))
        #expect(found.story.noticed.meanHours == hour && found.share.agrees(with: 0.6))
    }

    // MARK: From alert to containment

    private func contained(
        _ chain: [HandOff], weekday: Weekday = .friday, hour: Double = 16, zone: String? = nil
    ) async throws -> Double? {
        var play = play(step([.by(.announcement)]) { $0.duration = .value(.constant(.hours(0))) })
        play.trials = 64
        play.scenario.zeroHour = made(ZeroHour()) {
            $0.weekday = weekday
            $0.hour = hour
        }
        play.organizations[0].timeZone = zone
        play.organizations[0].response?.chain = chain
        play.organizations[0].response?.containment = ["default": .known(.constant(.hours(0)))]
        return try await play.story().contained.meanHours
    }

    @Test func handOffsKnowWorkingHours() async throws {
        // From Friday 16:00 two working hours end on Monday at 10:00.
        #expect(try await contained([.named("a", 2, .business)]) == 66)
        #expect(try await contained([.named("a", 2, .extended)]) == 2)
        #expect(try await contained([.named("a", 2, .always)]) == 2)
        // An hour before closing time is enough for one hour's work.
        #expect(try await contained([.named("a", 1, .business), .named("b", 2)]) == 3)
        #expect(try await contained([.named("a", 0.5, .business), .named("b", 2)]) == 2.5)
        #expect(try await contained([.named("a", 2), .named("b", 1, .business)]) == 66)
        // In Tokyo it is Saturday already.
        #expect(try await contained([.named("a", 2, .business)], zone: "Asia/Tokyo") == 58)
        #expect(try await contained([.named("a", 2, .business)], weekday: .monday, hour: 9) == 2)
    }

    @Test func anyHourOfTheWeekIsDrawnOnceForTheWorld() async throws {
        var play = play(step([.by(.announcement)]))
        play.scenario.zeroHour = nil
        play.organizations[0].response?.chain = [.named("a", 2, .business)]
        play.organizations.append(made(play.organizations[0]) { $0.id = "other" })
        let first = try await play.story("acme").contained
        #expect(try await play.story("other").contained == first)
        // 40 of 168 hours are worked, less the two hours before closing time.
        #expect((first.p90 ?? 0) - (first.p10 ?? 0) > 20)
    }
}
