internal import Scenarios

extension Questionnaire {
    static let watching: [Question] = [
        Question(
            "alarms", in: .watching, "Who or what would raise an alarm?", why: "it decides when you notice",
            kind: .choice(
                [
                    Choice("nobody looks", .level(control: "monitoring", "none")),
                    Choice("logs on each system", .level(control: "monitoring", "logs")),
                    Choice(
                        "logs in one place", meaning: "with rules that somebody looks at",
                        .level(control: "monitoring", "central-logs")),
                    Choice(
                        "detection on hosts", meaning: "programs on them (EDR), alarms go to a team",
                        .level(control: "monitoring", "edr")),
                    Choice(
                        "detection everywhere", meaning: "hosts, network, accounts; day and night",
                        .level(control: "monitoring", "edr-24x7")),
                ], mayBePartial: true)),
        Question(
            "watch-hours", in: .watching, "Who looks at alarms, and when? At night?",
            why: "attacks like nights and weekends; whoever does it",
            kind: .choice(
                [
                    Choice(
                        "office hours", meaning: "Monday to Friday, 9 to 17; nobody at night",
                        .hours(control: "monitoring", .business)),
                    Choice("early to late", meaning: "every day, 7 to 23", .hours(control: "monitoring", .extended)),
                    Choice(
                        "a service firm at night", meaning: "it watches while you sleep, and calls",
                        .hours(control: "monitoring", .always), .ownSecurityTeam(false)),
                    Choice("round the clock", meaning: "your own people", .hours(control: "monitoring", .always)),
                ], mayBePartial: false), unless: "alarms", is: ["nobody looks"]),
        Question(
            "first-look", in: .watching, "How long until a person has understood an alarm?",
            why: "the attack goes on meanwhile", kind: time(.notice)),
        Question(
            "decision", in: .watching, "And then, until somebody who may has decided to act?",
            why: "hand-offs often take longest", kind: time(.decide)),
        Question(
            "reachable", in: .watching, "When can those who decide be reached?",
            why: "a Friday evening can cost a weekend",
            kind: .choice(
                [
                    Choice(
                        "office hours", meaning: "Monday to Friday, 9 to 17; 24 hours: three working days",
                        .reachable(.business)),
                    Choice(
                        "early to late", meaning: "every day, 7 to 23; 24 hours: one and a half days",
                        .reachable(.extended)),
                    Choice("round the clock", .reachable(.always)),
                ], mayBePartial: false)),
        Question(
            "cut-off", in: .watching, "Once decided, how long until a department is cut off from the rest?",
            why: "only then the attack stops there", kind: time(.contain)),
    ]

    static let recovery: [Question] = [
        Question(
            "backup", in: .recovery, "Where are your backups?", why: "intruders look for them first",
            kind: .choice(
                [
                    Choice("no backups", .level(control: "backup", "none")),
                    Choice(
                        "same accounts", meaning: "on servers that the same administrators open",
                        .level(control: "backup", "domain-joined")),
                    Choice(
                        "offline", meaning: "or unchangeable, with accounts of their own",
                        .level(control: "backup", "offline")),
                    Choice(
                        "offline and rehearsed", meaning: "a restore of much at once has been rehearsed",
                        .level(control: "backup", "offline-tested")),
                ], mayBePartial: true)),
        Question(
            "copies-away", in: .recovery, "Do copies of your data leave the house on tapes or disks?",
            why: "what is carried can be lost, readable or not",
            kind: .choice(
                [Choice("no", .copiesTravel(false)), Choice("yes", .copiesTravel(true))], mayBePartial: false)),
        Question(
            "restore-test", in: .recovery, "When did you last restore something from them as a test?",
            why: "an untested backup is a hope",
            kind: .choice(
                [
                    Choice("never"),
                    Choice("years ago", .restoreTested(hours: 730 * 24)),
                    Choice("within a year", .restoreTested(hours: 270 * 24)),
                    Choice("within three months", .restoreTested(hours: 60 * 24)),
                    Choice("last month", .restoreTested(hours: 20 * 24)),
                ], mayBePartial: false), unless: "backup", is: ["no backups"]),
        Question(
            "repair", in: .recovery, "How long to set up one destroyed server again, without a backup?",
            why: "repair times add up, one system after the other",
            kind: .choice(
                [
                    Choice("hours", meaning: "half within 6 hours", .time(.repair, median: 6, p90: 24)),
                    Choice("a day", meaning: "half within 20 hours", .time(.repair, median: 20, p90: 72)),
                    Choice("days", meaning: "half within 3 days", .time(.repair, median: 72, p90: 240)),
                    Choice("weeks", meaning: "half within 2 weeks", .time(.repair, median: 336, p90: 1080)),
                ], mayBePartial: false)),
    ]

    static let suppliers: [Question] = [
        Question(
            "vendors", in: .suppliers, "How many other firms sign in to your systems to look after them?",
            why: "their stolen password is yours",
            kind: .choice(
                [
                    Choice("none", .vendors(0)), Choice("one", .vendors(1)),
                    Choice("several", .vendors(nil)),
                ], mayBePartial: false)),
        Question(
            "vendor-access", in: .suppliers, "How do they come in?", why: "it decides what their password opens",
            kind: .choice(
                [
                    Choice("shared account", meaning: "always open", .level(control: "vendor-zone", "shared")),
                    Choice(
                        "named people", meaning: "with a second factor", .level(control: "vendor-zone", "named-mfa")),
                    Choice(
                        "opened for a task", meaning: "through a jump host, recorded",
                        .level(control: "vendor-zone", "walled")),
                ], mayBePartial: true), unless: "vendors", is: ["none"]),
        Question(
            "update-rollout", in: .suppliers, "How do your suppliers' updates get onto your systems?",
            why: "a poisoned update comes the same way",
            kind: .choice(
                [
                    Choice("at once everywhere", .level(control: "update-staging", "immediate")),
                    Choice("a few systems first", .level(control: "update-staging", "ring")),
                    Choice(
                        "after a test", meaning: "held and watched in a test network",
                        .level(control: "update-staging", "held")),
                ], mayBePartial: true)),
    ]

    /// The times that hand-offs are told in; half end within the median, nine of ten within the p90.
    private static func time(_ part: ResponsePart) -> QuestionKind {
        .choice(
            [
                Choice("days", meaning: "half within 2 days", .time(part, median: 48, p90: 168)),
                Choice("a day", meaning: "half within 10 hours", .time(part, median: 10, p90: 48)),
                Choice("hours", meaning: "half within 3 hours", .time(part, median: 3, p90: 12)),
                Choice("an hour", meaning: "half within 45 minutes", .time(part, median: 0.75, p90: 4)),
                Choice("minutes", meaning: "half within 15 minutes", .time(part, median: 0.25, p90: 1)),
            ], mayBePartial: false)
    }
}
