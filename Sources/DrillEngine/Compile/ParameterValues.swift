internal import Scenarios

/// A scenario's parameters; loading has put the exercise's settings in the place of the defaults.
struct ParameterValues {
    private let scenario: Scenario
    private let values: [String: ParameterValue]

    init(_ scenario: Scenario) {
        self.scenario = scenario
        values = scenario.parameters.mapValues(\.default)
    }

    /// Hours.
    func time(_ value: Parameterized<TimeAmount>) -> Double { scenario.hours(value) ?? 0 }

    func distribution(_ value: Parameterized<Distribution>) -> Distribution {
        switch value {
        case .value(let distribution): distribution
        case .parameter(let name): .constant(.hours(number(values[name])))
        }
    }

    func estimate(_ value: Parameterized<Estimate>) -> Estimate {
        switch value {
        case .value(let estimate): return estimate
        case .parameter(let name):
            if case .probability(let estimate) = values[name] { return estimate }
            return Estimate(exactly: number(values[name]))
        }
    }

    func attempts(_ value: Attempts?, assetCount: Int, otherwise: Int) -> Int32 {
        let count: Int
        switch value {
        case .count(let stated): count = stated
        case .eachMember: count = assetCount
        case .parameter(let name): count = Int(number(values[name]))
        case nil: count = otherwise
        }
        precondition((1...Int(Int32.max)).contains(count), "validation sees to it that there is at least one try")
        return Int32(count)
    }

    /// Validation has seen to it that names exist and types fit.
    private func number(_ value: ParameterValue?) -> Double {
        switch value {
        case .duration(let amount): amount.hours(in: .hours)
        case .probability(let estimate): estimate.likely
        case .integer(let count): Double(count)
        case .number(let number): number
        case nil: 0
        }
    }
}
