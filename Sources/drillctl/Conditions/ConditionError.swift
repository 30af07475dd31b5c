/// What is wrong with a `--fail-if` expression, and where.
struct ConditionError: Error, Equatable {
    /// In characters, from 1.
    var column: Int
    var message: String

    /// The message with the expression and a caret under the place.
    func text(expression: String) -> String {
        let before = String(expression.prefix(column - 1)).printable
        let caret = String(repeating: " ", count: before.displayWidth) + "^"
        return "--fail-if, column \(column): \(message)\n  \(expression.printable)\n  \(caret)"
    }
}
