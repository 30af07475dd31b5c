/// A dictionary whose entries so far are shared by all copies: what a copy adds is its own, and small.
struct Layered<Key: Hashable, Value> {
    private var shared: [Key: Value] = [:]
    private var own: [Key: Value] = [:]

    subscript(key: Key) -> Value? {
        get { own.isEmpty ? shared[key] : own[key] ?? shared[key] }
        set { own[key] = newValue }
    }

    var keys: some Collection<Key> { Array(shared.keys) + own.keys.filter { shared[$0] == nil } }

    /// Shares all entries with copies that are made from now on.
    mutating func seal() {
        shared.merge(own) { _, last in last }
        own = [:]
    }
}

extension Layered: Sendable where Key: Sendable, Value: Sendable {}
