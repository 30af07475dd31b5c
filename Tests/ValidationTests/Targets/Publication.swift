/// Where a published figure comes from, and how it was seen.
struct Publication: Hashable {
    /// As the page's list of sources names it.
    var title: String
    /// The name by which a citation in the catalog would be recognized.
    var publisher: String
    var year: Int
    /// `primary` where the publication or data set itself was read; `secondary` where a copy of its figures was.
    var seen: String
    /// How far the figure bears: as stated by whoever collected it.
    var trust: String

    static let vcdb = Publication(
        title:
            "VERIS Community Database, 8,473 confirmed incidents to 2019, counted by us (commit 759c777 of a fork of vz-risk/VCDB)",
        publisher: "VCDB", year: 2020, seen: "primary", trust: "high for what it counts: public incidents, mostly US")
    static let mTrends24 = Publication(
        title: "Mandiant, M-Trends 2024", publisher: "M-Trends", year: 2024, seen: "secondary", trust: "medium")
    static let mTrends25 = Publication(
        title: "Mandiant, M-Trends 2025", publisher: "M-Trends", year: 2025, seen: "secondary", trust: "medium")
    static let mTrends26 = Publication(
        title: "Mandiant, M-Trends 2026", publisher: "M-Trends", year: 2026, seen: "secondary", trust: "medium")
    static let dbir24 = Publication(
        title: "Verizon, Data Breach Investigations Report 2024", publisher: "DBIR 2024", year: 2024, seen: "secondary",
        trust: "medium")
    static let dbir25 = Publication(
        title: "Verizon, Data Breach Investigations Report 2025", publisher: "DBIR 2025", year: 2025, seen: "secondary",
        trust: "medium")
    static let ibm = Publication(
        title: "IBM and Ponemon, Cost of a Data Breach 2024 and 2025", publisher: "IBM", year: 2025, seen: "secondary",
        trust: "medium")
    static let ponemon = Publication(
        title: "Ponemon and DTEX, Cost of Insider Risks 2023 and 2025", publisher: "Ponemon", year: 2025,
        seen: "secondary", trust: "low: survey with a sponsor")
    static let sophos24 = Publication(
        title: "Sophos and Vanson Bourne, impact of compromised backups, 2024 (2,974 organizations)",
        publisher: "Sophos", year: 2024, seen: "secondary", trust: "medium: survey")
    static let sophos25 = Publication(
        title: "Sophos, State of Ransomware 2023 to 2025 (3,400 organizations in 2025)", publisher: "Sophos",
        year: 2025,
        seen: "secondary", trust: "medium: survey")
    static let crowdStrike = Publication(
        title: "CrowdStrike, Global Threat Report 2024 to 2026", publisher: "CrowdStrike", year: 2026,
        seen: "secondary",
        trust: "medium: vendor")
    static let unit42 = Publication(
        title: "Palo Alto Networks Unit 42, Incident Response Report 2025", publisher: "Unit 42", year: 2025,
        seen: "secondary", trust: "medium")
    static let bitsight = Publication(
        title: "Bitsight, A Global View of the CISA KEV Catalog (1.4 million organizations)", publisher: "Bitsight",
        year: 2024, seen: "secondary", trust: "medium: internet-wide scan")
}

/// A published figure as an interval, in the target's unit.
enum PublishedFigure {
    /// Of `total` cases, `count`: Wilson's 90 % interval.
    case counted(Int, of: Int)
    /// A share of about `of` cases: the same interval.
    case share(Double, of: Int)
    /// One figure without a stated error, or the span of several years or publications.
    case stated(Double, Double)
}

/// What is measured, and with it how a band is widened and a figure printed.
enum Unit {
    case share, days, minutes, records

    /// Behind a published number.
    var sign: String {
        switch self {
        case .share: " %"
        case .days: " d"
        case .minutes: " min"
        case .records: ""
        }
    }

    /// What one of it is in the terms of the statistics: hours for times.
    var scale: Double {
        switch self {
        case .share, .records: 1
        case .days: 24
        case .minutes: 1 / 60.0
        }
    }
}
