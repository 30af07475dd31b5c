import DrillResults

/// The six companies of the sample, from the least to the most mature.
enum SampleCompanies {
    static let all: [CompanyResult] = [harbor, juniper, northgate, salt, lantern, quarry]

    private static let harbor = CompanyResult(
        id: "harbor-credit", name: "Harbor Credit Bureau", sector: "finance",
        stories: [
            portal(
                data: share(7104, notKnowing: 0.49...0.85), foothold: share(8810, notKnowing: 0.71...0.97),
                compromised: time(0.97, mean: 100, 60, 96, 190), noticed: time(0.83, mean: 560, 90, 456, nil),
                lost: time(0.7104, mean: 210, 88, 144, nil), contained: time(0.80, mean: 690, 140, 560, nil),
                repaired: time(1, mean: 800, 200, 610, 1900), records: amount(0.71, mean: 96e6, 140e6, 143e6, 143e6),
                wayOpen: 0.34,
                paths: [
                    (
                        [
                            stop("Advisory"), stop("exploit", "portal"), stop("credentials", "team-share"),
                            stop("query", "consumer-db"), stop("exfiltrate", "consumer-db"),
                        ], 0.81
                    ),
                    (
                        [
                            stop("Advisory"), stop("exploit", "portal"), stop("query", "disputes-db"),
                            stop("exfiltrate", "disputes-db"),
                        ], 0.17
                    ),
                    ([stop("Advisory"), stop("exploit", "intranet"), stop("query", "consumer-db")], 0.02),
                ],
                remarks: [
                    "Encryption did not help: the key lies on the database host.",
                    "Monitoring watches during business hours only; 41 of 100 alerts wait until morning.",
                ]),
            update(
                read: share(1_930, notKnowing: 0.06...0.41), noticed: time(0.44, mean: 3900, 900, nil, nil),
                lost: time(0.193, mean: 2600, nil, nil, nil)),
            destruction(
                still: share(5_820, notKnowing: 0.37...0.79), backups: share(2_240, notKnowing: 0.08...0.47),
                laptops: share(9_991, notKnowing: 0.98...1), lost: time(0.582, mean: 9, 1.5, 5.2, nil),
                noticed: time(0.999, mean: 2.1, 0.75, 1.6, 4), down: amount(0.999, mean: 9200, 7600, 21_000, 26_000)),
        ],
        notApplicable: [],
        toConfirm: ["phishing-training (unknown)", "certificate-care (assumed: none)", "mfa (assumed: none)"])

    private static let juniper = CompanyResult(
        id: "juniper-mutual", name: "Juniper Mutual Insurance", sector: "insurance",
        stories: [
            portal(
                data: share(2_780, notKnowing: 0.11...0.52), foothold: share(4_420, notKnowing: 0.26...0.66),
                compromised: time(0.96, mean: 101, 61, 98, 200), noticed: time(0.93, mean: 190, 20, 110, 490),
                lost: time(0.278, mean: 480, 330, nil, nil), contained: time(0.93, mean: 280, 60, 190, 700),
                repaired: time(0.99, mean: 410, 100, 300, 900), records: amount(0.278, mean: 310_000, 0, 1.2e6, 1.4e6),
                wayOpen: 0.08,
                paths: [([stop("Advisory"), stop("exploit", "quotes"), stop("query", "policies")], 0.93)],
                remarks: ["Field encryption keeps half of what is taken unreadable."]),
            update(
                read: share(0, notKnowing: 0...0.004), noticed: time(0.71, mean: 2100, 300, 2400, nil),
                lost: never),
            destruction(
                still: share(3_410, notKnowing: 0.19...0.55), backups: share(0, notKnowing: 0...0),
                laptops: share(8_700, notKnowing: 0.7...0.96), lost: time(0.341, mean: 14, 3, nil, nil),
                noticed: time(0.99, mean: 1.9, 0.5, 1.2, 3.5), down: amount(0.9, mean: 2300, 1400, 6100, 8800)),
        ],
        notApplicable: [], toConfirm: ["segmentation (unknown)"])

