internal import DrillResults

/// A share before and after a change: solid is what is left, hatched what the change takes away, outlined what it adds.
struct ChangeBar {
    var before: Probability
    var after: Probability
    var height = 18

    init(goal: ObjectiveComparison) {
        (before, after) = (goal.before, goal.after)
    }

    init(before: Probability, after: Probability) {
        (self.before, self.after) = (before, after)
    }

    var markup: Markup {
        let (was, left) = (Coordinate(before.value * 100), Coordinate(after.value * 100))
        let common = min(was, left)
        let (low, high) = (common, max(was, left))
        let x = was.attribute
        return """
            <svg class="bar" width="100%" height="\(height)" role="img"><title>\
            Reached in \(Wording.probability(before)) of trials today, in \(Wording.probability(after)) after it.</title>\(ScaleLines.quarters)\
            <rect class="left" x="0" y="4" width="\(common.attribute)" height="\(height - 8)"/>\
            <rect class="\(after.value > before.value ? "added" : "taken")" x="\(low.attribute)" y="4" \
            width="\(low.width(to: high))" height="\(height - 8)"/>\
            <line class="mark thin" x1="\(x)" x2="\(x)" y1="1" y2="\(height - 1)"/></svg>
            """
    }
}
