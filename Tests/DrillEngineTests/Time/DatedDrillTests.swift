import DrillEngine
import DrillResults
import Scenarios
import Testing

/// Exercises with a date: daylight saving, holidays, what clocks show, whose offsets count.
@Suite struct DatedDrillTests {
    /// A step that announces itself at zero hour, and one hand-off.
    private static func drill(
        _ exercise: (inout Exercise) -> Void, hours: Double = 24, in worked: Hours = .business,
        _ company: (inout Organization) -> Void = { _ in }, zero: ZeroHour? = nil,
        zones: [String: ZoneOffsets] = [:]
    ) throws -> Drill {
        let organization = Organization.single([.named("server")]) {
            $0.response?.chain = [.named("act", hours, worked)]
            $0.response?.containment = ["default": .known(.constant(.hours(0)))]
            company(&$0)
        }
        let step = Step.named("encrypt", on: .server) { $0.noticed = [.by(.announcement)] }
        let story = Scenario.story([step], [.step("encrypt")]) { $0.zeroHour = zero }
        var loaded = LoadedExercise(
            exercise: made(Exercise(), exercise), organizations: [organization], scenarios: [story],
            catalog: TestCatalog.catalog)
        loaded.zones = zones
        let simulation = made(Simulation()) { ($0.trials, $0.worlds) = (32, 1) }
        return try Drill(loaded, settings: RunSettings(simulation, threads: 1))
    }

    private static func timeline(_ drill: Drill) throws -> TrialTimeline {
        try #require(try drill.timeline(organization: "acme", scenario: "story", trial: 3))
    }

    /// When the hand-off is done: elapsed hours, and what the company's clocks show.
    private static func done(_ drill: Drill) throws -> String {
        let event = try #require(try timeline(drill).events.first { $0.text.contains("is done") })
        return "\(Wording.local(event.local)) \(Wording.elapsed(hours: event.hours))"
    }

    private static func named(_ dates: String...) -> [Holiday] {
        dates.map { date in made(Holiday()) { $0.date = date } }
    }

    @Test func twentyFourBusinessHoursAreThreeWorkingDaysWithoutTheHolidays() throws {
        func berlin(_ exercise: inout Exercise) {
            (exercise.zone, exercise.date) = ("Europe/Berlin", "2026-12-23T18:00")
        }
        // Thursday and Friday are off, then comes the weekend.
        let holidays = Self.named("2026-12-24", "2026-12-25", "2031-01-01")
        #expect(
            try Self.done(Self.drill(berlin, { $0.holidays = holidays })) == "Wed 2026-12-30 17:00 +6 d 23 h")
        #expect(try Self.done(Self.drill(berlin)) == "Mon 2026-12-28 17:00 +4 d 23 h")
        #expect(
            try Self.done(Self.drill(berlin, in: .extended, { $0.holidays = holidays }))
                == "Sun 2026-12-27 10:00 +3 d 16 h")
        // Round the clock knows no holidays.
        #expect(
            try Self.done(Self.drill(berlin, in: .always, { $0.holidays = holidays })) == "Thu 2026-12-24 18:00 +1 d")
    }

    @Test func clocksArePutForwardInTheCompanysZone() throws {
        func friday(_ exercise: inout Exercise) { (exercise.zone, exercise.date) = ("Europe/Berlin", "2027-03-26") }
        #expect(try Self.done(Self.drill(friday)) == "Tue 2027-03-30 17:00 +4 d 7 h")
        // Ten in the morning in Berlin is five in New York until Sunday, then four.
        #expect(
            try Self.done(Self.drill(friday, hours: 9, { $0.timeZone = "America/New_York" }))
                == "Mon 2027-03-29 10:00 +3 d 6 h")
        #expect(
            try Self.done(Self.drill({ $0.zone = "Europe/Berlin" }, zero: made(ZeroHour()) { $0.weekday = .friday }))
                == "Tue 17:00 +4 d 8 h")
    }

    @Test func aStoryWithAnHourOfItsOwnBeginsTheFirstTimeItComes() throws {
        let evening = made(ZeroHour()) { ($0.weekday, $0.hour) = (.friday, 18) }
        func start(_ date: String) throws -> String {
            let drill = try Self.drill({ ($0.zone, $0.date) = ("Europe/Berlin", date) }, zero: evening)
            return Wording.local(try Self.timeline(drill).zeroHour)
        }
        #expect(try start("2026-12-23") == "Fri 2026-12-25 18:00")
        #expect(try start("2026-12-25") == "Fri 2026-12-25 18:00")
        #expect(try start("2026-12-25T18:00") == "Fri 2026-12-25 18:00")
        #expect(try start("2026-12-25T18:01") == "Fri 2027-01-01 18:00")
    }

    @Test func withoutADateTheWeekIsTold() throws {
        let monday = try Self.timeline(Self.drill({ _ in }, { $0.timeZone = "Asia/Tokyo" }, zero: ZeroHour()))
        #expect(monday.zone == "Asia/Tokyo")
        #expect(monday.zeroHour == LocalTime(date: nil, weekday: "Monday", clock: "18:00"))
        // South of the equator standard time is July's.
        let sydney = try Self.timeline(Self.drill({ _ in }, { $0.timeZone = "Australia/Sydney" }, zero: ZeroHour()))
        #expect(sydney.zeroHour.clock == "19:00")
        // The exercise's zone is that of zero hour, and of whoever names none.
        let berlin = try Self.timeline(Self.drill({ $0.zone = "Europe/Berlin" }, zero: ZeroHour()))
        #expect(berlin.zone == "Europe/Berlin" && berlin.zeroHour.clock == "09:00")
        // Drawn: what clocks show goes with the hours at which people work.
        let drawn = try Self.timeline(Self.drill({ _ in }, hours: 8))
        let end = try #require(drawn.events.first { $0.text.contains("is done") }).local
        #expect(!["Saturday", "Sunday"].contains(end.weekday) && ("09:00"..."17:00").contains(end.clock))
    }

    @Test func theLoadersOffsetsGoBeforeTheMachinesAndStandInTheResult() async throws {
        let strange = ZoneOffsets(
            zone: "Europe/Berlin", standard: 60,
            changes: [.init(from: 0, offset: 60), .init(from: 29_900_000, offset: 300)])
        let drill = try Self.drill(
            { ($0.zone, $0.date) = ("Europe/Berlin", "2026-12-23T18:00") }, zones: ["Europe/Berlin": strange])
        #expect(try Self.done(drill) == "Mon 2026-12-28 17:00 +4 d 23 h")
        let result = try await drill.run(documents: [], runID: "test")
        #expect(result.exercise.date == "2026-12-23T18:00")
        #expect(result.zonesUsed.mapValues(ZoneOffsets.init) == ["Europe/Berlin": strange])
        #expect(result.companies[0].zone == result.exercise.zone)
        let plain = try await Self.drill({ _ in }).run(documents: [], runID: "test")
        #expect(plain.zonesUsed.isEmpty && plain.exercise.zone == nil)
    }

    @Test func whatNoMachineKnowsIsRefused() {
        #expect(throws: CompileError.unknownZone("Mars/Olympus")) { try Self.drill { $0.zone = "Mars/Olympus" } }
    }
}
