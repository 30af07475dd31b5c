/// How an organization is written.
enum OrganizationShapes {
    private static let time = TimeShapes.written

    static let organization = Shape<Organization>.object(
        "Organization", Organization(),
        "One company or institution: departments with their assets, controls, the response chain, suppliers. Any answer may be `\"unknown\"`."
    ) { f in
        f.header(.organization)
        f.required("id", \.id, .identifier, "Id, unique within an exercise.", example: "harbor-credit")
        f.required("name", \.name, .text, "Name as people read it.", example: "Harbor Credit Bureau")
        f.optional(
            "sector", \.sector, .word("sector"), "Line of business, for comparisons between peers.", example: "finance")
        f.optional("headcount", \.headcount, .integer(0...100_000_000), "People who work there.", example: 9500)
        f.optional(
            "timeZone", \.timeZone,
            .pattern(
                "time zone", "^[A-Za-z][A-Za-z0-9_+/-]*$", rule: .pattern, isMatch: TimeZoneNames.contains,
                fix: { name in
                    Suggestion.question(name, among: TimeZoneNames.all) ?? #"write it like "Europe/Berlin""#
                }), "IANA time zone; UTC when left out.",
            example: "America/New_York")
        f.optional(
            "controls", \.controls, controls,
            "Controls that hold everywhere unless a department or an asset says otherwise; keys are ids of the catalog's controls.",
            example: ["mfa": ["level": "push", "coverage": 0.7], "phishing-training": "unknown"])
        f.required(
            "departments", \.departments, .list(department, atLeast: 1), "The departments; at least one.",
            example: [["id": "it", "name": "IT", "roles": ["operations"]]])
        f.optional(
            "response", \.response, response,
            "What happens after the first alert; left out, the catalog's figures for unknown answers stand in.",
            example: ["chain": [["id": "notice", "by": "it", "duration": "unknown"]]])
        f.optional(
            "suppliers", \.suppliers, .list(supplier), "Links to suppliers.",
            example: [["organization": "northgate-it", "link": "vendor-access"]])
        f.optional(
            "targets", \.targets, LossShapes.targets, "How fast the organization wants to be.",
            example: ["notice": "P1D", "notify": "PT72H"])
        f.optional(
            "loss", \.loss, LossShapes.loss, "What incidents cost; left out, results speak of no money.",
            example: [
                "currency": "EUR",
                "items": [["id": "halt", "per": "downtime-hour", "form": "productivity", "amount": 8000]],
            ])
        f.optional(
            "upgrades", \.upgrades, .list(LossShapes.upgrade),
            "What upgrades of controls take here; left out, the catalog's figures for effort hold.",
            example: [["control": "mfa", "level": "fido2", "effort": 60]])
    }

    static let department = Shape<Department>.object(
        "Department", Department(),
        "A department: what it is to a scenario, what it owns, which controls it sets for itself."
    ) { f in
        f.required("id", \.id, .identifier, "Id, unique within the organization.", example: "disputes")
        f.required("name", \.name, .text, "Name as people read it.", example: "Customer disputes")
        f.optional(
            "roles", \.roles, .oneOrMany(.word("role")), "What the department does; scenarios address roles.",
            example: ["business"])
        f.optional("headcount", \.headcount, .integer(0...100_000_000), "People who work there.", example: 140)
        f.optional(
            "controls", \.controls, controls, "Controls that hold in this department, ahead of the organization's.",
            example: ["privileges": ["level": "least", "coverage": 0.5]])
        f.optional(
            "assets", \.assets, .list(asset), "What the department owns.",
            example: [["id": "portal", "kind": "web-application"]])
    }

    static let asset = Shape<Asset>.object("Asset", Asset(), "Something that can be attacked.") { f in
        f.required("id", \.id, .identifier, "Id, unique within the organization.", example: "portal")
        f.optional("name", \.name, .text, "Name as people read it.", example: "Customer portal")
        f.required("kind", \.kind, .word("asset kind"), "What it is.", example: "web-application")
        f.optional("count", \.count, .integer(1...100_000_000), "Members of a fleet; 1 when left out.", example: 140)
        f.optional(
            "exposure", \.exposure, .word("exposure"), "From where it can be touched; `internal` when left out.",
            example: "internet")
        f.optional(
            "software", \.software, .oneOrMany(.text), "Free words that scenarios select on.",
            example: ["web-framework"])
        f.optional("data", \.data, data, "What it keeps.", example: ["class": "personal", "records": 3_000_000])
        f.optional(
            "reaches", \.reaches, .list(.identifier), "Assets that can be reached from here in the course of business.",
            example: ["disputes-db"])
        f.optional(
            "holds", \.holds, .oneOrMany(.word("holding")), "What an intruder finds here besides data.",
            example: ["credentials"])
        f.optional(
            "controls", \.controls, controls, "Controls that hold on this asset, ahead of the department's.",
            example: ["encryption-at-rest": ["level": "volume", "keys": "same-host"]])
        f.optional(
            "restoreOrder", \.restoreOrder, .integer(0...1_000_000),
            "Lower is restored first; assets without one come last, in document order.", example: 1)
        f.optional(
            "repair", \.repair, time.distribution,
            "Time to restore this asset alone; left out, the organization's `response.repair`.",
            example: ["distribution": "lognormal", "median": "P1D", "p90": "P4D"])
    }

