/// Numbers for people who check numbers: more digits than a headline has.
enum Figure {
    /// With one digit behind the point, in every locale; `-` when it is no number.
    static func tenths(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return "-" }
        let tenths = Int((value.magnitude * 10).rounded())
        return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
    }

    /// A difference of shares in percentage points, with its sign: "-48", "+0.3", "0".
    static func points(_ difference: Double) -> String {
        let tenths = (difference * 1000).rounded() / 10
        if abs(tenths) < 10 { return tenths == 0 ? "0" : (tenths < 0 ? "-" : "+") + self.tenths(abs(tenths)) }
        return (tenths < 0 ? "-" : "+") + "\(Int(abs(tenths).rounded()))"
    }

    /// So many significant digits, without trailing zeros; with an exponent outside 10^-5 to 10^9.
    static func significant(_ value: Double, digits: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "-" : "infinite" }
        guard value != 0 else { return "0" }
        let magnitude = value.magnitude
        var exponent = 0
        var scaled = magnitude
        while scaled >= 10 { (scaled, exponent) = (scaled / 10, exponent + 1) }
        while scaled < 1 { (scaled, exponent) = (scaled * 10, exponent - 1) }
        var scale = 1.0
        for _ in 1..<digits { scale *= 10 }
        var mantissa = Int((scaled * scale).rounded())
        if mantissa == Int(scale * 10) { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
        var text = String(mantissa)
        let sign = value < 0 ? "-" : ""
        guard (-5...9).contains(exponent) else {
            while text.count > 1, text.hasSuffix("0") { text.removeLast() }
            return sign + (text.count == 1 ? text : "\(text.prefix(1)).\(text.dropFirst())") + "e\(exponent)"
        }
        if exponent < 0 {
            while text.hasSuffix("0") { text.removeLast() }
            return sign + "0." + String(repeating: "0", count: -exponent - 1) + text
        }
        if exponent >= digits - 1 { return sign + text + String(repeating: "0", count: exponent - digits + 1) }
        var fraction = text.dropFirst(exponent + 1)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return sign + text.prefix(exponent + 1) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
