/// Philox4x32-10 as published (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011), one block at a time.
enum OraclePhilox {
    static func block(counter: [UInt32], key: [UInt32]) -> [UInt32] {
        var c = counter
        var k = key
        for round in 0..<10 {
            if round > 0 {
                k[0] &+= 0x9E37_79B9
                k[1] &+= 0xBB67_AE85
            }
            let first = UInt64(c[0]) * 0xD251_1F53
            let second = UInt64(c[2]) * 0xCD9E_8D57
            c = [
                UInt32(second >> 32) ^ c[1] ^ k[0],
                UInt32(second & 0xFFFF_FFFF),
                UInt32(first >> 32) ^ c[3] ^ k[1],
                UInt32(first & 0xFFFF_FFFF),
            ]
        }
        return c
    }
}
