/// When something happens by simulation, among the trials in which it happens at all. Hours after zero hour.
public struct MomentTime: Codable, Sendable, Equatable {
    /// Trials in which it happens by the horizon.
    public var count: Int
    /// Trials in all.
    public var trials: Int
    /// One in ten of the trials in which it happens is as early or earlier, hours; nil, as the other quantiles, if it
    /// never happens.
    public var p10: Double?
    /// The median of the trials in which it happens, hours.
    public var p50: Double?
    /// Nine in ten of the trials in which it happens are as early or earlier, hours.
    public var p90: Double?

    public init(count: Int, trials: Int, p10: Double?, p50: Double?, p90: Double?) {
        self.count = count
        self.trials = trials
        self.p10 = p10
        self.p50 = p50
        self.p90 = p90
    }

    /// Share of the trials in which it happens.
    public var share: Double { trials == 0 ? 0 : Double(count) / Double(trials) }
}
