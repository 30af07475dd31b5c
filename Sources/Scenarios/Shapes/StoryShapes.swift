/// How injects, decisions and evaluation criteria are written.
enum StoryShapes {
    private static let time = TimeShapes.written

    static let inject = Shape<Inject>.object(
        "Inject", Inject(), doc: "One entry of the MSEL: what people are told, when, and what is expected of them."
    ) { f in
        f.required("id", \.id, as: .identifier, doc: "Id, unique within the scenario.", example: "advisory")
        f.required("title", \.title, as: .text, doc: "Title; players see it.", example: "Vendor advisory")
        f.add(
            "at", isRequired: false, as: Shape<Parameterized<TimeAmount>>.parameterized(time.amount),
            doc: "Timed: so long after zero hour.",
            example: "PT0S"
        ) { $0.trigger = .at($1) }
        f.add(
            "when", isRequired: false, as: when, doc: "Contextual, or a contingency: what brings it about.",
            example: ["reached": "exploit"]
        ) {
            $0.trigger = $1
        }
        f.exactlyOne(of: "at", "when")
        f.optional(
            "delay", \.delay, as: .parameterized(time.amount), doc: "So long after what brings it about.",
            example: "PT2H")
        f.required("to", \.to, as: .oneOrMany(.word("role")), doc: "Roles that receive it.", example: ["security"])
        f.required("channel", \.channel, as: .word("channel"), doc: "How it reaches them.", example: "mail")
        f.required(
            "text", \.text, as: .text, doc: "What the players read or hear.",
            example: "A critical flaw in a web framework was published today.")
        f.optional(
            "notes", \.notes, as: .text, doc: "For the facilitator only.",
            example: "Wait for the question who runs the portal.")
        f.optional(
            "expect", \.expect, as: .list(expected), doc: "What the players are expected to do.",
            example: [["id": "inventory", "text": "Find every system that uses the framework"]])
        f.optional(
            "tells", \.tells, as: .boolean,
            doc: "Whether it tells the company that it is attacked: an alert at its time. No when left out.",
            example: true)
    }

    private static let when = Shape<Trigger>.either(
        #"an object with one of the keys "reached", "noticed" and "decided""#,
        [
            .key(
                "reached",
                Shape<String>.object("WhenReached", "", doc: "On a step's first completion in the organization.") { f in
                    f.required("reached", \.self, as: .identifier, doc: "Id of a step.", example: "exploit")
                }.map(Trigger.reached)),
            .key(
                "noticed",
                Shape<Bool>.object("WhenNoticed", true, doc: "On the organization's first alert.") { f in
                    f.constant("noticed", true, doc: "Always `true`.")
                }.map { _ in Trigger.noticed }),
            .key(
                "decided",
                Shape<DecidedParts>.object("WhenDecided", DecidedParts(), doc: "On a decision.") { f in
                    f.required(
                        "decided", \.decision, as: .identifier, doc: "Id of a decision.", example: "isolate-portal")
                    f.optional(
                        "option", \.option, as: .identifier, doc: "Only when this option was taken.", example: "watch")
                }.map { Trigger.decided(decision: $0.decision, option: $0.option) }),
        ])

    private static let expected = Shape<ExpectedAction>.object(
        "ExpectedAction", ExpectedAction(), doc: "What the players are expected to do."
    ) { f in
        f.required("id", \.id, as: .identifier, doc: "Id, unique within the scenario.", example: "inventory")
        f.required("text", \.text, as: .text, doc: "The action.", example: "Find every system that uses the framework")
        f.optional("within", \.within, as: time.amount, doc: "How soon after the inject.", example: "PT24H")
        f.optional(
            "objective", \.objective, as: .identifier, doc: "Id of the objective or evaluation criterion it serves.",
            example: "personal-data")
    }

