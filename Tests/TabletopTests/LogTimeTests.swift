import Scenarios
import Tabletop
import Testing

/// The column `time` as people type it, and as forms, exports and spreadsheets leave it.
@Suite struct LogTimeTests {
    /// One row for each time, about the expected action `missing/search`.
    private func read(_ times: [String], schedule: (from: String, until: String?)? = nil) -> ActionLogReader.Reading {
        var session = SampleSession.session
        if let schedule {
            session.exercise.schedule = Schedule()
            session.exercise.schedule?.from = schedule.from
            session.exercise.schedule?.until = schedule.until
        }
        let text = "time;team;inject;done\n" + times.map { "\($0);it;missing/search;\n" }.joined()
        return ActionLogReader.read(Array(text.utf8), file: "actions.csv", for: session)
    }

    private func minutes(_ times: [String]) -> [Int?]? { read(times).log?.entries.map(\.minutes) }

    /// After 10:40.
    @Test(arguments: [
        ("10:40", 0), ("10.55", 15), ("10h50", 10), ("11:40 AM", 60), ("07:29 PM", 529), ("+1:20", 80),
        ("+80 min", 80), ("+2 h", 120), ("13:40:30", 180), ("1045", 5), ("1045 hrs", 5), ("10:45:12.57", 5),
        ("10:45h", 5), ("10.5", 10), ("10,5", 10), ("0.604", 230), ("0,604", 230), ("0.75", 440), ("H+1", 60),
        ("H+1:30", 90), ("945", -55), ("10:45-10:55", 5), ("10:45 – 10:55", 5), ("1045-1055", 5),
    ])
    func clockTimes(text: String, minutes: Int) { #expect(self.minutes(["10:40", text]) == [0, minutes]) }

    /// After 10:40 of the day.
    @Test(arguments: [
        ("2026-11-24T10:45", 5), ("2026-11-24 10:45:12.57", 5), ("11/24/2026 10:45:05 AM", 5),
        ("24/11/2026 10:45", 5), ("24.11.26 10:45", 5), ("2026/11/24 10:45", 5), ("24 Nov 2026 10:45", 5),
        ("Nov 24, 2026, 10:45 AM", 5), ("24. November 2026 10:45 Uhr", 5), ("46350.447917", 5), ("46350,447917", 5),
    ])
    func dates(text: String, minutes: Int) {
        #expect(self.minutes(["2026-11-24 10:40", text]) == [0, minutes])
    }

    @Test(arguments: [
        "25:10", "10:75", "13:10 PM", "soon", "10:4", "2026-02-30T10:00", "1/2", "+x", ":", "-3", "0.5", "10", "99.5",
        "30/02/2026 10:00", "10:40 XYZ",
    ])
    func noTimes(text: String) {
        let reading = read([text])
        #expect(reading.log == nil)
        #expect(reading.diagnostics.map(\.rule) == ["log-time"])
    }

    /// Each with its zone: one clock. What is later by the wall is earlier by the sun.
    @Test(arguments: [
        (["10:05 UTC", "11:07+01:00"], [0, 2]), (["0930Z", "10:31 CET", "0532 EDT"], [0, 1, 2]),
        (["2026-11-24T23:30:00.000Z", "2026-11-25T00:45:00+01:00"], [0, 15]), (["23:30 UTC", "01:40+0100"], [0, 70]),
        (["10:45+01:00", "10:50 UTC+1"], [0, 5]), (["2026-11-24T10:05-05:00", "2026-11-24T10:06:00-0500"], [0, 1]),
    ])
    func zones(times: [String], minutes: [Int?]) {
        let reading = read(times)
        #expect(reading.log?.entries.map(\.minutes) == minutes)
        #expect(reading.diagnostics.map(\.rule) == Array(repeating: "duplicate-entry", count: times.count - 1))
    }

    /// Where the room is, nobody wrote, so a time with a zone is not compared with those without.
    @Test func zonesBesideNone() throws {
        let reading = read(["10:40", "11:05 UTC", "10:50", "11:07+01:00"])
        #expect(reading.log?.entries.map(\.minutes) == [0, nil, 10, nil])
        #expect(reading.log?.entries.map(\.time) == ["10:40", "11:05 UTC", "10:50", "11:07+01:00"])
        let told = reading.diagnostics.filter { $0.rule == "log-time-order" }
        #expect(told.map(\.line) == [3])
        #expect(
            told[0].message
                == "\"11:05 UTC\" names a zone, \"10:40\" none; which came first is not judged between such times")
    }

    /// A spreadsheet takes the zeros of 10.40 and 10.00; a time cell saved as a number is a part of the day.
    @Test func numbers() {
        #expect(minutes(["10.4", "11", "0.5"])?[1] == 20)
        #expect(minutes(["0.604", "0.625", "0.75"]) == [0, 30, 210])
        let reading = read(["0.5", "0.25"])
        #expect(reading.log == nil)
        #expect(
            reading.diagnostics.filter { $0.rule == "log-time" }.map(\.message) == [
                "\"0.5\" can be hours and minutes or a part of the day, and one more of the column is not clear"
            ])
    }

    /// A column spoilt in one go is refused in one sentence.
    @Test func oneRefusalForTheColumn() {
        let bad = read(["soon", "early", "late"]).diagnostics
        #expect(bad.filter { $0.rule == "log-time" }.map(\.line) == [2])
        #expect(bad[0].message == "\"soon\" is no time, nor are 2 more of the column")
    }

    /// What one date leaves open, a number above 12 decides, another way of writing, or the exercise's own days.
    @Test func dayAndMonth() {
        let open = ["03/04/2026 10:40", "03/04/2026 10:50"]
        let refused = read(open).diagnostics.filter { $0.rule == "log-time" }
        #expect(
            refused.map(\.message) == ["\"03/04/2026 10:40\" can be two days, and one more of the column is not clear"])
        #expect(minutes(open + ["13/04/2026 10:50"]) == [0, 10, 14_410])
        #expect(minutes(open + ["2026-04-03 10:55"]) == [0, 10, 15])
        #expect(read(open, schedule: ("2026-04-03", nil)).log != nil)
        #expect(read(open, schedule: ("2026-03-02", "2026-03-04")).log != nil)
        #expect(read(open, schedule: ("2026-03-01", "2026-04-30")).log == nil)
        #expect(read(open, schedule: ("2026-09-01", nil)).log == nil)
    }
}
