internal import DrillResults

/// The share of cases that lose at least so much, falling from left to right, with the table behind it. The money axis
/// has the same distance between any two powers of ten and is straight in between, so that no logarithm is needed.
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

    /// Powers of ten from below the smallest to above the greatest loss.
    private var decades: [Double] {
        let (least, most) = (shown.map(\.loss).min() ?? 1, shown.map(\.loss).max() ?? 10)
        var low = 1.0
        while low * 10 <= least, low < 1e15 { low *= 10 }
        while low > least, low > 1e-6 { low /= 10 }
        var decades = [low, low * 10]
        while decades[decades.count - 1] < most, decades.count < 24 { decades.append(decades[decades.count - 1] * 10) }
        return decades
    }

    /// From 0 to 1000.
    private func x(_ loss: Double, _ decades: [Double]) -> Int {
        let step = 1000 / Double(decades.count - 1)
        for index in 1..<decades.count where loss <= decades[index] {
            let low = decades[index - 1]
            return Int((step * (Double(index - 1) + max(0, loss - low) / (decades[index] - low))).rounded())
        }
        return 1000
    }

    /// The scale's upper end: 10, 25, 50 or 100 %.
    private var ceiling: Double {
        let most = shown.map(\.probability).max() ?? 1
        return [0.1, 0.25, 0.5].first { most <= $0 } ?? 1
    }

    private var line: String {
        let (decades, ceiling) = (decades, ceiling)
        return shown.map { point in
            let y = 1000 - Int((min(1, max(0, point.probability / ceiling)) * 1000).rounded())
            return "\(x(point.loss, decades)),\(y)"
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
        let decades = decades
        let every = decades.count > 6 ? 2 : 1
        let lines = decades.indices.map { index -> Markup in
            let place = Coordinate(100 * Double(index) / Double(decades.count - 1)).attribute
            let anchor: Markup = index == 0 ? "start" : index == decades.count - 1 ? "end" : "middle"
            let label: Markup =
                index % every == 0
                ? """
                <text x="\(place)" y="\(Self.top + Self.height + 18)" text-anchor="\(anchor)">\
                \(Wording.count(decades[index]))</text>
                """ : .empty
            return """
                <line class="grid" x1="\(place)" x2="\(place)" y1="\(Self.top)" y2="\(Self.top + Self.height)"/>\(label)
                """
        }
        return "\(lines)"
    }
}
