import DrillEngine
import DrillResults

/// A published figure, the cases of ours that it is compared with, and the band that was stated before looking.
struct Target: Sendable {
    var id: String
    var section: Section
    /// What is compared, as the page's first column.
    var title: String
    var figure: PublishedFigure
    var unit: Unit
    var publication: Publication
    /// Whom the publication speaks of.
    var theirs: String
    /// Whom we count.
    var ours: String
    /// Which stories take part.
    var story: @Sendable (StoryTraits) -> Bool
    /// Which of their trials are cases.
    var isCase: @Sendable (Outcome) -> Bool
    var statistic: Statistic
    var mix = Mix.tries
    /// Small organizations are left out, as in surveys that begin at about a hundred people.
    var withoutSmall = false
    /// Words by which a citation of this very figure would be recognized in catalog or stories.
    var marks: [String]
    /// False where a figure of the catalog or of a story rests on it; the row then does not count.
    var isIndependent = true
    /// What a match or a miss would tell of. Sorted after the first run; nothing else depends on it.
    var tests: Subject
    /// Why we are where we are; printed beside a miss.
    var why: String

    enum Section: String, CaseIterable {
        case discoverer = "Who discovers"
        case discovery = "Time to discovery"
        case containment = "Containment and life cycle"
        case speed = "Speed of attackers, exploits and fixes"
        case ransom = "Ransomware and backups"
        case entry = "First way in"
        case records = "Records"
    }

    enum Subject: String, CaseIterable {
        case model = "model, catalog and stories together"
        case story = "one story's own parameters"
        case population = "the population's answers"
        case mix = "the mix of stories"

        /// For a column.
        var short: String {
            switch self {
            case .model: "model"
            case .story: "story"
            case .population: "population"
            case .mix: "mix"
            }
        }
    }

    enum Statistic: Sendable {
        case share(@Sendable (Outcome) -> Bool)
        case median(@Sendable (Outcome) -> Double)
        case mean(@Sendable (Outcome) -> Double)
        /// Mean of the first group less that of the rest.
        case difference(@Sendable (Outcome) -> Double, @Sendable (Outcome) -> Bool)
    }

    /// How cases are weighed.
    enum Mix: Sendable {
        /// One try of each story at each organization to which it applies.
        case tries
        /// Stories as VCDB's actions, organizations as VCDB's sectors.
        case vcdb
    }

    /// The figure as published.
    var published: String {
        switch figure {
        case .counted(let count, of: let total):
            return
                "\(Figures.share(Double(count) / Double(total))) (\(Figures.grouped(count)) of \(Figures.grouped(total)))"
        case .share(let share, of: let total): return "\(Figures.share(share)) of about \(Figures.grouped(total))"
        case .stated(let low, let high):
            let (first, last) = (Figures.exact(low, unit), Figures.exact(high, unit))
            return (low == high ? last : "\(first)–\(last)") + unit.sign
        }
    }

    /// The published interval, times in hours.
    var interval: ClosedRange<Double> {
        switch figure {
        case .counted(let count, of: let total):
            let wilson = Wilson.interval(count: UInt64(count), trials: UInt64(total))
            return wilson.low...wilson.high
        case .share(let share, of: let total):
            let wilson = Wilson.interval(count: UInt64((share * Double(total)).rounded()), trials: UInt64(total))
            return wilson.low...wilson.high
        case .stated(let low, let high): return low * unit.scale...high * unit.scale
        }
    }

    /// The interval widened by a factor of two: in the odds for shares, in the value for all else.
    var band: ClosedRange<Double> {
        let (low, high) = (interval.lowerBound, interval.upperBound)
        guard unit == .share else { return low / Self.factor...high * Self.factor }
        func share(_ odds: Double) -> Double { odds / (1 + odds) }
        return share(low / (1 - low) / Self.factor)...(high == 1 ? 1 : share(high / (1 - high) * Self.factor))
    }

    static let factor = 2.0
}
