import Scenarios
import Testing

/// Days, moments, offsets, and how documents write them.
@Suite struct DateTests {
    @Test(arguments: ["1970-01-01", "1999-12-31", "2000-02-29", "2026-12-23", "2028-02-29", "2100-03-01", "9999-12-31"])
    func daysAreTheirTexts(_ text: String) throws {
        #expect(CalendarDay.text(try #require(CalendarDay.number(text))) == text)
    }

    @Test func daysHaveNeighboursAndNames() throws {
        for day in 0..<20_000 { #expect(CalendarDay.number(CalendarDay.text(day)) == day) }
        #expect(CalendarDay.weekday(try #require(CalendarDay.number("2026-11-29"))) == .sunday)
        #expect(CalendarDay.weekday(-1) == .wednesday)
    }

    @Test func momentsAreReadAndRefused() {
        #expect(LocalMoment("2026-12-23T18:05")?.clock == "18:05")
        #expect(LocalMoment("2026-12-23T18:05:00")?.text == "2026-12-23T18:05")
        #expect(LocalMoment("2026-12-23")?.clock == "09:00" && LocalMoment("2026-12-23")?.text == "2026-12-23")
        for text in ["2026-02-29", "2026-12-23T24:00", "2026-12-23 18:00", "2026-12-23T18:00Z", "2026-12-23T1800", ""] {
            #expect(LocalMoment(text) == nil, "\(text)")
        }
    }

    /// Berlin in 2027: forward on 28 March, back on 31 October, both at 01:00 UTC.
    static let berlin: ZoneOffsets = {
        func moment(_ text: String) -> Int { LocalMoment(text)?.minutes ?? 0 }
        return ZoneOffsets(
            zone: "Europe/Berlin", standard: 60,
            changes: [
                .init(from: moment("2027-01-01T00:00"), offset: 60),
                .init(from: moment("2027-03-28T01:00"), offset: 120),
                .init(from: moment("2027-10-31T01:00"), offset: 60),
            ])
    }()

    @Test(
        arguments: [
            ("2027-01-01T00:00", "2026-12-31T23:00"), ("2027-03-28T01:59", "2027-03-28T00:59"),
            ("2027-03-28T02:30", nil), ("2027-03-28T03:00", "2027-03-28T01:00"),
            ("2027-07-01T12:00", "2027-07-01T10:00"), ("2027-10-31T02:30", "2027-10-31T00:30"),
            ("2027-10-31T03:00", "2027-10-31T02:00"),
        ] as [(String, String?)])
    func clocksShowATimeOnceTwiceOrNever(_ local: String, _ expected: String?) throws {
        let shown = try #require(LocalMoment(local)).minutes
        let moment = Self.berlin.moment(showing: shown)
        #expect(moment.map { LocalMoment(minutes: $0).text } == expected)
        // A skipped time is when it would have been.
        if expected == nil { #expect(LocalMoment(minutes: Self.berlin.moment(of: shown)).text == "2027-03-28T01:30") }
    }

    private static func problems(ofDate date: String, zone: String = "Europe/Berlin") -> [String] {
        let text = """
            {"kind": "exercise", "version": 1, "id": "e", "title": "E", "participants": [{"organization": "o.json"}],
             "scenarios": ["s.json"], "zone": "\(zone)", "date": "\(date)"}
            """
        var loader = DocumentLoader { _ in .failure(.notFound) }
        loader.zones = { zone, _ in zone == "Europe/Berlin" ? berlin : nil }
        return loader.load(Array(text.utf8), path: "e.json").diagnostics.map { "\($0.message); \($0.fix ?? "")" }
    }

    @Test func aTimeThatClocksSkipIsRefusedWithTheNextThatTheyShow() {
        #expect(
            Self.problems(ofDate: "2027-03-28T02:30") == [
                #"clocks in Europe/Berlin never show "2027-03-28T02:30": they are put forward; write "2027-03-28T03:30""#
            ])
        #expect(Self.problems(ofDate: "2027-03-28").isEmpty && Self.problems(ofDate: "2027-10-31T02:30").isEmpty)
        // What nobody knows is not judged.
        #expect(Self.problems(ofDate: "2027-03-28T02:30", zone: "Europe/Paris").isEmpty)
    }

    @Test func whatIsNoDateOrZoneGetsAProposal() {
        #expect(Self.problems(ofDate: "2027-02-29").first?.contains("is no date; write a day") == true)
        #expect(Self.problems(ofDate: "2027-03-01T10:00+01:00").first?.contains("without an offset") == true)
        #expect(
            Self.problems(ofDate: "2027-03-01", zone: "europe/berlin") == [
                #""europe/berlin" is no time zone; did you mean "Europe/Berlin"?"#
            ])
    }

    @Test func holidaysAndCountriesOfACompany() throws {
        func load(_ more: String) -> LoadedDocument {
            let text = """
                {"kind": "organization", "version": 1, "id": "o", "name": "O",
                 "departments": [{"id": "it", "name": "IT"}], \(more)}
                """
            return DocumentLoader { _ in .failure(.notFound) }.load(Array(text.utf8), path: "o.json")
        }
        let loaded = load(
            #""country": "DE", "holidays": ["2026-12-25", {"date": "2026-12-31", "name": "Works holiday"}]"#)
        guard case .organization(let company)? = loaded.document else { throw Missing() }
        #expect(company.country == "DE" && company.holidays.map(\.date) == ["2026-12-25", "2026-12-31"])
        #expect(company.holidays[1].name == "Works holiday")
        #expect(load(#""country": "UK""#).diagnostics.map(\.fix) == [#"did you mean "GB"?"#])
        #expect(load(#""holidays": ["2026-12-25", "2026-12-25"]"#).diagnostics.map(\.rule) == ["duplicate-entry"])
        #expect(load(#""holidays": ["25.12.2026"]"#).diagnostics.map(\.rule) == ["invalid-text"])
    }

    private struct Missing: Error {}

    @Test(
        arguments: [
            (Hours.business, 24.0, "three working days"), (.business, 8, "one working day"), (.business, 7.9, nil),
            (.business, 20, "two and a half working days"), (.business, 72, "nine working days"),
            (.business, 10, "about one and a half working days"), (.business, 240, "30 working days"),
            (.extended, 24, "one and a half days of 16 hours"), (.extended, 16, "one day of 16 hours"),
            (.always, 24, nil),
        ] as [(Hours, Double, String?)])
    func hoursAreDays(_ hours: Hours, _ span: Double, _ expected: String?) {
        #expect(hours.days(of: span) == expected)
    }
}
