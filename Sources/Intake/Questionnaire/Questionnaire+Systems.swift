internal import Scenarios

extension Questionnaire {
    static let systems: [Question] = [
        Question(
            "mail-place", in: .systems, "Where does your mail run?",
            why: "what encrypts your own servers does not reach a provider's",
            kind: .choice(
                [
                    Choice("on servers of our own", .hosted([.mailboxSystem], .own)),
                    Choice("in a cloud service", .hosted([.mailboxSystem], .cloud)),
                ], mayBePartial: false)),
        Question(
            "patching", in: .systems, "How soon are security updates on your systems?",
            why: "from a fix's publication on it is a race",
            kind: .choice(
                [
                    Choice("every few months", .level(control: "patching", "quarterly")),
                    Choice("monthly", .level(control: "patching", "monthly")),
                    Choice("weekly", .level(control: "patching", "weekly")),
                    Choice("within days", meaning: "emergencies at once", .level(control: "patching", "prompt")),
                ], mayBePartial: true)),
        Question(
            "edge-patching", in: .systems, "And on firewalls, VPN gateways and mail gateways?",
            why: "they face the internet and are attacked first",
            kind: .choice(
                [
                    Choice("every few months", .level(control: "edge-patching", "slow")),
                    Choice("monthly", .level(control: "edge-patching", "monthly")),
                    Choice("within days", .level(control: "edge-patching", "prompt")),
                ], mayBePartial: true)),
        Question(
            "web-protection", in: .systems, "What stands in front of your web sites?",
            why: "it can hold an attack off until the fix is there",
            kind: .choice(
                [
                    Choice("nothing", .level(control: "edge-protection", "none")),
                    Choice(
                        "filter", meaning: "a web application firewall with standard rules",
                        .level(control: "edge-protection", "filtering")),
                    Choice(
                        "tuned filter", meaning: "own rules, virtual patches, little exposed at all",
                        .level(control: "edge-protection", "managed")),
                ], mayBePartial: true)),
        Question(
            "network", in: .systems, "How is your network divided?",
            why: "it decides how far somebody gets from the first computer",
            kind: .choice(
                [
                    Choice("one network", .level(control: "segmentation", "flat")),
                    Choice("zones", meaning: "with firewalls between them", .level(control: "segmentation", "zones")),
                    Choice(
                        "single systems", meaning: "each reaches only what it needs",
                        .level(control: "segmentation", "micro")),
                    Choice(
                        "no trusted network", meaning: "each request shows who asks and from what device",
                        .level(control: "segmentation", "zero-trust")),
                ], mayBePartial: true)),
        Question(
            "outbound", in: .systems, "Where can your servers connect to on the internet?",
            why: "intruders call home from them",
            kind: .choice(
                [
                    Choice("anywhere", .level(control: "egress", "open")),
                    Choice("through a proxy", meaning: "with categories", .level(control: "egress", "proxied")),
                    Choice("listed addresses", .level(control: "egress", "allow-list")),
                ], mayBePartial: true)),
    ]

    static let people: [Question] = [
        Question(
            "mail-filter", in: .people, "What looks at incoming mail?", why: "most lures come by mail",
            kind: .choice(
                [
                    Choice("nothing", .level(control: "mail-filtering", "none")),
                    Choice("standard filter", .level(control: "mail-filtering", "standard")),
                    Choice(
                        "sandbox", meaning: "attachments and links are tried out first",
                        .level(control: "mail-filtering", "sandboxed")),
                ], mayBePartial: true)),
        Question(
            "reporting", in: .people, "Whom do people tell when they see something odd?",
            why: "staff notice much of what systems miss",
            kind: .choice(
                [
                    Choice("nobody", .level(control: "reporting", "none")),
                    Choice("a mailbox", .level(control: "reporting", "mailbox")),
                    Choice(
                        "a button", meaning: "they get an answer, and no blame", .level(control: "reporting", "button")),
                ], mayBePartial: true)),
    ]
}
