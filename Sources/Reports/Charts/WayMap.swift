internal import DrillResults

/// The most frequent ways to the goal as one graph: a line for each way, a stop for each step on each asset, read from
/// top to bottom. Ways that share a step stop in the same row. What is drawn is also written.
struct WayMap {
    let company: CompanyReport
    let story: StoryResult

    private static let pitch = 24

    var markup: Markup {
        let paths = story.paths.filter { !$0.stops.isEmpty }
        guard !paths.isEmpty else { return .empty }
        let stops = WayOrder.stops(of: paths.map(\.stops))
        let width = paths.count * Self.pitch
        let ends = paths.map { path in
            (stops.firstIndex(of: path.stops[0]) ?? 0, stops.firstIndex(of: path.stops[path.stops.count - 1]) ?? 0)
        }
        return """
            <h4>How it gets there</h4>
            <p class="hint">\(paths.count == 1 ? "The way" : "The \(paths.count) most frequent ways") to the goal, from top to \
            bottom, among the traced trials that reach it: \(Self.shares(paths)). A dot is a step that the way takes.</p>
            <table class="ways">
            <caption class="visually-hidden">Ways to the goal, step by step</caption>
            <thead><tr><th scope="col" style="width:\(width)px"><span class="visually-hidden">Ways</span>\
            \(letters(paths, width: width))</th><th scope="col">Step</th><th scope="col" class="seen-by">Its own alert\
            </th></tr></thead>
            <tbody>
            \(stops.enumerated().map { row($0, $1, paths: paths, ends: ends, width: width) })</tbody>
            </table>

            """
    }

    private static func letter(_ index: Int) -> String { String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26))) }

    private static func shares(_ paths: [AttackPath]) -> String {
        paths.enumerated().map { "\(letter($0)) \(Wording.share($1.share))" }.joined(separator: ", ")
    }

    private static func x(_ lane: Int) -> Int { lane * pitch + pitch / 2 }

    private func letters(_ paths: [AttackPath], width: Int) -> Markup {
        let texts = paths.indices.map { lane -> Markup in
            "<text x=\"\(Self.x(lane))\" y=\"14\" text-anchor=\"middle\">\(Self.letter(lane))</text>"
        }
        return "<svg width=\"\(width)\" height=\"18\" aria-hidden=\"true\">\(texts)</svg>"
    }

    private func row(
        _ index: Int, _ stop: PathStop, paths: [AttackPath], ends: [(Int, Int)], width: Int
    ) -> Markup {
        let taking = paths.indices.filter { paths[$0].stops.contains(stop) }
        let lines = paths.indices.map { lane -> Markup in
            guard index >= ends[lane].0, index <= ends[lane].1 else { return .empty }
            let (top, bottom) = (index == ends[lane].0 ? "50%" : "0", index == ends[lane].1 ? "50%" : "100%")
            let weight = 2 + Int((paths[lane].share * 5).rounded())
            let x = Self.x(lane)
            return """
                <line class="way" x1="\(x)" x2="\(x)" y1="\(top)" y2="\(bottom)" stroke-width="\(weight)"/>
                """
        }
        let dots = taking.map { lane -> Markup in
            "<circle class=\"stop\" cx=\"\(Self.x(lane))\" cy=\"50%\" r=\"6\"/>"
        }
        let joint: Markup =
            taking.count > 1
            ? """
            <line class="joint" x1="\(Self.x(taking[0]))" x2="\(Self.x(taking[taking.count - 1]))" y1="50%" y2="50%"/>
            """ : .empty
        let step = company.frame.scenario(story.scenario)?.steps.first { $0.id == stop.step }
        return """
            <tr><td class="lanes"><svg width="\(width)" height="100%" role="img"><title>On \
            \(taking.count == 1 ? "way" : "ways") \(taking.map(Self.letter).joined(separator: " and "))</title>\
            \(lines)\(joint)\(dots)</svg></td><th scope="row">\(.name(stop.title)) \
            <small>\(stop.place.map { "on \($0)" } ?? "")\(step?.technique.map { " · \($0)" } ?? "")</small></th>\
            <td class="seen-by">\(notice(of: step))</td></tr>

            """
    }

    private func notice(of step: StepInfo?) -> Markup {
        guard let step, let found = company.findings(for: story.scenario)?.steps.first(where: { $0.step == step.id }),
            found.completed > 0
        else { return "–" }
        let share = Wording.probability(Double(found.alerted) / Double(found.completed), trials: found.completed)
        return "\(SecurityNotice.badge(found.verdict)) <small>\(share)</small>"
    }
}
