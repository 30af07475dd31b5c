public import DrillResults
public import Scenarios

extension ZoneUsed {
    /// As results keep it.
    init(_ offsets: ZoneOffsets) {
        self.init(zone: offsets.zone, standardMinutes: offsets.standard)
        if !offsets.changes.isEmpty {
            changes = offsets.changes.map { Change(fromMinute: $0.from, offsetMinutes: $0.offset) }
        }
    }
}

extension ZoneOffsets {
    /// As a run has used them.
    public init(_ used: ZoneUsed) {
        self.init(
            zone: used.zone, standard: used.standardMinutes,
            changes: (used.changes ?? []).map { Change(from: $0.fromMinute, offset: $0.offsetMinutes) })
    }
}

extension RunResult {
    /// Offsets of every zone that the run has used, by zone; none in results of earlier releases.
    public var zonesUsed: [String: ZoneUsed] {
        let used = [exercise.zone].compactMap(\.self) + companies.compactMap(\.zone)
        return Dictionary(used.map { ($0.zone, $0) }) { first, _ in first }
    }
}
