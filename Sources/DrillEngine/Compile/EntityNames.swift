/// What each 64-bit name of a thing that is drawn stands for, so that no two things share random numbers.
struct EntityNames {
    private var known = Layered<UInt64, String>()
    /// Two things with one name, in words; nil: there are none.
    private(set) var collision: String?

    /// The name of a thing, refused if it already stands for something else.
    ///
    /// - Parameter parts: What kind of thing it is, then what tells it from others of its kind.
    mutating func entity(_ parts: [String]) -> UInt64 {
        let name = parts.joined(separator: "\u{0}")
        let hash = EntityHash.of(name)
        guard let other = known[hash] else {
            known[hash] = name
            return hash
        }
        if other != name {
            collision = "\(other.replacing("\u{0}", with: "/")) and \(name.replacing("\u{0}", with: "/"))"
        }
        return hash
    }

    /// Shares the names with copies that are made from now on.
    mutating func seal() { known.seal() }
}
