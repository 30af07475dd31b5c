/// How an exercise is written.
enum ExerciseShapes {
    private static let time = TimeShapes.written

    static let exercise = Shape<Exercise>.object(
        "Exercise", Exercise(), doc: "Who plays what, and how it is simulated. Paths are relative to this document."
    ) { f in
        f.header(.exercise)
        f.required("id", \.id, as: .identifier, doc: "Id of the exercise.", example: "autumn-drill")
        f.required(
            "title", \.title, as: .text, doc: "Title as people read it.", example: "Autumn drill of the credit sector")
        f.required(
            "participants", \.participants, as: .list(participant, atLeast: 1),
            doc: "Organization documents and rosters; at least one.",
            example: [["organization": "organizations/harbor-credit.json"]])
        f.optional(
            "external", \.external, as: .list(external),
            doc: "Suppliers that do not take part; all their customers share one.",
            example: [["id": "northgate-it", "title": "An IT services provider"]])
        f.required(
            "scenarios", \.scenarios, as: .list(scenario, atLeast: 1),
            doc: "Scenario documents, each by its path or with parameters; at least one.",
            example: ["scenarios/unpatched-portal.json"])
        f.optional(
            "sharing", \.sharing, as: .list(sharing), doc: "Groups whose members tell each other of detections.",
            example: [["group": "credit-isac", "members": ["harbor-credit"], "delay": "PT12H"]])
        f.optional(
            "disclosure", \.disclosure, as: disclosure, doc: "What participants learn of each other.",
            example: ["peers": "quartiles", "minimumGroup": 12, "marking": "TLP:AMBER"])
        f.optional(
            "simulation", \.simulation, as: simulation, doc: "How much is simulated, and from which seed.",
            example: ["trials": 10_000, "worlds": 40, "seed": 20_261_123])
        f.optional(
            "schedule", \.schedule, as: schedule, doc: "Rules from which sessions are scheduled.",
            example: ["from": "2026-11-23", "until": "2026-12-04"])
        f.optional(
            "zone", \.zone, as: DateShapes.zone,
            doc:
                "IANA time zone of the exercise: of `date`, of the stories' zero hours, and of companies that name none; UTC when left out.",
            example: "Europe/Berlin")
        f.optional(
            "date", \.date, as: DateShapes.moment,
            doc:
                "When the stories begin, on the clocks of `zone`; 09:00 where no time is stated. A story with a weekday and an hour of its own begins the first time that these come after. With a date, daylight saving and holidays count; left out, standard time and no holidays.",
            example: "2026-12-23T18:00")
    }

