internal import DrillKernel
internal import Scenarios

/// A clock that shows when a control arrives at an asset: when a door closes, or when alerts begin.
struct ControlClock: GraphPiece {
    let clock: Int32
    let control: Control
    let place: AssetReference
    /// Whose the delay is.
    let entity: UInt64

    var member: Int { place.organization }

    /// The control's delay at an asset, level by level; levels without a delay give no alternative.
    func make(in draft: inout GraphDraft) {
        let isSampled = draft.input.statements(of: control, at: place).contains { $0.setting == nil }
        draft.description.clocks[Int(clock)].alternatives = draft.levels(of: control, at: place).compactMap {
            presence in
            // What no scope covers has no delay of its own: the door stays open.
            let isUncovered = presence.setting == nil && presence.when.presence >= 0 && presence.level == 0
            let usual = isUncovered && !isSampled ? nil : control.delays[control.levels[presence.level].id]
            return (presence.setting?.delay ?? usual).map { delay in
                Clock.Alternative(
                    when: presence.when, span: Lapse(quantile: delay.quantile(), address: Address(entity, .closing)))
            }
        }
    }

    func note(in parts: inout ReplacedParts) { parts.clocks.insert(Int(clock)) }
}

extension GraphDraft {
    /// Adds a clock that shows when a control arrives at an asset.
    ///
    /// - Parameter entity: Whose the delay is.
    mutating func clock(
        _ clock: Clock, of control: Control, at place: AssetReference, drawnAs entity: UInt64
    ) -> Int32 {
        let number = self.clock(clock)
        make(ControlClock(clock: number, control: control, place: place, entity: entity))
        return number
    }
}
