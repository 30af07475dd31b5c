/// A quantile function flattened for the trial loop; its tables lie in one array shared by a whole compiled graph.
///
/// Never falls in the word; results are at least 0 and at most 3e38. Both twins agree bit for bit.
package struct Sampler: Sendable, Equatable {
    /// Which formula reads `a`, `b` and the table.
    package enum Kind: UInt8, Sendable {
        /// a.
        case constant
        /// −ln(1 − u) × a.
        case exponential
        /// exp(a + b z(u)).
        case lognormal
        /// a + b u.
        case uniform
        /// Table over a × u + b.
        case uniformTable
        /// Table over a × (−ln(1 − u)) + b.
        case exponentialTable
        /// Table over a × z(u) + b.
        case normalTable
        /// Straight pieces, four numbers each: p, value, slope, next value.
        case knots
    }

    /// Which formula gives the result.
    package var kind: Kind
    /// The formula's first number; hours, or a factor on the coordinate of a table.
    package var a: Float
    /// The formula's second number; unused by some.
    package var b: Float
    /// Where its numbers begin in the shared array.
    package var first: Int32
    /// How many numbers are its own.
    package var count: Int32

    /// The largest result: finite, and twice it still overflows to "never" rather than to a wrong time.
    package static let largest: Float = 3e38

    /// Flattens a description; its table, if any, is appended to `values`.
    package init(_ function: QuantileFunction, appendingTo values: inout [Float]) {
        first = Int32(values.count)
        (kind, a, b) = (.constant, 0, 0)
        switch function {
        case .constant(let value): a = value
        case .exponential(let mean): (kind, a) = (.exponential, mean)
        case .lognormal(let mu, let sigma): (kind, a, b) = (.lognormal, mu, sigma)
        case .uniform(let low, let width): (kind, a, b) = (.uniform, low, width)
        case .table(let table):
            self = Sampler(table, first: first)
            values += table.values
        case .knots(let knots):
            kind = .knots
            values += Sampler.pieces(knots)
        }
        count = Int32(values.count) - first
    }

    /// Reads a table where it stands.
    init(_ table: QuantileTable, first: Int32) {
        let cells = Float(table.values.count - 1)
        precondition(table.values.count >= 2, "a quantile table has at least two values")
        switch table.coordinate {
        case .uniform: (kind, a, b) = (.uniformTable, cells, 0)
        case .exponential: (kind, a, b) = (.exponentialTable, cells / 17, 0)
        case .normal: (kind, a, b) = (.normalTable, cells / 10.6, cells / 2)
        }
        self.first = first
        count = Int32(table.values.count)
    }

    /// The straight pieces between knots; a piece without width is left out.
    private static func pieces(_ knots: [QuantileKnot]) -> [Float] {
        precondition(knots.count >= 2, "a quantile function has at least two knots")
        var pieces: [Float] = []
        for (from, to) in zip(knots, knots.dropFirst()) where to.p > from.p {
            pieces += [from.p, from.value, (to.value - from.value) / (to.p - from.p), to.value]
        }
        return pieces
    }
}

// MARK: - One lane

extension Sampler {
    /// The quantile at the word's uniform number; `values` is the shared array.
    @inline(__always)
    package func sample(_ word: UInt32, _ values: Span<Float>) -> Float {
        let x =
            switch kind {
            case .constant: a
            case .exponential: LaneMath.negativeLog(LaneMath.uniform(~word)) * a
            case .lognormal: LaneMath.exp(b * LaneMath.normalQuantile(LaneMath.uniform(word)) + a)
            case .uniform: LaneMath.uniform(word) * b + a
            case .uniformTable: interpolate(LaneMath.uniform(word) * a + b, values)
            case .exponentialTable: interpolate(LaneMath.negativeLog(LaneMath.uniform(~word)) * a + b, values)
            case .normalTable: interpolate(LaneMath.normalQuantile(LaneMath.uniform(word)) * a + b, values)
            case .knots: follow(LaneMath.uniform(word), values)
            }
        return min(max(x, 0), Sampler.largest)
    }

