import Scenarios

/// docs/catalog.md: the catalog as a page to read.
struct CatalogMarkdown {
    let catalog: Catalog
    let words: CatalogWords

    /// The page, ended by a newline.
    var text: String { page.text }

    private var page: Markdown {
        var parts = [head, overview, howToRead]
        for family in ControlFamily.allCases {
            let controls = catalog.controls.filter { $0.family == family }
            guard !controls.isEmpty else { continue }
            parts.append("## \(family.heading)\n")
            parts += controls.map(section)
        }
        parts += [response, sources, own, notice]
        return parts.joined(separator: "\n")
    }

    // MARK: Opening

    private var head: Markdown {
        """
        <!-- Generated from the catalog by `drillctl catalog --format markdown`; do not edit. -->
        # The catalog of controls

        What each control is, what each of its levels does to an attack, and what every figure rests on.
        Release \(catalog.release): \(catalog.controls.count) controls, \(words.totals(catalog.figures)).

        Most figures are **judgement**: ordered (a stronger level never does less), with a wide range, and set by
        experience, because no publication measures them. Where a publication is cited it is the original one; *read in a
        copy* means that only a copy of its figures was at hand, and then it bears medium trust at best. Replace what you
        know better: see [your own catalog](#your-own-catalog).

        """
    }

    private var overview: Markdown {
        var text: Markdown =
            "| control | family | levels, from weakest to strongest | figures | of these judgement |\n|---|---|---|---:|---:|\n"
        for family in ControlFamily.allCases {
            for control in catalog.controls where control.family == family {
                let levels = control.levels.map { level -> Markdown in
                    level.id == control.assumed ? "**\(level.id)**" : "\(level.id)"
                }
                let figures = control.figures
                text += Markdown.row([
                    "[\(control.title)](#\(anchor(control)))", "\(family.heading)", levels.joined(separator: ", "),
                    "\(figures.count)", "\(figures.count { $0.isJudgement })",
                ])
            }
        }
        return text + "\nIn bold: the level that is assumed where an organization does not mention the control.\n"
    }

    private var howToRead: Markdown {
        """
        How to read it:

        - *65 % of the tries that would succeed still do (40–90)*: 65 % is the likeliest value; each world of a run draws
          one between 40 % and 90 %, and all its trials share it. Factors of several controls multiply.
        - *14 % of tries are noticed*: by an alert that someone acts on, not a line in a log.
        - *80 % of its noticing is sight*: of a chance of 14 %, a technique is seen at all with 0.14 to the power of 0.8, which
          is 21 %; where it is seen, each try is noticed with the rest, 67 %, and elsewhere none ever is. 0 %: every try stands
          for itself.
        - A level counts only for the steps that are named, and only on the way in which the control stands.
        - **Assumed** is the level taken where an organization does not mention the control; **reference** is the level at
          which other families stand while one family is scored.
        - **Effort** is the work to come here from the level below: small up to 10 person-days, medium up to 50, large up
          to 150, very large beyond.
        - The presets *optimistic* and *pessimistic* draw from the half of each range that favours the defender, or the
          attacker.

        """
    }

    // MARK: Controls

    private func section(_ control: Control) -> Markdown {
        var text: Markdown = "### \(control.title)\n\n`\(control.id)`. \(control.help ?? "")\n\n"
        if let twoWay = control.twoWay { text += "**Two-way.** \(twoWay)\n\n" }
        let scopes = words.scopes(of: control)
        let acts = scopes.map { scope in labelled(scope, words.scope(scope), among: scopes) }
        if acts.count == 1 { text += "Acts on \(acts[0]).\n\n" }
        if acts.count > 1 { text += "Acts on\n\n\(acts.map { "- \($0)\n" as Markdown }.joined())\n" }
        text += "| level | what it does | effort to come here |\n|---|---|---|\n"
        for level in control.levels { text += levelRow(level, of: control, scopes) }
        text += "\n"
        if let sight = words.sight(of: control) { text += "At every level \(sight).\n\n" }
        for conflict in control.conflicts {
            let standing = words.standing(conflict.figure.citation)
            let source = words.source(conflict.figure.citation)
            text += "**Conflict.** At `\(conflict.level)`, \(source) gives \(words.value(conflict))"
            text += standing.isEmpty ? ". " : " (\(standing)). "
            text += "\(conflict.why)\n\n"
        }
        text += figureTable(control)
        let ids = [
            control.mitigations.isEmpty ? nil : "ATT&CK mitigations \(control.mitigations.joined(separator: ", "))",
            control.nist.isEmpty ? nil : "NIST SP 800-53 \(control.nist.joined(separator: ", "))",
        ].compactMap(\.self)
        if !ids.isEmpty { text += "\(ids.joined(separator: ". ")).\n" }
        return text
    }

