internal import DrillResults

/// What each unknown does to one outcome when it is put at either end; widest first. The scale covers the bars only.
struct TornadoChart {
    var drivers: [Driver]
    /// The outcome's share today.
    var today: Double
    var trials: Int
    /// Says which fix an id stands for.
    var firsts: (LeverID) -> String

    var markup: Markup {
        Table(
            caption: "Share of trials that reach it, at either end of one unknown", style: "tornado",
            columns: [
                .init("What is not known", .name), .init("Share of trials", .chart, axis: axis),
                .init("Lowest, if", .text), .init("Highest, if", .text), .init("How to find out", .text),
            ],
            rows: drivers.map { driver in
                [
                    "\(driver.title) <small>\(Self.kind(driver.kind))</small>", bar(driver),
                    "<strong>\(share(driver.low))</strong> <small>\(driver.lowWords)</small>",
                    "<strong>\(share(driver.high))</strong> <small>\(driver.highWords)</small>",
                    "\(driver.advice)\(driver.changesFirst.map { first($0) } ?? .empty)",
                ]
            }
        ).markup
    }

    private static func kind(_ kind: Driver.Kind) -> String {
        switch kind {
        case .unknownAnswer: "an answer of yours"
        case .catalogFigure: "a figure of the catalog"
        case .scenarioFigure: "a figure of the attack"
        }
    }

    private func share(_ value: Double) -> String { Wording.probability(value, trials: trials) }

    private func first(_ id: LeverID) -> Markup {
        " <strong>At one end another fix is first:</strong> \(firsts(id))."
    }

    // MARK: Scale

    /// Whole tens of percent around all bars.
    private var bounds: (low: Int, high: Int) {
        let values = drivers.flatMap { [$0.low, $0.high] } + [today]
        let low = Int(((values.min() ?? 0) * 10).rounded(.down)) * 10
        let high = Int(((values.max() ?? 1) * 10).rounded(.up)) * 10
        return (max(0, min(low, 90)), min(100, max(high, low + 10)))
    }

    private func place(_ share: Double) -> Coordinate {
        let (low, high) = bounds
        return Coordinate((share * 100 - Double(low)) / Double(high - low) * 100)
    }

    private var axis: Markup {
        let (low, high) = bounds
        let middle = (low + high) / 2
        let labels = [(low, "start"), (middle, "middle"), (high, "end")].map { value, anchor -> Markup in
            """
            <text x="\(place(Double(value) / 100).attribute)" y="13" text-anchor="\(anchor)">\(value)\
            \(value == high ? " %" : "")</text>
            """
        }
        return """
            <svg class="axis" width="100%" height="18" role="img" aria-label="Scale from \(low) to \(high) %">\(labels)</svg>
            """
    }

    private func bar(_ driver: Driver) -> Markup {
        let (start, end, now) = (place(driver.low), place(driver.high), place(today).attribute)
        return """
            <svg class="bar" width="100%" height="24" role="img"><title>\(driver.title): \(share(driver.low)) if \
            \(driver.lowWords), \(share(driver.high)) if \(driver.highWords).</title>\
            <rect class="track" x="0" y="11" width="100%" height="2"/>\
            <rect class="driver" x="\(start.attribute)" y="4" width="\(start.width(to: end))" height="16"/>\
            <line class="mark thin" x1="\(now)" x2="\(now)" y1="0" y2="24"/></svg>
            """
    }
}
