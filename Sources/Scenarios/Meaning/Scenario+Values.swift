extension Scenario {
    /// A value, or the default of the parameter that stands for it; nil where that is none.
    package func value(_ figure: Parameterized<Estimate>) -> Estimate? {
        switch figure {
        case .value(let value): return value
        case .parameter(let name):
            guard case .probability(let value)? = parameters[name]?.default else { return nil }
            return value
        }
    }

    /// What a parameter is set to; a value that is written out stands for itself.
    package func value(_ time: Parameterized<Distribution>) -> Distribution? {
        switch time {
        case .value(let value): return value
        case .parameter(let name):
            guard case .duration(let value)? = parameters[name]?.default else { return nil }
            return .constant(value)
        }
    }

    /// Hours of a time, or of the default of the parameter that stands for it; nil where that is none.
    package func hours(_ time: Parameterized<TimeAmount>) -> Double? {
        switch time {
        case .value(let value): return value.hours(in: .hours)
        case .parameter(let name):
            guard case .duration(let value)? = parameters[name]?.default else { return nil }
            return value.hours(in: .hours)
        }
    }
}
