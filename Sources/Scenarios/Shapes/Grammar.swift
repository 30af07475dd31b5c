/// What a value may look like, apart from any type of ours: JSON Schema and the language reference are made of it.
package indirect enum Grammar: Sendable {
    case boolean
    /// A text; `pattern` is an ECMA-262 regular expression.
    case text(pattern: String?, minimumLength: Int, words: String)
    case words([String])
    case integer(ClosedRange<Double>)
    case number(NumberRange)
    /// This very value.
    case constant(JSONValue)
    case list(Grammar, minimumCount: Int)
    /// Two elements of fixed kinds.
    case pair(Grammar, Grammar)
    /// Keys that follow the pattern.
    case dictionary(keyPattern: String, Grammar)
    case alternatives([Grammar])
    case object(ObjectGrammar)
    /// A named grammar looked up late, so that grammars can contain themselves.
    case reference(name: String, @Sendable () -> Grammar)
}

/// Bounds of a number.
package struct NumberRange: Sendable, Equatable {
    /// The lowest number, which may itself be outside.
    package var minimum: Double
    /// The highest number, which is inside.
    package var maximum: Double
    /// Whether the minimum itself is outside.
    package var isOpenBelow = false

    package init(_ minimum: Double, _ maximum: Double, isOpenBelow: Bool = false) {
        self.minimum = minimum
        self.maximum = maximum
        self.isOpenBelow = isOpenBelow
    }

    /// Whether the number lies within.
    package func contains(_ value: Double) -> Bool {
        value.isFinite && value <= maximum && (isOpenBelow ? value > minimum : value >= minimum)
    }

    /// The bounds in words.
    package var words: String {
        switch (isOpenBelow, maximum >= Limits.number) {
        case (false, false): "from \(minimum.plain) to \(maximum.plain)"
        case (true, false): "above \(minimum.plain), at most \(maximum.plain)"
        case (false, true): minimum <= -Limits.number ? "finite" : "at least \(minimum.plain)"
        case (true, true): "above \(minimum.plain)"
        }
    }
}

/// Bounds that keep documents within what can be simulated.
package enum Limits {
    /// Plain numbers: at most 10^15, so that whole ones stay exact.
    package static let number = 1e15
    /// Lengths of time: a million hours, 114 years.
    package static let hours = 1e6
    /// Bytes of a document, 64 MB.
    package static let fileBytes = DiskReader.largestFile
    /// Problems reported for one document.
    package static let problems = JSONParser.problemLimit
}

/// An object: its keys, and which of them go together.
package struct ObjectGrammar: Sendable {
    /// Name of the type; names the definition in the schema and the section in the reference.
    package var name: String
    /// A sentence for the reference and for editors.
    package var doc: String
    /// The keys in the order of the reference.
    package var fields: [FieldGrammar] = []
    /// Which keys go together.
    package var choices: [KeyChoice] = []
}

/// Keys of which one is to be there.
package struct KeyChoice: Sendable, Equatable {
    /// The keys to choose from.
    package var keys: [String]
    /// Whether it may be only one.
    package var isExclusive: Bool
}

/// One key of an object.
package struct FieldGrammar: Sendable {
    /// The key itself.
    package var name: String
    /// Whether it must be there.
    package var isRequired: Bool
    /// A sentence for the reference and for editors; empty where the key explains itself.
    package var doc: String
    /// A value that decodes; every key has one.
    package var example: JSONValue?
    /// What its value may look like.
    package var grammar: Grammar
    /// Decodes a value of the key, for its problems only; lets a test decode every example.
    package var probe: @Sendable (JSONNode, DecodingContext) -> Void
}
