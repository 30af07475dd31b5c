/// Distributions as written: objects told apart by the key `distribution`, or a bare time, which is a constant.
enum DistributionShapes {
    static func distribution(of amount: Shape<TimeAmount>, allowsNumbers: Bool) -> Shape<Distribution> {
        let constant = amount.map(Distribution.constant)
        let tagged = Shape<Distribution>.tagged(
            by: "distribution", "distribution",
            [
                (
                    "constant",
                    object("ConstantTime", tag: "constant", doc: "Always the same time.") { f in
                        f.required("value", \.value, as: amount, doc: "The time.", example: "PT2H")
                    }
                ),
                (
                    "exponential",
                    object(
                        "ExponentialTime", tag: "exponential",
                        doc: "Exponential: no memory, many short times and a few long ones."
                    ) { f in
                        f.required("mean", \.mean, as: amount, doc: "The mean.", example: "PT6H")
                    }
                ),
                (
                    "lognormal",
                    object(
                        "LognormalTime", tag: "lognormal",
                        doc: "Lognormal by two of its quantiles; sigma = ln(p90 / median) / 1.2816."
                    ) { f in
                        f.required(
                            "median", \.median, as: amount, doc: "Half of the times are shorter; above 0.",
                            example: "PT10H")
                        f.required(
                            "p90", \.p90, as: amount, doc: "Nine of ten are shorter; at least the median.",
                            example: "P3D")
                    }
                ),
                (
                    "lognormal",
                    object(
                        "LognormalLogTime", tag: "lognormal",
                        doc: "Lognormal by mean and standard deviation of the time's natural logarithm."
                    ) { f in
                        f.required(
                            "mu", \.mu, as: .number(NumberRange(-50, 50)),
                            doc: "Mean of the logarithm of the time in hours (in an attack graph: in its `timeUnit`).",
                            example: 2.5)
                        f.required(
                            "sigma", \.sigma, as: .number(NumberRange(0, 20)),
                            doc: "Standard deviation of the logarithm.",
                            example: 0.8)
                    }
                ),
                (
                    "gamma",
                    object("GammaTime", tag: "gamma", doc: "Gamma; the mean is shape × scale.") { f in
                        f.required(
                            "shape", \.shape, as: .number(NumberRange(0.01, 1e6)), doc: "From 0.01 to a million.",
                            example: 2)
                        f.required("scale", \.scale, as: amount, doc: "A time.", example: "PT4H")
                    }
                ),
                (
                    "uniform",
                    object("UniformTime", tag: "uniform", doc: "Every time between two bounds alike.") { f in
                        f.required("low", \.low, as: amount, doc: "The shortest.", example: "PT1H")
                        f.required("high", \.high, as: amount, doc: "The longest; at least `low`.", example: "PT5H")
                    }
                ),
                (
                    "triangular",
                    triple("TriangularTime", tag: "triangular", doc: "Triangular between three times.", amount)
                ),
                (
                    "pert",
                    triple(
                        "PertTime", tag: "pert",
                        doc: "Beta-PERT between three times: alpha = 1 + 4 (likely − low) / (high − low).", amount)
                ),
                (
                    "quantiles",
                    object(
                        "QuantilesTime", tag: "quantiles",
                        doc: "Straight lines through points of the quantile function."
                    ) {
                        f in
                        f.required(
                            "points", \.points, as: .list(point(amount), atLeast: 2),
                            doc:
                                "Pairs of cumulative probability and time; probabilities rise from 0 to 1, times do not fall.",
                            example: [[0, "PT0S"], [0.5, "PT6H"], [1, "P2D"]])
                    }
                ),
            ])
        return .either(
            #"a distribution such as {"distribution": "exponential", "mean": "PT6H"} or a duration"#,
            (allowsNumbers ? [.number(constant)] : []) + [.text(constant), .object(tagged)], fix: TimeShapes.numberFix)
    }

    private static func point(_ amount: Shape<TimeAmount>) -> Shape<QuantilePoint> {
        Shape<Pair<Double, TimeAmount>>.pair(.share, amount).map { QuantilePoint(p: $0.first, value: $0.second) }
    }

    private static func triple(_ name: String, tag: String, doc: String, _ amount: Shape<TimeAmount>) -> Shape<
        Distribution
    > {
        object(name, tag: tag, doc: doc) { f in
            f.required("low", \.low, as: amount, doc: "The shortest.", example: "PT1H")
            f.required("likely", \.likely, as: amount, doc: "The likeliest, between `low` and `high`.", example: "PT3H")
            f.required("high", \.high, as: amount, doc: "The longest.", example: "P1D")
        }
    }

    private static func object(
        _ name: String, tag: String, doc: String, build: (inout ObjectFields<DistributionParts>) -> Void
    ) -> Shape<Distribution> {
        Shape.object(name, DistributionParts(), doc: doc) { f in
            f.constant("distribution", .string(tag), doc: "Which distribution.")
            build(&f)
        }.convert(.distribution) { parts in parts.assembled(tag) }
    }
}