    private static let data = Shape<DataHolding>.object("DataHolding", DataHolding(), "Records on an asset.") { f in
        f.required("class", \.dataClass, .word("data class"), "Kind of data.", example: "personal")
        f.optional(
            "records", \.records, .integer(0...1_000_000_000_000), "How many records; 0 when left out.",
            example: 3_000_000)
    }

    private static let controls = Shape<[String: Answer<ControlSetting>]>.dictionary(controlAnswer)

    private static let controlAnswer = Shape<Answer<ControlSetting>>.either(
        #"a level, an object such as {"level": "push", "coverage": 0.7}, or "unknown""#,
        [
            .word("unknown", .unknown),
            .text(
                Shape<String>.identifier.map { level in
                    var setting = ControlSetting()
                    setting.level = .known(level)
                    return .known(setting)
                }),
            .object(setting.map(Answer.known)),
        ])

    private static let setting = Shape<ControlSetting>.object(
        "ControlSetting", ControlSetting(), "How a control is set in one scope."
    ) { f in
        f.optional("level", \.level, .answer(.identifier), "A level of the catalog's control.", example: "push")
        f.optional(
            "coverage", \.coverage, .answer(.share),
            "The share of the scope it covers, 0 to 1; 1 when left out. Where it misses, the next wider scope applies.",
            example: 0.7)
        f.optional(
            "hours", \.hours, .word("working time"), "When the people behind the control are at work.",
            example: "business")
        f.optional("keys", \.keys, .word("key custody"), "Who keeps encryption keys.", example: "key-service")
        f.optional(
            "callers", \.callers, .list(.identifier),
            "Assets allowed to have data decrypted; left out, the applications that reach the asset.",
            example: ["portal"])
        f.optional(
            "delay", \.delay, time.distribution, "From a fix's availability to its installation.",
            example: ["distribution": "lognormal", "median": "P40D", "p90": "P160D"])
        f.optional(
            "restoreTested", \.restoreTested, time.amount, "Time since a restore was last tested.", example: "P90D")
    }

    private static let response = Shape<Response>.object("Response", Response(), "What happens after the first alert.")
    { f in
        f.optional(
            "chain", \.chain, .list(handOff), "Hand-offs in order, from noticing to acting.",
            example: [["id": "notice", "by": "security", "duration": "PT4H"]])
        f.optional(
            "containment", \.containment, .dictionary(.answer(time.distribution)),
            "Time from the end of the chain until a department is contained, by department id; `default` for the rest.",
            example: ["default": ["distribution": "lognormal", "median": "P1D", "p90": "P5D"]])
        f.optional(
            "repair", \.repair, .answer(time.distribution), "Time to repair one asset after containment.",
            example: ["distribution": "lognormal", "median": "P6D", "p90": "P30D"])
    }

    private static let handOff = Shape<HandOff>.object("HandOff", HandOff(), "One hand-off of the response chain.") {
        f in
        f.required("id", \.id, .identifier, "Id, unique within the chain.", example: "decide")
        f.required("by", \.by, .identifier, "The department that has the ball.", example: "security")
        f.required(
            "duration", \.duration, .answer(time.distribution), "How long it takes, counting working hours.",
            example: ["distribution": "lognormal", "median": "PT6H", "p90": "P2D"])
        f.optional(
            "hours", \.hours, .word("working time"), "When these people are at work; `24x7` when left out.",
            example: "business")
    }

    private static let supplier = Shape<SupplierLink>.object(
        "SupplierLink", SupplierLink(),
        "A link to a supplier: another participant, or an external organization of the exercise."
    ) { f in
        f.required(
            "organization", \.organization, .identifier, "The supplier's organization id.", example: "northgate-it")
        f.optional(
            "name", \.name, .text,
            "What the company calls the supplier: its own pages say this and nothing else of it; the kind of link when left out.",
            example: "our IT service firm")
        f.required("link", \.link, .word("kind of link"), "What comes over the link.", example: "vendor-access")
        f.optional(
            "from", \.from, SelectorShapes.selector,
            "Which of the supplier's assets the link comes from; any when left out.", example: ["kind": "server"])
        f.optional(
            "to", \.to, .identifier, "The own asset at which the link ends; left out, any that the scenario selects.",
            example: "team-share")
        f.optional(
            "carriesOutage", \.carriesOutage, .boolean,
            "Whether the supplier's downtime becomes ours; `false` when left out.", example: true)
    }
}