    private static let northgate = CompanyResult(
        id: "northgate-it", name: "Northgate IT Services", sector: "services",
        stories: [
            update(
                read: share(6_480, notKnowing: 0.42...0.81), noticed: time(0.38, mean: 4400, 1200, nil, nil),
                lost: time(0.648, mean: 2100, 700, 2600, nil)),
            destruction(
                still: share(7_730, notKnowing: 0.55...0.92), backups: share(4_910, notKnowing: 0.22...0.74),
                laptops: share(10_000, notKnowing: 1...1), lost: time(0.773, mean: 6, 1, 3.4, nil),
                noticed: time(1, mean: 1.4, 0.4, 1.1, 2.6), down: amount(1, mean: 15_000, 14_000, 29_000, 33_000)),
        ],
        notApplicable: [
            NotApplicable(
                scenario: "unpatched-portal",
                reason:
                    "No asset matches the step “Find the portal”: the company has no web application on the internet.")
        ],
        toConfirm: [])

    private static let salt = CompanyResult(
        id: "salt-river", name: "Salt River Payments", sector: "finance",
        stories: [
            portal(
                data: share(910, notKnowing: 0.03...0.22), foothold: share(1_200, notKnowing: 0.05...0.27),
                compromised: time(0.94, mean: 103, 62, 99, 220), noticed: time(0.97, mean: 40, 2, 22, 110),
                lost: time(0.091, mean: 520, nil, nil, nil), contained: time(0.97, mean: 71, 12, 48, 170),
                repaired: time(0.99, mean: 140, 36, 100, 300), records: amount(0.091, mean: 21_000, 0, 0, 180_000),
                wayOpen: 0.01, paths: [([stop("Advisory"), stop("exploit", "shop")], 1)], remarks: []),
            update(
                read: share(310, notKnowing: 0.004...0.11), noticed: time(0.86, mean: 900, 120, 700, nil),
                lost: time(0.031, mean: 3100, nil, nil, nil)),
            destruction(
                still: share(1_150, notKnowing: 0.04...0.24), backups: share(12, notKnowing: 0...0.01),
                laptops: share(6_100, notKnowing: 0.4...0.79), lost: time(0.115, mean: 20, 8, nil, nil),
                noticed: time(0.98, mean: 0.9, 0.2, 0.6, 1.8), down: amount(0.63, mean: 620, 210, 1800, 2700)),
        ],
        notApplicable: [], toConfirm: ["supplier-access (assumed: shared-account)"])

    private static let lantern = CompanyResult(
        id: "lantern-health", name: "Lantern Health Trust", sector: nil,
        stories: [
            portal(
                data: share(4_560, notKnowing: 0.27...0.66), foothold: share(5_900, notKnowing: 0.4...0.78),
                compromised: time(0.96, mean: 100, 60, 97, 200), noticed: time(0, mean: nil, nil, nil, nil),
                lost: time(0.456, mean: 300, 160, nil, nil), contained: never, repaired: never,
                records: amount(0.456, mean: 420_000, 0, 940_000, 960_000), wayOpen: nil,
                paths: [([stop("Advisory"), stop("exploit", "patients"), stop("query", "records")], 0.88)],
                remarks: ["Nobody watches the portal’s department; no step of this story announces itself."])
        ],
        notApplicable: [
            NotApplicable(
                scenario: "poisoned-update", reason: "The company has no supplier link of kind software-update."),
            NotApplicable(
                scenario: "self-spreading-destruction", reason: "No asset runs the accounting software of this story."),
        ],
        toConfirm: ["monitoring (unknown)", "backup (unknown)"])

    private static let quarry = CompanyResult(
        id: "quarry-bank", name: "Quarry Bank", sector: "finance",
        stories: [
            portal(
                data: share(0, notKnowing: 0...0.001), foothold: share(140, notKnowing: 0.003...0.04),
                compromised: time(0.4, mean: 70, 55, nil, nil), noticed: time(0.39, mean: 60, 12, nil, nil),
                lost: never, contained: time(0.39, mean: 64, 20, nil, nil), repaired: time(1, mean: 30, 10, 26, 60),
                records: nothing, wayOpen: 0, paths: [], remarks: ["Field encryption with keys in a key service held."]),
            update(
                read: share(3, notKnowing: 0...0.002), noticed: time(0.99, mean: 60, 6, 40, 150),
                lost: time(
                    0.0003, mean: 4000, nil, nil, nil)),
            destruction(
                still: share(0, notKnowing: 0...0.01), backups: share(0, notKnowing: 0...0),
                laptops: share(880, notKnowing: 0.02...0.2), lost: never,
                noticed: time(0.95, mean: 0.6, 0.15, 0.4, 1.2), down: amount(0.09, mean: 22, 0, 0, 130)),
        ],
        notApplicable: [], toConfirm: [])
}

// MARK: One story each

