/// How a step of the attack is written.
enum StepShapes {
    private static let time = TimeShapes.written

    static let step = Shape<Step>.object(
        "Step", Step(), doc: "One step of the attack; on each asset that `on` selects it is tried."
    ) { f in
        f.required("id", \.id, as: .identifier, doc: "Id, unique within the scenario.", example: "exploit")
        f.optional("technique", \.technique, as: technique, doc: "ATT&CK technique.", example: "T1190")
        f.optional(
            "action", \.action,
            as: .pattern(
                "VERIS action", #"^[a-z]+\.[A-Za-z0-9 /_-]+$"#, rule: .pattern, isMatch: isAction,
                fix: { _ in #"write it like "error.Misdelivery""# }), doc: "VERIS action where no technique fits.",
            example: "error.Misdelivery")
        f.atLeastOne(of: "technique", "action")
        f.optional("title", \.title, as: .text, doc: "Title as people read it.", example: "Exploit the framework")
        f.optional(
            "at", \.at, as: .word("place"),
            doc: "Whose assets: the company's under attack, or its suppliers'; `target` when left out.",
            example: "supplier")
        f.required(
            "on", \.on, as: SelectorShapes.selector, doc: "Which assets it is tried on.",
            example: ["kind": "web-application", "exposure": "internet"])
        f.optional(
            "requires", \.requires, as: requirement, doc: "What must have happened before; nothing when left out.",
            example: ["step": "scan", "via": "same-asset"])
        f.optional(
            "probability", \.probability, as: .parameterized(EstimateShapes.share),
            doc: "Chance that one try succeeds where no control stands in the way; 1 when left out.",
            example: ["low": 0.7, "likely": 0.9, "high": 1, "source": "judgement"])
        f.optional(
            "duration", \.duration, as: .parameterized(time.distribution),
            doc: "How long one try takes where no control slows it; no time when left out.",
            example: ["distribution": "exponential", "mean": "PT6H"])
        f.optional(
            "attempts", \.attempts, as: attempts, doc: "How many tries; the adversary's when left out.",
            example: "each-member")
        f.optional(
            "starts", \.starts, as: .parameterized(time.amount), doc: "Not before this time after zero hour.",
            example: ["parameter": "exploitPublic"])
        f.optional(
            "closes", \.closes, as: closing, doc: "Until when the door is open; always when left out.",
            example: ["control": "patching", "from": "PT0S", "drawn": "organization"])
        f.optional(
            "noticed", \.noticed, as: noticed,
            doc:
                "How it is noticed: left out, at each try's end by monitoring and by people, as far as the company's controls let them; `[]`: not at all.",
            example: [["by": "people", "probability": 0.2, "delay": "PT4H"]])
        f.optional(
            "through", \.through, as: .word("way in"),
            doc: "The way it goes in, which decides which controls stand in it.",
            example: "application")
        f.optional(
            "impact", \.impact, as: impact, doc: "What completing the step does to the asset.",
            example: ["exposes": "data"])
        f.optional(
            "gains", \.gains, as: .oneOrMany(.word("gain")),
            doc: "What completing the step gives the attacker on the asset.",
            example: ["control"])
        f.optional(
            "drawn", \.drawn, as: .word("scope of drawing"),
            doc:
                "What is one event: drawn once for each asset, organization, or once in the world; `asset` when left out.",
            example: "organization")
        f.optional(
            "aims", \.aims, as: aims,
            doc:
                "At how many of the matching assets, or supplier links, it is aimed in one trial; `all` when left out, as worms, scans and mistakes go.",
            example: "one")
    }

    private static let aims = Shape<Aims?>.either(
        #""all", "one", a whole number, or an object such as {"at": "one", "by": "records"}"#,
        [
            .word("all", Aims()), .word("one", Aims(count: 1)), .number(aimCount.map { Aims(count: $0) }),
            .object(
                Shape<Aims>.object(
                    "Aims", Aims(), doc: "At how many it is aimed, and what makes one likelier than another."
                ) { f in
                    f.required(
                        "at", \.count,
                        as: .either(
                            #""all", "one" or a whole number"#,
                            [.word("all", nil), .word("one", 1), .number(aimCount.map(Int?.some))]), doc: "How many.",
                        example: "one")
                    f.optional(
                        "by", \.by, as: .word("weight"),
                        doc:
                            "What makes an asset likelier than another: its members (`count`) or its records; `count` when left out.",
                        example: "records")
                }.map(Aims?.some)),
        ])

    private static let aimCount = Shape<Int>.integer(1...1_000_000)

    static let technique = Shape<String>.pattern(
        "ATT&CK technique id", #"^T[0-9]{4}(\.[0-9]{3})?$"#, rule: .pattern, isMatch: isTechnique
    ) {
        isTechnique($0.uppercased()) ? "write \($0.uppercased().quoted)" : #"write it like "T1566.001""#
    }

    static let requirement: Shape<Requirement> = .late("Requirement", placeholder: .any([])) { anyRequirement }

    private static let anyRequirement: Shape<Requirement> = .either(
        #"an object with one of the keys "step", "any", "all" and "vote""#, placeholder: .any([]),
        [
            .key("step", stepReference.map(Requirement.step)),
            .key(
                "any",
                Shape<[Requirement]>.object("AnyOf", [], doc: "One of several requirements; the earliest counts.") {
                    f in
                    f.required(
                        "any", \.self, as: parts, doc: "The requirements.",
                        example: [
                            ["step": "exploit", "via": "reachable"], ["step": "credentials", "via": "reachable"],
                        ])
                }.map(Requirement.any)),
            .key(
                "all",
                Shape<[Requirement]>.object("AllOf", [], doc: "All of several requirements; the latest counts.") { f in
                    f.required(
                        "all", \.self, as: parts, doc: "The requirements.",
                        example: [["step": "exploit"], ["step": "credentials", "via": "organization"]])
                }.map(Requirement.all)),
            .key(
                "vote",
                Shape<VoteParts>.object("VoteOf", VoteParts(), doc: "So many of several requirements.") { f in
                    f.required(
                        "vote", \.count, as: .integer(1...1000), doc: "How many; at most as many as there are.",
                        example: 2)
                    f.required(
                        "of", \.parts, as: parts, doc: "The requirements.",
                        example: [["step": "phish"], ["step": "scan"], ["step": "call"]])
                }.map { Requirement.vote($0.count, $0.parts) }),
        ])

    private static let parts: Shape<[Requirement]> = .list(requirement, atLeast: 1)

    private static let stepReference = Shape<StepReference>.object(
        "StepReference", StepReference(), doc: "A completed step, seen through a relation between assets."
    ) { f in
        f.required("step", \.step, as: .identifier, doc: "Id of a step; its own id makes it a worm.", example: "scan")
        f.optional(
            "via", \.via, as: .word("relation"),
            doc: "Where it must have completed, seen from this asset; `same-asset` when left out.", example: "reachable"
        )
        f.optional(
            "link", \.link, as: .word("kind of link"),
            doc: "For `\"via\": \"supplier\"`: over which links; any when left out.",
            example: "software-update")
    }

    private static let attempts = Shape<Attempts>.either(
        #"a whole number, "each-member" or {"parameter": name}"#,
        [
            .number(Shape<Int>.integer(1...1_000_000).map(Attempts.count)),
            .word("each-member", .eachMember),
            .key(
                "parameter",
                Shape<String>.object("ParameterUse", "", doc: "The value of one of the scenario's parameters.") { f in
                    f.required(
                        "parameter", \.self, as: .parameterName, doc: "Name of the parameter.", example: "exploitPublic"
                    )
                }.map(Attempts.parameter)),
        ])

    private static let closing = Shape<Closing>.either(
        #"a duration, a distribution, {"parameter": name}, or an object with the key "control""#,
        [
            .key(
                "control",
                Shape<ClosingControl>.object(
                    "ClosingControl", ClosingControl(),
                    doc:
                        "The door closes when a control arrives: `from` plus the control's delay; where its coverage misses, never."
                ) { f in
                    f.required(
                        "control", \.control, as: .identifier, doc: "Id of a control in the catalog.",
                        example: "patching")
                    f.optional(
                        "from", \.from, as: .parameterized(time.amount),
                        doc: "Since when the control can arrive, after zero hour; zero hour when left out.",
                        example: "PT0S")
                    f.optional(
                        "drawn", \.drawn, as: .word("scope of drawing"),
                        doc: "What the delay is drawn for; `asset` when left out.", example: "organization")
                }.map(Closing.control)),
            .otherwise(Shape<Parameterized<Distribution>>.parameterized(time.distribution).map(Closing.at)),
        ])

    private static let noticed = Shape<[Noticing]>.list(
        Shape<Noticing>.object("Noticing", Noticing(), doc: "One way in which the step is noticed.") { f in
            f.required(
                "by", \.by, as: .word("noticer"),
                doc:
                    "Who notices: `monitoring` and `people` each try, `outsider` and `announcement` the completed step.",
                example: "outsider")
            f.optional(
                "from", \.from, as: .word("moment"),
                doc: "From a try's start, its end, or from completion; `end` when left out.", example: "start")
            f.optional(
                "probability", \.probability, as: .parameterized(EstimateShapes.share),
                doc: "For monitoring it multiplies the catalog's chance; otherwise the chance itself. 1 when left out.",
                example: 0.6)
            f.optional(
                "delay", \.delay, as: .parameterized(time.distribution), doc: "Until the alert.",
                example: ["distribution": "lognormal", "median": "P60D", "p90": "P300D"])
            f.optional(
                "blindUntil", \.blindUntil,
                as: Shape<String>.object("BlindUntil", "", doc: "A control whose delay must have passed.") { f in
                    f.required(
                        "control", \.self, as: .identifier, doc: "Id of a control in the catalog.",
                        example: "certificate-care")
                }, doc: "No alert before this control's delay has passed.", example: ["control": "certificate-care"])
        })

    private static let impact = Shape<Impact>.object(
        "Impact", Impact(), doc: "What completing the step does to the asset."
    ) { f in
        f.optional(
            "exposes", \.exposes, as: touches("data"), doc: "Its data becomes known to the attacker.", example: "data")
        f.optional("alters", \.alters, as: touches("data"), doc: "Its data is changed.", example: "data")
        f.optional(
            "encrypts", \.encrypts, as: touches("asset"), doc: "It is encrypted by the attacker.", example: "asset")
        f.optional("destroys", \.destroys, as: touches("asset"), doc: "It is wiped or broken.", example: "asset")
        f.optional("disrupts", \.disrupts, as: touches("asset"), doc: "It stops serving.", example: "asset")
    }

    private static func touches(_ what: String) -> Shape<Bool> {
        .either("\(what.quoted), true or false", [.word(what, true), .flag(.boolean)])
    }

    @Sendable static func isTechnique(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 5 || bytes.count == 9, bytes[0] == UInt8(ascii: "T") else { return false }
        return bytes.indices.dropFirst().allSatisfy {
            $0 == 5 ? bytes[$0] == UInt8(ascii: ".") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0])
        }
    }

    @Sendable private static func isAction(_ text: String) -> Bool {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        return parts[0].utf8.allSatisfy { (0x61...0x7A).contains($0) }
            && parts[1].unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || " /_-".unicodeScalars.contains($0))
            }
    }
}

/// `{"vote": 2, "of": […]}` as far as it could be read.
private struct VoteParts: Sendable {
    var count = 1
    var parts: [Requirement] = []
}
