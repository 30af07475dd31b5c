/// How injects, decisions and evaluation criteria are written.
enum StoryShapes {
    private static let time = TimeShapes.written

    static let inject = Shape<Inject>.object(
        "Inject", Inject(), "One entry of the MSEL: what people are told, when, and what is expected of them."
    ) { f in
        f.required("id", \.id, .identifier, "Id, unique within the scenario.", example: "advisory")
        f.required("title", \.title, .text, "Title; players see it.", example: "Vendor advisory")
        f.add(
            "at", false, Shape<Parameterized<TimeAmount>>.parameterized(time.amount), "Timed: so long after zero hour.",
            "PT0S"
        ) { $0.trigger = .at($1) }
        f.add("when", false, when, "Contextual, or a contingency: what brings it about.", ["reached": "exploit"]) {
            $0.trigger = $1
        }
        f.exactlyOne(of: "at", "when")
        f.optional(
            "delay", \.delay, .parameterized(time.amount), "So long after what brings it about.", example: "PT2H")
        f.required("to", \.to, .oneOrMany(.word("role")), "Roles that receive it.", example: ["security"])
        f.required("channel", \.channel, .word("channel"), "How it reaches them.", example: "mail")
        f.required(
            "text", \.text, .text, "What the players read or hear.",
            example: "A critical flaw in a web framework was published today.")
        f.optional(
            "notes", \.notes, .text, "For the facilitator only.", example: "Wait for the question who runs the portal.")
        f.optional(
            "expect", \.expect, .list(expected), "What the players are expected to do.",
            example: [["id": "inventory", "text": "Find every system that uses the framework"]])
    }

    private static let when = Shape<Trigger>.either(
        #"an object with one of the keys "reached", "noticed" and "decided""#,
        [
            .key(
                "reached",
                Shape<String>.object("WhenReached", "", "On a step's first completion in the organization.") { f in
                    f.required("reached", \.self, .identifier, "Id of a step.", example: "exploit")
                }.map(Trigger.reached)),
            .key(
                "noticed",
                Shape<Bool>.object("WhenNoticed", true, "On the organization's first alert.") { f in
                    f.constant("noticed", true, "Always `true`.")
                }.map { _ in Trigger.noticed }),
            .key(
                "decided",
                Shape<DecidedParts>.object("WhenDecided", DecidedParts(), "On a decision.") { f in
                    f.required("decided", \.decision, .identifier, "Id of a decision.", example: "isolate-portal")
                    f.optional("option", \.option, .identifier, "Only when this option was taken.", example: "watch")
                }.map { Trigger.decided(decision: $0.decision, option: $0.option) }),
        ])

    private static let expected = Shape<ExpectedAction>.object(
        "ExpectedAction", ExpectedAction(), "What the players are expected to do."
    ) { f in
        f.required("id", \.id, .identifier, "Id, unique within the scenario.", example: "inventory")
        f.required("text", \.text, .text, "The action.", example: "Find every system that uses the framework")
        f.optional("within", \.within, time.amount, "How soon after the inject.", example: "PT24H")
        f.optional(
            "objective", \.objective, .identifier, "Id of the objective or evaluation criterion it serves.",
            example: "personal-data")
    }

    static let decision = Shape<Decision>.object(
        "Decision", Decision(), "A decision of the people in the room; without people the default is taken."
    ) { f in
        f.required("id", \.id, .identifier, "Id, unique within the scenario.", example: "isolate-portal")
        f.required("inject", \.inject, .identifier, "Id of the inject that asks for it.", example: "odd-traffic")
        f.required("by", \.by, .oneOrMany(.word("role")), "Roles that decide.", example: ["operations"])
        f.required(
            "question", \.question, .text, "The question put to them.", example: "What do you do with the portal?")
        f.optional(
            "takes", \.takes, .parameterized(time.distribution),
            "How long deciding takes when no people are in the room; no time when left out.",
            example: ["distribution": "lognormal", "median": "PT2H", "p90": "PT12H"])
        f.required(
            "default", \.default, .identifier, "The option taken when no people are in the room.", example: "watch")
        f.required(
            "options", \.options, .list(option, atLeast: 1), "What can be decided; at least one.",
            example: [["id": "watch", "text": "Keep watching"]])
    }

    private static let option = Shape<Option>.object("Option", Option(), "One option of a decision.") { f in
        f.required("id", \.id, .identifier, "Id, unique within the decision.", example: "isolate")
        f.required("text", \.text, .text, "What the players choose.", example: "Take it off the network")
        f.optional(
            "does", \.does, interventions, "What it changes from its moment on.",
            example: ["isolate": ["kind": "web-application", "exposure": "internet"]])
        f.add("costs", false, costs, "What the option itself costs.", ["downtime": "P1D"]) { $0.downtime = $1.downtime }
    }

    private static let interventions = Shape<[Intervention]>.object(
        "Interventions", [], "What a decision changes from its moment on; one key or several."
    ) { f in
        func selecting(
            _ key: String, _ doc: String, _ intervention: @escaping @Sendable (AssetSelector) -> Intervention
        ) {
            f.add(key, false, Shape<[AssetSelector]>.oneOrMany(SelectorShapes.selector), doc, ["kind": "server"]) {
                root, selectors in
                root += selectors.map(intervention)
            }
        }
        selecting("isolate", "Nothing more completes on these assets.", Intervention.isolate)
        selecting(
            "revoke", "No step that goes through identity completes on these assets any more.", Intervention.revoke)
        selecting("patch", "No step that a patch closes completes on these assets any more.", Intervention.patch)
        selecting("restore", "Repair of these assets need not wait for containment.", Intervention.restore)
        f.add(
            "cutLink", false, Shape<[LinkKind]>.oneOrMany(.word("kind of link")),
            "Nothing more comes in over supplier links of this kind.", "vendor-access"
        ) { root, links in
            root += links.map(Intervention.cutLink)
        }
    }

    private static let costs = Shape<Costs>.object("Costs", Costs(), "What an option itself costs.") { f in
        f.optional("downtime", \.downtime, time.amount, "Downtime of what it takes away.", example: "P1D")
    }

    static let criterion = Shape<EvaluationCriterion>.object(
        "EvaluationCriterion", EvaluationCriterion(), "One line of the exercise evaluation guide."
    ) { f in
        f.required("id", \.id, .identifier, "Id, unique within the scenario.", example: "isolation")
        f.required(
            "capability", \.capability, .text, "The capability observed, in HSEEP's sense.", example: "Containment")
        f.required(
            "text", \.text, .text, "What the evaluator looks for.",
            example: "The portal is taken off the network within a day")
        f.optional(
            "objective", \.objective, .identifier, "Id of the objective it belongs to.", example: "personal-data")
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
