internal import DrillResults

/// Data that left readable although it was encrypted, and why.
struct SecurityEncryption {
    let company: CompanyReport

    var section: PageSection? {
        guard let findings = company.analysis?.findings, findings.contains(where: { !$0.encryptionGaps.isEmpty }) else {
            return nil
        }
        return PageSection(
            "encryption", title: "Exposed despite encryption",
            content: "\(findings.filter { !$0.encryptionGaps.isEmpty }.map(table))")
    }

    private func table(_ findings: StoryFindings) -> Markup {
        Table(
            caption: "\(.name(company.frame.scenarioTitle(findings.scenario)))", style: "gaps",
            columns: [
                .init("Data on", .name), .init("Encrypted how", .text), .init("Records", .number),
                .init("Left readable", .number), .init("Why it did not help", .text),
            ],
            rows: findings.encryptionGaps.map { gap in
                let share = gap.trials > 0 ? Double(gap.count) / Double(gap.trials) : 0
                return [
                    "\(.name(gap.asset)) <small>\(gap.department)</small>", "\(gap.level)",
                    "\(Wording.count(gap.records))",
                    "<strong>\(Wording.probability(share, trials: gap.trials))</strong> <small>of trials</small>",
                    "\(gap.why)",
                ]
            }
        ).markup
    }
}
