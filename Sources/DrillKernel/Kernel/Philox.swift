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

    /// High words of 32×32→64 products of eight lanes by one constant.
    @inline(__always)
    static func multiplyHigh(_ x: Words, by constant: UInt32) -> Words {
        let pairs = unsafeBitCast(x, to: SIMD4<UInt64>.self)
        let lowMask = SIMD4<UInt64>(repeating: 0xFFFF_FFFF)
        let factor = SIMD4<UInt64>(repeating: UInt64(constant))
        let even = (pairs & lowMask) &* factor
        let odd = (pairs &>> 32) &* factor
        return unsafeBitCast((even &>> 32) | (odd & ~lowMask), to: Words.self)
    }
}

/// The generator for the 32 trials of one batch: eight blocks side by side.
///
/// Trial `32 × batch + 4 × lane + q` is lane `lane` of vector `q`. Even and odd blocks are worked on apart, each word in
/// the low half of a 64-bit lane: `pmuludq` reads only low halves, so products need no sorting and what lies in the
/// high halves does not matter until the end.
package struct LaneGenerator {
    typealias Wide = SIMD4<UInt64>

    let key0: UInt32
    let key1: UInt32
    /// The first round's product of the block number: the same for every address of the batch.
    let evenProduct: Wide
    let oddProduct: Wide

    /// For trials 32 × batch to 32 × batch + 31.
    package init(seed: UInt64, batch: UInt32) {
        key0 = UInt32(truncatingIfNeeded: seed)
        key1 = UInt32(truncatingIfNeeded: seed >> 32)
        func product(_ lane: UInt32) -> UInt64 { UInt64(batch &* 8 &+ lane) &* UInt64(Philox.multiplier0) }
        evenProduct = Wide(product(0), product(2), product(4), product(6))
        oddProduct = Wide(product(1), product(3), product(5), product(7))
    }

    /// The 32 words of an address.
    @inline(__always)
    package func words(_ address: Address) -> Quad<Words> {
        let even = rounds(address, product: evenProduct)
        let odd = rounds(address, product: oddProduct)
        return even.zip(odd) { even, odd in
            unsafeBitCast((even & Wide(repeating: 0xFFFF_FFFF)) | (odd &<< 32), to: Words.self)
        }
    }

    /// Ten rounds for four blocks.
    ///
    /// Round one multiplies only batch constants and address constants, round two one vector instead of two.
    @inline(__always)
    private func rounds(_ address: Address, product: Wide) -> Quad<Wide> {
        let entityLow = UInt32(truncatingIfNeeded: address.entity)
        let entityHigh = UInt32(truncatingIfNeeded: address.entity >> 32)
        // Round 1.
        let first = Philox.multiplier1.multipliedFullWidth(by: entityHigh)
        let x0 = first.high ^ entityLow ^ key0
        let x2 = (product &>> 32) ^ Wide(repeating: UInt64(address.purpose ^ key1))
        var k0 = key0 &+ Philox.weyl0
        var k1 = key1 &+ Philox.weyl1
        // Round 2.
        let second = Philox.multiplier0.multipliedFullWidth(by: x0)
        let mixed = multiply(x2, by: Philox.multiplier1)
        var c0 = (mixed &>> 32) ^ Wide(repeating: UInt64(first.low ^ k0))
        var c1 = mixed
        var c2 = product ^ Wide(repeating: UInt64(second.high ^ k1))
        var c3 = Wide(repeating: UInt64(second.low))
        // Rounds 3 to 10.
        for _ in 0..<8 {
            k0 &+= Philox.weyl0
            k1 &+= Philox.weyl1
            let a = multiply(c0, by: Philox.multiplier0)
            let b = multiply(c2, by: Philox.multiplier1)
            c0 = (b &>> 32) ^ c1 ^ Wide(repeating: UInt64(k0))
            c1 = b
            c2 = (a &>> 32) ^ c3 ^ Wide(repeating: UInt64(k1))
            c3 = a
        }
        return Quad(c0, c1, c2, c3)
    }

    /// Products of the low halves.
    @inline(__always)
    private func multiply(_ x: Wide, by constant: UInt32) -> Wide {
        (x & Wide(repeating: 0xFFFF_FFFF)) &* Wide(repeating: UInt64(constant))
    }
}
