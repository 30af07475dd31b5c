import Scenarios
import Testing

/// Which duties to tell authorities are claimed for whom.
@Suite struct LegalClockTests {
    private static func duties(
        _ country: String?, _ sector: Sector? = .technology, people: Int? = 400, zone: String? = nil,
        personalData: Bool = true
    ) -> [LegalClock.Duty] {
        var company = Organization()
        (company.country, company.sector, company.headcount, company.timeZone) = (country, sector, people, zone)
        return LegalClock.all(of: company, personalData: personalData).map(\.duty)
    }

    private static let nis2: [LegalClock.Duty] = [.earlyWarning, .notification, .finalReport]

    @Test func byCountrySectorAndSize() {
        #expect(Self.duties("DE") == [.earlyWarning, .gdpr, .notification, .finalReport])
        #expect(Self.duties("DE", personalData: false) == Self.nis2)
        // Medium size begins at 50 people; public offices have duties at any size; banks have rules of their own.
        #expect(Self.duties("FR", people: 49) == [.gdpr] && Self.duties("FR", people: 50).count == 4)
        #expect(Self.duties("IE", .public, people: 8, personalData: false) == Self.nis2)
        #expect(Self.duties("IT", .finance) == [.gdpr] && Self.duties("PL", .retail) == [.gdpr])
        // The European Economic Area has the GDPR; nothing is claimed of NIS2 there.
        #expect(Self.duties("NO") == [.gdpr])
        #expect(Self.duties("GB") == [.ukGDPR] && Self.duties("GB", personalData: false).isEmpty)
        #expect(Self.duties("US").isEmpty && Self.duties("CH", zone: "Europe/Berlin").isEmpty)
    }

    @Test func withoutACountryTheZoneTellsOfTheGDPROnly() {
        #expect(Self.duties(nil, zone: "Europe/Vienna") == [.gdpr])
        #expect(Self.duties(nil, zone: "America/New_York").isEmpty && Self.duties(nil).isEmpty)
    }

    @Test func limitsAndCitations() throws {
        var company = Organization()
        (company.country, company.sector) = ("DE", .energy)
        let clocks = LegalClock.all(of: company, personalData: true)
        #expect(clocks.map(\.hours) == [24, 72, 72, nil])
        #expect(clocks.map(\.limit).last == "one month from that notification")
        #expect(clocks[0].citation.hasPrefix("Directive (EU) 2022/2555 (NIS2), Article 23(4)(a)"))
        #expect(clocks[1].citation == "Regulation (EU) 2016/679 (GDPR), Article 33(1)")
        #expect(clocks[1].words == "GDPR, article 33: 72 hours from becoming aware, to the authority")
    }
}
