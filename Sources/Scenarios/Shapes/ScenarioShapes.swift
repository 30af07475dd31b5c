/// How a scenario is written: the head, its parameters, its adversary.
enum ScenarioShapes {
    static let time = TimeShapes.written

    static let scenario = Shape<Scenario>.object(
        "Scenario", Scenario(),
        doc:
            "An attack as a story. It names roles and selectors, never one company's ids, so that it runs on every organization."
    ) { f in
        f.header(.scenario)
        f.required("id", \.id, as: .identifier, doc: "Id of the scenario.", example: "unpatched-portal")
        f.required(
            "title", \.title, as: .text, doc: "Title; it describes the attack, not a victim.",
            example: "The portal nobody patched")
        f.optional(
            "summary", \.summary, as: .text, doc: "The story in a sentence or two.",
            example: "A scanner finds the portal before the patch does.")
        f.optional(
            "retells", \.retells, as: .list(reference), doc: "Public reports that the story retells.",
            example: [["title": "GAO-18-559", "year": 2018]])
        f.optional(
            "parameters", \.parameters,
            as: .dictionary(parameter, keyPattern: Pattern.graphIdentifier, isKey: Pattern.isGraphIdentifier),
            doc: "Figures that an exercise may set, by name.",
            example: ["exploitPublic": ["type": "duration", "default": "P3D"]])
        f.optional(
            "horizon", \.horizon, as: time.amount, doc: "The end of the simulated time; 30 days when left out.",
            example: "P120D"
        )
        f.optional(
            "zeroHour", \.zeroHour, as: zeroHour,
            doc: "When the story starts; left out, any hour of the week, drawn for each trial.",
            example: ["weekday": "friday", "hour": 18])
        f.optional(
            "frequency", \.frequency, as: EstimateShapes.perYear,
            doc:
                "Attacks of this kind tried a year against one organization, from a publication; a judgement is not enough. Left out, no yearly figure is given.",
            example: ["low": 0.1, "likely": 0.3, "high": 1, "source": "A survey of 2,000 firms", "year": 2025])
        f.optional(
            "adversary", \.adversary, as: adversary, doc: "Who attacks.",
            example: ["origin": "external", "skill": "intermediate", "attempts": 3])
        f.required(
            "steps", \.steps, as: .list(StepShapes.step, atLeast: 1), doc: "The attack, step by step; at least one.",
            example: [["id": "exploit", "technique": "T1190", "on": ["kind": "web-application"]]])
        f.required(
            "objectives", \.objectives, as: .list(objective, atLeast: 1),
            doc: "What counts as the attack's success; at least one.",
            example: [["id": "personal-data", "title": "Personal data leaves", "reached": ["exposed": "personal"]]])
        f.optional(
            "injects", \.injects, as: .list(StoryShapes.inject),
            doc: "The MSEL: what the people in the room are told, and when.",
            example: [
                [
                    "id": "call", "at": "PT0S", "to": ["security"], "channel": "call", "title": "A call",
                    "text": "The portal is slow.",
                ]
            ])
        f.optional(
            "decisions", \.decisions, as: .list(StoryShapes.decision),
            doc: "What the people decide, and what that changes.",
            example: [
                [
                    "id": "isolate", "by": ["operations"], "inject": "call", "question": "What now?",
                    "default": "watch", "options": [["id": "watch", "text": "Keep watching"]],
                ]
            ])
        f.optional(
            "evaluation", \.evaluation, as: .list(StoryShapes.criterion),
            doc: "Lines of the exercise evaluation guide.",
            example: [["id": "isolation", "capability": "Containment", "text": "The portal is taken off the network"]])
    }

    private static let reference = Shape<Reference>.object("Reference", Reference(), doc: "A public report.") { f in
        f.required("title", \.title, as: .text, doc: "Title of the report.", example: "GAO-18-559")
        f.optional("year", \.year, as: .integer(1900...2100), doc: "Year of publication.", example: 2018)
        f.optional(
            "url", \.url,
            as: .pattern(
                "web address", "^https?://[^ ]+$", rule: .pattern, isMatch: isWebAddress,
                fix: { _ in "begin it with https://" }), doc: "Where it is published.",
            example: "https://www.gao.gov/products/gao-18-559")
    }

    /// The value of a parameter, by its declared type.
    static func value(of type: String) -> Shape<ParameterValue> {
        switch type {
        case "duration": time.amount.map(ParameterValue.duration)
        case "probability": EstimateShapes.share.map(ParameterValue.probability)
        case "integer": Shape<Int>.integer(0...1_000_000_000).map(ParameterValue.integer)
        default: Shape<Double>.number(NumberRange(-Limits.number, Limits.number)).map(ParameterValue.number)
        }
    }

    private static let parameter = Shape<Parameter>.tagged(
        by: "type", "parameter type", placeholder: Parameter(),
        [
            (
                "duration",
                parameter(
                    "DurationParameter", type: "duration",
                    doc: "A length of time, also usable where a distribution stands.",
                    example: "P3D")
            ),
            (
                "probability",
                parameter("ProbabilityParameter", type: "probability", doc: "A chance, 0 to 1.", example: 0.3)
            ),
            ("integer", parameter("IntegerParameter", type: "integer", doc: "A whole number, at least 0.", example: 3)),
            ("number", parameter("NumberParameter", type: "number", doc: "A number.", example: 1.5)),
        ])

