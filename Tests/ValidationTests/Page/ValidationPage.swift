import Scenarios

/// `docs/validation.md`: the rows, what they rest on, and what they do not show.
struct ValidationPage {
    let study: Study
    let rows: [Row]
    let citations: Citations

    var text: String {
        let parts = [
            introduction, summary, method, sections, RestOfPage.meaning, stories, population, notCompared, kin, sources,
            RestOfPage.licence,
        ]
        return parts.joined(separator: "\n\n") + "\n"
    }

    private var counted: [Row] { rows.filter { $0.verdict == .inside || $0.verdict == .outside } }
    private var inside: Int { counted.count { $0.verdict == .inside } }

    // MARK: - Head

    private var introduction: String {
        """
        # Validation

        <!-- Written by Tests/ValidationTests; RECORD_SNAPSHOTS=1 writes it again. -->

        What the model gives for a stated population of organizations, beside what others have counted. No parameter was
        fitted to a figure that counts here. **\(inside) of \(counted.count) independent rows lie inside a band that was
        stated before the first run.** Misses stay printed, each with the reason as we see it.

        A match here does not make a drill a forecast. Published figures speak of incidents that were met, found and
        told; the model speaks of attacks *if they are tried*. Where the two differ in kind, the row says whom each side
        counts.
        """
    }

    private var summary: String {
        let questions = Target.Section.allCases.map { section in
            (name: section.rawValue, rows: rows.filter { $0.target.section == section })
        }
        let subjects = Target.Subject.allCases.map { subject in
            (name: subject.rawValue, rows: rows.filter { $0.target.tests == subject })
        }
        return """
            ## In short

            \(Self.counts("Question", questions))

            The same rows, by what a match or a miss tells of (sorted after the first run; see *what this shows*):

            \(Self.counts("What the row tests", subjects))
            """
    }

    private static func counts(_ title: String, _ groups: [(name: String, rows: [Row])]) -> String {
        var table = MarkdownTable(head: [title, "Rows", "Inside", "Outside", "Not counted"], numeric: [1, 2, 3, 4])
        for (name, rows) in groups {
            let inside = rows.count { $0.verdict == .inside }
            let outside = rows.count { $0.verdict == .outside }
            table.rows.append([name] + [rows.count, inside, outside, rows.count - inside - outside].map { String($0) })
        }
        return table.text
    }

    private var method: String {
        """
        ## How it is compared

        - **Population.** \(study.population.count) organizations, drawn from the tables below by a fixed sequence. They
          were written down, as were targets and bands, before the first run. None was moved afterwards, but
          that the two rows on fixes at the edge, which do not count, were turned from portals to devices at the edge.
        - **Tries.** Every story of the library is tried on every organization to which it applies, \(Study.trials) trials
          each over \(Study.worlds) worlds (\(Figures.grouped(study.outcomes.count)) trials in all), with the default
          options of decisions. *One try of each story* is the mix of attacks unless a row says otherwise. It is no claim
          about how often such attacks are met.
        - **Weighted as VCDB.** Rows that are compared with VCDB weigh the cases so that kinds of action and lines of
          business have VCDB's shares (hacking, malware and social attacks 3,543, misuse 1,719, error 2,469, physical
          1,594 incidents). These shares are used, so they are not compared with anything.
        - **Ours** is the value over all cases, and in brackets the 5th to 95th percentile over the worlds: chance, and
          what catalog and stories leave open. The population is the same in all of them.
        - **Other mixes** tells from where to where the value goes if each story makes up the same share of the cases,
          or if any one story is left out.
        - **Band.** The published interval, widened by a factor of two: in the odds for a share, in the value for a time
          or a number. The interval is Wilson's 90 % for counted cases, the span where years or publications differ, and
          the bare figure where no error is stated. A row is *inside* if our value is.
        - **Cases.** Every row rests on at least \(Figures.grouped(rows.map(\.cases).min() ?? 0)) trials.
        - **Independent** is a row if no figure of catalog or stories cites the same figure. A test looks through all
          their citations. Rows that are not are printed and do not count.
        - **An incident begins** with the first completed step that is no reconnaissance; for an insider with the first
          copy, for errors and thefts when readable data leaves. It is **known** if the first alert comes before the
          story's horizon. What becomes known later is not counted on our side, and is on theirs.
        """
    }

    // MARK: - Rows

