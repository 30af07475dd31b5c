internal import DrillKernel
internal import Scenarios

extension GraphDraft {
    /// A stated distribution, or for "unknown" the catalog's lognormal with a median drawn per world.
    ///
    /// - Parameters:
    ///   - name: What the answer is called where it is open.
    ///   - member: Whose answer it is.
    ///   - hours: When somebody works on it; nil: round the clock.
    mutating func answered(
        _ answer: Answer<Distribution>, named name: String, otherwise: UnknownTime, for member: Int,
        at address: Address, within hours: Hours? = nil
    ) -> Lapse {
        switch answer {
        case .known(let distribution):
            return Lapse(quantile: distribution.quantile(), calendar: calendar(hours), address: address)
        case .unknown:
            slots.leaveOpen(name)
            var span = unknown(otherwise, named: "unknown/\(name)", for: member, at: address)
            span.calendar = calendar(hours)
            return span
        }
    }

    /// The catalog's lognormal with a median drawn per world.
    ///
    /// - Parameter name: What the median is called.
    mutating func unknown(
        _ time: UnknownTime, named name: String, for member: Int, at address: Address
    ) -> Lapse {
        let slot = slots.figure(.response(name), time.medianHours, for: member, lowIsGood: true)
        return Lapse(
            quantile: .makeLognormal(median: 1, p90: time.spread), modifiers: [Modifier(value: slot)], address: address)
    }
}
