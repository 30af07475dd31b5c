/// How an organization is written.
enum OrganizationShapes {
    private static let time = TimeShapes.written

    /// What the words of ``Hours`` mean.
    private static let workingHours =
        "`business`: Monday to Friday, 9 to 17; `extended`: every day, 7 to 23; both on the company's clocks, holidays off; `24x7`: round the clock."

    static let organization = Shape<Organization>.object(
        "Organization", Organization(),
        doc:
            "One company or institution: departments with their assets, controls, the response chain, suppliers. Any answer may be `\"unknown\"`."
    ) { f in
        f.header(.organization)
        f.required("id", \.id, as: .identifier, doc: "Id, unique within an exercise.", example: "harbor-credit")
        f.required("name", \.name, as: .text, doc: "Name as people read it.", example: "Harbor Credit Bureau")
        f.optional(
            "sector", \.sector, as: .word("sector"), doc: "Line of business, for comparisons between peers.",
            example: "finance")
        f.optional(
            "headcount", \.headcount, as: .integer(0...100_000_000), doc: "People who work there.", example: 9500)
        f.optional(
            "timeZone", \.timeZone, as: DateShapes.zone,
            doc: "IANA time zone; left out, the exercise's `zone`, and UTC where it has none.",
            example: "America/New_York")
        f.optional(
            "country", \.country, as: DateShapes.country,
            doc:
                "Country whose law holds, two letters as in ISO 3166-1; the duties to tell authorities follow from it. Nothing is claimed when left out, except GDPR where the time zone is one of the Union's.",
            example: "DE")
        f.optional(
            "holidays", \.holidays, as: .list(holiday),
            doc:
                "Days on which nobody works business or extended hours; round the clock stays round the clock. They count where the exercise has a `date`.",
            example: ["2026-12-25", ["date": "2026-12-31", "name": "Works holiday"]])
        f.optional(
            "controls", \.controls, as: controls,
            doc:
                "Controls that hold everywhere unless a department or an asset says otherwise; keys are ids of the catalog's controls.",
            example: ["mfa": ["level": "push", "coverage": 0.7], "phishing-training": "unknown"])
        f.required(
            "departments", \.departments, as: .list(department, atLeast: 1), doc: "The departments; at least one.",
            example: [["id": "it", "name": "IT", "roles": ["operations"]]])
        f.optional(
            "response", \.response, as: response,
            doc: "What happens after the first alert; left out, the catalog's figures for unknown answers stand in.",
            example: ["chain": [["id": "notice", "by": "it", "duration": "unknown"]]])
        f.optional(
            "suppliers", \.suppliers, as: .list(supplier), doc: "Links to suppliers.",
            example: [["organization": "northgate-it", "link": "vendor-access"]])
        f.optional(
            "targets", \.targets, as: LossShapes.targets, doc: "How fast the organization wants to be.",
            example: ["notice": "P1D", "notify": "PT72H"])
        f.optional(
            "loss", \.loss, as: LossShapes.loss, doc: "What incidents cost; left out, results speak of no money.",
            example: [
                "currency": "EUR",
                "items": [["id": "halt", "per": "downtime-hour", "form": "productivity", "amount": 8000]],
            ])
        f.optional(
            "upgrades", \.upgrades, as: .list(LossShapes.upgrade),
            doc: "What upgrades of controls take here; left out, the catalog's figures for effort hold.",
            example: [["control": "mfa", "level": "fido2", "effort": 60]])
        f.optional(
            "crews", \.crews, as: .integer(1...10_000),
            doc: "How many restores can go on at a time; left out, it is judged by headcount.", example: 2)
    }

    static let department = Shape<Department>.object(
        "Department", Department(),
        doc: "A department: what it is to a scenario, what it owns, which controls it sets for itself."
    ) { f in
        f.required("id", \.id, as: .identifier, doc: "Id, unique within the organization.", example: "disputes")
        f.required("name", \.name, as: .text, doc: "Name as people read it.", example: "Customer disputes")
        f.optional(
            "roles", \.roles, as: .oneOrMany(.word("role")), doc: "What the department does; scenarios address roles.",
            example: ["business"])
        f.optional("headcount", \.headcount, as: .integer(0...100_000_000), doc: "People who work there.", example: 140)
        f.optional(
            "controls", \.controls, as: controls,
            doc: "Controls that hold in this department, ahead of the organization's.",
            example: ["privileges": ["level": "least", "coverage": 0.5]])
        f.optional(
            "assets", \.assets, as: .list(asset), doc: "What the department owns.",
            example: [["id": "portal", "kind": "web-application"]])
    }

