/// How large an organization is, in the classes that the published shares allow.
enum Size: Int, CaseIterable {
    case small, medium, large

    var words: String {
        switch self {
        case .small: "small (11–100 people)"
        case .medium: "medium (101–1,000)"
        case .large: "large (over 1,000)"
        }
    }
}

/// Which share of the organizations answers a question how.
struct AnswerShares {
    /// Id of a control in the catalog.
    var control: String
    /// Shares of the levels by size, small first; levels in the catalog's order, and those left out have none.
    var shares: [[(level: String, share: Double)]]
    /// Bounds of the share of assets that a level above the weakest covers.
    var coverage: ClosedRange<Double> = 1...1
    /// A publication, or the word judgement.
    var source: String

    init(
        _ control: String, _ levels: [String], small: [Double], medium: [Double], large: [Double],
        coverage: ClosedRange<Double> = 1...1, source: String = "judgement"
    ) {
        self.control = control
        self.coverage = coverage
        self.source = source
        shares = [small, medium, large].map { column in zip(levels, column).map { ($0, $1) } }
    }
}

extension AnswerShares {
    static let cbs =
        "use of two-step verification: Statistics Netherlands, Cybersecurity Monitor 2024 (76 % of companies with 10–50 "
        + "people, 97 % from 250; 90 % between them by judgement; seen: secondary); kind and coverage judgement"
    static let breachesSurvey =
        "security monitoring tools: UK Cyber Security Breaches Survey 2024 (33 % of businesses, 63 % of medium, 71 % of "
        + "large; seen: secondary); which kind is judgement"
    static let supplierReview =
        "review of suppliers' risks: UK Cyber Security Breaches Survey 2024 (11 %, 28 %, 48 %; seen: secondary); that a "
        + "review means named access is judgement"

