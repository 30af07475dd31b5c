import Scenarios

/// The catalog on a terminal, at most 100 columns wide.
struct CatalogText {
    let catalog: Catalog
    let words: CatalogWords
    let style: Style

    private static let width = 100

    /// All controls in one table.
    var overview: String {
        var table = Table(columns: [
            Table.Column(title: "control", widest: 24), Table.Column(title: "family", widest: 14),
            Table.Column(title: "levels, from weakest to strongest; [assumed]", widest: 66),
        ])
        for family in ControlFamily.allCases {
            for control in catalog.controls where control.family == family {
                let levels = control.levels.map { $0.id == control.assumed ? "[\($0.id)]" : $0.id }
                table.rows.append([
                    Table.Cell(control.id), Table.Cell(family.rawValue, .aside),
                    Table.Cell(levels.joined(separator: " ")),
                ])
            }
        }
        let twoWay = catalog.controls.filter { $0.twoWay != nil }.map(\.id).joined(separator: ", ")
        let foot = [
            "\(catalog.controls.count) controls, release \(catalog.release). \(words.totals(catalog.figures)).",
            twoWay.isEmpty ? nil : "Two-way, they can also make things worse: \(twoWay).",
            "[assumed]: the level taken where an organization does not mention the control.",
            "More: drillctl catalog <control>",
        ].compactMap(\.self)
        return table.text(style) + "\n" + foot.flatMap { $0.wrapped(toWidth: Self.width) }.joined(separator: "\n")
            + "\n"
    }

    /// One control: what it is, each level with its effects, and what the figures rest on.
    func page(_ control: Control) -> String {
        var lines = [style(.heading, control.title.printable) + "   \(control.id), family \(control.family.rawValue)"]
        if let help = control.help { lines += help.printable.wrapped(toWidth: Self.width) }
        if let twoWay = control.twoWay { lines += "Two-way: \(twoWay)".printable.wrapped(toWidth: Self.width) }
        lines.append("")
        let scopes = words.scopes(of: control)
        for scope in scopes {
            let label = words.label(scope, among: scopes)
            lines += indented("Acts on \(label.isEmpty ? "" : "\(label) ")\(words.scope(scope))", by: 0)
        }
        if !scopes.isEmpty { lines.append("") }
        for level in control.levels { lines += page(level, of: control, scopes) }
        if let sight = control.sight, let words = words.sight(of: control) {
            lines += indented("At every level \(words): \(rests(on: sight.citation))", by: 0) + [""]
        }
        lines += conflicts(of: control)
        let ids = [("ATT&CK", control.mitigations), ("NIST 800-53", control.nist)].filter { !$0.1.isEmpty }
        lines += ids.flatMap { "\($0): \($1.joined(separator: ", "))".wrapped(toWidth: Self.width) }
        lines.append(words.totals(control.figures) + ".")
        if !control.mitigations.isEmpty || control.namesTechniques {
            lines += CatalogWords.notice.wrapped(toWidth: Self.width)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func page(_ level: ControlLevel, of control: Control, _ scopes: [EffectScope]) -> [String] {
        let marks = [
            level.id == control.assumed ? "assumed" : nil, level.id == control.reference ? "reference" : nil,
        ].compactMap(\.self)
        let mark = marks.isEmpty ? "" : " [\(marks.joined(separator: ", "))]"
        var lines = [style(.good, level.id) + style(.aside, mark)]
        lines += indented(level.title, by: 2)
        if let effort = level.effort {
            lines += indented("effort from the level below: \(words.effort(effort))", by: 2)
        }
        if let delay = control.delays[level.id] {
            lines += indented("- arrives: \(words.delay(delay))", by: 2)
            lines += indented("source: \(rests(on: control.delaySources[level.id] ?? Citation()))", by: 6)
        }
        if level.effects.isEmpty, control.delays[level.id] == nil { lines += indented("- changes nothing", by: 2) }
        for (scope, text) in words.statements(level, among: scopes) {
            let label = words.label(scope, among: scopes)
            lines += indented("- \(label.isEmpty ? "" : "\(label) ")\(text)", by: 2)
        }
        let figures = level.effects.flatMap(\.figures).map(\.figure)
        for source in figures.map({ rests(on: $0.citation) }).distinct where source != "judgement" {
            let which = figures.filter { rests(on: $0.citation) == source }.map { words.triple($0) }
            lines += indented("\(which.distinct.joined(separator: ", ")): \(source)", by: 6)
        }
        if !figures.isEmpty, figures.allSatisfy(\.isJudgement) { lines += indented("all judgement", by: 6) }
        return lines + [""]
    }

    private func conflicts(of control: Control) -> [String] {
        control.conflicts.flatMap { conflict in
            let figure = conflict.figure
            return indented(
                "Conflict, not used: at \(conflict.level), \(rests(on: figure.citation)) gives \(words.value(conflict)). "
                    + conflict.why, by: 0) + [""]
        }
    }

    private func rests(on citation: Citation) -> String {
        let standing = words.standing(citation)
        return words.source(citation) + (standing.isEmpty ? "" : " [\(standing)]")
    }

    private func indented(_ text: String, by indent: Int) -> [String] {
        // Under a dash the following lines stand two further in.
        let isItem = text.hasPrefix("- ")
        // A number and its percent sign stay together.
        let bound = text.printable.split(separator: " %", omittingEmptySubsequences: false).joined(separator: "\u{A0}%")
        let lines = bound.wrapped(toWidth: Self.width - indent - (isItem ? 2 : 0))
        return lines.enumerated().map { index, line in
            String(repeating: " ", count: indent + (isItem && index > 0 ? 2 : 0))
                + line.split(separator: "\u{A0}", omittingEmptySubsequences: false).joined(separator: " ")
        }
    }
}

extension Control {
    /// Whether any effect names a technique or a tactic.
    var namesTechniques: Bool {
        levels.contains { $0.effects.contains { !$0.on.techniques.isEmpty || !$0.on.tactics.isEmpty } }
    }
}

extension [String] {
    /// Each text once, in order.
    var distinct: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
