internal import DrillKernel
internal import DrillResults
internal import Scenarios

extension Distribution {
    /// The same shape, every time multiplied by a factor above 0.
    func scaled(by factor: Double) -> Distribution {
        func scale(_ amount: TimeAmount) -> TimeAmount {
            switch amount {
            case .hours(let hours): .hours(hours * factor)
            case .units(let units): .units(units * factor)
            }
        }
        return switch self {
        case .constant(let value): .constant(scale(value))
        case .exponential(let mean): .exponential(mean: scale(mean))
        case .lognormal(let median, let p90): .lognormal(median: scale(median), p90: scale(p90))
        case .lognormalLog(let mu, let sigma): .lognormalLog(mu: mu + DeterministicMath.log(factor), sigma: sigma)
        case .gamma(let shape, let size): .gamma(shape: shape, scale: scale(size))
        case .uniform(let low, let high): .uniform(low: scale(low), high: scale(high))
        case .triangular(let low, let likely, let high):
            .triangular(low: scale(low), likely: scale(likely), high: scale(high))
        case .pert(let low, let likely, let high): .pert(low: scale(low), likely: scale(likely), high: scale(high))
        case .quantiles(let points):
            .quantiles(points: points.map { QuantilePoint(p: $0.p, value: scale($0.value)) })
        }
    }

    /// "median 10 h, one in ten beyond 3 d".
    var words: String {
        let function = quantile()
        func time(_ p: Double) -> String {
            Wording.span(hours: Double(function.sample(word: UInt32(p * 4_294_967_296))))
        }
        if case .constant(let amount) = self { return Wording.span(hours: amount.hours(in: .hours)) }
        return "median \(time(0.5)), one in ten beyond \(time(0.9))"
    }

    /// The same, counted in some people's hours: "median 6 h, one in ten beyond 24 h (three working days), in business
    /// hours". Days of the clock are no unit of working hours.
    ///
    /// - Parameter hours: nil: nobody has said, which means round the clock.
    func words(in hours: Hours?) -> String {
        guard let hours else { return words }
        guard hours.perDay != nil else { return "\(words), \(hours.words)" }
        func time(_ span: Double) -> String {
            let short = span >= 1 && span.rounded() == span ? "\(Wording.count(Int(span))) h" : Self.short(span)
            return short + (hours.days(of: span).map { " (\($0))" } ?? "")
        }
        if case .constant(let amount) = self { return "\(time(amount.hours(in: .hours))), \(hours.words)" }
        let function = quantile()
        func point(_ p: Double) -> String { time(Double(function.sample(word: UInt32(p * 4_294_967_296)))) }
        return "median \(point(0.5)), one in ten beyond \(point(0.9)), \(hours.words)"
    }

    /// In hours, however many.
    private static func short(_ span: Double) -> String {
        span < 47.5 ? Wording.hours(span) : "\(Wording.count(span)) h"
    }
}
