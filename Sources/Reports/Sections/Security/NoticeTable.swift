internal import DrillResults

/// Who raises the alarm, where anybody does.
struct NoticeTable {
    let story: StoryResult

    /// The channels of the model, in the order of the catalog; anything else follows by name.
    private static let names = [
        ("monitoring", "Monitoring"), ("people", "People who report"), ("outsider", "An outsider"),
        ("announcement", "The attack announces itself"),
    ]

    var markup: Markup {
        guard !story.noticedBy.isEmpty else {
            return "<p class=\"empty\">No trial shows anybody noticing by the end of the story.</p>\n"
        }
        return Table(
            caption: "Who notices first, among trials in which somebody does",
            style: "small",
            columns: [.init("By", .name), .init("Drawn", .chart), .init("Share", .number)],
            rows: channels.map { name, share in
                [
                    "\(name)", ShareBar(share: share, label: "Noticed by \(name)").markup, "\(Wording.share(share))",
                ]
            }
        ).markup
    }

    private var channels: [(String, Double)] {
        let known = Self.names.compactMap { key, name in story.noticedBy[key].map { (name, $0) } }
        let others = story.noticedBy.keys.filter { key in !Self.names.contains { $0.0 == key } }.sorted()
        return known + others.map { ($0, story.noticedBy[$0] ?? 0) }
    }
}