    private static func parameter(_ name: String, type: String, doc: String, example: JSONValue) -> Shape<Parameter> {
        .object(name, Parameter(), doc: doc) { f in
            f.constant("type", .string(type), doc: "What the parameter is.")
            f.required(
                "default", \.default, as: value(of: type), doc: "Its value where the exercise sets none.",
                example: example)
            f.optional(
                "help", \.help, as: .text, doc: "What it means, for those who set it.",
                example: "from the flaw's disclosure to a public exploit")
        }
    }

    private static let zeroHour = Shape<ZeroHour>.object(
        "ZeroHour", ZeroHour(),
        doc:
            "Weekday and hour at which the story starts, on the clocks of the exercise's `zone`; UTC where it has none."
    ) { f in
        f.required("weekday", \.weekday, as: .word("weekday"), doc: "Day of the week.", example: "friday")
        f.optional(
            "hour", \.hour, as: .number(NumberRange(0, 24)), doc: "Hour of the day, 0 to 24; 9 when left out.",
            example: 18)
    }

    private static let adversary = Shape<Adversary>.object(
        "Adversary", Adversary(), doc: "Who attacks, how well and how persistently."
    ) { f in
        f.required(
            "origin", \.origin, as: .word("origin"),
            doc: "Where the attack comes from; `error` is no adversary at all but a mistake.", example: "external")
        f.optional("skill", \.skill, as: .word("skill"), doc: "`intermediate` when left out.", example: "expert")
        f.optional(
            "attempts", \.attempts, as: .integer(1...1_000_000),
            doc: "Tries at each step that states none of its own; 1 when left out.", example: 3)
        f.optional(
            "persona", \.persona, as: persona, doc: "An insider's place in the company.",
            example: ["role": "business", "entitled": ["kind": "file-share"]])
    }

    private static let persona = Shape<Persona>.object("Persona", Persona(), doc: "Who the insider is.") { f in
        f.required("role", \.role, as: .word("role"), doc: "The department's role.", example: "business")
        f.optional(
            "entitled", \.entitled, as: .oneOrMany(SelectorShapes.selector), doc: "What the persona may use by right.",
            example: [["kind": "file-share"]])
    }

    static let objective = Shape<Objective>.object(
        "Objective", Objective(), doc: "What counts as the attack's success."
    ) {
        f in
        f.required("id", \.id, as: .identifier, doc: "Id, unique within the scenario.", example: "personal-data")
        f.required(
            "title", \.title, as: .text, doc: "Title as people read it.", example: "Personal data leaves the company")
        f.required(
            "reached", \.reached, as: reached, doc: "When it counts as reached.",
            example: ["step": "exfiltrate", "data": "personal"])
        f.optional("severity", \.severity, as: .word("severity"), doc: "`major` when left out.", example: "critical")
    }

    private static let reached = Shape<Reached>.either(
        #"an object with one of the keys "step", "exposed" and "down""#, placeholder: .step(ReachedStep()),
        [
            .key(
                "step",
                Shape<ReachedStep>.object("ReachedStep", ReachedStep(), doc: "The step completed on such assets.") {
                    f in
                    f.required("step", \.step, as: .identifier, doc: "Id of a step.", example: "exfiltrate")
                    f.optional(
                        "data", \.data, as: .oneOrMany(.word("data class")), doc: "Only on assets with such data.",
                        example: "personal")
                    f.optional(
                        "kind", \.kind, as: .oneOrMany(.word("asset kind")), doc: "Only on assets of such kinds.",
                        example: "database")
                    f.optional(
                        "atLeast", \.atLeast, as: atLeast, doc: "On at least so many assets; 1 when left out.",
                        example: 3)
                }.map(Reached.step)),
            .key(
                "exposed",
                Shape<ReachedExposed>.object(
                    "ReachedExposed", ReachedExposed(),
                    doc: "Readable data of the class left; ciphertext whose key is safe does not count."
                ) { f in
                    f.required("exposed", \.data, as: .word("data class"), doc: "Kind of data.", example: "personal")
                    f.optional(
                        "share", \.share, as: .share,
                        doc:
                            "The part of an asset's records that must have left; 0, the first record, when left out.",
                        example: 0.5)
                }.map(Reached.exposed)),
            .key(
                "down",
                Shape<ReachedDown>.object(
                    "ReachedDown", ReachedDown(), doc: "Such assets were encrypted, destroyed or disrupted."
                ) { f in
                    f.required(
                        "down", \.on, as: SelectorShapes.selector, doc: "Which assets.",
                        example: ["kind": ["server", "database"]])
                    f.optional(
                        "atLeast", \.atLeast, as: atLeast, doc: "At least so many of them; 1 when left out.", example: 5
                    )
                }.map(Reached.down)),
        ])

    private static let atLeast = Shape<Int>.integer(1...1_000_000)

    @Sendable private static func isWebAddress(_ text: String) -> Bool {
        (text.hasPrefix("https://") && text.utf8.count > 8 || text.hasPrefix("http://") && text.utf8.count > 7)
            && !text.contains(" ")
    }
}
