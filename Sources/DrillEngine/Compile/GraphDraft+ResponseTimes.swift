internal import DrillKernel
internal import Scenarios

extension GraphDraft {
    /// A stated distribution, or for "unknown" the catalog's lognormal with a median drawn per world.
    ///
    /// - Parameters:
    ///   - otherwise: What the catalog says.
    ///   - member: Whose answer it is.
    ///   - hours: When somebody works on it; nil: round the clock.
    mutating func answered(
        _ answer: Answer<Distribution>, _ key: ResponseKey, otherwise: UnknownTime, for member: Int,
        at address: Address, within hours: Hours? = nil
    ) -> Lapse {
        switch answer {
        case .known(let distribution):
            return Lapse(quantile: distribution.quantile(), calendar: calendar(hours, of: member), address: address)
        case .unknown:
            slots.leaveOpen(.unknownTime(key))
            var span = drawn(otherwise, as: .unknownTime(key), for: member, at: address)
            span.calendar = calendar(hours, of: member)
            return span
        }
    }

    /// The catalog's lognormal where nobody says anything.
    mutating func unstated(
        _ time: UnknownTime, _ key: ResponseKey, for member: Int, at address: Address
    ) -> Lapse {
        slots.leaveOpen(.assumedTime(key))
        return drawn(time, as: .unstatedTime(key), for: member, at: address)
    }

    private mutating func drawn(
        _ time: UnknownTime, as name: FigureName, for member: Int, at address: Address
    ) -> Lapse {
        let slot = slots.figure(name, time.medianHours, for: member, lowIsGood: true)
        return Lapse(
            quantile: .makeLognormal(median: 1, p90: time.spread), modifiers: [Modifier(value: slot)], address: address)
    }
}
