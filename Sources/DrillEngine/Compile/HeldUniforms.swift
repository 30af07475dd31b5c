/// Uniform numbers that are held at one point in all worlds.
struct HeldUniforms: Sendable, Equatable {
    /// An answer's number.
    enum Answer: String {
        case level, coverage
    }

    /// By entity.
    private(set) var values: [UInt64: Double] = [:]
    /// Without their levels.
    private var figures: Set<FigureName> = []
    /// Whether an organization's answer is among them.
    private var hasAnswers = false

    /// Holds a figure's number, which all levels of a control share.
    mutating func hold(_ figure: FigureName, at point: Double) {
        figures.insert(figure.uniform)
        values[EntityHash.of("figure\u{0}\(figure.uniformText)")] = point
    }

    /// Holds the level or coverage of an unknown answer.
    mutating func hold(_ what: Answer, of key: AnswerKey, at point: Double) {
        hasAnswers = true
        values[EntityHash.of(what.rawValue, key.text)] = point
    }

    /// Whether a slot depends on them.
    func concern(_ name: SlotName) -> Bool {
        switch name {
        case .never: false
        case .figure(let figure): figures.contains(figure.uniform)
        case .hazard(let chances, let share, let sight):
            (chances + [share] + (sight.map { [$0] } ?? [])).contains { figures.contains($0.uniform) }
        case .sight(let chances, let sight): (chances + [sight]).contains { figures.contains($0.uniform) }
        case .bound: hasAnswers
        }
    }
}
