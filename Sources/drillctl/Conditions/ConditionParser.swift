/// Reads a `--fail-if` expression by recursive descent.
///
/// ```
/// condition  = term { "or" term }
/// term       = factor { "and" factor }
/// factor     = "not" factor | "(" condition ")" | operand (">" | ">=" | "<" | "<=") operand
/// operand    = SHARE | PERCENTAGE "%" | "probability" "(" OBJECTIVE ")"
/// ```
struct ConditionParser {
    private let characters: [Character]
    private var position = 0
    private var depth = 0
    /// Deeper nesting is refused rather than risked.
    private static let deepest = 100

    /// The condition that the text states.
    static func parse(_ text: String) throws(ConditionError) -> FailCondition {
        var parser = ConditionParser(characters: Array(text))
        let condition = try parser.condition()
        parser.skipSpaces()
        guard parser.position == parser.characters.count else {
            throw parser.error("expected 'and', 'or' or the end")
        }
        return condition
    }

    private init(characters: [Character]) { self.characters = characters }

    private mutating func condition() throws(ConditionError) -> FailCondition {
        var left = try term()
        while take(word: "or") { left = .or(left, try term()) }
        return left
    }

    private mutating func term() throws(ConditionError) -> FailCondition {
        var left = try factor()
        while take(word: "and") { left = .and(left, try factor()) }
        return left
    }

    private mutating func factor() throws(ConditionError) -> FailCondition {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw error("nested more than \(Self.deepest) deep") }
        if take(word: "not") { return .not(try factor()) }
        if take("(") {
            let inner = try condition()
            guard take(")") else { throw error("expected ')'") }
            return inner
        }
        let left = try operand()
        for comparison in FailCondition.Comparison.allCases where take(comparison.rawValue) {
            return .comparison(left, comparison, try operand())
        }
        throw error("expected a comparison: '>', '>=', '<' or '<='")
    }

    private mutating func operand() throws(ConditionError) -> FailCondition.Operand {
        skipSpaces()
        let start = position
        if let first = current, first.isASCII, first.isNumber || first == "." { return .number(try number()) }
        let name = word()
        guard name == "probability" else {
            throw ConditionError(column: start + 1, message: "expected a number or 'probability(OBJECTIVE)'")
        }
        guard take("(") else { throw error("expected '(' and the id of an objective") }
        skipSpaces()
        let column = position + 1
        let objective = word()
        guard !objective.isEmpty else { throw error("expected the id of an objective") }
        guard take(")") else { throw error("expected ')'") }
        return .probability(objective: objective, column: column)
    }

    /// A share: 0 to 1, or with a percent sign 0 to 100.
    private mutating func number() throws(ConditionError) -> Double {
        let start = position
        while let next = current, next.isASCII, next.isNumber || next == "." { position += 1 }
        guard let value = Double(String(characters[start..<position])), value.isFinite else {
            throw ConditionError(column: start + 1, message: "this is no number")
        }
        let isPercent = take("%")
        let share = isPercent ? value / 100 : value
        guard share <= 1 else {
            let written = String(characters[start..<position])
            let proposal = !isPercent && value <= 100 ? "; did you mean \"\(written) %\"?" : ""
            throw ConditionError(
                column: start + 1, message: "a probability lies between 0 and 1, or 0 % and 100 %\(proposal)")
        }
        return share
    }

    private var current: Character? { position < characters.count ? characters[position] : nil }

    private mutating func skipSpaces() { while current?.isWhitespace == true { position += 1 } }

    /// Letters, digits, `-` and `_` from here on; may be empty.
    private mutating func word() -> String {
        let start = position
        while let next = current, next.isLetter || next.isNumber || next == "-" || next == "_" { position += 1 }
        return String(characters[start..<position])
    }

    private mutating func take(_ sign: String) -> Bool {
        skipSpaces()
        guard characters[position...].starts(with: sign) else { return false }
        position += sign.count
        return true
    }

    private mutating func take(word wanted: String) -> Bool {
        skipSpaces()
        let start = position
        if word() == wanted { return true }
        position = start
        return false
    }

    private func error(_ message: String) -> ConditionError {
        ConditionError(column: position + 1, message: current == nil ? message + ", but the text ends" : message)
    }
}
