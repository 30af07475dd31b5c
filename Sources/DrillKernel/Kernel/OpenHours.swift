/// When people are at work by the days of a calendar: what a week's rhythm cannot say, holidays and clocks that are put
/// forward or back.
///
/// Times are hours after zero hour. Beyond its last stretch the week's rhythm goes on.
package struct OpenHours: Sendable, Equatable {
    /// One stretch of work after the other, neither empty nor touching the next before.
    package let stretches: [ClosedRange<Float>]
    /// The hour of the week at zero hour by the clocks as they are after the last stretch, 0 ≤ phase < 168.
    package let phase: Float
    /// Hours of work before each stretch, and in all.
    private let before: [Float]

    /// - Parameters:
    ///   - stretches: At least one, in order.
    ///   - phase: The hour of the week (0 = Monday 00:00) at hour 0, for what comes after the last.
    package init(_ stretches: [ClosedRange<Float>], phase: Float) {
        precondition(!stretches.isEmpty)
        self.stretches = stretches
        self.phase = phase
        before = stretches.reduce(into: [0]) { sums, stretch in
            sums.append((sums.last ?? 0) + (stretch.upperBound - stretch.lowerBound))
        }
    }

    /// The hour at which `span` hours of work have passed since `time`, both finite and `span` above 0; never earlier
    /// than `time`. A whole working day ends when it closes.
    func after(_ time: Float, _ span: Float, thereafter week: Calendar) -> Float {
        let count = stretches.count
        let place = Self.first(below: count) { stretches[$0].upperBound > time }
        guard place < count else { return week.inWeeks(after: time, span, phase: phase) }
        let target = before[place] + max(time - stretches[place].lowerBound, 0) + span
        guard target <= before[count] else {
            return week.inWeeks(
                after: max(time, stretches[count - 1].upperBound), target - before[count], phase: phase)
        }
        // A span so short that the sum does not show it is worked in the stretch that comes, too.
        let last = max(place, Self.first(below: count) { before[$0 + 1] >= target })
        return max(time, stretches[last].lowerBound + (target - before[last]))
    }

    /// The first index for which something holds that holds for all after it; the count where it holds for none.
    private static func first(below count: Int, _ holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
