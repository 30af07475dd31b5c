internal import DrillKernel
internal import Scenarios

extension Distribution {
    /// The kernel's quantile function, in hours.
    func quantile(unit: TimeUnit = .hours) -> QuantileFunction {
        func hours(_ amount: TimeAmount) -> Double { amount.hours(in: unit) }
        switch self {
        case .constant(let value): return .constant(Float(hours(value)))
        case .exponential(let mean): return .makeExponential(mean: hours(mean))
        case .lognormal(let median, let p90): return .makeLognormal(median: hours(median), p90: hours(p90))
        case .lognormalLog(let mu, let sigma):
            return .makeLognormal(mu: mu + DeterministicMath.log(unit.hours), sigma: sigma)
        case .gamma(let shape, let scale): return .makeGamma(shape: shape, scale: hours(scale))
        case .uniform(let low, let high): return .makeUniform(low: hours(low), high: hours(high))
        case .triangular(let low, let likely, let high):
            return .makeTriangular(low: hours(low), likely: hours(likely), high: hours(high))
        case .pert(let low, let likely, let high):
            return .makePert(low: hours(low), likely: hours(likely), high: hours(high))
        case .quantiles(let points): return .makeQuantiles(points.map { ($0.p, hours($0.value)) })
        }
    }
}
