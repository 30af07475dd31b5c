/// A logarithmic scale from one power of ten to another.
package struct DecadeScale: Equatable, Sendable {
    /// Powers of ten from at or below the smallest to at or above the greatest value; at least two.
    package let decades: [Double]

    /// - Parameter values: above 0; others are left out.
    package init(covering values: [Double]) {
        let values = values.filter { $0 > 0 && $0.isFinite }
        let (least, most) = (values.min() ?? 1, values.max() ?? 10)
        var low = 1.0
        while low * 10 <= least, low < 1e15 { low *= 10 }
        while low > least, low > 1e-6 { low /= 10 }
        var decades = [low, low * 10]
        while decades[decades.count - 1] < most, decades.count < 24 { decades.append(decades[decades.count - 1] * 10) }
        self.decades = decades
    }

    /// From 0 at the first power of ten to 1 at the last.
    package func place(of value: Double) -> Double {
        for index in 1..<decades.count where value <= decades[index] {
            let part = Self.log10(ofOneToTen: value / decades[index - 1])
            return (Double(index - 1) + part) / Double(decades.count - 1)
        }
        return 1
    }

    /// By squaring and halving, to 1/4096 of an octave: the same bits on every machine, without a mathematical library.
    private static func log10(ofOneToTen value: Double) -> Double {
        guard value > 1 else { return 0 }
        return min(1, log2(value) / log2(10))
    }

    private static func log2(_ value: Double) -> Double {
        var (x, result) = (value, 0.0)
        while x >= 2 {
            x /= 2
            result += 1
        }
        var digit = 0.5
        for _ in 0..<12 {
            x *= x
            if x >= 2 {
                x /= 2
                result += digit
            }
            digit /= 2
        }
        return result
    }
}
