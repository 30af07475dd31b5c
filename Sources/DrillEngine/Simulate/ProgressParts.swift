/// One progress out of several parts that are done one after the other.
///
/// Weights are rough shares of the whole, judged on the sample exercise and not measured one by one; another exercise
/// divides its time otherwise, which moves an estimate but never lets it stand still.
struct ProgressParts: Sendable {
    private let weights: [Double]
    private let progress: @Sendable (RunProgress) -> Void

    /// - Parameter weights: of each part, in any unit.
    init(_ weights: [Double], _ progress: @escaping @Sendable (RunProgress) -> Void) {
        self.weights = weights
        self.progress = progress
    }

    /// What a part is to tell its own progress to.
    func part(_ number: Int) -> @Sendable (RunProgress) -> Void {
        let all = weights.reduce(0, +)
        let (before, weight) = (weights[..<number].reduce(0, +), weights[number])
        let progress = progress
        return { progress(RunProgress(share: min(1, (before + weight * $0.share) / all))) }
    }
}
