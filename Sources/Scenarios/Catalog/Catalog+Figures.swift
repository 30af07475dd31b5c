/// A figure of the catalog, and where it stands.
public struct CatalogFigure: Sendable, Equatable {
    /// What a figure says.
    public enum Meaning: String, Sendable, CaseIterable {
        case success, duration, noticing, noticeDelayHours, noticeDelayFactor, repair, effort
        /// The part of a control's noticing that is sight, for all its levels.
        case sight
        /// A response time that stands for an unknown answer.
        case response
        /// A delay of a level, such as that of a fix.
        case delay
    }

    /// Id of the control; empty for response times.
    public var control: String
    /// Id of the level; empty for what serves all levels; for response times the hand-off, containment or repair.
    public var level: String
    /// What it says.
    public var meaning: Meaning
    /// Low, likely and high; nil for a delay, which is a distribution.
    public var estimate: Estimate?
    /// What it rests on.
    public var citation: Citation

    /// Whether it is somebody's judgement rather than a citation.
    public var isJudgement: Bool { citation.source.isEmpty || citation.source == "judgement" }
}

extension Catalog {
    /// Every figure: those of effects, efforts, delays and response times, in the order of the catalog.
    public var figures: [CatalogFigure] {
        let times = [("handOff", response.handOff), ("containment", response.containment), ("repair", response.repair)]
        return controls.flatMap(\.figures)
            + times.map { name, time in
                CatalogFigure(
                    control: "", level: name, meaning: .response, estimate: time.medianHours,
                    citation: time.medianHours.citation)
            }
    }
}

extension Control {
    /// Every figure of the control, level by level; delays of a level follow its effects, what serves all levels comes last.
    public var figures: [CatalogFigure] {
        let ofAll = sight.map {
            CatalogFigure(control: id, level: "", meaning: .sight, estimate: $0, citation: $0.citation)
        }
        return levels.flatMap(figures) + [ofAll].compactMap(\.self)
    }

    private func figures(of level: ControlLevel) -> [CatalogFigure] {
        var figures: [CatalogFigure] = []
        func add(_ meaning: CatalogFigure.Meaning, _ estimate: Estimate?, citation: Citation) {
            figures.append(
                CatalogFigure(control: id, level: level.id, meaning: meaning, estimate: estimate, citation: citation))
        }
        for effect in level.effects {
            for (meaning, figure) in effect.figures { add(meaning, figure, citation: figure.citation) }
        }
        if delays[level.id] != nil { add(.delay, nil, citation: delaySources[level.id] ?? Citation()) }
        if let effort = level.effort { add(.effort, effort, citation: effort.citation) }
        return figures
    }
}

extension Effect {
    /// The figures that are there, with what each says.
    public var figures: [(meaning: CatalogFigure.Meaning, figure: Estimate)] {
        let all: [(CatalogFigure.Meaning, Estimate?)] = [
            (.success, success), (.duration, duration), (.noticing, noticing), (.noticeDelayHours, noticeDelayHours),
            (.noticeDelayFactor, noticeDelayFactor), (.repair, repair),
        ]
        return all.compactMap { meaning, figure in figure.map { (meaning, $0) } }
    }
}

extension Estimate {
    /// What the figure rests on.
    public var citation: Citation {
        var citation = Citation()
        (citation.source, citation.year, citation.seen, citation.trust) = (source ?? "", year, seen, trust)
        return citation
    }
}

/// How much work an upgrade is, in a word.
public enum EffortClass: String, Sendable, CaseIterable {
    /// Up to 10 person-days.
    case small
    /// Up to 50.
    case medium
    /// Up to 150.
    case large
    /// More.
    case veryLarge = "very large"

    /// The class of an effort in person-days, by its likeliest value.
    public init(of effort: Estimate) {
        switch effort.likely {
        case ...10: self = .small
        case ...50: self = .medium
        case ...150: self = .large
        default: self = .veryLarge
        }
    }
}
