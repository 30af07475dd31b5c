extension Wording {
    /// Two significant digits, without trailing zeros behind the point: 71.3 is "71", 7.04 "7", 0.0712 "0.071",
    /// 12345 "12,000". For finite values above 0.
    static func twoDigits(_ value: Double) -> String {
        var (mantissa, exponent) = decimal(value, digits: 2)
        // 71 x 10^0: the exponent belongs to the last digit.
        while mantissa % 10 == 0, exponent < 0 {
            mantissa /= 10
            exponent += 1
        }
        return fixed(mantissa, exponent: exponent)
    }

    /// Percent digits of a share strictly between 0 and 1: two digits, more of them near 1 rather than "100".
    static func percentDigits(_ share: Double) -> String {
        if share < 0.995 { return twoDigits(share * 100) }
        let (mantissa, exponent) = decimal((1 - share) * 100, digits: 1)
        let scale = powerOfTen(-exponent)
        return fixed(100 * scale - mantissa, exponent: exponent)
    }

    /// The rule of three: with none of n trials, the share is below 3 / n (95 %). In percent, rounded away from the
    /// claim; nil where n is too small to say anything.
    static func bound(trials: Int) -> (below: String, above: String)? {
        guard trials > 3 else { return nil }
        var scale = 1
        var mantissa = roundedUp(300, over: trials)
        while mantissa < 10, scale < 1_000_000_000_000 {
            scale *= 10
            mantissa = roundedUp(300 * scale, over: trials)
        }
        var exponent = -String(scale).utf8.count + 1
        var whole = 100 * scale
        while mantissa % 10 == 0, exponent < 0 {
            mantissa /= 10
            whole /= 10
            exponent += 1
        }
        return (fixed(mantissa, exponent: exponent), fixed(whole - mantissa, exponent: exponent))
    }

    /// Thousands set apart by commas.
    static func grouped(_ digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// `mantissa x 10^exponent` with exactly so many digits in the mantissa, rounded to nearest.
    private static func decimal(_ value: Double, digits: Int) -> (mantissa: Int, exponent: Int) {
        let ceiling = Double(powerOfTen(digits))
        let floor = ceiling / 10
        var scaled = value
        var exponent = 0
        while scaled.rounded() >= ceiling, exponent < 400 {
            exponent += 1
            scaled = value / power(exponent)
        }
        // 999 has been scaled to 10 and down to 9.99; so the exponent may be above 0 here.
        while scaled < floor, exponent > -400 {
            exponent -= 1
            scaled = exponent > 0 ? value / power(exponent) : value * power(-exponent)
        }
        // 9.96 scales to 99.6, which rounds to 100: one digit too many.
        if scaled.rounded() >= ceiling {
            return (Int(floor), exponent + 1)
        }
        return (Int(scaled.rounded()), exponent)
    }

    private static func fixed(_ mantissa: Int, exponent: Int) -> String {
        guard exponent < 0 else { return grouped(String(mantissa) + String(repeating: "0", count: exponent)) }
        let digits = String(mantissa)
        let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
        return "\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
    }

    private static func roundedUp(_ dividend: Int, over divisor: Int) -> Int {
        (dividend + divisor - 1) / divisor
    }

    private static func powerOfTen(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { product, _ in product * 10 }
    }

    private static func power(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * 10 }
    }
}
