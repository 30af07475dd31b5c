internal import Scenarios

/// In which zone an exercise takes place, and perhaps when.
package struct ExerciseTime: Sendable {
    private let exercise: Exercise
    /// Days from 1970-01-01; nil without a date.
    private let day: Int?
    /// What the loader knew, by zone.
    private let zones: [String: ZoneOffsets]

    /// In no particular year, by UTC.
    package init() { (exercise, day, zones) = (Exercise(), nil, [:]) }

    /// Of an exercise.
    init(_ loaded: LoadedExercise) {
        exercise = loaded.exercise
        day = loaded.exercise.date.flatMap(LocalMoment.init)?.day
        zones = loaded.zones
    }

    /// Checks that the offsets of the exercise's zone and of everybody's are known.
    ///
    /// - Throws: `CompileError.unknownZone`.
    func check(_ organizations: [Organization]) throws(CompileError) {
        for zone in [exercise.zone].compactMap(\.self) + organizations.compactMap(\.timeZone) where found(zone) == nil {
            throw .unknownZone(zone)
        }
    }

    /// Offsets of the exercise's own zone.
    var own: ZoneOffsets { exercise.zone.flatMap(found) ?? .utc }

    /// Offsets of a company's zone.
    func offsets(of organization: Organization) -> ZoneOffsets { organization.timeZone.flatMap(found) ?? own }

    /// What a company's clocks show in a story.
    func clock(of organization: Organization, in scenario: Scenario) -> MemberClock {
        let offsets = offsets(of: organization)
        guard let opening = exercise.opening(of: scenario) else {
            let start = scenario.zeroHour.map { $0.hourOfWeek - Double(own.standard) / 60 }
            let phase = ((start ?? 0) + Double(offsets.standard) / 60 + 336).truncatingRemainder(dividingBy: 168)
            return MemberClock(offsets: offsets, zero: nil, phase: Float(phase), isDrawn: start == nil)
        }
        let holidays = Set(organization.holidays.compactMap { CalendarDay.number($0.date) })
        return MemberClock(offsets: offsets, zero: own.moment(of: opening.minutes), holidays: holidays)
    }

    /// The loader's word before the machine's.
    private func found(_ zone: String) -> ZoneOffsets? { zones[zone] ?? .machine(zone, day) }
}
