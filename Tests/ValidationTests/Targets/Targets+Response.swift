extension Target {
    private static let intrusion: @Sendable (StoryTraits) -> Bool = { $0.family == .intrusion }

    /// Containment, and the whole life of a breach.
    static let response: [Target] = [
        containment("hours", "hacking", "Hacking and malware", .intrusion, (131, 302)),
        containment("days", "hacking", "Hacking and malware", .intrusion, (244, 302)),
        containment("hours", "misuse", "Misuse by insiders", .misuse, (16, 62)),
        containment("days", "misuse", "Misuse by insiders", .misuse, (38, 62)),
        containment("hours", "error", "Errors", .error, (89, 199)),
        containment("days", "error", "Errors", .error, (171, 199)),
        Target(
            id: "lifecycle", section: .containment, title: "Breach: mean time to identify and contain",
            figure: .stated(241, 258), unit: .days, publication: .ibm,
            theirs: "about 600 organizations with a breach of 2,000 to 100,000 records, interviewed, 2024 and 2025",
            ours: "incidents that exposed data and were contained", story: { _ in true },
            isCase: { $0.exposed < .infinity && $0.contained < .infinity }, statistic: .mean { $0.startToContainment },
            marks: ["258", "241"],
            tests: .story,
            why:
                "Horizons of weeks to a year and a half cut the long tail that makes a mean; and interviews find months where case files find days."
        ),
        Target(
            id: "lifecycle-supply", section: .containment, title: "Breach over a supplier: the same",
            figure: .stated(267, 267), unit: .days, publication: .ibm,
            theirs: "organizations with a breach over the supply chain, interviewed, 2025",
            ours: "supplier stories that exposed data and were contained", story: { $0.isOverSupplier },
            isCase: { $0.exposed < .infinity && $0.contained < .infinity }, statistic: .mean { $0.startToContainment },
            marks: ["267"], tests: .story, why: "As for all breaches."),
        Target(
            id: "inside-shortens", section: .containment, title: "Found inside: shorter life cycle by",
            figure: .stated(61, 61), unit: .days, publication: .ibm,
            theirs: "organizations with a breach, interviewed, 2024: found inside against told by the attacker",
            ours: "intrusions that exposed data and were contained: inside against all others", story: intrusion,
            isCase: { $0.exposed < .infinity && $0.contained < .infinity },
            statistic: .difference({ $0.startToContainment }, { $0.noticedBy != .inside }), marks: ["61 d", "−61"],
            tests: .story, why: "It follows how long our outsiders take to tell, which is judgement in the stories."),
        Target(
            id: "insider-clock", section: .containment, title: "Insider incident: mean time to contain",
            figure: .stated(81, 86), unit: .days, publication: .ponemon,
            theirs: "insider incidents, more than half of them negligence, surveyed, 2023 and 2025",
            ours: "misuse and errors, from the beginning to containment",
            story: { $0.family == .misuse || $0.family == .error },
            isCase: { $0.isKnown && $0.contained < .infinity }, statistic: .mean { $0.startToContainment },
            mix: .vcdb, marks: ["81 d", "86 d"],
            tests: .story, why: "The survey does not say when its clock starts; ours starts with the deed."),
    ]

    private static func containment(
        _ within: String, _ id: String, _ name: String, _ family: StoryTraits.Family, _ counted: (Int, Int)
    ) -> Target {
        let limit = within == "hours" ? 24.0 : 7 * 24
        return Target(
            id: "contained-\(within)-\(id)", section: .containment,
            title: "\(name): contained within \(within) of notice",
            figure: .counted(counted.0, of: counted.1), unit: .share, publication: .vcdb,
            theirs: "public incidents with known time, \(counted.1), mostly US, to 2019",
            ours: "the same kind of story, noticed", story: { $0.family == family }, isCase: { $0.isKnown },
            statistic: .share { $0.noticeToContainment < limit }, mix: .vcdb, marks: ["\(counted.0) of \(counted.1)"],
            tests: .population,
            why:
                "It tests the response times of the population, which are judgement: the chain of hand-offs counts here, where a record of the case may begin with the first action."
        )
    }

    /// Attackers, exploits, fixes.
    static let speed: [Target] = [
        Target(
            id: "breakout", section: .speed, title: "Mean breakout time, crime", figure: .stated(29, 62),
            unit: .minutes,
            publication: .crowdStrike,
            theirs: "hands-on intrusions by criminals at the vendor's customers, 2023 to 2025",
            ours: "intrusions: first step to first lateral movement", story: intrusion,
            isCase: { $0.start < .infinity && $0.moved < .infinity }, statistic: .mean { Double($0.moved - $0.start) },
            marks: ["48 min", "62 min", "29 min", "breakout"],
            tests: .story,
            why: "The stories retell cases that took days; their paces are parameters, and a drill may set an hour."),
        Target(
            id: "exfiltration", section: .speed, title: "Median time to first data out", figure: .stated(2, 2),
            unit: .days,
            publication: .unit42, theirs: "incidents that the vendor responded to, 2024",
            ours: "intrusions that exposed data", story: intrusion,
            isCase: { $0.start < .infinity && $0.exposed < .infinity },
            statistic: .median { Double(max($0.exposed - $0.start, 0)) }, marks: ["2 d", "two days", "exfil"],
            tests: .story, why: "The stories retell cases that took weeks; their paces are parameters."),
        Target(
            id: "exfiltration-vcdb", section: .speed, title: "First data out within days",
            figure: .counted(64, of: 72), unit: .share, publication: .vcdb,
            theirs: "public hacking and malware incidents with known time, 72, mostly US, to 2019",
            ours: "intrusions that exposed data", story: intrusion,
            isCase: { $0.start < .infinity && $0.exposed < .infinity },
            statistic: .share { $0.exposed - $0.start < 7 * 24 }, mix: .vcdb, marks: ["64 of 72"],
            tests: .story,
            why: "Half of VCDB's hacking takes data out of a web application within minutes; ours are long intrusions."),
        Target(
            id: "time-to-exploit", section: .speed, title: "Median time from fix to exploitation",
            figure: .stated(5, 5),
            unit: .days, publication: .dbir24,
            theirs: "known-exploited flaws: from publication to the first scan that tries them, 2023",
            ours: "portals exploited through the flaw", story: { $0.exploits }, isCase: { $0.exploited < .infinity },
            statistic: .median { Double($0.exploited) }, marks: ["5 d", "five days"],
            tests: .story, why: "Theirs is the first attempt anywhere, ours the success at one company."),
        Target(
            id: "late-fix", section: .speed, title: "Flaws open after three weeks", figure: .stated(0.6, 0.6),
            unit: .share,
            publication: .bitsight,
            theirs: "known-exploited flaws on internet-facing systems past their due date (mostly 21 days)",
            ours: "portals in all trials", story: { $0.exploits }, isCase: { $0.fixed != nil },
            statistic: .share { ($0.fixed ?? 0) > 21 * 24 }, marks: ["60 %"],
            tests: .population,
            why: "It tests the population's patching levels, which are judgement, and the catalog's delays."),
        Target(
            id: "fix-median", section: .speed, title: "Median time to fix, internet-wide", figure: .stated(174, 174),
            unit: .days, publication: .bitsight,
            theirs: "known-exploited flaws on internet-facing systems, 1.4 million organizations",
            ours: "portals in all trials", story: { $0.exploits }, isCase: { $0.fixed != nil },
            statistic: .median { Double($0.fixed ?? 0) }, marks: ["174"],
            tests: .population, why: "Scans see every forgotten machine; our companies know that they have a portal."),
        Target(
            id: "fixed-in-year", section: .speed, title: "Edge flaws fixed within the year",
            figure: .stated(0.54, 0.54),
            unit: .share, publication: .dbir25, theirs: "flaws of edge devices exploited in the year, 17 of them",
            ours: "gateways and mail at the edge in all trials", story: { $0.fixesEdge }, isCase: { $0.fixed != nil },
            statistic: .share { ($0.fixed ?? 0) < 365 * 24 }, marks: ["54 %"], isIndependent: false,
            tests: .population, why: "The catalog's slowest level of fixing edge devices follows this figure."),
        Target(
            id: "fix-median-edge", section: .speed, title: "Median time to fix, of those fixed",
            figure: .stated(32, 32),
            unit: .days, publication: .dbir25, theirs: "flaws of edge devices exploited in the year, where fixed",
            ours: "gateways and mail at the edge, fixed within a year", story: { $0.fixesEdge },
            isCase: { ($0.fixed ?? .infinity) < 365 * 24 },
            statistic: .median { Double($0.fixed ?? 0) }, marks: ["32 d"], isIndependent: false,
            tests: .population, why: "The catalog's slowest level of fixing edge devices follows this figure."),
    ]
}
