internal import Scenarios

/// What one scope answered about a control.
struct ControlSlice: Sendable {
    var key: AnswerKey
    /// One level, or all that an unknown answer could mean.
    var levels: [Int]
    var answer: ScopedAnswer

    /// Share of the asset that it covers, 0 to 1; nil: unknown.
    var coverage: Double? { answer.coverage }
    var setting: ControlSetting? { answer.setting }
    var isWhole: Bool { answer.isWhole }

    /// What its bounds hang on.
    var name: ScopeAnswer { ScopeAnswer(key: key, level: answer.level, coverage: answer.coverage) }

    func coverage(in draw: WorldDraw) -> Double {
        coverage ?? draw.uniform(EntityHash.of("coverage", key.text), .unknown)
    }

    func level(in draw: WorldDraw) -> Int {
        guard levels.count > 1 else { return levels[0] }
        let u = draw.uniform(EntityHash.of("level", key.text), .unknown)
        return levels[min(Int(u * Double(levels.count)), levels.count - 1)]
    }
}

extension [ControlSlice] {
    /// The interval of presence words with which a level is there by one of the answers (one past the last: what no scope
    /// covers); nil in the worlds that pick another level.
    func interval(_ index: Int, level: Int, in draw: WorldDraw) -> ClosedRange<UInt32>? {
        var missed = 1.0
        for slice in self[..<Swift.min(index, count)] { missed *= 1 - slice.coverage(in: draw) }
        var end = 1.0
        if index < count {
            guard self[index].level(in: draw) == level else { return nil }
            end = 1 - missed * (1 - self[index].coverage(in: draw))
        }
        let low = FixedPoint.threshold(1 - missed)
        let high = FixedPoint.threshold(end)
        if end >= 1 { return low...UInt32.max }
        return high > low ? low...(high - 1) : nil
    }
}
