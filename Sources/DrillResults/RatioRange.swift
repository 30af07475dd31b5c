/// 5 % to 95 % of a ratio of two shares; what few trials hit says little about a ratio.
public struct RatioRange: Codable, Sendable, Equatable {
    /// 0 or more.
    public var low: Double
    /// Nil: so few trials set no upper bound.
    public var high: Double?

    public init(low: Double, high: Double?) {
        self.low = low
        self.high = high
    }
}

extension Difference {
    /// The range of before / after (risk reduction worth), which follows from that of the difference; nil where there
    /// was nothing before, or is nothing left: then there is no ratio.
    public var reduction: RatioRange? {
        guard before > 0, after > 0, before + range.high > 0 else { return nil }
        let least = before + range.low
        return RatioRange(low: before / (before + range.high), high: least > 0 ? before / least : nil)
    }

    /// The range of after / before (risk achievement worth); nil where there was nothing before.
    public var achievement: RatioRange? {
        guard before > 0 else { return nil }
        return RatioRange(low: max(0, before + range.low) / before, high: (before + range.high) / before)
    }

    /// Not one trial differs, so that there is no spread to make a range of.
    public var isNone: Bool { value == 0 && range.low == 0 && range.high == 0 }
}
