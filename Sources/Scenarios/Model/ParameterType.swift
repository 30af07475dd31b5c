/// What a scenario's parameter is.
public enum ParameterType: String, Sendable, CaseIterable {
    case duration, probability, integer, number

    /// How a value of the type is written.
    var advice: String {
        switch self {
        case .duration: #"write a duration such as "P3D""#
        case .probability: "write a number from 0 to 1"
        case .integer: "write a whole number, at least 0"
        case .number: "write a number"
        }
    }
}

extension ParameterValue {
    /// What kind of value it is.
    public var type: ParameterType {
        switch self {
        case .duration: .duration
        case .probability: .probability
        case .integer: .integer
        case .number: .number
        }
    }

    /// The same value as another type; nil when it is no such value. Whole numbers are numbers, and chances from 0 to 1.
    func converted(to type: ParameterType) -> ParameterValue? {
        switch (type, self) {
        case (.duration, .duration), (.probability, .probability): self
        case (.integer, .integer(let value)): value >= 0 ? self : nil
        case (.number, .number): self
        case (.number, .integer(let value)): .number(Double(value))
        case (.probability, .number(let value)): (0...1).contains(value) ? .probability(Estimate(exactly: value)) : nil
        case (.probability, .integer(let value)):
            (0...1).contains(value) ? .probability(Estimate(exactly: Double(value))) : nil
        default: nil
        }
    }
}
