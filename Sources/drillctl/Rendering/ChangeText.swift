import DrillResults

/// "31 % → 4.2 % (-33 to -21)": how often before and after, and the range of the difference in points.
enum ChangeText {
    static func text(before: Probability, after: Probability, _ difference: Difference) -> String {
        let today = Wording.probability(before)
        if difference.isNone { return "\(today), \(Wording.unchanged)" }
        let range = difference.range
        return "\(today) → \(Wording.probability(after)) (\(Figure.points(range.low)) to \(Figure.points(range.high)))"
    }
}
