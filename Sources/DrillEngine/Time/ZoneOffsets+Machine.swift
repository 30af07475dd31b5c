internal import Foundation
public import Scenarios

extension ZoneOffsets {
    /// What this machine's time zone database says of a zone.
    ///
    /// The only place that asks the machine. What it says is stored with a run, which is told again from there.
    ///
    /// - Parameters:
    ///   - zone: IANA name.
    ///   - day: Days from 1970-01-01, around which changes are told: from a month before it for three years; nil: standard
    ///     time is enough.
    /// - Returns: nil where the database has no such zone.
    @Sendable public static func machine(_ zone: String, _ day: Int?) -> ZoneOffsets? {
        guard let found = TimeZone(identifier: zone) else { return nil }
        func offset(_ date: Date) -> Int { found.secondsFromGMT(for: date) / 60 }
        // Standard time is what clocks are put back to: in January north of the equator, in July south of it.
        let seasons = [1_768_478_400, 1_784_116_800].map { offset(Date(timeIntervalSince1970: $0)) }
        var offsets = ZoneOffsets(zone: zone, standard: seasons.min() ?? 0)
        guard let day else { return offsets }
        var date = Date(timeIntervalSince1970: Double(day - 31) * 86_400)
        let end = date.addingTimeInterval(3 * 366 * 86_400)
        while date < end {
            offsets.changes.append(Change(from: Int(date.timeIntervalSince1970) / 60, offset: offset(date)))
            guard let next = found.nextDaylightSavingTimeTransition(after: date), next > date else { break }
            date = next
        }
        return offsets
    }
}
