internal import Scenarios

extension Questionnaire {
    static let watching: [Question] = [
        Question(
            "alarms", .watching, "Who or what would raise an alarm?", why: "it decides when you notice",
            .choice(
                [
                    Choice("nobody looks", nil, .level(control: "monitoring", "none")),
                    Choice("logs on each system", nil, .level(control: "monitoring", "logs")),
                    Choice(
                        "logs in one place", "with rules that somebody looks at",
                        .level(control: "monitoring", "central-logs")),
                    Choice(
                        "detection on hosts", "programs on them (EDR), alarms go to a team",
                        .level(control: "monitoring", "edr")),
                    Choice(
                        "detection everywhere", "hosts, network, accounts; day and night",
                        .level(control: "monitoring", "edr-24x7")),
                ], mayBePartial: true)),
        Question(
            "watch-hours", .watching, "When does somebody look at alarms?",
            why: "attacks like nights and weekends",
            .choice(
                [
                    Choice("office hours", nil, .hours(control: "monitoring", .business)),
                    Choice("early to late", "every day, 7 to 23", .hours(control: "monitoring", .extended)),
                    Choice("round the clock", nil, .hours(control: "monitoring", .always)),
                ], mayBePartial: false), unless: "alarms", is: ["nobody looks"]),
        Question(
            "first-look", .watching, "How long until a person has understood an alarm?",
            why: "the attack goes on meanwhile", time(.notice)),
        Question(
            "decision", .watching, "And then, until somebody who may has decided to act?",
            why: "hand-offs often take longest", time(.decide)),
        Question(
            "reachable", .watching, "When can those who decide be reached?", why: "a Friday evening can cost a weekend",
            .choice(
                [
                    Choice("office hours", nil, .reachable(.business)),
                    Choice("early to late", "every day, 7 to 23", .reachable(.extended)),
                    Choice("round the clock", nil, .reachable(.always)),
                ], mayBePartial: false)),
        Question(
            "cut-off", .watching, "Once decided, how long until a department is cut off from the rest?",
            why: "only then the attack stops there", time(.contain)),
    ]

    static let recovery: [Question] = [
        Question(
            "backup", .recovery, "Where are your backups?", why: "intruders look for them first",
            .choice(
                [
                    Choice("no backups", nil, .level(control: "backup", "none")),
                    Choice(
                        "same accounts", "on servers that the same administrators open",
                        .level(control: "backup", "domain-joined")),
                    Choice(
                        "offline", "or unchangeable, with accounts of their own", .level(control: "backup", "offline")),
                    Choice(
                        "offline and rehearsed", "a restore of much at once has been rehearsed",
                        .level(control: "backup", "offline-tested")),
                ], mayBePartial: true)),
        Question(
            "restore-test", .recovery, "When did you last restore something from them as a test?",
            why: "an untested backup is a hope",
            .choice(
                [
                    Choice("never"),
                    Choice("years ago", nil, .restoreTested(hours: 730 * 24)),
                    Choice("within a year", nil, .restoreTested(hours: 270 * 24)),
                    Choice("within three months", nil, .restoreTested(hours: 60 * 24)),
                    Choice("last month", nil, .restoreTested(hours: 20 * 24)),
                ], mayBePartial: false), unless: "backup", is: ["no backups"]),
        Question(
            "repair", .recovery, "How long to set up one destroyed server again, without a backup?",
            why: "repair times add up, one system after the other",
            .choice(
                [
                    Choice("hours", "half within 6 hours", .time(.repair, median: 6, p90: 24)),
                    Choice("a day", "half within 20 hours", .time(.repair, median: 20, p90: 72)),
                    Choice("days", "half within 3 days", .time(.repair, median: 72, p90: 240)),
                    Choice("weeks", "half within 2 weeks", .time(.repair, median: 336, p90: 1080)),
                ], mayBePartial: false)),
    ]

    static let suppliers: [Question] = [
        Question(
            "vendors", .suppliers, "How many other firms sign in to your systems to look after them?",
            why: "their stolen password is yours",
            .choice(
                [
                    Choice("none", nil, .vendors(0)), Choice("one", nil, .vendors(1)),
                    Choice("several", nil, .vendors(nil)),
                ], mayBePartial: false)),
        Question(
            "vendor-access", .suppliers, "How do they come in?", why: "it decides what their password opens",
            .choice(
                [
                    Choice("shared account", "always open", .level(control: "vendor-zone", "shared")),
                    Choice("named people", "with a second factor", .level(control: "vendor-zone", "named-mfa")),
                    Choice(
                        "opened for a task", "through a jump host, recorded", .level(control: "vendor-zone", "walled")),
                ], mayBePartial: true), unless: "vendors", is: ["none"]),
        Question(
            "update-rollout", .suppliers, "How do your suppliers' updates get onto your systems?",
            why: "a poisoned update comes the same way",
            .choice(
                [
                    Choice("at once everywhere", nil, .level(control: "update-staging", "immediate")),
                    Choice("a few systems first", nil, .level(control: "update-staging", "ring")),
                    Choice(
                        "after a test", "held and watched in a test network", .level(control: "update-staging", "held")),
                ], mayBePartial: true)),
    ]

    /// The times that hand-offs are told in; half end within the median, nine of ten within the p90.
    private static func time(_ part: ResponsePart) -> QuestionKind {
        .choice(
            [
                Choice("days", "half within 2 days", .time(part, median: 48, p90: 168)),
                Choice("a day", "half within 10 hours", .time(part, median: 10, p90: 48)),
                Choice("hours", "half within 3 hours", .time(part, median: 3, p90: 12)),
                Choice("an hour", "half within 45 minutes", .time(part, median: 0.75, p90: 4)),
                Choice("minutes", "half within 15 minutes", .time(part, median: 0.25, p90: 1)),
            ], mayBePartial: false)
    }
}
