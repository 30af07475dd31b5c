/// How far the clocks of a time zone are from UTC: always, or with the changes that fall into an exercise's time.
///
/// Which offsets a zone has is a decree and changes; so whoever simulates asks the machine once and keeps the answer with
/// the run.
public struct ZoneOffsets: Sendable, Equatable {
    /// IANA name, such as `Europe/Berlin`.
    public var zone: String
    /// Standard time, in minutes east of Greenwich.
    public var standard: Int
    /// By time. The first holds before its own time as well; none: standard time at all times.
    public var changes: [Change]

    /// A moment from which clocks are another distance from UTC.
    public struct Change: Sendable, Equatable {
        /// Minutes from 1970-01-01 00:00 UTC.
        public var from: Int
        /// Minutes east of Greenwich.
        public var offset: Int

        public init(from: Int, offset: Int) {
            self.from = from
            self.offset = offset
        }
    }

    public init(zone: String, standard: Int, changes: [Change] = []) {
        self.zone = zone
        self.standard = standard
        self.changes = changes
    }

    /// Of a company or an exercise that names no zone.
    public static let utc = ZoneOffsets(zone: "UTC", standard: 0)

    /// Minutes east of Greenwich at a moment, in minutes from 1970-01-01 00:00 UTC.
    package func offset(at moment: Int) -> Int {
        (changes.last { $0.from <= moment } ?? changes.first)?.offset ?? standard
    }

    /// When clocks show a time, both in minutes from 1970: the earlier moment where they show it twice, nil where they
    /// skip it.
    package func moment(showing local: Int) -> Int? {
        let offsets = changes.isEmpty ? [standard] : changes.map(\.offset)
        return offsets.map { local - $0 }.filter { offset(at: $0) == local - $0 }.min()
    }

    /// The same; where clocks skip the time, when they would have shown it had they not been put forward.
    package func moment(of local: Int) -> Int {
        if let moment = moment(showing: local) { return moment }
        // Clocks go forward at most once within two days.
        return local - offset(at: local - offset(at: local) - 1440)
    }
}
