internal import Scenarios

/// Times and their distributions as they stand in documents.
enum DistributionTree {
    static func answer(_ answer: Answer<Distribution>) -> JSONValue {
        switch answer {
        case .known(let distribution): tree(distribution)
        case .unknown: "unknown"
        }
    }

    static func tree(_ distribution: Distribution) -> JSONValue {
        switch distribution {
        case .constant(let value): amount(value)
        case .exponential(let mean): ["distribution": "exponential", "mean": amount(mean)]
        case .lognormal(let median, let p90):
            ["distribution": "lognormal", "median": amount(median), "p90": amount(p90)]
        case .lognormalLog(let mu, let sigma):
            ["distribution": "lognormal", "mu": .number(mu), "sigma": .number(sigma)]
        case .gamma(let shape, let scale): ["distribution": "gamma", "shape": .number(shape), "scale": amount(scale)]
        case .uniform(let low, let high): ["distribution": "uniform", "low": amount(low), "high": amount(high)]
        case .triangular(let low, let likely, let high):
            ["distribution": "triangular", "low": amount(low), "likely": amount(likely), "high": amount(high)]
        case .pert(let low, let likely, let high):
            ["distribution": "pert", "low": amount(low), "likely": amount(likely), "high": amount(high)]
        case .quantiles(let points):
            [
                "distribution": "quantiles",
                "points": .array(points.map { .array([.number($0.p), amount($0.value)]) }),
            ]
        }
    }

    static func amount(_ amount: TimeAmount) -> JSONValue {
        switch amount {
        case .hours(let hours): .string(DurationText.text(hours: hours))
        case .units(let count): .number(count)
        }
    }
}
