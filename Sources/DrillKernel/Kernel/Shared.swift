/// A value of many parts that is held in many places: who holds it counts one reference, not one for each part.
package final class Shared<Value: Sendable>: Sendable {
    /// What is held.
    package let value: Value

    package init(_ value: Value) { self.value = value }
}
