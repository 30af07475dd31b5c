import Scenarios

/// The reference population as tables.
struct PopulationTables {
    let population: [ReferenceOrganization]

    var text: String {
        """
        ## The reference population

        \(population.count) organizations: \(ReferenceOrganization.sectors.count) lines of business with \
        \(PopulationShares.organizationsPerSector.reduce(0, +)) each. The shares of sizes follow \
        \(PopulationShares.sizeSource). Lines of business are equally frequent by judgement; rows weighted as VCDB take its
        shares instead.

        \(sizes)

        **Structure.** Three templates. Small: an office and an IT department. Medium: business, field, administration, IT.
        Large: also a customer desk and a security team. All have computers, a directory, a server, mail, files, accounting,
        a database of staff, an application with its database, and backups. A portal of one's own with a customer database
        behind it: 40 %, 70 %, 90 %. A cloud tenant: 60 %. A gateway for people outside: 50 %, 90 %, all. Tapes: 10 %, 20 %, 30 %. Passwords in the files: half. Retail has
        tills, industry, logistics and hospitals have machines, technology has a build system. A maintenance firm has access,
        and a publisher's updates are installed at the accounting (60 %) or on the administrators' server (40 %); both are
        outside the model, without controls of their own. Records of the main database: 3,000, 40,000, 600,000, over a factor
        of ten either way; other holdings a tenth to a half of that. All judgement.

        **Answers.** One uniform number is an organization's general standing; half of its answers follow it, the other half
        are drawn for themselves (judgement). Shares in per cent, small / medium / large:

        \(answers)

        Controls of the catalog that are not in the table get each level half as often as the one below it (judgement). Keys
        of encrypted databases lie on the same host in half of the cases, with a key service in 35 %, in a module in 15 %
        (judgement).

        **Response.** With a plan: 22 %, 55 %, 73 % (\(PopulationShares.planSource)). Hours, median and slowest tenth:

        \(response)

        Every organization is faster or slower than its class by up to half. Large ones with a plan work round the clock,
        large ones without and medium ones with a plan from 7 to 23 h, the others on business days. Repair of one asset
        without a backup: median 30, 24 and 18 h, slowest tenth 5, 4 and 3 days (judgement).
        """
    }

    private var sizes: String {
        var table = MarkdownTable(head: ["Size", "Organizations", "With a plan", "With a portal"], numeric: [1, 2, 3])
        for size in Size.allCases {
            let own = population.filter { $0.size == size }
            let portals = own.count { $0.organization.departments.flatMap(\.assets).contains { $0.id == "portal" } }
            table.rows.append([size.words] + [own.count, own.count(where: \.hasPlan), portals].map(String.init))
        }
        return table.text
    }

    private var answers: String {
        var table = MarkdownTable(head: ["Control", "Levels", "Coverage above the weakest", "Source"])
        for row in AnswerShares.table {
            let levels = row.shares[0].indices.map { place in
                let shares = row.shares.map { String(Int(($0[place].share * 100).rounded())) }
                return "\(row.shares[0][place].level) \(shares.joined(separator: " / "))"
            }
            let coverage =
                row.coverage == 1...1
                ? "all" : "\(Int(row.coverage.lowerBound * 100))–\(Int(row.coverage.upperBound * 100)) %"
            table.rows.append(["`\(row.control)`", levels.joined(separator: "; "), coverage, row.source])
        }
        return table.text
    }

    private var response: String {
        var table = MarkdownTable(head: ["Stage", "With a plan", "Without"], numeric: [1, 2])
        for stage in ResponseTemplate.stages {
            func hours(_ times: (median: Double, slow: Double)) -> String { "\(Int(times.median)), \(Int(times.slow))" }
            table.rows.append([stage.id, hours(stage.planned), hours(stage.improvised)])
        }
        return table.text
    }
}