    static let asset = Shape<Asset>.object("Asset", Asset(), doc: "Something that can be attacked.") { f in
        f.required("id", \.id, as: .identifier, doc: "Id, unique within the organization.", example: "portal")
        f.optional("name", \.name, as: .text, doc: "Name as people read it.", example: "Customer portal")
        f.required("kind", \.kind, as: .word("asset kind"), doc: "What it is.", example: "web-application")
        f.optional(
            "count", \.count, as: .integer(1...100_000_000), doc: "Members of a fleet; 1 when left out.", example: 140)
        f.optional(
            "exposure", \.exposure, as: .word("exposure"),
            doc: "From where it can be touched; `internal` when left out.",
            example: "internet")
        f.optional(
            "software", \.software, as: .oneOrMany(.text), doc: "Free words that scenarios select on.",
            example: ["web-framework"])
        f.optional(
            "data", \.data, as: data, doc: "What it keeps.", example: ["class": "personal", "records": 3_000_000])
        f.optional(
            "hosted", \.hosted, as: .word("hosting"),
            doc:
                "Who runs it: `own`, or `cloud` for a provider's service under accounts of its own. Left out, `cloud` for cloud tenants and SaaS, otherwise `own`.",
            example: "cloud")
        f.optional(
            "copiesTravel", \.copiesTravel, as: .boolean,
            doc: "Whether copies of its data leave the house on tapes or disks.", example: true)
        f.optional(
            "reaches", \.reaches, as: .list(.identifier),
            doc: "Assets that can be reached from here in the course of business.",
            example: ["disputes-db"])
        f.optional(
            "holds", \.holds, as: .oneOrMany(.word("holding")), doc: "What an intruder finds here besides data.",
            example: ["credentials"])
        f.optional(
            "controls", \.controls, as: controls, doc: "Controls that hold on this asset, ahead of the department's.",
            example: ["encryption-at-rest": ["level": "volume", "keys": "same-host"]])
        f.optional(
            "restoreOrder", \.restoreOrder, as: .integer(0...1_000_000),
            doc: "Lower is restored first; assets without one come last, in document order.", example: 1)
        f.optional(
            "repair", \.repair, as: time.distribution,
            doc: "Time to restore this asset alone; left out, the organization's `response.repair`.",
            example: ["distribution": "lognormal", "median": "P1D", "p90": "P4D"])
        f.optional(
            "dependsOn", \.dependsOn, as: .list(dependency),
            doc: "What it cannot do without: while that is down, it is down, and it is restored after it.",
            example: ["virtual-hosts", ["asset": "directory", "grace": "PT8H"]])
    }

    private static let holiday = Shape<Holiday>.either(
        #"a day such as "2026-12-25", or an object such as {"date": "2026-12-25", "name": "Christmas Day"}"#,
        [
            .text(
                DateShapes.day.map { date in
                    var holiday = Holiday()
                    holiday.date = date
                    return holiday
                }),
            .object(
                Shape<Holiday>.object("Holiday", Holiday(), doc: "A day on which the company does not work.") { f in
                    f.required("date", \.date, as: DateShapes.day, doc: "The day.", example: "2026-12-25")
                    f.optional("name", \.name, as: .text, doc: "Name as people read it.", example: "Christmas Day")
                }),
        ])

    private static let dependency = Shape<Dependency>.either(
        #"the id of an asset, or an object such as {"asset": "directory", "grace": "PT8H"}"#,
        [
            .text(
                Shape<String>.identifier.map { id in
                    var dependency = Dependency()
                    dependency.asset = id
                    return dependency
                }),
            .object(
                Shape<Dependency>.object("Dependency", Dependency(), doc: "What an asset cannot do without.") { f in
                    f.required("asset", \.asset, as: .identifier, doc: "Id of an asset.", example: "directory")
                    f.optional(
                        "grace", \.grace, as: time.amount, doc: "How long it goes on without; no time when left out.",
                        example: "PT8H")
                }),
        ])

