/// Figures as written: a bare number, or low, likely and high with their source.
enum EstimateShapes {
    /// From 0 to 1.
    static let share = estimate(
        "Share", in: NumberRange(0, 1), doc: "A chance or share, 0 to 1", example: (0.5, 0.7, 0.9))
    /// A factor, at least 0.
    static let factor = estimate("Factor", in: NumberRange(0, 1e6), doc: "A factor, at least 0", example: (1.5, 2, 4))
    /// Hours, above 0 and at most a million.
    static let hours = estimate(
        "HoursEstimate", in: NumberRange(0, Limits.hours, isOpenBelow: true), doc: "Hours, above 0",
        example: (4, 12, 48))
    /// Person-days, at least 0.
    static let personDays = estimate(
        "PersonDays", in: NumberRange(0, 1e6), doc: "Person-days, at least 0", example: (5, 15, 40))

    /// Money, at least 0.
    static let money = estimate(
        "MoneyEstimate", in: NumberRange(0, Limits.number), doc: "An amount of money, at least 0",
        example: (20_000, 50_000, 200_000))
    /// Events a year, at least 0.
    static let perYear = estimate(
        "PerYear", in: NumberRange(0, 1000), doc: "Events a year, at least 0", example: (0.1, 0.3, 1))

    private static func estimate(
        _ name: String, in range: NumberRange, doc: String, example: (low: Double, likely: Double, high: Double)
    ) -> Shape<Estimate> {
        let number = Shape<Double>.number(range)
        let object = Shape<Estimate>.object(
            name, Estimate(exactly: 0),
            doc: "\(doc), not exactly known: each world draws one value between `low` and `high`."
        ) { f in
            f.required("low", \.low, as: number, doc: "The lowest that is credible.", example: .number(example.low))
            f.required(
                "likely", \.likely, as: number, doc: "The likeliest, between `low` and `high`.",
                example: .number(example.likely)
            )
            f.required("high", \.high, as: number, doc: "The highest that is credible.", example: .number(example.high))
            f.optional(
                "source", \.source, as: .text, doc: "What it rests on: a citation, or the honest word `judgement`.",
                example: "judgement")
            f.optional("year", \.year, as: .integer(1900...2100), doc: "Year of the source.", example: 2023)
            f.optional(
                "seen", \.seen, as: .word("way of seeing a source"),
                doc: "Whether the source itself was read or a copy of its figures.", example: "secondary")
            f.optional(
                "trust", \.trust, as: .word("degree of trust"), doc: "How much weight it bears.", example: "medium")
        }.convert(.estimate) { estimate in
            estimate.low <= estimate.likely && estimate.likely <= estimate.high
                ? .value(estimate)
                : .problem(
                    "low ≤ likely ≤ high does not hold: \(estimate.low.plain), \(estimate.likely.plain), \(estimate.high.plain)"
                )
        }
        return .either(
            "a number \(range.words), or an object with low, likely and high",
            [.number(number.map(Estimate.init(exactly:))), .object(object)])
    }
}

extension Shape {
    /// The value itself, or `{"parameter": name}`.
    static func parameterized<Inner: Sendable & Equatable>(_ inner: Shape<Inner>) -> Shape
    where Value == Parameterized<Inner> {
        let parameter = Shape<String>.object("ParameterUse", "", doc: "The value of one of the scenario's parameters.")
        {
            f in
            f.required("parameter", \.self, as: .parameterName, doc: "Name of the parameter.", example: "exploitPublic")
        }
        return Shape(.alternatives([inner.grammar, parameter.grammar])) { node, context in
            if node["parameter"] != nil { return parameter.decode(node, context).map(Parameterized.parameter) }
            return inner.decode(node, context).map(Parameterized.value)
        }
    }

    /// The answer itself, or `"unknown"`.
    static func answer<Inner: Sendable & Equatable>(_ inner: Shape<Inner>) -> Shape where Value == Answer<Inner> {
        Shape(.alternatives([.constant("unknown"), inner.grammar])) { node, context in
            if node.string == "unknown" { return .unknown }
            return inner.decode(node, context).map(Answer.known)
        }
    }
}

extension Shape<String> {
    /// Names of parameters may hold upper case: `exploitPublic`.
    static let parameterName = graphIdentifier
}
