/// How a scenario is written: the head, its parameters, its adversary.
enum ScenarioShapes {
    static let time = TimeShapes.written

    static let scenario = Shape<Scenario>.object(
        "Scenario", Scenario(),
        "An attack as a story. It names roles and selectors, never one company's ids, so that it runs on every organization."
    ) { f in
        f.header(.scenario)
        f.required("id", \.id, .identifier, "Id of the scenario.", example: "unpatched-portal")
        f.required(
            "title", \.title, .text, "Title; it describes the attack, not a victim.",
            example: "The portal nobody patched")
        f.optional(
            "summary", \.summary, .text, "The story in a sentence or two.",
            example: "A scanner finds the portal before the patch does.")
        f.optional(
            "retells", \.retells, .list(reference), "Public reports that the story retells.",
            example: [["title": "GAO-18-559", "year": 2018]])
        f.optional(
            "parameters", \.parameters,
            .dictionary(parameter, keyPattern: Pattern.graphIdentifier, isKey: Pattern.isGraphIdentifier),
            "Figures that an exercise may set, by name.",
            example: ["exploitPublic": ["type": "duration", "default": "P3D"]])
        f.optional(
            "horizon", \.horizon, time.amount, "The end of the simulated time; 30 days when left out.", example: "P120D"
        )
        f.optional(
            "zeroHour", \.zeroHour, zeroHour,
            "When the story starts; left out, any hour of the week, drawn for each trial.",
            example: ["weekday": "friday", "hour": 18])
        f.optional(
            "frequency", \.frequency, EstimateShapes.perYear,
            "Attacks of this kind tried a year against one organization, from a publication; a judgement is not enough. Left out, no yearly figure is given.",
            example: ["low": 0.1, "likely": 0.3, "high": 1, "source": "A survey of 2,000 firms", "year": 2025])
        f.optional(
            "adversary", \.adversary, adversary, "Who attacks.",
            example: ["origin": "external", "skill": "intermediate", "attempts": 3])
        f.required(
            "steps", \.steps, .list(StepShapes.step, atLeast: 1), "The attack, step by step; at least one.",
            example: [["id": "exploit", "technique": "T1190", "on": ["kind": "web-application"]]])
        f.required(
            "objectives", \.objectives, .list(objective, atLeast: 1),
            "What counts as the attack's success; at least one.",
            example: [["id": "personal-data", "title": "Personal data leaves", "reached": ["exposed": "personal"]]])
        f.optional(
            "injects", \.injects, .list(StoryShapes.inject),
            "The MSEL: what the people in the room are told, and when.",
            example: [
                [
                    "id": "call", "at": "PT0S", "to": ["security"], "channel": "call", "title": "A call",
                    "text": "The portal is slow.",
                ]
            ])
        f.optional(
            "decisions", \.decisions, .list(StoryShapes.decision), "What the people decide, and what that changes.",
            example: [
                [
                    "id": "isolate", "by": ["operations"], "inject": "call", "question": "What now?",
                    "default": "watch", "options": [["id": "watch", "text": "Keep watching"]],
                ]
            ])
        f.optional(
            "evaluation", \.evaluation, .list(StoryShapes.criterion), "Lines of the exercise evaluation guide.",
            example: [["id": "isolation", "capability": "Containment", "text": "The portal is taken off the network"]])
    }

