// What of a ranking is told to people: one level of each control in each scope.

extension Weakness {
    /// Whether some story's difference lies below zero beyond chance and what is not known, by a tenth of a point at
    /// least.
    package var standsOut: Bool {
        stories.contains { $0.goal.difference.range.high < 0 && $0.goal.difference.value <= -0.001 }
    }

    /// The stories in which it changes most, best first; only those that it helps, if it helps any.
    package var bestStories: [WeaknessStory] {
        let ranked = stories.enumerated().sorted { a, b in
            (a.element.goal.difference.value, a.offset) < (b.element.goal.difference.value, b.offset)
        }.map(\.element)
        let helped = ranked.filter { $0.goal.difference.value < 0 }
        return helped.isEmpty ? Array(ranked.prefix(1)) : helped
    }
}

extension WeaknessReport {
    /// Weaknesses that stand out, one level of each control in each scope, best first: the least effort that brings four
    /// fifths of what the best level brings.
    package var chosen: [Weakness] {
        var seen: Set<String> = []
        return weaknesses.filter(\.standsOut).compactMap { best in
            guard seen.insert(best.lever.place).inserted else { return nil }
            let others = weaknesses.filter {
                $0.lever.place == best.lever.place && $0.gain >= 0.8 * best.gain && $0.standsOut
            }
            func days(_ weakness: Weakness) -> Double { weakness.lever.effort?.likely ?? .infinity }
            return others.min { days($0) < days($1) } ?? best
        }
    }

    /// Controls of which no lever changes anything in any story, by title, in the catalog's order.
    package var idleControls: [String] {
        let helping = Set(weaknesses.map(\.lever.title) + tripwires.map(\.lever.title))
        var idle: [String] = []
        for lever in withoutEffect where lever.kind == .control && !helping.contains(lever.title) {
            if !idle.contains(lever.title) { idle.append(lever.title) }
        }
        return idle
    }

    /// One tripwire for each control, scope and story: the level and objective with which most trials go worse.
    package var worstTripwires: [Tripwire] {
        var seen: Set<String> = []
        return tripwires.filter { seen.insert("\($0.lever.place)\u{0}\($0.scenario)").inserted }
    }
}

extension Lever {
    /// Control and scope without the level.
    package var place: String { "\(title)\u{0}\(scope)" }

    /// "Patching" or "Patching, Faculties".
    package var titleAndScope: String { isEverywhere ? title : "\(title), \(scope)" }

    /// Concerns the company as a whole.
    package var isEverywhere: Bool { department == nil && (scope == "whole company" || scope == "all departments") }
}
