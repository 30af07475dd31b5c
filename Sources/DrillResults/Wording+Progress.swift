extension Wording {
    /// "42 % done, about 2 min left": how far a piece of work is, and how long the rest takes if it goes on so.
    ///
    /// Nothing is said about the rest before there is something to judge by, and never that none is left.
    ///
    /// - Parameters:
    ///   - share: that is done, 0 to 1.
    ///   - seconds: that it took.
    public static func progress(_ share: Double, after seconds: Double) -> String {
        let done = "\(Int((max(0, min(1, share)) * 100).rounded(.down))) % done"
        guard share >= 0.02, seconds >= 1 else { return done }
        let left = seconds * (1 - share) / share
        switch left {
        case ...0: return done + ", about to end"
        case ..<5: return done + ", a few seconds left"
        case ..<90: return done + ", about \(Int((left / 5).rounded(.up)) * 5) s left"
        case ..<5400: return done + ", about \(Int((left / 60).rounded(.up))) min left"
        default: return done + ", about \(Int((left / 3600).rounded(.up))) h left"
        }
    }
}
