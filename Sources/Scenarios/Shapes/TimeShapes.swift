/// How lengths of time and their distributions are written; attack graphs may use bare numbers, other documents not.
struct TimeShapes: Sendable {
    /// Organizations, scenarios, exercises, catalogs.
    static let written = TimeShapes(allowsNumbers: false)
    /// Attack graphs.
    static let graph = TimeShapes(allowsNumbers: true)

    let amount: Shape<TimeAmount>
    let distribution: Shape<Distribution>

    private init(allowsNumbers: Bool) {
        amount = Self.amount(allowsNumbers: allowsNumbers)
        distribution = DistributionShapes.distribution(of: amount, allowsNumbers: allowsNumbers)
    }

    private static func amount(allowsNumbers: Bool) -> Shape<TimeAmount> {
        let duration = Shape<TimeAmount>(.text(pattern: ISO8601Duration.pattern, minimumLength: 0, words: "duration")) {
            node, context in
            guard let text = node.string else {
                let expected = #"a duration such as "PT6H" or "P3D""#
                context.wrongType(
                    expected: allowsNumbers ? expected + " or a number" : expected, node, fix: numberFix(node))
                return nil
            }
            do throws(ISO8601Duration.Problem) {
                return .hours(try ISO8601Duration.hours(text))
            } catch {
                context.error(
                    .duration, message(error, text), at: node, fix: error == .malformed ? malformedFix(text) : nil)
                return nil
            }
        }
        guard allowsNumbers else { return duration }
        return .either(
            "a duration or a number",
            [.number(Shape<Double>.number(NumberRange(0, 1e9)).map(TimeAmount.units)), .otherwise(duration)])
    }

    private static func message(_ problem: ISO8601Duration.Problem, _ text: String) -> String {
        switch problem {
        case .malformed: "\(text.quoted) is no ISO 8601 duration"
        case .negative: "the duration \(text.quoted) is negative"
        case .tooLong: "the duration \(text.quoted) is longer than a million hours"
        }
    }

    /// A proposal where a bare number was written.
    @Sendable static func numberFix(_ node: JSONNode) -> String? {
        guard case .number(let number) = node.kind, number.value >= 0, number.text.utf8.count < 12 else { return nil }
        return #"for hours write "PT\#(number.text)H""#
    }

    /// A proposal for what people write instead: `3d`, `6 hours`, `p3d`, `P6H`.
    private static func malformedFix(_ text: String) -> String {
        let upper = text.uppercased()
        if (try? ISO8601Duration.hours(upper)) != nil { return "write \(upper.quoted)" }
        if upper.hasPrefix("P"), (try? ISO8601Duration.hours("PT" + upper.dropFirst())) != nil {
            return "write \(("PT" + upper.dropFirst()).quoted)"
        }
        let compact = upper.filter { !$0.isWhitespace }
        let number = compact.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let proposal: String? =
            switch compact.dropFirst(number.count).first {
            case "D": "P\(number)D"
            case "W": "P\(number)W"
            case "H": "PT\(number)H"
            case "M": compact.hasSuffix("MONTHS") || compact.hasSuffix("MONTH") ? "P\(number)M" : "PT\(number)M"
            case "S": "PT\(number)S"
            default: nil
            }
        if let proposal, (try? ISO8601Duration.hours(proposal)) != nil { return "write \(proposal.quoted)" }
        return #"write it like "PT6H" (6 hours), "P3D" (3 days) or "P1DT12H""#
    }
}