    /// Linear between the table's values around a position in cells.
    @inline(__always)
    private func interpolate(_ position: Float, _ values: Span<Float>) -> Float {
        // Rounds position − ½ to an integer: a cell is chosen without conversion, and clamping makes good a wrong tie.
        let shift = LaneMath.Constants.integerShift
        let cell = min(max(((position - 0.5) + shift) - shift, 0), Float(count &- 2))
        let index = Int((cell + shift).bitPattern &- LaneMath.Constants.integerShiftBits) &+ Int(first)
        let low = values[index]
        let high = values[index &+ 1]
        let fraction = min(max(position - cell, 0), 1)
        return min((high - low) * fraction + low, high)
    }

    /// On the last piece that begins at or before u.
    @inline(__always)
    private func follow(_ u: Float, _ values: Span<Float>) -> Float {
        var result: Float = 0
        var index = Int(first)
        let end = index &+ Int(count)
        while index < end {
            let x = min((u - values[index]) * values[index &+ 2] + values[index &+ 1], values[index &+ 3])
            result = u < values[index] ? result : x
            index &+= 4
        }
        return result
    }
}

// MARK: - Eight lanes

extension Sampler {
    /// Eight times the one-lane `sample`.
    @inline(__always)
    package func sample(_ words: SIMD8<UInt32>, _ values: Span<Float>) -> SIMD8<Float> {
        let x =
            switch kind {
            case .constant: SIMD8<Float>(repeating: a)
            case .exponential: LaneMath.negativeLog(LaneMath.uniform(~words)) * a
            case .lognormal: LaneMath.exp(b * LaneMath.normalQuantile(LaneMath.uniform(words)) + a)
            case .uniform: LaneMath.uniform(words) * b + a
            case .uniformTable: interpolate(LaneMath.uniform(words) * a + b, values)
            case .exponentialTable: interpolate(LaneMath.negativeLog(LaneMath.uniform(~words)) * a + b, values)
            case .normalTable: interpolate(LaneMath.normalQuantile(LaneMath.uniform(words)) * a + b, values)
            case .knots: follow(LaneMath.uniform(words), values)
            }
        return LaneMath.lesser(LaneMath.greater(x, SIMD8(repeating: 0)), SIMD8(repeating: Sampler.largest))
    }

    @inline(__always)
    private func interpolate(_ position: SIMD8<Float>, _ values: Span<Float>) -> SIMD8<Float> {
        let shift = LaneMath.Constants.integerShift
        let zero = SIMD8<Float>(repeating: 0)
        let cell = LaneMath.lesser(
            LaneMath.greater(((position - 0.5) + shift) - shift, zero), SIMD8(repeating: Float(count &- 2)))
        let index = LaneMath.words(cell + shift) &- LaneMath.Constants.integerShiftBits
        var low = zero
        var high = zero
        for lane in 0..<8 {
            let at = Int(index[lane]) &+ Int(first)
            low[lane] = values[at]
            high[lane] = values[at &+ 1]
        }
        let fraction = LaneMath.lesser(LaneMath.greater(position - cell, zero), SIMD8(repeating: 1))
        return LaneMath.lesser((high - low) * fraction + low, high)
    }

    @inline(__always)
    private func follow(_ u: SIMD8<Float>, _ values: Span<Float>) -> SIMD8<Float> {
        var result = SIMD8<Float>(repeating: 0)
        var index = Int(first)
        let end = index &+ Int(count)
        while index < end {
            let past = u - values[index]
            let x = LaneMath.lesser(
                past * values[index &+ 2] + values[index &+ 1], SIMD8(repeating: values[index &+ 3]))
            // The sign of u − p, spread over the lane: comparing into a mask here would be done lane by lane.
            let before = LaneMath.signs(past)
            result = LaneMath.floats(LaneMath.words(result) & before | LaneMath.words(x) & ~before)
            index &+= 4
        }
        return result
    }
}

extension QuantileFunction {
    /// The quantile at the word's uniform number, bit for bit what a `Sampler` gives: for oracles and tests.
    package func sample(word: UInt32) -> Float {
        if case .table(let table) = self {
            return Sampler(table, first: 0).sample(word, table.values.span)
        }
        var values: [Float] = []
        let sampler = Sampler(self, appendingTo: &values)
        return sampler.sample(word, values.span)
    }
}
