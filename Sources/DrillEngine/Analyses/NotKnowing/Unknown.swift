internal import DrillResults

/// Something that is not known, and how it is held at either end.
struct Unknown: Sendable {
    /// One end: what is held there, and how people say it.
    struct End: Sendable {
        var held: HeldUniforms
        var words: String
    }

    var id: String
    var kind: Driver.Kind
    var title: String
    var ends: [End]
    /// How to find out.
    var advice: String

    /// - Parameter hold: Holds the numbers at a point.
    init(
        _ kind: Driver.Kind, id: String, title: String, points: (Double, Double), words: (String, String),
        advice: String, hold: (inout HeldUniforms, Double) -> Void
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.advice = advice
        ends = [(points.0, words.0), (points.1, words.1)].map { point, words in
            var held = HeldUniforms()
            hold(&held, point)
            return End(held: held, words: words)
        }
    }

    /// The driver, with the shares of trials in which the outcome is reached at the ends; nil where they are the same.
    func driver(_ shares: [Double]) -> Driver? {
        guard shares[0] != shares[1] else { return nil }
        let (low, high) = shares[0] < shares[1] ? (0, 1) : (1, 0)
        return Driver(
            id: id, kind: kind, title: title, lowWords: ends[low].words, highWords: ends[high].words,
            low: shares[low], high: shares[high], advice: advice)
    }
}