    private static let participant = Shape<Participant>.either(
        #"an object with one of the keys "organization" and "roster""#, placeholder: .organization(""),
        [
            .key(
                "organization",
                Shape<String>.object("OrganizationParticipant", "", doc: "One organization.") { f in
                    f.required(
                        "organization", \.self, as: .path, doc: "Path of an organization document.",
                        example: "organizations/harbor-credit.json")
                }.map(Participant.organization)),
            .key(
                "roster",
                Shape<String>.object("RosterParticipant", "", doc: "Many organizations at once.") { f in
                    f.required(
                        "roster", \.self, as: .path,
                        doc:
                            "Path of a CSV file with a column `organization`: paths of organization documents, relative to the roster.",
                        example: "rosters/credit-sector.csv")
                }.map(Participant.roster)),
        ],
        fix: { $0.string.map { "write {\($0.hasSuffix(".csv") ? "\"roster\"" : "\"organization\""): \($0.quoted)}" } })

    private static let external = Shape<ExternalOrganization>.object(
        "ExternalOrganization", ExternalOrganization(), doc: "A supplier that does not take part."
    ) { f in
        f.required(
            "id", \.id, as: .identifier, doc: "Organization id that supplier links name.", example: "northgate-it")
        f.required("title", \.title, as: .text, doc: "Title as people read it.", example: "An IT services provider")
    }

    private static let scenario = Shape<ScenarioUse>.either(
        #"a path or an object with the keys "scenario" and "parameters""#, placeholder: ScenarioUse(),
        [
            .text(
                Shape<String>.path.map { path in
                    var use = ScenarioUse()
                    use.scenario = path
                    return use
                }),
            .object(
                Shape<ScenarioUse>.object("ScenarioUse", ScenarioUse(), doc: "A scenario with its parameters.") { f in
                    f.required(
                        "scenario", \.scenario, as: .path, doc: "Path of a scenario document.",
                        example: "scenarios/unpatched-portal.json")
                    f.optional(
                        "parameters", \.parameters,
                        as: .dictionary(
                            parameterValue, keyPattern: Pattern.graphIdentifier, isKey: Pattern.isGraphIdentifier),
                        doc: "Values of the scenario's parameters, by name.", example: ["exploitPublic": "P10D"])
                }),
        ])

    /// A parameter's value before the scenario has said what type it is: whole numbers count as integers.
    private static let parameterValue = Shape<ParameterValue>.either(
        "a duration, a number, or an object with low, likely and high",
        [
            .number(
                Shape<Double>.number(NumberRange(-Limits.number, Limits.number)).map { value in
                    Int(exactly: value).map(ParameterValue.integer) ?? .number(value)
                }),
            .object(EstimateShapes.share.map(ParameterValue.probability)),
            .text(time.amount.map(ParameterValue.duration)),
        ])

    private static let sharing = Shape<SharingGroup>.object(
        "SharingGroup", SharingGroup(), doc: "Organizations that tell each other of detections."
    ) { f in
        f.required("group", \.group, as: .identifier, doc: "Id of the group.", example: "credit-isac")
        f.required(
            "members", \.members, as: .list(.identifier, atLeast: 1), doc: "Organization ids.",
            example: ["harbor-credit"])
        f.required(
            "delay", \.delay, as: time.distribution, doc: "From a detection until the others know.",
            example: ["distribution": "lognormal", "median": "PT12H", "p90": "P3D"])
    }

    private static let disclosure = Shape<Disclosure>.object(
        "Disclosure", Disclosure(), doc: "What participants learn of each other."
    ) { f in
        f.optional(
            "peers", \.peers, as: .word("disclosure"),
            doc: "What a participant sees of the others; `none` when left out.",
            example: "quartiles")
        f.optional(
            "minimumGroup", \.minimumGroup, as: .integer(12...1_000_000),
            doc: "Figures about fewer companies are suppressed; 12 when left out.", example: 12)
        f.optional(
            "marking", \.marking, as: .word("TLP 2.0 marking"),
            doc: "On every page and file; `TLP:AMBER` when left out.",
            example: "TLP:AMBER")
        f.optional(
            "retainUntil", \.retainUntil, as: DateShapes.day,
            doc: "Papers and reports are kept until this day, then deleted; they say so. Not stated when left out.",
            example: "2027-03-31")
    }

    private static let simulation = Shape<Simulation>.object(
        "Simulation", Simulation(), doc: "How much is simulated, and from which seed."
    ) { f in
        f.optional(
            "trials", \.trials, as: .integer(1...1_000_000_000),
            doc: "Trials for each company and scenario, dealt evenly over the worlds; 10,000 when left out.",
            example: 10_000
        )
        f.optional(
            "worlds", \.worlds, as: .integer(1...100_000), doc: "Draws of what is not known; 40 when left out.",
            example: 40)
        f.optional(
            "seed", \.seed, as: .seed, doc: "The same seed gives the same result; 1 when left out.", example: 20_261_123
        )
        f.optional(
            "preset", \.preset, as: .word("preset"),
            doc: "Which part of the catalog's ranges is drawn from; `default` when left out.", example: "default")
    }

    private static let schedule = Shape<Schedule>.object(
        "Schedule", Schedule(), doc: "Rules from which sessions are scheduled."
    ) { f in
        f.optional("from", \.from, as: DateShapes.day, doc: "First day.", example: "2026-11-23")
        f.optional("until", \.until, as: DateShapes.day, doc: "Last day.", example: "2026-12-04")
        f.optional("sessionLength", \.sessionLength, as: time.amount, doc: "Length of one session.", example: "PT3H")
        f.optional(
            "facilitators", \.facilitators, as: .list(.text), doc: "Who can lead sessions, by name or alias.",
            example: ["facilitator-1"])
    }
}
