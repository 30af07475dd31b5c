/// A duty to tell an authority of an incident within a time that the law states: the one table of such duties.
///
/// Clocks of the law run from awareness, not from the breach: in the model from the first alert that somebody acts on, which
/// is the cautious reading, since a short look whether anything has happened may still come before awareness. They run at
/// night, at weekends and on holidays (Regulation (EEC, Euratom) No 1182/71, Article 3(3)).
public struct LegalClock: Sendable, Equatable {
    /// Which duty.
    public enum Duty: String, Sendable, CaseIterable {
        case gdpr = "gdpr-33-1"
        case ukGDPR = "uk-gdpr-33-1"
        case earlyWarning = "nis2-23-4-a"
        case notification = "nis2-23-4-b"
        case finalReport = "nis2-23-4-d"
    }

    /// Which duty.
    public var duty: Duty
    /// Who has to be told what: "the data protection authority of a breach of personal data".
    public var what: String
    /// Hours from awareness; nil: counted from another duty's fulfilment, see ``limit``.
    public var hours: Double?
    /// "72 hours from becoming aware".
    public var limit: String
    /// As lawyers cite it: "Regulation (EU) 2016/679 (GDPR), Article 33(1)".
    public var citation: String
    /// As it is said in a line: "GDPR, article 33".
    public var short: String
    /// For whom alone it holds; nil: for everybody in its countries.
    public var condition: String?

    /// "GDPR, article 33: 72 hours from becoming aware, to the authority".
    public var words: String { "\(short): \(limit), to the authority" }

    /// The duties of a company, the shortest first. For other countries than those listed here nothing is claimed.
    ///
    /// - Parameter personalData: Whether data of persons can be concerned.
    public static func all(of organization: Organization, personalData: Bool) -> [LegalClock] {
        table.filter { $0.holds(organization, personalData) }.map(\.clock)
    }

    private struct Row {
        var clock: LegalClock
        var holds: (Organization, _ personalData: Bool) -> Bool
    }

    private static var table: [Row] {
        [
            Row(
                clock: nis2(
                    .earlyWarning, point: "a", what: "the CSIRT or the competent authority, by an early warning",
                    hours: 24, limit: "24 hours from becoming aware"), holds: isUnderNIS2),
            Row(
                clock: LegalClock(
                    duty: .gdpr, what: "the data protection authority, of a breach of personal data", hours: 72,
                    limit: "72 hours from becoming aware", citation: "Regulation (EU) 2016/679 (GDPR), Article 33(1)",
                    short: "GDPR, article 33", condition: "unless a risk to persons is unlikely"),
                holds: { $1 && isUnderGDPR($0) }),
            Row(
                clock: LegalClock(
                    duty: .ukGDPR, what: "the Information Commissioner, of a breach of personal data", hours: 72,
                    limit: "72 hours from becoming aware",
                    citation: "UK GDPR (retained Regulation (EU) 2016/679), Article 33(1)",
                    short: "UK GDPR, article 33", condition: "unless a risk to persons is unlikely"),
                holds: { $1 && $0.country == "GB" }),
            Row(
                clock: nis2(
                    .notification, point: "b", what: "the CSIRT or the competent authority, with a first assessment",
                    hours: 72, limit: "72 hours from becoming aware"), holds: isUnderNIS2),
            Row(
                clock: nis2(
                    .finalReport, point: "d", what: "the CSIRT or the competent authority, by a final report",
                    hours: nil, limit: "one month from that notification"), holds: isUnderNIS2),
        ]
    }

    private static func nis2(
        _ duty: Duty, point: String, what: String, hours: Double?, limit: String
    ) -> LegalClock {
        LegalClock(
            duty: duty, what: what, hours: hours, limit: limit,
            citation:
                "Directive (EU) 2022/2555 (NIS2), Article 23(4)(\(point)), as the member state has put it into law",
            short: "NIS2, article 23(4)(\(point))",
            condition: "if the company is an essential or important entity and the incident is significant")
    }

    /// The Union, and Iceland, Liechtenstein and Norway by EEA Joint Committee Decision 154/2018. Where no country is stated,
    /// the time zone tells.
    private static func isUnderGDPR(_ organization: Organization) -> Bool {
        guard let country = organization.country else {
            return organization.timeZone.map(zonesOfTheUnion.contains) ?? false
        }
        return union.contains(country) || ["IS", "LI", "NO"].contains(country)
    }

    /// Only where the country is stated, in a sector of annexes I and II, and from medium size on (Article 2(1); public
    /// offices whatever their size). Not the financial sector: Regulation (EU) 2022/2554 (DORA) goes before.
    private static func isUnderNIS2(_ organization: Organization, _: Bool) -> Bool {
        let sectors: Set<Sector> = [.energy, .health, .public, .technology, .logistics, .manufacturing]
        guard let country = organization.country, union.contains(country), let sector = organization.sector,
            sectors.contains(sector)
        else { return false }
        return sector == .public || (organization.headcount ?? 50) >= 50
    }

    /// The 27 member states.
    private static let union: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV",
        "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ]

    /// IANA zones of the 27 member states and of Iceland, Liechtenstein and Norway.
    private static let zonesOfTheUnion: Set<String> = [
        "Europe/Amsterdam", "Europe/Athens", "Europe/Berlin", "Europe/Bratislava", "Europe/Brussels",
        "Europe/Bucharest",
        "Europe/Budapest", "Europe/Busingen", "Europe/Copenhagen", "Europe/Dublin", "Europe/Helsinki", "Europe/Lisbon",
        "Europe/Ljubljana", "Europe/Luxembourg", "Europe/Madrid", "Europe/Malta", "Europe/Mariehamn", "Europe/Oslo",
        "Europe/Paris", "Europe/Prague", "Europe/Riga", "Europe/Rome", "Europe/Sofia", "Europe/Stockholm",
        "Europe/Tallinn", "Europe/Vaduz", "Europe/Vienna", "Europe/Vilnius", "Europe/Warsaw", "Europe/Zagreb",
        "Asia/Nicosia", "Asia/Famagusta", "Atlantic/Azores", "Atlantic/Canary", "Atlantic/Madeira", "Africa/Ceuta",
        "Atlantic/Reykjavik",
    ]
}
