internal import Scenarios

extension Questionnaire {
    static let systems: [Question] = [
        Question(
            "patching", .systems, "How soon are security updates on your systems?",
            why: "from a fix's publication on it is a race",
            .choice(
                [
                    Choice("every few months", nil, .level(control: "patching", "quarterly")),
                    Choice("monthly", nil, .level(control: "patching", "monthly")),
                    Choice("weekly", nil, .level(control: "patching", "weekly")),
                    Choice("within days", "emergencies at once", .level(control: "patching", "prompt")),
                ], mayBePartial: true)),
        Question(
            "edge-patching", .systems, "And on firewalls, VPN gateways and mail gateways?",
            why: "they face the internet and are attacked first",
            .choice(
                [
                    Choice("every few months", nil, .level(control: "edge-patching", "slow")),
                    Choice("monthly", nil, .level(control: "edge-patching", "monthly")),
                    Choice("within days", nil, .level(control: "edge-patching", "prompt")),
                ], mayBePartial: true)),
        Question(
            "web-protection", .systems, "What stands in front of your web sites?",
            why: "it can hold an attack off until the fix is there",
            .choice(
                [
                    Choice("nothing", nil, .level(control: "edge-protection", "none")),
                    Choice(
                        "filter", "a web application firewall with standard rules",
                        .level(control: "edge-protection", "filtering")),
                    Choice(
                        "tuned filter", "own rules, virtual patches, little exposed at all",
                        .level(control: "edge-protection", "managed")),
                ], mayBePartial: true)),
        Question(
            "network", .systems, "How is your network divided?",
            why: "it decides how far somebody gets from the first computer",
            .choice(
                [
                    Choice("one network", nil, .level(control: "segmentation", "flat")),
                    Choice("zones", "with firewalls between them", .level(control: "segmentation", "zones")),
                    Choice(
                        "single systems", "each reaches only what it needs", .level(control: "segmentation", "micro")),
                    Choice(
                        "no trusted network", "each request shows who asks and from what device",
                        .level(control: "segmentation", "zero-trust")),
                ], mayBePartial: true)),
        Question(
            "outbound", .systems, "Where can your servers connect to on the internet?",
            why: "intruders call home from them",
            .choice(
                [
                    Choice("anywhere", nil, .level(control: "egress", "open")),
                    Choice("through a proxy", "with categories", .level(control: "egress", "proxied")),
                    Choice("listed addresses", nil, .level(control: "egress", "allow-list")),
                ], mayBePartial: true)),
    ]

    static let people: [Question] = [
        Question(
            "mail-filter", .people, "What looks at incoming mail?", why: "most lures come by mail",
            .choice(
                [
                    Choice("nothing", nil, .level(control: "mail-filtering", "none")),
                    Choice("standard filter", nil, .level(control: "mail-filtering", "standard")),
                    Choice(
                        "sandbox", "attachments and links are tried out first",
                        .level(control: "mail-filtering", "sandboxed")),
                ], mayBePartial: true)),
        Question(
            "reporting", .people, "Whom do people tell when they see something odd?",
            why: "staff notice much of what systems miss",
            .choice(
                [
                    Choice("nobody", nil, .level(control: "reporting", "none")),
                    Choice("a mailbox", nil, .level(control: "reporting", "mailbox")),
                    Choice("a button", "they get an answer, and no blame", .level(control: "reporting", "button")),
                ], mayBePartial: true)),
    ]
}
