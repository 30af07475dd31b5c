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
        var seen: Set<LeverSubject> = []
        return weaknesses.filter(\.standsOut).compactMap { best in
            guard seen.insert(best.lever.id.subject).inserted else { return nil }
            let others = weaknesses.filter {
                $0.lever.id.subject == best.lever.id.subject && $0.gain >= 0.8 * best.gain && $0.standsOut
            }
            func days(_ weakness: Weakness) -> Double { weakness.lever.effort?.likely ?? .infinity }
            return others.min { days($0) < days($1) } ?? best
        }
    }

    /// Controls of which no lever changes anything in any story, by title, in the catalog's order.
    package var idleControls: [String] {
        var seen = Set(weaknesses.map(\.lever.control) + tripwires.map(\.lever.control))
        return withoutEffect.filter { $0.control != nil && seen.insert($0.control).inserted }.map(\.title)
    }

    /// One tripwire for each control, scope and story: the level and objective with which most trials go worse.
    package var worstTripwires: [Tripwire] {
        var seen: [String: Set<LeverSubject>] = [:]
        return tripwires.filter { seen[$0.scenario, default: []].insert($0.lever.id.subject).inserted }
    }
}

extension Lever {
    /// "Patching" or "Patching, Faculties".
    package var titleAndScope: String { isEverywhere ? title : "\(title), \(scope)" }

    /// Concerns the company as a whole.
    package var isEverywhere: Bool { id.subject.isEverywhere }
}
