internal import Scenarios

extension Questionnaire {
    /// Asked with `--all` only, behind the core: they change results less, or somebody has to be asked first.
    public static let detail: [Question] = [
        Question(
            "data-on-the-move", in: .detail, "Is data encrypted on its way through the network?",
            why: "otherwise whoever listens in between can read it",
            kind: .choice(
                [
                    Choice("not encrypted", .level(control: "encryption-in-transit", "none")),
                    Choice("towards the internet", .level(control: "encryption-in-transit", "external")),
                    Choice(
                        "inside as well", meaning: "both ends checked",
                        .level(control: "encryption-in-transit", "everywhere")),
                ], mayBePartial: true)),
        Question(
            "administrator-factor", in: .detail, "What do administrators need besides their password?",
            why: "one of theirs opens everything",
            kind: .choice(
                [
                    ("password only", "none"), ("text message", "sms"), ("phone prompt", "push"),
                    ("prompt with number", "number-matching"), ("security key", "fido2"),
                ].map { answer, level in Choice(answer, .levelOn(.identityProvider, control: "mfa", level)) },
                mayBePartial: false)),
        Question(
            "remote-access", in: .detail, "How do people come in from outside?",
            why: "a device at the edge is attacked first",
            kind: .choice(
                [
                    Choice("through a gateway of ours", meaning: "VPN or remote desktop", .has(.gateway, true)),
                    Choice("to cloud services only", .has(.gateway, false)),
                    Choice("not at all", .has(.gateway, false)),
                ], mayBePartial: false)),
        Question(
            "hypervisors", in: .detail, "Do your servers run as virtual machines on hosts of your own?",
            why: "whoever holds the host holds them all",
            kind: .choice(
                [Choice("no", .has(.hypervisors, false)), Choice("yes", .has(.hypervisors, true))], mayBePartial: false)
        ),
        Question(
            "hosted-systems", in: .detail, "What does a provider run for you as a service, besides mail?",
            why: "it does not fall with your own directory",
            kind: .choice(
                [
                    Choice("nothing", .hosted([.application, .webApplication, .database, .fileShare], .own)),
                    Choice("web sites", .hosted([.webApplication], .cloud)),
                    Choice("applications and their data", .hosted([.application, .webApplication, .database], .cloud)),
                ], mayBePartial: false)),
        Question(
            "access-reviews", in: .detail, "How often does somebody look whether people still need their rights?",
            why: "rights pile up, and leavers keep theirs",
            kind: .choice(
                [
                    Choice("never", .level(control: "access-reviews", "none")),
                    Choice("yearly", .level(control: "access-reviews", "yearly")),
                    Choice("quarterly", .level(control: "access-reviews", "quarterly")),
                ], mayBePartial: true)),
        Question(
            "certificates", in: .detail, "Who keeps an eye on certificates that expire?",
            why: "an expired one can blind those who watch",
            kind: .choice(
                [
                    Choice("nobody", .level(control: "certificate-care", "unmanaged")),
                    Choice("a list", meaning: "with dates", .level(control: "certificate-care", "calendar")),
                    Choice(
                        "renewed by themselves", meaning: "with alarms",
                        .level(control: "certificate-care", "automated")),
                ], mayBePartial: true)),
        Question(
            "records-of-change", in: .detail, "Would you notice if somebody changed stored records or logs unseen?",
            why: "quiet alteration does the longest damage",
            kind: .choice(
                [
                    Choice("no", .level(control: "tamper-evident-records", "none")),
                    Choice(
                        "append-only", meaning: "nobody can change what was written",
                        .level(control: "tamper-evident-records", "append-only")),
                    Choice(
                        "witnessed", meaning: "somebody outside keeps proofs of them",
                        .level(control: "tamper-evident-records", "witnessed")),
                ], mayBePartial: true)),
        Question(
            "training", in: .detail, "How are people trained against lures?",
            why: "studies differ on how much it helps",
            kind: .choice(
                [
                    Choice("not at all", .level(control: "phishing-training", "none")),
                    Choice("yearly course", .level(control: "phishing-training", "yearly")),
                    Choice(
                        "all year", meaning: "with mails that are sent as a test",
                        .level(control: "phishing-training", "continuous")),
                ], mayBePartial: true)),
        Question(
            "data-leaving", in: .detail, "What happens when somebody copies or mails out many records?",
            why: "insiders and mistakes go this way",
            kind: .choice(
                [
                    Choice("nothing", .level(control: "data-loss-prevention", "none")),
                    Choice("it is noticed", .level(control: "data-loss-prevention", "watch")),
                    Choice("it is stopped", .level(control: "data-loss-prevention", "block")),
                ], mayBePartial: true)),
        Question(
            "insiders", in: .detail, "What do you do about colleagues who might take data along?",
            why: "they are entitled, so no wall stands in their way",
            kind: .choice(
                [
                    Choice("nothing", .level(control: "insider-safeguards", "none")),
                    Choice(
                        "leavers", meaning: "accounts end with the last day",
                        .level(control: "insider-safeguards", "leavers")),
                    Choice(
                        "watched", meaning: "unusual use is looked at, fairly and by rule",
                        .level(control: "insider-safeguards", "watched")),
                ], mayBePartial: true)),
        Question(
            "release-checks", in: .detail, "Who checks data before it is sent out or published?",
            why: "a table with too many rows needs no attacker",
            kind: .choice(
                [
                    Choice("nobody", .level(control: "release-checks", "none")),
                    Choice("a checklist", .level(control: "release-checks", "checklist")),
                    Choice("a second person", .level(control: "release-checks", "second-person")),
                ], mayBePartial: true)),
        Question(
            "alarm-sorting", in: .detail, "What happens to the many alarms that mean nothing?",
            why: "the one that counts drowns among them",
            kind: .choice(
                [
                    Choice(
                        "one list", meaning: "first come, first served", .level(control: "alert-handling", "unsorted")),
                    Choice(
                        "sorted", meaning: "by weight, false ones closed by rule",
                        .level(control: "alert-handling", "triaged")),
                    Choice(
                        "tuned", meaning: "noise removed every week, playbooks ready",
                        .level(control: "alert-handling", "tuned")
                    ),
                ], mayBePartial: true), unless: "alarms", is: ["nobody looks"]),
        Question(
            "watchers", in: .detail, "Who looks at alarms?", why: "it decides through whose hands an alarm goes",
            kind: .choice(
                [
                    Choice("IT on the side", meaning: "or a service firm that calls IT", .ownSecurityTeam(false)),
                    Choice("own security team", .ownSecurityTeam(true)),
                ], mayBePartial: false)),
        Question(
            "sharing", in: .detail, "Do companies like yours tell each other of attacks?",
            why: "the second victim can be warned by the first",
            kind: .choice(
                [
                    Choice("no", .level(control: "information-sharing", "none")),
                    Choice(
                        "we listen", meaning: "signs are looked up when there is time",
                        .level(control: "information-sharing", "receives")),
                    Choice(
                        "we act and tell", meaning: "signs go into the tools at once",
                        .level(control: "information-sharing", "active")),
                ], mayBePartial: true)),
        Question(
            "vendor-review", in: .detail, "How do you look at a supplier's security?",
            why: "a weak supplier is a way in",
            kind: .choice(
                [
                    Choice("not at all", .level(control: "vendor-review", "none")),
                    Choice("questionnaire", .level(control: "vendor-review", "questionnaire")),
                    Choice(
                        "evidence", meaning: "audits, tests, attestations", .level(control: "vendor-review", "evidence")
                    ),
                ], mayBePartial: true)),
        Question(
            "update-signatures", in: .detail, "Are the updates' signatures checked before they are installed?",
            why: "it stops updates that were swapped on the way",
            kind: .choice(
                [
                    Choice("no", .level(control: "signed-updates", "unchecked")),
                    Choice("yes", .level(control: "signed-updates", "checked")),
                ], mayBePartial: true)),
        Question(
            "own-build", in: .detail, "Who can change what your own build hands out?",
            why: "your customers install it",
            kind: .choice(
                [
                    Choice("developers", .level(control: "build-integrity", "open")),
                    Choice(
                        "two people", meaning: "changes need a second person; releases are signed",
                        .level(control: "build-integrity", "reviewed")),
                    Choice(
                        "nobody alone", meaning: "built twice, apart; the results must be equal",
                        .level(control: "build-integrity", "reproducible")),
                ], mayBePartial: true), unless: "own-software", is: ["no"]),
    ]
}
