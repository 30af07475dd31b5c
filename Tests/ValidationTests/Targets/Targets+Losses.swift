extension Target {
    private static let ransom: @Sendable (StoryTraits) -> Bool = { $0.isRansom }
    /// Intrusions of the three kinds that publications name, one story of each at least.
    private static let threeWays: @Sendable (StoryTraits) -> Bool = { $0.family == .intrusion && !$0.isOverSupplier }
    private static let lostThreeWays: @Sendable (Outcome) -> Bool = { $0.lost < .infinity && $0.entry != .other }

    /// Ransomware, ways in, records.
    static let losses: [Target] = [
        Target(
            id: "backups-fall", section: .ransom, title: "Backups lost, of those attacked",
            figure: .share(0.57, of: 2796), unit: .share, publication: .sophos24,
            theirs:
                "ransomware victims of 100 to 5,000 people whose backups were attacked (94 % of 2,974; 57 % of tries succeed)",
            ours: "ransomware let loose where backups exist, medium and large", story: ransom,
            isCase: { $0.down < .infinity && $0.hasBackup }, statistic: .share { $0.backupFell }, withoutSmall: true,
            marks: ["57 %", "0.57", "54 %", "0.54"],
            tests: .population,
            why: "It tests the share of domain-joined backups in the population, which is judgement."),
        Target(
            id: "week-repaired", section: .ransom, title: "Everything repaired within a week",
            figure: .stated(0.45, 0.5),
            unit: .share, publication: .sophos25,
            theirs: "ransomware victims of 100 to 5,000 people: 45 % (2023, with backups), more than half (2025)",
            ours: "ransomware let loose, medium and large", story: ransom, isCase: { $0.down < .infinity },
            statistic: .share { $0.repaired - $0.down < 7 * 24 }, withoutSmall: true,
            marks: ["45 %", "50 %", "53 %", "week"],
            tests: .population,
            why:
                "Ours counts until the last asset, with one crew, and nobody pays; people who answer surveys count until business runs."
        ),
        Target(
            id: "encrypted", section: .ransom, title: "Attack ends in encryption", figure: .stated(0.5, 0.76),
            unit: .share,
            publication: .sophos25,
            theirs: "organizations of 100 to 5,000 people hit by ransomware: 76 % (2023), 70 % (2024), 50 % (2025)",
            ours: "ransomware stories that got in and were noticed, medium and large", story: ransom,
            isCase: { $0.isKnown },
            statistic: .share { $0.down < .infinity }, withoutSmall: true, marks: ["50 %", "76 %", "70 %", "44 %"],
            tests: .model,
            why: "A clicked mail counts as a hit in ours; in a survey it takes more to remember it as ransomware."),
        Target(
            id: "by-exploit", section: .entry, title: "By exploit, of three ways in", figure: .stated(0.345, 0.524),
            unit: .share, publication: .mTrends25,
            theirs: "exploits, stolen credentials, phishing: 20, 22, 16 % (DBIR 2025); 33, 16, 14 % (M-Trends 2025)",
            ours: "intrusions that reached a worst objective, by the step that let them in", story: threeWays,
            isCase: lostThreeWays, statistic: .share { $0.entry == .exploit }, marks: ["33 %", "20 %"],
            tests: .mix, why: "As often tried, not as often met: our mix has as many tries of each story."),
        Target(
            id: "by-credentials", section: .entry, title: "By stolen credentials, of three ways in",
            figure: .stated(0.254, 0.379), unit: .share, publication: .dbir25, theirs: "the same", ours: "the same",
            story: threeWays, isCase: lostThreeWays, statistic: .share { $0.entry == .credentials },
            marks: ["22 %", "16 %"],
            tests: .mix, why: "As often tried, not as often met: our mix has as many tries of each story."),
        Target(
            id: "by-phishing", section: .entry, title: "By phishing, of three ways in", figure: .stated(0.222, 0.276),
            unit: .share, publication: .dbir25, theirs: "the same", ours: "the same", story: threeWays,
            isCase: lostThreeWays, statistic: .share { $0.entry == .phishing }, marks: ["16 %", "14 %"],
            tests: .mix, why: "As often tried, not as often met: our mix has as many tries of each story."),
        Target(
            id: "by-supplier", section: .entry, title: "Over a third party", figure: .stated(0.30, 0.30), unit: .share,
            publication: .dbir25, theirs: "12,195 breaches, 2024, worldwide",
            ours: "intrusions that reached a worst objective", story: { $0.family == .intrusion },
            isCase: { $0.lost < .infinity }, statistic: .share { $0.entry == .supplier }, marks: ["30 %"],
            tests: .mix, why: "It follows the mix: half of the library's intrusions come over suppliers."),
        Target(
            id: "records", section: .records, title: "Median records exposed", figure: .stated(975, 975),
            unit: .records,
            publication: .vcdb, theirs: "4,784 public incidents with a known number, mostly US, to 2019",
            ours: "incidents of every kind that exposed data", story: { _ in true }, isCase: { $0.exposed < .infinity },
            statistic: .median { $0.records }, mix: .vcdb, marks: ["975"],
            tests: .population,
            why:
                "A quarter of VCDB's incidents are a letter or a file of up to 13 records; the library tells of whole databases."
        ),
    ]

    static let all = discovery + response + speed + losses
}
