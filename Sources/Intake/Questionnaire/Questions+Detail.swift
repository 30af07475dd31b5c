internal import Scenarios

extension Questionnaire {
    /// Asked with `--all` only, behind the core: they change results less, or somebody has to be asked first.
    public static let detail: [Question] = [
        Question(
            "data-on-the-move", .detail, "Is data encrypted on its way through the network?",
            why: "otherwise whoever listens in between can read it",
            .choice(
                [
                    Choice("not encrypted", nil, .level(control: "encryption-in-transit", "none")),
                    Choice("towards the internet", nil, .level(control: "encryption-in-transit", "external")),
                    Choice(
                        "inside as well", "both ends checked", .level(control: "encryption-in-transit", "everywhere")),
                ], mayBePartial: true)),
        Question(
            "access-reviews", .detail, "How often does somebody look whether people still need their rights?",
            why: "rights pile up, and leavers keep theirs",
            .choice(
                [
                    Choice("never", nil, .level(control: "access-reviews", "none")),
                    Choice("yearly", nil, .level(control: "access-reviews", "yearly")),
                    Choice("quarterly", nil, .level(control: "access-reviews", "quarterly")),
                ], mayBePartial: true)),
        Question(
            "certificates", .detail, "Who keeps an eye on certificates that expire?",
            why: "an expired one can blind those who watch",
            .choice(
                [
                    Choice("nobody", nil, .level(control: "certificate-care", "unmanaged")),
                    Choice("a list", "with dates", .level(control: "certificate-care", "calendar")),
                    Choice("renewed by themselves", "with alarms", .level(control: "certificate-care", "automated")),
                ], mayBePartial: true)),
        Question(
            "records-of-change", .detail, "Would you notice if somebody changed stored records or logs unseen?",
            why: "quiet alteration does the longest damage",
            .choice(
                [
                    Choice("no", nil, .level(control: "tamper-evident-records", "none")),
                    Choice(
                        "append-only", "nobody can change what was written",
                        .level(control: "tamper-evident-records", "append-only")),
                    Choice(
                        "witnessed", "somebody outside keeps proofs of them",
                        .level(control: "tamper-evident-records", "witnessed")),
                ], mayBePartial: true)),
        Question(
            "training", .detail, "How are people trained against lures?", why: "studies differ on how much it helps",
            .choice(
                [
                    Choice("not at all", nil, .level(control: "phishing-training", "none")),
                    Choice("yearly course", nil, .level(control: "phishing-training", "yearly")),
                    Choice(
                        "all year", "with mails that are sent as a test",
                        .level(control: "phishing-training", "continuous")),
                ], mayBePartial: true)),
        Question(
            "data-leaving", .detail, "What happens when somebody copies or mails out many records?",
            why: "insiders and mistakes go this way",
            .choice(
                [
                    Choice("nothing", nil, .level(control: "data-loss-prevention", "none")),
                    Choice("it is noticed", nil, .level(control: "data-loss-prevention", "watch")),
                    Choice("it is stopped", nil, .level(control: "data-loss-prevention", "block")),
                ], mayBePartial: true)),
        Question(
            "insiders", .detail, "What do you do about colleagues who might take data along?",
            why: "they are entitled, so no wall stands in their way",
            .choice(
                [
                    Choice("nothing", nil, .level(control: "insider-safeguards", "none")),
                    Choice(
                        "leavers", "accounts end with the last day", .level(control: "insider-safeguards", "leavers")),
                    Choice(
                        "watched", "unusual use is looked at, fairly and by rule",
                        .level(control: "insider-safeguards", "watched")),
                ], mayBePartial: true)),
        Question(
            "release-checks", .detail, "Who checks data before it is sent out or published?",
            why: "a table with too many rows needs no attacker",
            .choice(
                [
                    Choice("nobody", nil, .level(control: "release-checks", "none")),
                    Choice("a checklist", nil, .level(control: "release-checks", "checklist")),
                    Choice("a second person", nil, .level(control: "release-checks", "second-person")),
                ], mayBePartial: true)),
        Question(
            "alarm-sorting", .detail, "What happens to the many alarms that mean nothing?",
            why: "the one that counts drowns among them",
            .choice(
                [
                    Choice("one list", "first come, first served", .level(control: "alert-handling", "unsorted")),
                    Choice(
                        "sorted", "by weight, false ones closed by rule", .level(control: "alert-handling", "triaged")),
                    Choice(
                        "tuned", "noise removed every week, playbooks ready", .level(control: "alert-handling", "tuned")
                    ),
                ], mayBePartial: true), unless: "alarms", is: ["nobody looks"]),
        Question(
            "watchers", .detail, "Who looks at alarms?", why: "it decides through whose hands an alarm goes",
            .choice(
                [
                    Choice("IT on the side", "or a service firm that calls IT", .ownSecurityTeam(false)),
                    Choice("own security team", nil, .ownSecurityTeam(true)),
                ], mayBePartial: false)),
        Question(
            "sharing", .detail, "Do companies like yours tell each other of attacks?",
            why: "the second victim can be warned by the first",
            .choice(
                [
                    Choice("no", nil, .level(control: "information-sharing", "none")),
                    Choice(
                        "we listen", "signs are looked up when there is time",
                        .level(control: "information-sharing", "receives")),
                    Choice(
                        "we act and tell", "signs go into the tools at once",
                        .level(control: "information-sharing", "active")),
                ], mayBePartial: true)),
        Question(
            "vendor-review", .detail, "How do you look at a supplier's security?",
            why: "a weak supplier is a way in",
            .choice(
                [
                    Choice("not at all", nil, .level(control: "vendor-review", "none")),
                    Choice("questionnaire", nil, .level(control: "vendor-review", "questionnaire")),
                    Choice("evidence", "audits, tests, attestations", .level(control: "vendor-review", "evidence")),
                ], mayBePartial: true)),
        Question(
            "update-signatures", .detail, "Are the updates' signatures checked before they are installed?",
            why: "it stops updates that were swapped on the way",
            .choice(
                [
                    Choice("no", nil, .level(control: "signed-updates", "unchecked")),
                    Choice("yes", nil, .level(control: "signed-updates", "checked")),
                ], mayBePartial: true)),
        Question(
            "own-build", .detail, "Who can change what your own build hands out?",
            why: "your customers install it",
            .choice(
                [
                    Choice("developers", nil, .level(control: "build-integrity", "open")),
                    Choice(
                        "two people", "changes need a second person; releases are signed",
                        .level(control: "build-integrity", "reviewed")),
                    Choice(
                        "nobody alone", "built twice, apart; the results must be equal",
                        .level(control: "build-integrity", "reproducible")),
                ], mayBePartial: true), unless: "own-software", is: ["no"]),
    ]
}