    /// The answers of the reference population. Written down before the first run, and not moved afterwards.
    static let table: [AnswerShares] = [
        AnswerShares(
            "mfa", ["none", "sms", "push", "number-matching", "fido2"], small: [0.24, 0.26, 0.30, 0.17, 0.03],
            medium: [0.10, 0.25, 0.35, 0.25, 0.05], large: [0.03, 0.17, 0.35, 0.35, 0.10], coverage: 0.4...1,
            source: cbs),
        AnswerShares(
            "monitoring", ["none", "logs", "central-logs", "edr", "edr-24x7"], small: [0.25, 0.42, 0.08, 0.20, 0.05],
            medium: [0.07, 0.30, 0.18, 0.33, 0.12], large: [0.02, 0.27, 0.21, 0.28, 0.22], coverage: 0.6...1,
            source: breachesSurvey),
        AnswerShares(
            "vendor-zone", ["shared", "named-mfa", "walled"], small: [0.89, 0.09, 0.02], medium: [0.72, 0.22, 0.06],
            large: [0.52, 0.34, 0.14], coverage: 0.7...1, source: supplierReview),
        AnswerShares(
            "patching", ["quarterly", "monthly", "weekly", "prompt"], small: [0.45, 0.35, 0.15, 0.05],
            medium: [0.35, 0.40, 0.20, 0.05], large: [0.25, 0.45, 0.25, 0.05], coverage: 0.7...1),
        AnswerShares(
            "privileges", ["broad", "role-based", "least"], small: [0.65, 0.30, 0.05], medium: [0.45, 0.45, 0.10],
            large: [0.25, 0.60, 0.15], coverage: 0.7...1),
        AnswerShares(
            "privileged-access", ["shared", "named", "vaulted", "tiered"], small: [0.60, 0.35, 0.04, 0.01],
            medium: [0.40, 0.42, 0.14, 0.04], large: [0.20, 0.45, 0.25, 0.10], coverage: 0.7...1),
        AnswerShares(
            "segmentation", ["flat", "zones", "micro", "zero-trust"], small: [0.80, 0.19, 0.01, 0],
            medium: [0.50, 0.46, 0.03, 0.01], large: [0.30, 0.62, 0.06, 0.02], coverage: 0.6...1),
        AnswerShares(
            "hardening", ["default", "hardened", "allow-listed"], small: [0.80, 0.18, 0.02],
            medium: [0.60, 0.36, 0.04], large: [0.40, 0.52, 0.08], coverage: 0.6...1),
        AnswerShares(
            "egress", ["open", "proxied", "allow-list"], small: [0.85, 0.13, 0.02], medium: [0.55, 0.38, 0.07],
            large: [0.35, 0.52, 0.13], coverage: 0.6...1),
        AnswerShares(
            "edge-protection", ["none", "filtering", "managed"], small: [0.65, 0.30, 0.05],
            medium: [0.40, 0.45, 0.15], large: [0.20, 0.50, 0.30], coverage: 0.7...1),
        AnswerShares(
            "encryption-at-rest", ["none", "volume", "database", "field"], small: [0.60, 0.35, 0.05, 0.00],
            medium: [0.40, 0.42, 0.16, 0.02], large: [0.25, 0.42, 0.28, 0.05], coverage: 0.6...1),
        AnswerShares(
            "backup", ["none", "domain-joined", "offline", "offline-tested"], small: [0.10, 0.50, 0.30, 0.10],
            medium: [0.05, 0.50, 0.32, 0.13], large: [0.02, 0.45, 0.35, 0.18]),
        AnswerShares(
            "phishing-training", ["none", "yearly", "continuous"], small: [0.50, 0.40, 0.10],
            medium: [0.25, 0.55, 0.20], large: [0.08, 0.60, 0.32]),
        AnswerShares(
            "reporting", ["none", "mailbox", "button"], small: [0.60, 0.32, 0.08], medium: [0.30, 0.45, 0.25],
            large: [0.10, 0.45, 0.45]),
        AnswerShares(
            "update-staging", ["immediate", "ring", "held"], small: [0.90, 0.09, 0.01], medium: [0.70, 0.26, 0.04],
            large: [0.45, 0.45, 0.10]),
        AnswerShares(
            "access-reviews", ["none", "yearly", "quarterly"], small: [0.75, 0.22, 0.03], medium: [0.50, 0.40, 0.10],
            large: [0.25, 0.50, 0.25]),
        AnswerShares(
            "edge-patching", ["slow", "monthly", "prompt"], small: [0.60, 0.32, 0.08], medium: [0.45, 0.42, 0.13],
            large: [0.30, 0.50, 0.20], coverage: 0.7...1),
        AnswerShares(
            "mail-filtering", ["none", "standard", "sandboxed"], small: [0.10, 0.85, 0.05], medium: [0.04, 0.76, 0.20],
            large: [0.02, 0.58, 0.40]),
        AnswerShares(
            "vendor-review", ["none", "questionnaire", "evidence"], small: [0.89, 0.09, 0.02],
            medium: [0.72, 0.24, 0.04], large: [0.52, 0.38, 0.10], source: supplierReview),
        AnswerShares(
            "signed-updates", ["unchecked", "checked"], small: [0.80, 0.20], medium: [0.60, 0.40], large: [0.40, 0.60]),
        AnswerShares(
            "build-integrity", ["open", "reviewed", "reproducible"], small: [0.75, 0.23, 0.02],
            medium: [0.60, 0.37, 0.03], large: [0.45, 0.49, 0.06]),
        AnswerShares(
            "tamper-evident-records", ["none", "append-only", "witnessed"], small: [0.90, 0.09, 0.01],
            medium: [0.75, 0.22, 0.03], large: [0.55, 0.40, 0.05], coverage: 0.5...1),
        AnswerShares(
            "alert-handling", ["unsorted", "triaged", "tuned"], small: [0.80, 0.18, 0.02], medium: [0.55, 0.38, 0.07],
            large: [0.35, 0.48, 0.17]),
        AnswerShares(
            "information-sharing", ["none", "receives", "active"], small: [0.85, 0.14, 0.01],
            medium: [0.60, 0.36, 0.04], large: [0.35, 0.52, 0.13]),
        AnswerShares(
            "data-loss-prevention", ["none", "watch", "block"], small: [0.90, 0.08, 0.02], medium: [0.70, 0.22, 0.08],
            large: [0.45, 0.38, 0.17], coverage: 0.6...1),
        AnswerShares(
            "insider-safeguards", ["none", "leavers", "watched"], small: [0.80, 0.19, 0.01],
            medium: [0.50, 0.45, 0.05], large: [0.30, 0.55, 0.15]),
        AnswerShares(
            "release-checks", ["none", "checklist", "second-person"], small: [0.70, 0.25, 0.05],
            medium: [0.50, 0.38, 0.12], large: [0.35, 0.45, 0.20]),
        AnswerShares(
            "encryption-in-transit", ["none", "external", "everywhere"], small: [0.15, 0.75, 0.10],
            medium: [0.06, 0.74, 0.20], large: [0.03, 0.62, 0.35]),
        AnswerShares(
            "certificate-care", ["unmanaged", "calendar", "automated"], small: [0.40, 0.45, 0.15],
            medium: [0.25, 0.50, 0.25], large: [0.12, 0.50, 0.38]),
    ]

    /// For a control that the table does not name: each level half as frequent as the one below it.
    static func otherwise(levels: Int) -> [Double] {
        let weights = (0..<levels).map { 1 / Double(1 << $0) }
        return weights.map { $0 / weights.reduce(0, +) }
    }
}

/// Shares that are no control's level.
enum PopulationShares {
    /// Of the organizations, small first. VCDB's victims of known size: up to 100 people or "small" 27.6 %, 101 to 1,000
    /// 16.2 %, above or "large" 55.8 %; of 25 in each sector.
    static let organizationsPerSector = [7, 4, 14]
    static let sizeSource = "VCDB, victims of known size (28 %, 16 %, 56 %)"

    /// Organizations with a written and tested plan for incidents: these respond fast.
    static let plans = [0.22, 0.55, 0.73]
    static let planSource =
        "formal incident response plans: UK Cyber Security Breaches Survey 2024 (22 % of businesses, 55 % of medium, 73 % "
        + "of large; seen: secondary); the times are judgement"

    /// How much of an organization's answers hangs on its general standing rather than on the question alone.
    static let common = 0.5
    static let commonSource = "judgement"

    /// Custody of the keys where databases or fields are encrypted.
    static let keysOnSameHost = 0.5
    static let keysInModule = 0.15
}