/// The parameters of a distribution as far as they could be read.
private struct DistributionParts: Sendable {
    var value, mean, median, p90, scale, low, likely, high: TimeAmount?
    var mu, sigma, shape: Double?
    var points: [QuantilePoint]?

    func assembled(_ tag: String) -> Conversion<Distribution> {
        switch tag {
        case "constant": if let value { return .value(.constant(value)) }
        case "exponential": if let mean { return .value(.exponential(mean: mean)) }
        case "lognormal":
            if let mu, let sigma { return checked(.lognormalLog(mu: mu, sigma: sigma)) }
            if let median, let p90 {
                let distribution = Distribution.lognormal(median: median, p90: p90)
                return checked(distribution)
            }
        case "gamma": if let shape, let scale { return .value(.gamma(shape: shape, scale: scale)) }
        case "uniform": if let low, let high { return checked(.uniform(low: low, high: high)) }
        case "triangular":
            if let low, let likely, let high { return checked(.triangular(low: low, likely: likely, high: high)) }
        case "pert": if let low, let likely, let high { return checked(.pert(low: low, likely: likely, high: high)) }
        case "quantiles": if let points { return checked(.quantiles(points: points)) }
        default: break
        }
        return .reported
    }

    private func checked(_ distribution: Distribution) -> Conversion<Distribution> {
        // With hours and bare numbers mixed the document's unit decides; that is checked when it is known.
        guard !distribution.mixesUnits, let problem = distribution.problem(in: .hours) else {
            return .value(distribution)
        }
        return .problem(problem)
    }
}

extension Distribution {
    /// The times it is made of.
    private var amounts: [TimeAmount] {
        switch self {
        case .constant(let time), .exponential(let time), .gamma(_, let time): [time]
        case .lognormal(let median, let p90): [median, p90]
        case .lognormalLog: []
        case .uniform(let low, let high): [low, high]
        case .triangular(let low, let likely, let high), .pert(let low, let likely, let high): [low, likely, high]
        case .quantiles(let points): points.map(\.value)
        }
    }

    /// Whether both durations and bare numbers occur.
    package var mixesUnits: Bool {
        let units = amounts.filter { if case .units = $0 { true } else { false } }.count
        return units > 0 && units < amounts.count
    }

    /// Hours beyond which nothing is simulated: a hundred million years. Sums and quantiles are exact up to there.
    package static let longest = 1e12

    /// Says so where one time in ten million lies beyond ``longest`` hours; nil otherwise.
    package func excess(in unit: TimeUnit) -> String? {
        guard extreme(in: unit) > Self.longest else { return nil }
        return "times of this distribution lie beyond 10^12 hours, which is more than is simulated: write smaller ones"
    }

    /// About the quantile at 1 − 10^-7, in hours, not below it by more than a tenth.
    private func extreme(in unit: TimeUnit) -> Double {
        let hours = amounts.map { $0.hours(in: unit) }
        switch self {
        case .exponential: return 16.2 * hours[0]
        case .gamma(let shape, _): return (shape + 5.3 * shape.squareRoot() + 16.2) * hours[0]
        case .lognormal:
            // 5.2 standard deviations are 4.06 times as many as the 90 % quantile: r^4.125 by three roots.
            let ratio = hours[1] / max(hours[0], .leastNormalMagnitude)
            let root = ratio.squareRoot().squareRoot().squareRoot()
            return hours[0] * ratio * ratio * ratio * ratio * root
        case .lognormalLog(let mu, let sigma):
            // ln 10^12 = 27.631; where it is not exceeded its value does not matter.
            return mu + 5.2 * sigma > 27.631 ? .infinity : 0
        default: return hours.last ?? 0
        }
    }

    /// What is wrong with the parameters together; nil when nothing is.
    package func problem(in unit: TimeUnit) -> String? {
        switch self {
        case .constant, .exponential, .gamma: return nil
        // Its logarithm is that of hours, or of the unit of a graph, which is checked there.
        case .lognormalLog: return excess(in: unit)
        case .lognormal(let median, let p90):
            if median.hours(in: unit) <= 0 { return "the median must be above 0" }
            return p90.hours(in: unit) < median.hours(in: unit) ? "p90 is below the median" : excess(in: unit)
        case .uniform, .triangular, .pert:
            let hours = amounts.map { $0.hours(in: unit) }
            return zip(hours, hours.dropFirst()).allSatisfy { $0 <= $1 }
                ? nil : "the times must not fall: \(hours.count == 2 ? "low ≤ high" : "low ≤ likely ≤ high")"
        case .quantiles(let points):
            let hours = amounts.map { $0.hours(in: unit) }
            guard points.first?.p == 0, points.last?.p == 1 else {
                return "the first point's probability must be 0 and the last's 1"
            }
            guard zip(points, points.dropFirst()).allSatisfy({ $0.p < $1.p }) else {
                return "the points' probabilities must rise"
            }
            return zip(hours, hours.dropFirst()).allSatisfy { $0 <= $1 } ? nil : "the points' times must not fall"
        }
    }
}
