package import DrillResults

/// Wilson's score interval for a share of trials (E. B. Wilson, JASA 22, 1927).
package enum Wilson {
    /// z of a two-sided 90 % interval: bounds at 5 % and 95 %.
    static let z = 1.6448536269514722

    /// Bounds at 5 % and 95 %; from 0 to 1 without trials.
    package static func interval(count: UInt64, trials: UInt64) -> Interval {
        guard trials > 0 else { return Interval(low: 0, high: 1) }
        let n = Double(trials)
        let p = Double(count) / n
        let middle = p + z * z / (2 * n)
        let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        // At the ends the bound is the share itself; rounding must not put it on the wrong side.
        return Interval(
            low: count == 0 ? 0 : max(0, (middle - half) / scale),
            high: count == trials ? 1 : min(1, (middle + half) / scale))
    }
}
