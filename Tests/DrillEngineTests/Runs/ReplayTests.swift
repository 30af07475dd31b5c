import DrillEngine
import DrillResults
import Scenarios
import Testing

/// One trial told alone agrees with what the run counted.
@Suite struct ReplayTests {
    /// Every trial's story, and the run's tallies.
    @Test(arguments: ["first", "third"])
    func timelinesAddUpToTheRun(_ organization: String) async throws {
        let play = RunTests.play
        let drill = try play.drill()
        let story = try await play.story(organization)
        var reached = [0, 0]
        var hours = [0.0, 0.0]
        var alerts: [Double] = []
        var exposed = 0.0
        for trial in 0..<play.trials {
            let timeline = try #require(try drill.timeline(organization: organization, scenario: "story", trial: trial))
            #expect(timeline.trial == trial && timeline.world == drill.world(ofTrial: trial))
            let times = timeline.events.map(\.hours)
            #expect(times == times.sorted() && (times.last ?? 0) <= 1000)
            for (index, title) in ["data outside", "systems down"].enumerated() {
                for event in timeline.events where event.text == "Objective reached: \(title)" {
                    #expect(event.kind == .objective)
                    reached[index] += 1
                    hours[index] += event.hours
                }
            }
            let first = timeline.events.filter { $0.text.hasPrefix("First alert: ") }
            #expect(first.count <= 1)
            alerts += first.map(\.hours)
            if let alert = timeline.events.first(where: { $0.kind == .notice }) {
                #expect(alert.hours == first[0].hours)
            }
            // “Readable data begins to leave: in the end 350 of 700 records of …”
            for event in timeline.events where event.text.hasPrefix("Readable data begins to leave: ") {
                let number = event.text.split(separator: " ").first { $0.allSatisfy(\.isNumber) }
                exposed += Double(number ?? "") ?? .nan
            }
        }
        #expect(reached == story.objectives.map(\.reached.count))
        for (index, objective) in story.objectives.enumerated() {
            let mean = try #require(objective.time.meanHours)
            #expect(abs(hours[index] / Double(reached[index]) - mean) < 1e-4)
        }
        #expect(abs(Double(alerts.count) / Double(play.trials) - story.noticed.probability) < 1e-12)
        #expect(abs(alerts.reduce(0, +) / Double(alerts.count) - (story.noticed.meanHours ?? 0)) < 1e-4)
        #expect(abs(exposed / Double(play.trials) - story.recordsExposed.mean) < 1e-9)
    }

    @Test func theFirstTrialThatReachesIsFound() throws {
        let play = RunTests.play
        let drill = try play.drill()
        let found = try #require(
            try drill.trialThatReaches(organization: "second", scenario: "story", objective: "exposed"))
        for trial in 0...found {
            let timeline = try #require(try drill.timeline(organization: "second", scenario: "story", trial: trial))
            #expect(timeline.events.contains { $0.text == "Objective reached: data outside" } == (trial == found))
        }
    }

    @Test func whatIsNotThereIsNil() throws {
        let drill = try RunTests.play.drill()
        #expect(try drill.timeline(organization: "nobody", scenario: "story", trial: 0) == nil)
        #expect(try drill.timeline(organization: "first", scenario: "nothing", trial: 0) == nil)
        #expect(try drill.timeline(organization: "first", scenario: "story", trial: 1003) == nil)
        #expect(try drill.timeline(organization: "first", scenario: "story", trial: -1) == nil)
        #expect(try drill.trialThatReaches(organization: "first", scenario: "story", objective: "x") == nil)
    }

    @Test func suppliersStepsAndDecisionsAreTold() throws {
        let drill = try RunTests.play.drill()
        let texts = try (0..<200).flatMap { trial in
            try drill.timeline(organization: "first", scenario: "story", trial: trial)?.events.map(\.text) ?? []
        }
        #expect(texts.contains("tamper: a supplier: software update"))
        #expect(texts.contains("enter: portal [T1190]"))
        #expect(texts.contains("Decided: isolate? Yes."))
        #expect(texts.contains("it: “triage” is done"))
        #expect(texts.contains("back is contained"))
        #expect(texts.contains { $0.contains("the attack announces itself: “spread” on one") })
    }
}
