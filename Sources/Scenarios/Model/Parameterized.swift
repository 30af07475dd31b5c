/// A value, or the name of a scenario parameter that stands for it.
public enum Parameterized<Value: Sendable & Equatable>: Sendable, Equatable {
    case value(Value)
    case parameter(String)
}

/// An answer, or the honest "unknown", which is then sampled over what it could be.
public enum Answer<Value: Sendable & Equatable>: Sendable, Equatable {
    case known(Value)
    case unknown
}