/// A step of one of the sample's stories, by id; what is none, as it is told.
private func stop(_ step: String, _ place: String? = nil) -> PathStop {
    let known = SampleStories.all.flatMap(\.steps).first { $0.id == step }
    return PathStop(step: known?.id, title: known?.title ?? step, place: place)
}

extension SampleCompanies {
    private static func portal(
        data: Probability, foothold: Probability, compromised: TimeSummary, noticed: TimeSummary, lost: TimeSummary,
        contained: TimeSummary, repaired: TimeSummary, records: Amount, wayOpen: Double?,
        paths: [(stops: [PathStop], share: Double)], remarks: [String]
    ) -> StoryResult {
        StoryResult(
            scenario: "unpatched-portal",
            objectives: [
                ObjectiveResult(id: "personal-data", reached: data, time: lost),
                ObjectiveResult(
                    id: "foothold", reached: foothold,
                    time: time(
                        foothold.value, mean: 120, foothold.value > 0.1 ? 66 : nil,
                        foothold.value > 0.5 ? 110 : nil, nil)),
            ],
            compromised: compromised, noticed: noticed,
            noticedBy: noticed.probability > 0 ? ["monitoring": 0.31, "people": 0.06, "outsider": 0.63] : [:],
            contained: contained, repaired: repaired, recordsExposed: records, recordsAltered: nothing,
            downtimeHours: amount(0.22, mean: 31, 0, 96, 160), supplierDowntimeHours: nothing, wayStillOpen: wayOpen,
            paths: paths.map { AttackPath(stops: $0.stops, share: $0.share) }, remarks: remarks)
    }

    private static func update(read: Probability, noticed: TimeSummary, lost: TimeSummary) -> StoryResult {
        StoryResult(
            scenario: "poisoned-update",
            objectives: [ObjectiveResult(id: "mail-read", reached: read, time: lost)],
            compromised: time(0.92, mean: 500, 48, 340, 1500), noticed: noticed,
            noticedBy: ["monitoring": 0.12, "outsider": 0.88],
            contained: time(
                noticed.probability, mean: 4100,
                noticed.p10.map { $0 + 60 }, noticed.p50.map { $0 + 90 }, nil),
            repaired: never, recordsExposed: amount(read.value, mean: 900, 0, 4000, 9000), recordsAltered: nothing,
            downtimeHours: nothing, supplierDowntimeHours: nothing, wayStillOpen: 0.5,
            paths: read.count > 0
                ? [
                    AttackPath(
                        stops: [
                            stop("install", "it-monitoring"), stop("beacon"),
                            stop("tokens", "identity"),
                            stop("mail", "mail"),
                        ], share: 1)
                ] : [],
            remarks: ["Prompt updating installs the poisoned version sooner."])
    }

    private static func destruction(
        still: Probability, backups: Probability, laptops: Probability, lost: TimeSummary, noticed: TimeSummary,
        down: Amount
    ) -> StoryResult {
        StoryResult(
            scenario: "self-spreading-destruction",
            objectives: [
                ObjectiveResult(id: "standstill", reached: still, time: lost),
                ObjectiveResult(
                    id: "backups", reached: backups,
                    time: backups.count > 0
                        ? time(backups.value, mean: 22, backups.value > 0.1 ? 9 : nil, nil, nil) : never),
                ObjectiveResult(
                    id: "laptops", reached: laptops,
                    time: time(
                        laptops.value, mean: 3, laptops.value > 0.1 ? 0.9 : nil, laptops.value > 0.5 ? 2.2 : nil,
                        laptops.value > 0.9 ? 6 : nil)),
            ],
            compromised: time(0.9991, mean: 0.6, 0.1, 0.4, 1.3), noticed: noticed,
            noticedBy: ["monitoring": 0.2, "people": 0.15, "announcement": 0.65],
            contained: time(noticed.probability, mean: 11, 3, 8, 24), repaired: time(0.97, mean: 120, 30, 96, 260),
            recordsExposed: nothing, recordsAltered: amount(0.02, mean: 4000, 0, 0, 0), downtimeHours: down,
            supplierDowntimeHours: amount(0.3, mean: 14, 0, 48, 70), wayStillOpen: 0.2,
            paths: [
                AttackPath(
                    stops: [
                        stop("arrive", "finance-pc"), stop("spread", "domain"),
                        stop("wipe", "core-servers"),
                    ], share: 0.74)
            ],
            remarks: still.value > 0.5 ? ["One flat network: segmentation would stand in the worm’s way."] : [])
    }
}
