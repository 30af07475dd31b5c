internal import DrillResults

extension Markup {
    /// A cell with a paired change and, smaller, its range, in points.
    static func change(_ difference: Difference) -> Markup {
        if difference.isNone { return "\(Wording.unchanged)" }
        return """
            \(Wording.points(difference.value)) <small>\(Wording.points(difference.range.low)) to \
            \(Wording.points(difference.range.high))</small>
            """
    }

    /// A cell with a ratio and, smaller, its range.
    static func ratio(_ value: Double, _ range: RatioRange?) -> Markup {
        let range = range.flatMap(Wording.ratios).map { " <small>\($0)</small>" as Markup }
        return "\(Wording.ratio(value))\(range ?? .empty)"
    }
}