    private var sections: String {
        Target.Section.allCases.map { section -> String in
            let own = rows.filter { $0.target.section == section }
            var table = MarkdownTable(
                head: ["What", "Published", "Of whom", "Band", "Ours", "Of whom", "Other mixes", "Tests", ""])
            table.rows = own.map(cells)
            let misses = Self.misses(own.filter { $0.verdict != .inside })
            let text = "## \(section.rawValue)\n\n\(table.text)"
            return misses.isEmpty ? text : "\(text)\n\n\(misses.joined(separator: "\n"))"
        }.joined(separator: "\n\n")
    }

    /// One line for each reason, in the order of the rows.
    private static func misses(_ rows: [Row]) -> [String] {
        var reasons: [String] = []
        for row in rows where !reasons.contains(row.target.why) { reasons.append(row.target.why) }
        return reasons.map { why in
            let names = rows.filter { $0.target.why == why }.map { "**\($0.target.title)** (\($0.verdict.rawValue))" }
            return "- \(names.joined(separator: "; ")): \(why)"
        }
    }

    private func cells(_ row: Row) -> [String] {
        let target = row.target
        let reference = "[\(number(of: target.publication))]"
        let value = row.value.map { Figures.value($0, target.unit) } ?? "none"
        return [
            target.title, "\(target.published) \(reference)", target.theirs,
            Figures.range(target.band, target.unit),
            "**\(value)** (\(Figures.range(row.interval, target.unit)))",
            target.ours + (target.mix == .vcdb ? "; weighted as VCDB" : ""),
            row.mixes.map { Figures.range($0, target.unit) } ?? "one story", target.tests.short,
            row.verdict == .inside ? "inside" : "**\(row.verdict.rawValue)**",
        ]
    }

    private var publications: [Publication] {
        var seen: [Publication] = []
        for target in rows.map(\.target) where !seen.contains(target.publication) { seen.append(target.publication) }
        return seen
    }

    private func number(of publication: Publication) -> Int { (publications.firstIndex(of: publication) ?? -1) + 1 }

    // MARK: - What it rests on

    private var stories: String {
        var table = MarkdownTable(
            head: ["Story", "Counted as", "Applies to", "Begins", "Reaches a worst objective", "Known by the horizon"],
            numeric: [2, 3, 4, 5])
        for (number, story) in study.stories.enumerated() {
            let own = study.outcomes.filter { $0.story == number }
            func share(_ holds: (Outcome) -> Bool) -> String {
                own.isEmpty ? "–" : Figures.share(Double(own.count(where: holds)) / Double(own.count))
            }
            let kind = story.isOverSupplier ? "\(story.family.rawValue); over a supplier" : story.family.rawValue
            table.rows.append([
                "\(story.scenario.title) (`\(story.scenario.id)`)", story.isRansom ? "\(kind); ransomware" : kind,
                String(study.applicable[number]), share { $0.start < .infinity }, share { $0.lost < .infinity },
                share(\.isKnown),
            ])
        }
        return """
            ## The stories, each tried once

            \(table.text)
            """
    }

    private var population: String { PopulationTables(population: study.population).text }

    private var notCompared: String {
        let doors = study.outcomes.filter { study.stories[$0.story].exploits && $0.fixed != nil }
        let before = Double(doors.count { $0.exploited < .infinity }) / Double(max(1, doors.count))
        return RestOfPage.notCompared(exploitedBeforeFix: Figures.share(before))
    }

    private var kin: String {
        let kin = citations.kin(of: rows.map(\.target))
        func list(_ texts: [String]) -> String {
            texts.isEmpty ? "- none" : texts.map { "- \($0.replacing("|", with: "·"))" }.joined(separator: "\n")
        }
        return """
            ## The same publishers in catalog and stories

            Sources of figures that name a publisher from the rows above. None is the figure of a row that counts.

            \(list(kin.sources))

            Help texts that tell a reader of such a figure. No parameter rests on them, but whoever set the catalog's figures
            knew them.

            \(list(kin.help))
            """
    }

    private var sources: String {
        let list = publications.enumerated().map { number, publication in
            "\(number + 1). \(publication.title). Seen: \(publication.seen). Trust: \(publication.trust)."
        }
        return """
            ## Sources

            *Primary*: the data set itself was counted. *Secondary*: the figure was read in a copy or summary of the
            publication, not in the publication itself.

            \(list.joined(separator: "\n"))
            """
    }
}
