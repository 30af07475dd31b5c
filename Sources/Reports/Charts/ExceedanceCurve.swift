internal import DrillResults

/// The share of cases that lose at least so much, falling from left to right, with the table behind it. The money axis
/// is logarithmic.
struct ExceedanceCurve {
    var points: [ExceedancePoint]
    var currency: String
    /// "tried attacks", "years".
    var unit: String
    var title: String

    private static let top = 18
    private static let height = 150

    var markup: Markup {
        guard !shown.isEmpty else { return .empty }
        return """
            <figure class="curve">
            <svg width="100%" height="\(Self.top + Self.height + 44)" role="img"><title>Loss exceedance of \(title)</title>\
            <desc>\(alternative)</desc>\
            <text x="0" y="12">share of \(unit) that lose at least so much</text>\(rows)\(columns)\
            <svg x="0" y="\(Self.top)" width="100%" height="\(Self.height)" viewBox="0 0 1000 1000" \
            preserveAspectRatio="none"><polyline class="curve-line" points="\(line)"/></svg>\
            <text x="100%" y="\(Self.top + Self.height + 38)" text-anchor="end">loss, \(currency)</text></svg>
            <details><summary>The figures behind the curve</summary>
            \(table)</details>
            </figure>

            """
    }

    private var shown: [ExceedancePoint] { points.filter { $0.loss > 0 && $0.loss.isFinite } }

    private var alternative: String {
        shown.map { "\(Wording.share($0.probability)) lose \(Wording.money($0.loss, currency: currency)) or more" }
            .joined(separator: "; ") + "."
    }

    private var table: Markup {
        Table(
            caption: "Of \(unit), the share that lose at least so much", style: "small",
            columns: [.init("Loss", .name), .init("Share", .number)],
            rows: shown.map { ["\(Wording.money($0.loss, currency: currency))", "\(Wording.share($0.probability))"] }
        ).markup
    }

    // MARK: Scales

    private var scale: DecadeScale { DecadeScale(covering: shown.map(\.loss)) }

    /// The scale's upper end: 10, 20, 50 or 100 %.
    private var ceiling: Double {
        let most = shown.map(\.probability).max() ?? 1
        return [0.1, 0.2, 0.5].first { most <= $0 } ?? 1
    }

    private var line: String {
        let (scale, ceiling) = (scale, ceiling)
        return shown.map { point in
            let y = 1000 - Int((min(1, max(0, point.probability / ceiling)) * 1000).rounded())
            return "\(Int((scale.place(of: point.loss) * 1000).rounded())),\(y)"
        }.joined(separator: " ")
    }

    private var rows: Markup {
        let ceiling = ceiling
        let lines = [1.0, 0.5, 0].map { part -> Markup in
            let y = Self.top + Int((Double(Self.height) * (1 - part)).rounded())
            let label = part > 0 ? "\(Int((ceiling * part * 1000).rounded()) / 10) %" : ""
            return """
                <line class="grid" x1="0" x2="100%" y1="\(y)" y2="\(y)"/><text x="2" y="\(y + 14)">\(label)</text>
                """
        }
        return "\(lines)"
    }

    private var columns: Markup {
        let decades = scale.decades
        let every = decades.count > 6 ? 2 : 1
        let lines = decades.indices.map { index -> Markup in
            let place = Coordinate(100 * Double(index) / Double(decades.count - 1)).attribute
            let anchor: Markup = index == 0 ? "start" : index == decades.count - 1 ? "end" : "middle"
            let label: Markup =
                index % every == 0 || index == decades.count - 1
                ? """
                <text\(Markup(trusted: index == 0 || index == decades.count - 1 ? "" : " class=\"inner\"")) x="\(place)" y="\(Self.top + Self.height + 18)" text-anchor="\(anchor)">\
                \(Wording.count(decades[index]))</text>
                """ : .empty
            return """
                <line class="grid" x1="\(place)" x2="\(place)" y1="\(Self.top)" y2="\(Self.top + Self.height)"/>\(label)
                """
        }
        return "\(lines)"
    }
}
