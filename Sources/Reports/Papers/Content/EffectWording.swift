internal import DrillResults
internal import Scenarios
internal import Tabletop

/// What an option changes, in plain words: before → after, with the range of the difference.
struct EffectWording {
    let session: Session

    /// One paragraph for each outcome that moves.
    func lines(_ comparison: StoryComparison) -> [Words] {
        let trials = comparison.trials
        guard !comparison.isUnchanged else { return ["No difference seen in \(Wording.count(trials, "trial"))."] }
        var lines: [Words] = []
        var still = 0
        for objective in comparison.objectives {
            guard objective.prevented + objective.caused > 0 else {
                if objective.moved > 0 {
                    lines.append(
                        "\(title(objective.id)): as often as before; at another time in \(Wording.count(objective.moved)) of \(Wording.count(trials, "trial"))."
                    )
                } else {
                    still += 1
                }
                continue
            }
            lines.append(share(objective, trials: trials))
        }
        if let line = amount("Records exposed, average of all trials", comparison.recordsExposed, words: Wording.count)
        {
            lines.append(line)
        }
        if let line = amount(
            "Downtime, all systems together, average of all trials", comparison.downtimeHours, words: hours)
        {
            lines.append(line)
        }
        if still > 0 {
            let words: Words =
                still == comparison.objectives.count
                ? "No difference seen in any objective of the attack."
                : .quiet("No difference seen in \(still == 1 ? "the other objective" : "\(still) other objectives").")
            lines.insert(words, at: still == comparison.objectives.count ? 0 : lines.count)
        }
        return lines
    }

    private func share(_ objective: ObjectiveComparison, trials: Int) -> Words {
        let (before, after) = (Wording.probability(objective.before), Wording.probability(objective.after))
        let range = objective.difference.range
        let how: String
        if range.low < 0, range.high > 0 {
            how =
                "range of the difference: from \(points(range.low)) less often to \(points(range.high)) more often, so no clear difference"
        } else {
            let word = objective.difference.value < 0 ? "less often" : "more often"
            let ends = [abs(range.low), abs(range.high)].sorted()
            how = "\(points(objective.difference.value)) \(word); range \(number(ends[0])) to \(points(ends[1]))"
        }
        return "\(strong: title(objective.id)): \(before) → \(after) (\(how))"
    }

    /// "17 points", of a hundred.
    private func points(_ share: Double) -> String {
        let digits = number(share)
        return digits == "1" ? "1 point" : "\(digits) points"
    }

    private func number(_ share: Double) -> String {
        let value = abs(share) * 100
        if value == 0 { return "0" }
        if value < 0.1 { return "under 0.1" }
        return value < 9.95
            ? String(Int((value * 10).rounded()) / 10) + tenth(value) : String(Int(value.rounded()))
    }

    private func tenth(_ value: Double) -> String {
        let digit = Int((value * 10).rounded()) % 10
        return digit == 0 ? "" : ".\(digit)"
    }

    private func amount(_ name: String, _ difference: Difference, words: (Double) -> String) -> Words? {
        guard difference.before != difference.after else { return nil }
        let range = difference.range
        let ends = [abs(range.low), abs(range.high)].sorted().map(words)
        let how =
            if range.low < 0, range.high > 0 {
                "from \(words(-range.low)) less to \(words(range.high)) more: no clear difference"
            } else {
                "\(words(abs(difference.value))) \(difference.value < 0 ? "less" : "more")"
                    + (ends[0] == ends[1] ? "" : "; range \(ends[0]) to \(ends[1])")
            }
        return "\(strong: name): \(words(difference.before)) → \(words(difference.after)) (\(how))"
    }

    private func hours(_ hours: Double) -> String { hours < 1.0 / 60 ? "none" : Wording.hours(hours) }

    func title(_ objective: String) -> String {
        session.scenario.objectives.first { $0.id == objective }?.title ?? objective
    }

    /// How the figures of options are to be read.
    static let reading: Words = """
        Each figure answers “if this attack is tried”. Left of the arrow: with the usual option; right of it: with this \
        one, trial by trial on the same random numbers. Ranges are 5 % to 95 % of the difference, chance and not knowing together.
        """
}
