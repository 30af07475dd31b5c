/// How targets, losses and upgrades of an organization are written.
enum LossShapes {
    private static let time = TimeShapes.written

    static let targets = Shape<ResponseTargets>.object(
        "ResponseTargets", ResponseTargets(),
        doc:
            "How fast the organization wants to be. Results are held against these; where one is left out, times are stated without a target."
    ) { f in
        f.optional(
            "notice", \.notice, as: time.amount, doc: "From the attack's first completed step to the first alert.",
            example: "P1D")
        f.optional(
            "contain", \.contain, as: time.amount, doc: "From the first alert until the last department is contained.",
            example: "P2D")
        f.optional(
            "restore", \.restore, as: time.amount, doc: "From the first outage to the last repair.", example: "P3D")
        f.optional(
            "notify", \.notify, as: time.amount,
            doc: "From the first alert to the end of the response chain, when those can be told who must be.",
            example: "PT72H")
    }

    static let loss = Shape<Loss>.object(
        "Loss", Loss(),
        doc:
            "What incidents cost, in FAIR's terms. Results speak of money only where this is given, and of yearly losses only where a scenario also has a sourced `frequency`."
    ) { f in
        f.required(
            "currency", \.currency, as: currency, doc: "Currency of all amounts, an ISO 4217 code.", example: "EUR")
        f.required(
            "items", \.items, as: .list(item, atLeast: 1), doc: "What a loss is made of; at least one.",
            example: [
                [
                    "id": "experts", "per": "incident", "form": "response",
                    "amount": ["low": 40_000, "likely": 120_000, "high": 600_000, "source": "judgement"],
                ]
            ])
    }

    private static let item = Shape<LossItem>.object(
        "LossItem", LossItem(),
        doc: "One part of a loss: an amount of money for each unit of something that an attack brings about."
    ) { f in
        f.required("id", \.id, as: .identifier, doc: "Id, unique among the losses.", example: "letters")
        f.optional("name", \.name, as: .text, doc: "Name as people read it.", example: "Letters to those affected")
        f.required(
            "per", \.per, as: .word("unit of loss"),
            doc:
                "The unit: a record whose readable copy left, a record that was changed, an hour in which an asset is down (each asset by itself), an attack that is noticed.",
            example: "exposed-record")
        f.required("form", \.form, as: .word("form of loss"), doc: "FAIR's form of loss.", example: "response")
        f.optional(
            "data", \.data, as: .oneOrMany(.word("data class")),
            doc: "Only records of these classes; of any when left out.",
            example: ["personal", "health"])
        f.optional(
            "assets", \.assets, as: .oneOrMany(.identifier),
            doc: "Only downtime of these assets, in place of items of the same form that name none.",
            example: ["payments"])
        f.required(
            "amount", \.amount, as: EstimateShapes.money, doc: "Money for each unit.",
            example: ["low": 2, "likely": 4, "high": 9, "source": "judgement"])
        f.optional(
            "atMost", \.atMost, as: .number(NumberRange(0, Limits.number)),
            doc: "At most so much for one attack: a legal ceiling, an insurer's limit.", example: 20_000_000)
        f.optional(
            "probability", \.probability, as: EstimateShapes.share,
            doc:
                "Chance that it comes at all, drawn once an attack; always when left out. Such a loss is secondary: others bring it about.",
            example: ["low": 0.05, "likely": 0.2, "high": 0.5, "source": "judgement"])
    }

    static let upgrade = Shape<Upgrade>.object(
        "Upgrade", Upgrade(),
        doc: "What it takes here to raise a control to a level from the level below, in place of the catalog's figure."
    ) { f in
        f.required("control", \.control, as: .identifier, doc: "Id of a control in the catalog.", example: "mfa")
        f.required("level", \.level, as: .identifier, doc: "The level that is reached.", example: "fido2")
        f.optional(
            "scope", \.scope, as: .identifier, doc: "Department or asset for which it holds; anywhere when left out.",
            example: "disputes")
        f.optional(
            "effort", \.effort, as: EstimateShapes.personDays, doc: "Person-days.",
            example: ["low": 30, "likely": 60, "high": 120, "source": "judgement"])
        f.optional(
            "cost", \.cost, as: EstimateShapes.money, doc: "Money.",
            example: ["low": 40_000, "likely": 60_000, "high": 90_000, "source": "Offer of a supplier"])
        f.optional(
            "currency", \.currency, as: currency,
            doc: "Currency of `cost`, an ISO 4217 code; that of `loss` when left out.", example: "EUR")
        f.atLeastOne(of: "effort", "cost")
    }

    private static let currency = Shape<String>.pattern(
        "ISO 4217 currency code", "^[A-Z]{3}$", rule: .pattern, isMatch: isCurrency,
        fix: { text in
            let upper = text.uppercased()
            return isCurrency(upper) ? "write \(upper.quoted)" : #"write it like "EUR""#
        })

    @Sendable private static func isCurrency(_ text: String) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }
}
