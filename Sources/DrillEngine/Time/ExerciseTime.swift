internal import Scenarios

/// In which zone an exercise takes place, and perhaps when.
package struct ExerciseTime: Sendable {
    private let zone: String?
    private let date: LocalMoment?
    /// What the loader knew, by zone.
    private let zones: [String: ZoneOffsets]

    /// In no particular year, by UTC.
    package init() { (zone, date, zones) = (nil, nil, [:]) }

    /// Of an exercise.
    init(_ loaded: LoadedExercise) {
        zone = loaded.exercise.zone
        date = loaded.exercise.date.flatMap(LocalMoment.init)
        zones = loaded.zones
    }

    /// Checks that the offsets of the exercise's zone and of everybody's are known.
    ///
    /// - Throws: `CompileError.unknownZone`.
    func check(_ organizations: [Organization]) throws(CompileError) {
        for zone in [zone].compactMap(\.self) + organizations.compactMap(\.timeZone) where found(zone) == nil {
            throw .unknownZone(zone)
        }
    }

    /// Offsets of the exercise's own zone.
    var own: ZoneOffsets { zone.flatMap(found) ?? .utc }

    /// Offsets of a company's zone.
    func offsets(of organization: Organization) -> ZoneOffsets { organization.timeZone.flatMap(found) ?? own }

    /// What a company's clocks show in a story.
    func clock(of organization: Organization, in scenario: Scenario) -> MemberClock {
        let offsets = offsets(of: organization)
        guard let date else {
            let start = scenario.zeroHour.map { $0.hourOfWeek - Double(own.standard) / 60 }
            let phase = ((start ?? 0) + Double(offsets.standard) / 60 + 336).truncatingRemainder(dividingBy: 168)
            return MemberClock(offsets: offsets, zero: nil, phase: Float(phase), isDrawn: start == nil)
        }
        let zero = own.moment(of: scenario.zeroHour.map { $0.first(from: date) } ?? date.minutes)
        let holidays = Set(organization.holidays.compactMap { CalendarDay.number($0.date) })
        return MemberClock(offsets: offsets, zero: zero, holidays: holidays)
    }

    /// The loader's word before the machine's.
    private func found(_ zone: String) -> ZoneOffsets? { zones[zone] ?? .machine(zone, date?.day) }
}

extension ZeroHour {
    /// Hours from Monday 00:00.
    var hourOfWeek: Double { Double(Weekday.allCases.firstIndex(of: weekday) ?? 0) * 24 + hour }

    /// The first time that clocks show it, not before a date: minutes from 1970 as they show them.
    func first(from date: LocalMoment) -> Int {
        let from = date.day * 1440 + (date.minute ?? 0)
        // 1970-01-05 was a Monday.
        let week = (from - 4 * 1440) / 10_080
        let inWeek = Int((hourOfWeek * 60).rounded())
        let here = 4 * 1440 + week * 10_080 + inWeek
        return here < from ? here + 10_080 : here
    }
}
