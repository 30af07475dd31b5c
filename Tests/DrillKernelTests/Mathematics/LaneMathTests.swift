import DrillKernel
import Foundation
import Testing

/// Words that matter: both ends, the middle, powers of two, and a scatter.
let probeWords: [UInt32] = {
    var words: [UInt32] = [0, 1, 511, 512, 0x7FFF_FFFF, 0x8000_0000, .max - 512, .max - 1, .max]
    for shift in 0..<32 { words += [1 << shift, (1 << shift) &- 1, ~(1 << shift)] }
    var state: UInt32 = 1
    while words.count < 4096 {
        state = state &* 1_664_525 &+ 1_013_904_223
        words.append(state)
    }
    return words
}()

@Suite("Float32 functions")
struct LaneMathTests {
    @Test("uniform is exact, inside (0, 1) and symmetric")
    func uniform() {
        #expect(LaneMath.uniform(0) == 0x1p-24)
        #expect(LaneMath.uniform(.max) == 1 - 0x1p-24)
        for word in probeWords {
            let u = LaneMath.uniform(word)
            #expect(Double(u) == (Double(word >> 9) + 0.5) / 8_388_608)
            #expect(LaneMath.uniform(~word) == 1 - u)
        }
    }

    @Test("−ln u and z(u) are strictly monotone and accurate at every value of uniform")
    func everyUniform() {
        var worstLog = 0.0
        var worstNormal = 0.0
        var previousLog = Float.infinity
        var previousNormal = -Float.infinity
        var disorder = 0
        for cell in 0..<(1 << 23) as Range<UInt32> {
            let u = LaneMath.uniform(cell << 9)
            let minusLog = LaneMath.negativeLog(u)
            let normal = LaneMath.normalQuantile(u)
            if minusLog >= previousLog || minusLog <= 0 || normal <= previousNormal { disorder += 1 }
            previousLog = minusLog
            previousNormal = normal
            if cell % 61 == 0 || cell < 1000 || cell > (1 << 23) - 1000 {
                worstLog = max(worstLog, abs(Double(minusLog) / -Foundation.log(Double(u)) - 1))
                // The error of z from that of its probability: |Φ(z) − u| / φ(z).
                let z = Double(normal)
                let side = z < 0 ? u : 1 - u
                let error = (0.5 * erfc(abs(z) / 2.0.squareRoot()) - Double(side)) / (0.398_942_280_4 * exp(-z * z / 2))
                worstNormal = max(worstNormal, abs(error / z))
                if LaneMath.normalQuantile(1 - u) != -normal { disorder += 1 }
            }
        }
        #expect(disorder == 0)
        #expect(worstLog < 2.5e-7)
        #expect(worstNormal < 5e-7)
    }

    @Test("exp never falls, is accurate, and saturates")
    func exponential() {
        var previous: Float = 0
        var worst = 0.0
        for step in -900_000...900_000 {
            let x = Float(step) * 1e-4
            let y = LaneMath.exp(x)
            #expect(y >= previous, "at \(x)")
            previous = y
            if abs(x) < 87 {
                worst = max(worst, abs(Double(y) / Foundation.exp(Double(x)) - 1) / max(4, abs(Double(x))))
            }
        }
        #expect(worst < 1e-7)
        // Neighbouring floats, across the seams between powers of two.
        for seam in -20...20 {
            var x = Float(seam) * 0.693_147_2
            for _ in 0..<200 { x = x.nextDown }
            for _ in 0..<400 {
                #expect(LaneMath.exp(x) <= LaneMath.exp(x.nextUp))
                x = x.nextUp
            }
        }
        #expect(LaneMath.exp(0) == 1)
        #expect(LaneMath.exp(-.infinity) < 2e-38)
        #expect(LaneMath.exp(.infinity) > 1.6e38 && LaneMath.exp(.infinity).isFinite)
    }

    @Test("the hazard of a chance: −ln(1 − p), also where p vanishes beside 1")
    func hazard() {
        for shift in [Int32(0), 16] {
            for chance in [1, 2, 4, 300, 65_537, 1 << 23, (1 << 24) - 1, 1 << 24, 1 << 26, 1 << 30] as [UInt32] {
                let p = Double(chance) / Double(UInt64(1) << UInt64(32 + shift))
                let found = Double(LaneMath.hazard(chance, shift: shift))
                let truth = -DeterministicMath.log1p(-p)
                #expect(abs(found / truth - 1) < (shift == 0 && chance >= 1 << 24 ? 4e-5 : 5e-7), "\(p)")
            }
            #expect(LaneMath.hazard(0, shift: shift) == 0)
        }
    }

    @Test("eight lanes agree with one, bit for bit")
    func twins() {
        for start in stride(from: 0, to: probeWords.count, by: 8) {
            var words = SIMD8<UInt32>()
            for lane in 0..<8 { words[lane] = probeWords[start + lane] }
            let u = LaneMath.uniform(words)
            let minusLog = LaneMath.negativeLog(u)
            let normal = LaneMath.normalQuantile(u)
            let power = LaneMath.exp(30 * normal)
            for lane in 0..<8 {
                let one = LaneMath.uniform(words[lane])
                #expect(one.bitPattern == u[lane].bitPattern)
                #expect(LaneMath.negativeLog(one).bitPattern == minusLog[lane].bitPattern)
                let z = LaneMath.normalQuantile(one)
                #expect(z.bitPattern == normal[lane].bitPattern)
                #expect(LaneMath.exp(30 * z).bitPattern == power[lane].bitPattern)
            }
            for shift in [Int32(0), 16] {
                // Shifted chances are below 2^31.
                let chances = shift == 0 ? words : words &>> 1
                let hazard = LaneMath.hazard(chances, shift: shift)
                for lane in 0..<8 {
                    let one = LaneMath.hazard(chances[lane], shift: shift)
                    #expect(one.bitPattern == hazard[lane].bitPattern)
                }
            }
        }
    }
}