    private static let reference = Shape<Reference>.object("Reference", Reference(), "A public report.") { f in
        f.required("title", \.title, .text, "Title of the report.", example: "GAO-18-559")
        f.optional("year", \.year, .integer(1900...2100), "Year of publication.", example: 2018)
        f.optional(
            "url", \.url,
            .pattern(
                "web address", "^https?://[^ ]+$", rule: .pattern, isMatch: isWebAddress,
                fix: { _ in "begin it with https://" }), "Where it is published.",
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
                    "DurationParameter", "duration", "A length of time, also usable where a distribution stands.",
                    example: "P3D")
            ),
            ("probability", parameter("ProbabilityParameter", "probability", "A chance, 0 to 1.", example: 0.3)),
            ("integer", parameter("IntegerParameter", "integer", "A whole number, at least 0.", example: 3)),
            ("number", parameter("NumberParameter", "number", "A number.", example: 1.5)),
        ])

    private static func parameter(_ name: String, _ type: String, _ doc: String, example: JSONValue) -> Shape<Parameter>
    {
        .object(name, Parameter(), doc) { f in
            f.constant("type", .string(type), "What the parameter is.")
            f.required(
                "default", \.default, value(of: type), "Its value where the exercise sets none.", example: example)
            f.optional(
                "help", \.help, .text, "What it means, for those who set it.",
                example: "from the flaw's disclosure to a public exploit")
        }
    }

    private static let zeroHour = Shape<ZeroHour>.object(
        "ZeroHour", ZeroHour(), "Weekday and hour at which the story starts, in UTC."
    ) { f in
        f.required("weekday", \.weekday, .word("weekday"), "Day of the week.", example: "friday")
        f.optional(
            "hour", \.hour, .number(NumberRange(0, 24)), "Hour of the day, 0 to 24; 9 when left out.", example: 18)
    }

    private static let adversary = Shape<Adversary>.object(
        "Adversary", Adversary(), "Who attacks, how well and how persistently."
    ) { f in
        f.required(
            "origin", \.origin, .word("origin"),
            "Where the attack comes from; `error` is no adversary at all but a mistake.", example: "external")
        f.optional("skill", \.skill, .word("skill"), "`intermediate` when left out.", example: "expert")
        f.optional(
            "attempts", \.attempts, .integer(1...1_000_000),
            "Tries at each step that states none of its own; 1 when left out.", example: 3)
        f.optional(
            "persona", \.persona, persona, "An insider's place in the company.",
            example: ["role": "business", "entitled": ["kind": "file-share"]])
    }

    private static let persona = Shape<Persona>.object("Persona", Persona(), "Who the insider is.") { f in
        f.required("role", \.role, .word("role"), "The department's role.", example: "business")
        f.optional(
            "entitled", \.entitled, .oneOrMany(SelectorShapes.selector), "What the persona may use by right.",
            example: [["kind": "file-share"]])
    }

    static let objective = Shape<Objective>.object("Objective", Objective(), "What counts as the attack's success.") {
        f in
        f.required("id", \.id, .identifier, "Id, unique within the scenario.", example: "personal-data")
        f.required("title", \.title, .text, "Title as people read it.", example: "Personal data leaves the company")
        f.required(
            "reached", \.reached, reached, "When it counts as reached.",
            example: ["step": "exfiltrate", "data": "personal"])
        f.optional("severity", \.severity, .word("severity"), "`major` when left out.", example: "critical")
    }

    private static let reached = Shape<Reached>.either(
        #"an object with one of the keys "step", "exposed" and "down""#, placeholder: .step(ReachedStep()),
        [
            .key(
                "step",
                Shape<ReachedStep>.object("ReachedStep", ReachedStep(), "The step completed on such assets.") { f in
                    f.required("step", \.step, .identifier, "Id of a step.", example: "exfiltrate")
                    f.optional(
                        "data", \.data, .oneOrMany(.word("data class")), "Only on assets with such data.",
                        example: "personal")
                    f.optional(
                        "kind", \.kind, .oneOrMany(.word("asset kind")), "Only on assets of such kinds.",
                        example: "database")
                    f.optional(
                        "atLeast", \.atLeast, atLeast, "On at least so many assets; 1 when left out.", example: 3)
                }.map(Reached.step)),
            .key(
                "exposed",
                Shape<DataClass>.object(
                    "ReachedExposed", .personal,
                    "Readable data of the class left; ciphertext whose key is safe does not count."
                ) { f in
                    f.required("exposed", \.self, .word("data class"), "Kind of data.", example: "personal")
                }.map(Reached.exposed)),
            .key(
                "down",
                Shape<ReachedDown>.object(
                    "ReachedDown", ReachedDown(), "Such assets were encrypted, destroyed or disrupted."
                ) { f in
                    f.required(
                        "down", \.on, SelectorShapes.selector, "Which assets.",
                        example: ["kind": ["server", "database"]])
                    f.optional("atLeast", \.atLeast, atLeast, "At least so many of them; 1 when left out.", example: 5)
                }.map(Reached.down)),
        ])

    private static let atLeast = Shape<Int>.integer(1...1_000_000)

    @Sendable private static func isWebAddress(_ text: String) -> Bool {
        (text.hasPrefix("https://") && text.utf8.count > 8 || text.hasPrefix("http://") && text.utf8.count > 7)
            && !text.contains(" ")
    }
}
