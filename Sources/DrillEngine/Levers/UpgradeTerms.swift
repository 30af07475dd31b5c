public import Scenarios

extension Organization {
    /// Currencies in which the company states what upgrades cost.
    public var upgradeCurrencies: [String] { [] }
}
