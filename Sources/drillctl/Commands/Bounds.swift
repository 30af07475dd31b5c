import ArgumentParser

/// Ranges of numbers on the command line.
enum Bounds {
    /// 2^32 / 4 blocks of four trials would be the counter's end; far below it, and far above patience.
    static let mostTrials = 4_000_000_000

    /// Throws the usage error for a number outside its range.
    static func check(_ option: String, _ value: Int?, within range: ClosedRange<Int>) throws {
        guard let value, !range.contains(value) else { return }
        throw ValidationError(
            "\(option) must lie between \(range.lowerBound) and \(range.upperBound), not be \(value).")
    }
}