    private func levelRow(_ level: ControlLevel, of control: Control, _ scopes: [EffectScope]) -> Markdown {
        let marks = [
            level.id == control.assumed ? "assumed" : nil, level.id == control.reference ? "reference" : nil,
        ].compactMap(\.self)
        var name: Markdown = "`\(level.id)`"
        if !marks.isEmpty { name += " (\(marks.joined(separator: ", ")))" }
        var does = words.statements(level, among: scopes).map { labelled($0, $1, among: scopes) }
        if let delay = control.delays[level.id] { does.append("arrives: \(words.delay(delay))") }
        if does.isEmpty { does.append("changes nothing") }
        return .row([
            "\(name)<br>\(level.title)", does.joined(separator: "<br>"), "\(level.effort.map(words.effort) ?? "")",
        ])
    }

    /// "(a) steps of …", where a control acts on several kinds of steps.
    private func labelled(_ scope: EffectScope, _ text: String, among scopes: [EffectScope]) -> Markdown {
        let label = words.label(scope, among: scopes)
        return label.isEmpty ? "\(text)" : "\(label) \(text)"
    }

    /// Cited figures one by one; what is judgement is counted.
    private func figureTable(_ control: Control) -> Markdown {
        let figures = control.figures
        let cited = figures.filter { !$0.isJudgement }
        guard !cited.isEmpty else {
            return figures.isEmpty ? .empty : "All \(figures.count) figures are judgement.\n\n"
        }
        var text: Markdown = "| level | figure: low/likely/high | publication | standing |\n|---|---|---|---|\n"
        var seen: Set<String> = []
        for figure in cited {
            let line = Markdown.row([
                "`\(figure.level)`",
                "\(words.meaning(figure.meaning))\(figure.estimate.map { " " + words.triple($0) } ?? "")",
                "\(words.source(figure.citation))", "\(words.standing(figure.citation))",
            ])
            if seen.insert(line.text).inserted { text += line }
        }
        let judged = figures.count - cited.count
        return text + (judged > 0 ? "\nThe other \(judged) figures are judgement.\n\n" : "\n")
    }

    // MARK: Closing

    private var response: Markdown {
        let times = [
            ("a hand-off of the response chain", catalog.response.handOff),
            ("containment of a department", catalog.response.containment),
            ("repair of an asset", catalog.response.repair),
        ]
        var text: Markdown = """
            ## Response times that stand for unknown answers

            Where an organization answers *unknown*, one world draws one median from the range; a tenth takes longer than the
            median times the spread.

            | time | median, likeliest | range | spread | source |
            |---|---|---|---|---|

            """
        for (name, time) in times {
            let median = time.medianHours
            text += .row([
                "\(name)", "\(words.hours(median.likely))",
                "\(words.hours(median.low)) to \(words.hours(median.high))", "\(time.spread.plainText)",
                "\(words.source(median.citation))",
            ])
        }
        return text
    }

    private var sources: Markdown {
        """
        ## Where the sources and their conflicts are weighed

        [Sources and conflicts](catalog-sources.md) says what each publication measured, what speaks against it, and which
        published figures contradict each other. Contradictions are shown, never averaged.

        """
    }

    private var own: Markdown {
        """
        ## Your own catalog

        `drillctl catalog --format document > own-catalog.json` writes the whole catalog as a document. Change what you know
        better, name its source, and run with it: `drillctl run exercise.json --catalog own-catalog.json`. `validate` and
        `lint` take `--catalog` too. The document becomes part of the run: its digest is in the run's identity, and `replay`
        uses the stored copy. In the same way `--attack enterprise-attack.json` puts MITRE's newer release in place of the
        built-in techniques.

        """
    }

    private var notice: Markdown {
        """
        ## Notices

        \(CatalogWords.notice) Of ATT&CK only ids, names, tactics and links to mitigations are taken, no description.

        Control ids such as AC-2(1) are those of NIST SP 800-53 revision 5. Naming them says where a control belongs, not
        that a requirement is met.

        """
    }

    private func anchor(_ control: Control) -> String {
        let kept = control.title.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
        return kept.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "-")
    }
}
