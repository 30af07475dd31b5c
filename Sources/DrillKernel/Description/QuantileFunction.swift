/// A distribution as a function from one uniform word to hours.
///
/// `sample` computes it in Float32 without libm; `DeterministicMath` makes the parameters.
package enum QuantileFunction: Sendable, Equatable {
    case constant(Float)
    /// −ln(1 − u) × mean.
    case exponential(mean: Float)
    /// exp(mu + sigma × z(u)).
    case lognormal(mu: Float, sigma: Float)
    /// low + width × u.
    case uniform(low: Float, width: Float)
    /// Piecewise linear over a grid in u, in z(u), or, for long right tails, in −ln(1 − u).
    case table(QuantileTable)
    /// Piecewise linear in u through given points: at least 2, p from 0 to 1 not falling, values not falling.
    case knots([QuantileKnot])
}

/// Values of a quantile function on an even grid; values do not fall.
package struct QuantileTable: Sendable, Equatable {
    /// In what the grid is even.
    package enum Coordinate: Sendable {
        /// Grid over u from 0 to 1.
        case uniform
        /// Grid over −ln(1 − u) from 0 to 17.
        case exponential
        /// Grid over the standard normal quantile z(u) from −5.3 to 5.3.
        case normal
    }

    /// In what the grid is even.
    package var coordinate: Coordinate
    /// At least 2 values, the first at 0, the last at the grid's end.
    package var values: [Float]

    package init(coordinate: Coordinate, values: [Float]) {
        self.coordinate = coordinate
        self.values = values
    }
}

/// One given point of a quantile function.
package struct QuantileKnot: Sendable, Equatable {
    /// Cumulative probability, 0…1.
    package var p: Float
    /// Hours, at least 0.
    package var value: Float

    package init(p: Float, value: Float) {
        self.p = p
        self.value = value
    }
}
