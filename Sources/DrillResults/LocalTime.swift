/// What the clocks of a company show at some moment.
public struct LocalTime: Codable, Sendable, Equatable {
    /// ISO 8601 calendar date; nil where the exercise has no date.
    public var date: String?
    /// "Tuesday".
    public var weekday: String
    /// Hours and minutes, "14:20".
    public var clock: String

    public init(date: String?, weekday: String, clock: String) {
        self.date = date
        self.weekday = weekday
        self.clock = clock
    }
}

/// How far the clocks of a time zone were taken to be from UTC. Kept with the run: other machines, and later ones, may know
/// other offsets.
public struct ZoneUsed: Codable, Sendable, Equatable {
    /// IANA name.
    public var zone: String
    /// Standard time, minutes east of Greenwich.
    public var standardMinutes: Int
    /// By time, the first before the exercise begins; nil where the exercise has no date, and standard time holds.
    public var changes: [Change]?

    /// From when clocks have another offset.
    public struct Change: Codable, Sendable, Equatable {
        /// Minutes from 1970-01-01 00:00 UTC.
        public var fromMinute: Int
        /// Minutes east of Greenwich.
        public var offsetMinutes: Int

        public init(fromMinute: Int, offsetMinutes: Int) {
            self.fromMinute = fromMinute
            self.offsetMinutes = offsetMinutes
        }
    }

    public init(zone: String, standardMinutes: Int, changes: [Change]? = nil) {
        self.zone = zone
        self.standardMinutes = standardMinutes
        self.changes = changes
    }
}
