import Scenarios

extension Target {
    private static let week = 7.0 * 24
    private static let month = 30.0 * 24
    private static let intrusion: @Sendable (StoryTraits) -> Bool = { $0.family == .intrusion }

    /// Who discovers, and after what time.
    static let discovery: [Target] = [
        Target(
            id: "inside-mtrends", section: .discoverer, title: "Found by the organization itself",
            figure: .stated(0.43, 0.46), unit: .share, publication: .mTrends25,
            theirs: "intrusions that Mandiant was called to, worldwide, 2023 and 2024",
            ours: "intrusions that got in and were noticed", story: intrusion, isCase: { $0.isKnown },
            statistic: .share { $0.noticedBy == .inside }, marks: ["43 %", "46 %", "internal"],
            tests: .model,
            why: "Our outsiders tell only after data has been used; who calls Mandiant was often told by others."),
        Target(
            id: "attacker-mtrends", section: .discoverer, title: "Told by the attacker",
            figure: .stated(0.14, 0.14), unit: .share, publication: .mTrends25,
            theirs: "intrusions that Mandiant was called to, worldwide, 2024",
            ours: "intrusions that got in and were noticed", story: intrusion, isCase: { $0.isKnown },
            statistic: .share { $0.noticedBy == .attacker }, marks: ["14 %", "told by attacker", "adversary"],
            tests: .mix, why: "It follows the mix of stories more than the model: several of ours announce themselves."),
        Target(
            id: "attacker-ransom", section: .discoverer, title: "Ransomware: told by the attacker",
            figure: .stated(0.53, 0.53), unit: .share, publication: .mTrends24,
            theirs:
                "ransomware intrusions that Mandiant was called to, 2023 (70 % from outside, of these 76 % by the note)",
            ours: "ransomware stories that got in and were noticed", story: { $0.isRansom }, isCase: { $0.isKnown },
            statistic: .share { $0.noticedBy == .attacker }, marks: ["70 %", "76 %", "53 %"],
            tests: .model, why: "Nobody calls for help with an intrusion that was stopped early; ours counts those too."
        ),
        Target(
            id: "outside-vcdb", section: .discoverer, title: "Found by outsiders",
            figure: .counted(2746, of: 4284), unit: .share, publication: .vcdb,
            theirs: "public incidents whose discoverer is known (half), mostly US, to 2019",
            ours: "incidents of every kind that were noticed", story: { _ in true }, isCase: { $0.isKnown },
            statistic: .share { $0.noticedBy != .inside }, mix: .vcdb, marks: ["64", "external"],
            tests: .model, why: "What is found inside seldom becomes public, so VCDB counts too many outsiders."),
        Target(
            id: "dwell-mtrends", section: .discovery, title: "Median dwell time", figure: .stated(10, 14), unit: .days,
            publication: .mTrends26, theirs: "intrusions that Mandiant was called to, worldwide, 2023 to 2025",
            ours: "intrusions that got in and were noticed", story: intrusion, isCase: { $0.isKnown },
            statistic: .median { $0.dwell }, marks: ["10 d", "11 d", "14 d", "dwell"],
            tests: .model,
            why: "The library's intruders are slower and quieter than the quick extortion that fills case loads."),
        Target(
            id: "week-mtrends", section: .discovery, title: "Found within a week", figure: .stated(0.451, 0.451),
            unit: .share, publication: .mTrends25, theirs: "intrusions that Mandiant was called to, worldwide, 2024",
            ours: "intrusions that got in and were noticed", story: intrusion, isCase: { $0.isKnown },
            statistic: .share { $0.dwell < week }, marks: ["45.1 %", "45 %", "one week"],
            tests: .model, why: "As for the median dwell time."),
        Target(
            id: "dwell-ransom", section: .discovery, title: "Ransomware: median dwell time", figure: .stated(5, 6),
            unit: .days, publication: .mTrends25,
            theirs: "ransomware intrusions that Mandiant was called to, 2023, 2024",
            ours: "ransomware stories in which the encryption was let loose", story: { $0.isRansom },
            isCase: { $0.isKnown && $0.down < .infinity }, statistic: .median { $0.dwell }, marks: ["6 d", "5 d"],
            tests: .story,
            why: "The story retells a case of 2019 with weeks of preparation; its waiting time is a parameter."),
        Target(
            id: "week-ransom", section: .discovery, title: "Ransomware: found within a week",
            figure: .stated(0.565, 0.565), unit: .share, publication: .mTrends25,
            theirs: "ransomware intrusions that Mandiant was called to, 2024",
            ours: "ransomware stories that got in and were noticed", story: { $0.isRansom }, isCase: { $0.isKnown },
            statistic: .share { $0.dwell < week }, marks: ["56.5 %"],
            tests: .model,
            why: "The story retells a case of 2019 with weeks of preparation; its waiting time is a parameter."),
        Target(
            id: "dwell-espionage", section: .discovery, title: "Espionage: median dwell time",
            figure: .stated(122, 122), unit: .days, publication: .mTrends26,
            theirs: "espionage and hired impostors that Mandiant was called to, 2025",
            ours: "the poisoned update, noticed", story: { $0.scenario.id == "poisoned-update" },
            isCase: { $0.isKnown }, statistic: .median { $0.dwell }, marks: ["122"],
            tests: .story,
            why: "One story stands for all espionage, and what is noticed after its horizon of a year is not counted."),
        within("hacking", "Hacking and malware", .intrusion, days: (322, 650), months: nil),
        within("misuse", "Misuse by insiders", .misuse, days: (52, 374), months: nil),
        within("error", "Errors", .error, days: (238, 503), months: nil),
        within("hacking", "Hacking and malware", .intrusion, days: nil, months: (268, 650)),
        within("misuse", "Misuse by insiders", .misuse, days: nil, months: (297, 374)),
        within("error", "Errors", .error, days: nil, months: (230, 503)),
    ]

    /// VCDB counts times of discovery by unit: "days" or less is below a week, "months" or more from 30 days on.
    private static func within(
        _ id: String, _ name: String, _ family: StoryTraits.Family, days: (Int, Int)?, months: (Int, Int)?
    ) -> Target {
        let (count, total) = days ?? months ?? (0, 1)
        let isEarly = days != nil
        return Target(
            id: "\(isEarly ? "days" : "months")-\(id)", section: .discovery,
            title: "\(name): found \(isEarly ? "within days" : "after months or years")",
            figure: .counted(count, of: total), unit: .share, publication: .vcdb,
            theirs: "public incidents with known time, \(total), mostly US, to 2019",
            ours: "the same kind of story, noticed", story: { $0.family == family }, isCase: { $0.isKnown },
            statistic: .share { isEarly ? $0.dwell < week : $0.dwell >= month }, mix: .vcdb,
            marks: ["\(count) of \(total)"], tests: family == .intrusion ? .model : .story, why: why(family))
    }

    private static func why(_ family: StoryTraits.Family) -> String {
        switch family {
        case .intrusion:
            "Public incidents to 2019 hold many defacements and stolen cards, found at once or by banks; ours are long intrusions."
        case .misuse: "One story stands for all misuse, and what is noticed after its horizon is not counted."
        case .error: "Horizon of 120 days: data left open for years, a third of VCDB's errors, cannot come out of it."
        case .physical: "Thefts are noticed when the thing is missed."
        }
    }
}
