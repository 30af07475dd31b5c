/// Philox4x32-10, the counter-based generator of Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
///
/// Counter = (trial / 4, entity low, entity high, purpose), key = seed; a trial reads word `trial % 4` of its block.
package enum Philox {
    @usableFromInline static let multiplier0: UInt32 = 0xD251_1F53
    @usableFromInline static let multiplier1: UInt32 = 0xCD9E_8D57
    static let weyl0: UInt32 = 0x9E37_79B9
    static let weyl1: UInt32 = 0xBB67_AE85

    /// One block of four words from a counter and a key.
    package static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var c = counter
        var k0 = key.x
        var k1 = key.y
        for _ in 0..<10 {
            let (high0, low0) = multiplier0.multipliedFullWidth(by: c.x)
            let (high1, low1) = multiplier1.multipliedFullWidth(by: c.z)
            c = SIMD4(high1 ^ c.y ^ k0, low1, high0 ^ c.w ^ k1, low0)
            k0 &+= weyl0
            k1 &+= weyl1
        }
        return c
    }

    /// The word of one trial at one address: what the lanes compute for many trials at once.
    package static func word(_ address: Address, trial: UInt32, seed: UInt64) -> UInt32 {
        let counter = SIMD4<UInt32>(
            trial / 4, UInt32(truncatingIfNeeded: address.entity), UInt32(truncatingIfNeeded: address.entity >> 32),
            address.purpose)
        let key = SIMD2<UInt32>(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
        return block(counter: counter, key: key)[Int(trial % 4)]
    }

    /// 32×32→64 products of eight lanes by one constant, as high and low words.
    ///
    /// Even and odd lanes apart: `pmuludq` does two or four products at once, a 64-bit lane multiply does not exist.
    @inline(__always)
    static func multiply(_ x: Words, by constant: UInt32) -> (high: Words, low: Words) {
        let pairs = unsafeBitCast(x, to: SIMD4<UInt64>.self)
        let lowMask = SIMD4<UInt64>(repeating: 0xFFFF_FFFF)
        let factor = SIMD4<UInt64>(repeating: UInt64(constant))
        let even = (pairs & lowMask) &* factor
        let odd = (pairs &>> 32) &* factor
        let high = (even &>> 32) | (odd & ~lowMask)
        let low = (even & lowMask) | (odd &<< 32)
        return (unsafeBitCast(high, to: Words.self), unsafeBitCast(low, to: Words.self))
    }
}

/// The generator for the 32 trials of one batch: eight blocks side by side.
///
/// Trial `32 × batch + 4 × lane + q` is lane `lane` of vector `q`.
package struct LaneGenerator {
    let key0: UInt32
    let key1: UInt32
    /// The first round's product of the block number: the same for every address of the batch.
    let high0: Words
    let low0: Words

    package init(seed: UInt64, batch: UInt32) {
        key0 = UInt32(truncatingIfNeeded: seed)
        key1 = UInt32(truncatingIfNeeded: seed >> 32)
        let blocks = Words(0, 1, 2, 3, 4, 5, 6, 7) &+ Words(repeating: batch &* 8)
        (high0, low0) = Philox.multiply(blocks, by: Philox.multiplier0)
    }

    /// The 32 words of an address.
    ///
    /// Round one multiplies only batch constants and address constants, round two one vector instead of two.
    @inline(__always)
    package func words(_ address: Address) -> Quad<Words> {
        let entityLow = UInt32(truncatingIfNeeded: address.entity)
        let entityHigh = UInt32(truncatingIfNeeded: address.entity >> 32)
        // Round 1.
        let first = Philox.multiplier1.multipliedFullWidth(by: entityHigh)
        let x0 = first.high ^ entityLow ^ key0
        let x1 = first.low
        let x2 = high0 ^ Words(repeating: address.purpose ^ key1)
        let x3 = low0
        var k0 = key0 &+ Philox.weyl0
        var k1 = key1 &+ Philox.weyl1
        // Round 2.
        let second = Philox.multiplier0.multipliedFullWidth(by: x0)
        let product = Philox.multiply(x2, by: Philox.multiplier1)
        var c0 = product.high ^ Words(repeating: x1 ^ k0)
        var c1 = product.low
        var c2 = x3 ^ Words(repeating: second.high ^ k1)
        var c3 = Words(repeating: second.low)
        // Rounds 3 to 10.
        for _ in 0..<8 {
            k0 &+= Philox.weyl0
            k1 &+= Philox.weyl1
            let a = Philox.multiply(c0, by: Philox.multiplier0)
            let b = Philox.multiply(c2, by: Philox.multiplier1)
            c0 = b.high ^ c1 ^ Words(repeating: k0)
            c1 = b.low
            c2 = a.high ^ c3 ^ Words(repeating: k1)
            c3 = a.low
        }
        return Quad(c0, c1, c2, c3)
    }
}