    private static let data = Shape<DataHolding>.object("DataHolding", DataHolding(), doc: "Records on an asset.") {
        f in
        f.required("class", \.dataClass, as: .word("data class"), doc: "Kind of data.", example: "personal")
        f.optional(
            "records", \.records, as: .integer(0...1_000_000_000_000), doc: "How many records; 0 when left out.",
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
        "ControlSetting", ControlSetting(), doc: "How a control is set in one scope."
    ) { f in
        f.optional(
            "level", \.level, as: .answer(.identifier), doc: "A level of the catalog's control.", example: "push")
        f.optional(
            "coverage", \.coverage, as: .answer(.share),
            doc:
                "The share of the scope it covers, 0 to 1; 1 when left out. Where it misses, the next wider scope applies.",
            example: 0.7)
        f.optional(
            "hours", \.hours, as: .word("working time"),
            doc: "When the people behind the control are at work. \(workingHours)", example: "business")
        f.optional("keys", \.keys, as: .word("key custody"), doc: "Who keeps encryption keys.", example: "key-service")
        f.optional(
            "callers", \.callers, as: .list(.identifier),
            doc: "Assets allowed to have data decrypted; left out, the applications that reach the asset.",
            example: ["portal"])
        f.optional(
            "delay", \.delay, as: time.distribution, doc: "From a fix's availability to its installation.",
            example: ["distribution": "lognormal", "median": "P40D", "p90": "P160D"])
        f.optional(
            "restoreTested", \.restoreTested, as: time.amount, doc: "Time since a restore was last tested.",
            example: "P90D")
    }

    private static let response = Shape<Response>.object(
        "Response", Response(), doc: "What happens after the first alert."
    ) { f in
        f.optional(
            "chain", \.chain, as: .list(handOff), doc: "Hand-offs in order, from noticing to acting.",
            example: [["id": "notice", "by": "security", "duration": "PT4H"]])
        f.optional(
            "containment", \.containment, as: .dictionary(.answer(time.distribution)),
            doc:
                "Time from the end of the chain until a department is contained, by department id; `default` for the rest.",
            example: ["default": ["distribution": "lognormal", "median": "P1D", "p90": "P5D"]])
        f.optional(
            "repair", \.repair, as: .answer(time.distribution), doc: "Time to repair one asset after containment.",
            example: ["distribution": "lognormal", "median": "P6D", "p90": "P30D"])
    }

    private static let handOff = Shape<HandOff>.object("HandOff", HandOff(), doc: "One hand-off of the response chain.")
    {
        f in
        f.required("id", \.id, as: .identifier, doc: "Id, unique within the chain.", example: "decide")
        f.required("by", \.by, as: .identifier, doc: "The department that has the ball.", example: "security")
        f.required(
            "duration", \.duration, as: .answer(time.distribution),
            doc:
                "How long it takes, counting working hours: 24 hours of business hours are three working days.",
            example: ["distribution": "lognormal", "median": "PT6H", "p90": "P2D"])
        f.optional(
            "hours", \.hours, as: .word("working time"),
            doc: "When these people are at work; `24x7` when left out. \(workingHours)", example: "business")
    }

    private static let supplier = Shape<SupplierLink>.object(
        "SupplierLink", SupplierLink(),
        doc: "A link to a supplier: another participant, or an external organization of the exercise."
    ) { f in
        f.required(
            "organization", \.organization, as: .identifier, doc: "The supplier's organization id.",
            example: "northgate-it")
        f.optional(
            "name", \.name, as: .text,
            doc:
                "What the company calls the supplier: its own pages say this and nothing else of it; the kind of link when left out.",
            example: "our IT service firm")
        f.required(
            "link", \.link, as: .word("kind of link"), doc: "What comes over the link.", example: "vendor-access")
        f.optional(
            "from", \.from, as: SelectorShapes.selector,
            doc: "Which of the supplier's assets the link comes from; any when left out.", example: ["kind": "server"])
        f.optional(
            "to", \.to, as: .identifier,
            doc: "The own asset at which the link ends; left out, any that the scenario selects.",
            example: "team-share")
        f.optional(
            "carriesOutage", \.carriesOutage, as: .boolean,
            doc: "Whether the supplier's downtime becomes ours; `false` when left out.", example: true)
    }
}
