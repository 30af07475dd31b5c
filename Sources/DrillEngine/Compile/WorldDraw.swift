internal import DrillKernel
internal import Scenarios

/// The random numbers of one world.
struct WorldDraw: Sendable {
    let world: UInt32
    let seed: UInt64
    let preset: Preset
    /// Numbers that are held at a point, 0 to 1, instead of drawn; by entity.
    var held: [UInt64: Double] = [:]

    /// A uniform number in (0, 1) that belongs to an entity.
    func uniform(_ entity: UInt64, _ purpose: Purpose) -> Double {
        if !held.isEmpty, let point = held[entity] { return point }
        let word = Philox.word(Address(entity, purpose), trial: world, seed: seed)
        return (Double(word) + 0.5) / 4_294_967_296
    }

    /// A figure in this world: PERT over low, likely, high, from the half of the range that the preset says.
    ///
    /// - Parameter lowIsGood: Whether low values favour the defender.
    func value(of estimate: Estimate, entity: UInt64, lowIsGood: Bool) -> Double {
        guard estimate.low < estimate.high else { return estimate.likely }
        var u = uniform(entity, .figure)
        switch preset {
        case .default: break
        case .optimistic: u = lowIsGood ? u / 2 : 0.5 + u / 2
        case .pessimistic: u = lowIsGood ? 0.5 + u / 2 : u / 2
        }
        return DeterministicMath.pertQuantile(u, low: estimate.low, likely: estimate.likely, high: estimate.high)
    }
}
