/// How targets, losses and upgrades of an organization are written.
enum LossShapes {
    private static let time = TimeShapes.written

    static let targets = Shape<ResponseTargets>.object(
        "ResponseTargets", ResponseTargets(),
        "How fast the organization wants to be. Results are held against these; where one is left out, times are stated without a target."
    ) { f in
        f.optional(
            "notice", \.notice, time.amount, "From the attack's first completed step to the first alert.",
            example: "P1D")
        f.optional(
            "contain", \.contain, time.amount, "From the first alert until the last department is contained.",
            example: "P2D")
        f.optional(
            "restore", \.restore, time.amount, "From the first outage to the last repair.", example: "P3D")
        f.optional(
            "notify", \.notify, time.amount,
            "From the first alert to the end of the response chain, when those can be told who must be.",
            example: "PT72H")
    }

    static let loss = Shape<Loss>.object(
        "Loss", Loss(),
        "What incidents cost, in FAIR's terms. Results speak of money only where this is given, and of yearly losses only where a scenario also has a sourced `frequency`."
    ) { f in
        f.required("currency", \.currency, currency, "Currency of all amounts, an ISO 4217 code.", example: "EUR")
        f.required(
            "items", \.items, .list(item, atLeast: 1), "What a loss is made of; at least one.",
            example: [
                [
                    "id": "experts", "per": "incident", "form": "response",
                    "amount": ["low": 40_000, "likely": 120_000, "high": 600_000, "source": "judgement"],
                ]
            ])
    }

    private static let item = Shape<LossItem>.object(
        "LossItem", LossItem(),
        "One part of a loss: an amount of money for each unit of something that an attack brings about."
    ) { f in
        f.required("id", \.id, .identifier, "Id, unique among the losses.", example: "letters")
        f.optional("name", \.name, .text, "Name as people read it.", example: "Letters to those affected")
        f.required(
            "per", \.per, .word("unit of loss"),
            "The unit: a record whose readable copy left, a record that was changed, an hour in which an asset is down (each asset by itself), an attack that is noticed.",
            example: "exposed-record")
        f.required("form", \.form, .word("form of loss"), "FAIR's form of loss.", example: "response")
        f.optional(
            "data", \.data, .oneOrMany(.word("data class")), "Only records of these classes; of any when left out.",
            example: ["personal", "health"])
        f.optional(
            "assets", \.assets, .oneOrMany(.identifier),
            "Only downtime of these assets, in place of items of the same form that name none.", example: ["payments"])
        f.required(
            "amount", \.amount, EstimateShapes.money, "Money for each unit.",
            example: ["low": 2, "likely": 4, "high": 9, "source": "judgement"])
        f.optional(
            "atMost", \.atMost, .number(NumberRange(0, Limits.number)),
            "At most so much for one attack: a legal ceiling, an insurer's limit.", example: 20_000_000)
        f.optional(
            "probability", \.probability, EstimateShapes.share,
            "Chance that it comes at all, drawn once an attack; always when left out. Such a loss is secondary: others bring it about.",
            example: ["low": 0.05, "likely": 0.2, "high": 0.5, "source": "judgement"])
    }

    static let upgrade = Shape<Upgrade>.object(
        "Upgrade", Upgrade(),
        "What it takes here to raise a control to a level from the level below, in place of the catalog's figure."
    ) { f in
        f.required("control", \.control, .identifier, "Id of a control in the catalog.", example: "mfa")
        f.required("level", \.level, .identifier, "The level that is reached.", example: "fido2")
        f.optional(
            "scope", \.scope, .identifier, "Department or asset for which it holds; anywhere when left out.",
            example: "disputes")
        f.optional(
            "effort", \.effort, EstimateShapes.personDays, "Person-days.",
            example: ["low": 30, "likely": 60, "high": 120, "source": "judgement"])
        f.optional(
            "cost", \.cost, EstimateShapes.money, "Money.",
            example: ["low": 40_000, "likely": 60_000, "high": 90_000, "source": "Offer of a supplier"])
        f.optional(
            "currency", \.currency, currency,
            "Currency of `cost`, an ISO 4217 code; that of `loss` when left out.", example: "EUR")
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
