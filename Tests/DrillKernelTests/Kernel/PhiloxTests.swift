import DrillKernel
import KernelSamples
import Testing

/// The generator against the known-answer vectors published with Random123, and lanes against single words.
@Suite struct PhiloxTests {
    struct Vector: Sendable, CustomStringConvertible {
        var description: String
        var counter: SIMD4<UInt32>
        var key: SIMD2<UInt32>
        var answer: SIMD4<UInt32>
    }

    /// The lines `philox4x32 10` of Random123's kat_vectors.
    static let published = [
        Vector(
            description: "zeros", counter: SIMD4(repeating: 0), key: SIMD2(repeating: 0),
            answer: SIMD4(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8)),
        Vector(
            description: "ones", counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max),
            answer: SIMD4(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD)),
        Vector(
            description: "digits of pi", counter: SIMD4(0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344),
            key: SIMD2(0xA409_3822, 0x299F_31D0),
            answer: SIMD4(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1)),
    ]

    @Test(arguments: published)
    func publishedAnswers(vector: Vector) {
        #expect(Philox.block(counter: vector.counter, key: vector.key) == vector.answer)
    }

    @Test func aWordIsPartOfItsTrialsBlock() {
        // The vector of pi's digits: block number 0x243F6A88, so trials four times that and the next three.
        let address = Address(entity: 0x1319_8A2E_85A3_08D3, purpose: 0x0370_7344)
        let words = (0..<4).map { offset in
            Philox.word(address, trial: 0x0F5A_A220 + offset, seed: 0x299F_31D0_A409_3822)
        }
        let counter = SIMD4<UInt32>(0x03D6_A888, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344)
        let block = Philox.block(counter: counter, key: SIMD2(0xA409_3822, 0x299F_31D0))
        #expect(words == [block.x, block.y, block.z, block.w])
    }

    @Test func lanesEqualSingleWords() {
        var random = SplitMix(seed: 4)
        for _ in 0..<500 {
            let seed = random.next()
            // Up to the last batch whose trials a 32-bit number can count.
            let batch = random.chance(0.2) ? UInt32(134_217_727) : UInt32(random.int(0...134_217_727))
            let address = Address(entity: random.next(), purpose: UInt32(truncatingIfNeeded: random.next()))
            let words = LaneGenerator(seed: seed, batch: batch).words(address)
            for trial in 0..<32 {
                let vector = [words.a, words.b, words.c, words.d][trial % 4]
                let single = Philox.word(address, trial: batch * 32 + UInt32(trial), seed: seed)
                #expect(vector[trial / 4] == single, "seed \(seed), batch \(batch), trial \(trial)")
            }
        }
    }
}
