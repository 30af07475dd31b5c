extension Int {
    /// With commas between thousands, in every locale: 10,000.
    var grouped: String {
        let digits = String(magnitude)
        var text = self < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}

extension Double {
    /// With one digit behind the point, in every locale; `-` when it is no number.
    var oneDecimal: String {
        guard isFinite, magnitude < 1e15 else { return "-" }
        let tenths = Int((magnitude * 10).rounded())
        return (self < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
    }
}