    static let decision = Shape<Decision>.object(
        "Decision", Decision(), doc: "A decision of the people in the room; without people the default is taken."
    ) { f in
        f.required("id", \.id, as: .identifier, doc: "Id, unique within the scenario.", example: "isolate-portal")
        f.required(
            "inject", \.inject, as: .identifier, doc: "Id of the inject that asks for it.", example: "odd-traffic")
        f.required("by", \.by, as: .oneOrMany(.word("role")), doc: "Roles that decide.", example: ["operations"])
        f.required(
            "question", \.question, as: .text, doc: "The question put to them.",
            example: "What do you do with the portal?")
        f.optional(
            "takes", \.takes, as: .parameterized(time.distribution),
            doc: "How long deciding takes when no people are in the room; no time when left out.",
            example: ["distribution": "lognormal", "median": "PT2H", "p90": "PT12H"])
        f.required(
            "default", \.default, as: .identifier, doc: "The option taken when no people are in the room.",
            example: "watch")
        f.required(
            "options", \.options, as: .list(option, atLeast: 1), doc: "What can be decided; at least one.",
            example: [["id": "watch", "text": "Keep watching"]])
    }

    private static let option = Shape<Option>.object("Option", Option(), doc: "One option of a decision.") { f in
        f.required("id", \.id, as: .identifier, doc: "Id, unique within the decision.", example: "isolate")
        f.required("text", \.text, as: .text, doc: "What the players choose.", example: "Take it off the network")
        f.optional(
            "does", \.does, as: interventions, doc: "What it changes from its moment on.",
            example: ["isolate": ["kind": "web-application", "exposure": "internet"]])
        f.add("costs", isRequired: false, as: costs, doc: "What the option itself costs.", example: ["downtime": "P1D"])
        { $0.downtime = $1.downtime }
    }

    private static let interventions = Shape<[Intervention]>.object(
        "Interventions", [], doc: "What a decision changes from its moment on; one key or several."
    ) { f in
        func selecting(
            _ key: String, doc: String, _ intervention: @escaping @Sendable (AssetSelector) -> Intervention
        ) {
            f.add(
                key, isRequired: false, as: Shape<[AssetSelector]>.oneOrMany(SelectorShapes.selector), doc: doc,
                example: ["kind": "server"]
            ) {
                root, selectors in
                root += selectors.map(intervention)
            }
        }
        selecting("isolate", doc: "Nothing more completes on these assets.", Intervention.isolate)
        selecting(
            "revoke", doc: "No step that goes through identity completes on these assets any more.", Intervention.revoke
        )
        selecting("patch", doc: "No step that a patch closes completes on these assets any more.", Intervention.patch)
        selecting("restore", doc: "Repair of these assets need not wait for containment.", Intervention.restore)
        f.add(
            "cutLink", isRequired: false, as: Shape<[LinkKind]>.oneOrMany(.word("kind of link")),
            doc: "Nothing more comes in over supplier links of this kind.", example: "vendor-access"
        ) { root, links in
            root += links.map(Intervention.cutLink)
        }
    }

    private static let costs = Shape<Costs>.object("Costs", Costs(), doc: "What an option itself costs.") { f in
        f.optional("downtime", \.downtime, as: time.amount, doc: "Downtime of what it takes away.", example: "P1D")
    }

    static let criterion = Shape<EvaluationCriterion>.object(
        "EvaluationCriterion", EvaluationCriterion(), doc: "One line of the exercise evaluation guide."
    ) { f in
        f.required("id", \.id, as: .identifier, doc: "Id, unique within the scenario.", example: "isolation")
        f.required(
            "capability", \.capability, as: .text, doc: "The capability observed, in HSEEP's sense.",
            example: "Containment")
        f.required(
            "text", \.text, as: .text, doc: "What the evaluator looks for.",
            example: "The portal is taken off the network within a day")
        f.optional(
            "objective", \.objective, as: .identifier, doc: "Id of the objective it belongs to.",
            example: "personal-data")
    }
}

/// `{"decided": …, "option": …}` as far as it could be read.
private struct DecidedParts: Sendable {
    var decision = ""
    var option: String?
}

/// `{"downtime": …}`.
private struct Costs: Sendable {
    var downtime: TimeAmount?
}
