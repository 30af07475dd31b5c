internal import DrillResults

/// What went in, so that anybody can check that the same comes out.
struct DocumentSection {
    let frame: RunFrame

    var section: PageSection {
        PageSection("documents", title: "Documents and digests", content: content)
    }

    private var content: Markup {
        let run = frame.run
        return """
            <p>The same documents, catalog, seed and model version give the same figures on any machine. Run \
            <code class="digest">\(run.runID)</code>, seed \(String(run.seed)).</p>
            \(table)
            """
    }

    private var table: Markup {
        Table(
            caption: "Input documents with their SHA-256",
            style: "documents",
            columns: [.init("Document", .name), .init("Kind", .text), .init("File", .text), .init("SHA-256", .text)],
            rows: frame.run.documents.map { document in
                [
                    .name(document.id), "\(document.kind)", "<code>\(document.path)</code>",
                    "<code class=\"digest\">\(document.sha256)</code>",
                ]
            }
        ).markup
    }
}
