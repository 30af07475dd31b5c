internal import DrillResults

/// Person-days that a faster response takes. All are judgement, and rough: a rehearsed procedure costs writing,
/// agreeing and practising it; being there round the clock costs a rota, of which only the setting up is counted.
enum ResponseEffort {
    /// One hand-off twice as fast.
    static let faster = Effort(low: 3, likely: 10, high: 30)
    /// One hand-off round the clock.
    static let roundTheClock = Effort(low: 20, likely: 60, high: 180)
    /// A whole chain of so many hand-offs, round the clock: twice or ten times as fast.
    static func chain(of count: Int, tenfold: Bool) -> Effort {
        let each = tenfold ? Effort(low: 10, likely: 40, high: 120) : faster
        let number = Double(count)
        return Effort(
            low: roundTheClock.low + number * each.low, likely: roundTheClock.likely + number * each.likely,
            high: roundTheClock.high + number * each.high)
    }
    /// Containment of one department twice as fast.
    static let containment = Effort(low: 3, likely: 10, high: 40)
    /// The same of all departments: one tool, then every department's part.
    static func containment(departments: Int) -> Effort {
        let number = Double(departments)
        return Effort(low: 10 + 2 * number, likely: 20 + 5 * number, high: 60 + 20 * number)
    }
}
