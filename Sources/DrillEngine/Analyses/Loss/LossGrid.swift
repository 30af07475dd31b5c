/// Round amounts of money at which exceedance curves are read: 1, 1.5, 2, 3, 5, 7 times a power of ten.
enum LossGrid {
    /// At most so many points.
    static let limit = 40

    /// The amounts above the least loss up to the greatest; every second one where there would be too many.
    static func amounts(above least: Double, upTo greatest: Double) -> [Double] {
        var amounts: [Double] = []
        var decade = 0.01
        while decade <= greatest {
            for factor in [1, 1.5, 2, 3, 5, 7] {
                let amount = decade * factor
                if amount > least, amount <= greatest { amounts.append(amount) }
            }
            decade *= 10
        }
        while amounts.count > limit {
            amounts = amounts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        }
        return amounts
    }
}
