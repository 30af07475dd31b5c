internal import DrillResults

/// Where the response chain loses time.
struct SecurityHandOffs {
    let company: CompanyReport

    var section: PageSection? {
        guard let handOffs = company.analysis?.handOffs, !handOffs.isEmpty else { return nil }
        return PageSection("hand-offs", title: "Hand-offs of the response", content: content(handOffs))
    }

    private func content(_ handOffs: [HandOffResult]) -> Markup {
        """
        <p>\(slowest(handOffs))Waiting for working hours is included.</p>
        \(Table(
            caption: "From the first alert to action, over the noticed trials of all attacks", style: "hand-offs",
            columns: [
                .init("Hand-off", .name), .init("Part of the whole", .chart), .init("Part", .number),
                .init("Mean", .number), .init("Median", .number), .init("P90", .number), .init("As you stated it", .text),
            ],
            rows: handOffs.map { step in
                [
                    "\(.name(step.id)) <small>\(step.department)</small>",
                    ShareBar(share: step.share, label: "Part of the chain").markup, "\(Wording.share(step.share))",
                    "<strong>\(Wording.hours(step.meanHours))</strong>", "\(Wording.hours(step.p50))",
                    "\(Wording.hours(step.p90))", "\(step.today)",
                ]
            }).markup)
        """
    }

    private func slowest(_ handOffs: [HandOffResult]) -> Markup {
        guard handOffs.count > 1, let most = handOffs.max(by: { $0.share < $1.share }) else { return .empty }
        return """
            Most of the time goes into “\(most.id)” (\(most.department)): \(Wording.share(most.share)) of the chain’s mean. 
            """
    }
}
