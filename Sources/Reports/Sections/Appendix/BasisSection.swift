internal import DrillResults

/// What the figures rest on: sourced, judged, unknown, assumed.
struct BasisSection {
    let frame: RunFrame

    var section: PageSection {
        PageSection("basis", title: "What the figures rest on", content: content)
    }

    private var content: Markup {
        let run = frame.run
        let basis = run.basis
        let judged = basis.figures > 0 ? Double(basis.judgement) / Double(basis.figures) : 0
        return """
            <p class="lead">\(Wording.basis(basis))</p>
            \(Table(
                caption: "Sources of the figures",
                style: "small",
                columns: [.init("What", .name), .init("How many", .number), .init("What it does to the result", .text)],
                rows: [
                    [
                        "Figures that took part", "\(Wording.count(basis.figures))",
                        "From the catalog and the stories, each with a low, a likely and a high value.",
                    ],
                    [
                        "of these, judgement", "\(Wording.count(basis.judgement)) <small>\(Wording.share(judged))</small>",
                        "Somebody’s estimate without a published source. Discuss these first.",
                    ],
                    [
                        "Answers “unknown”", "\(Wording.count(basis.unknownAnswers))",
                        "Sampled over all levels of the control: they widen the range.",
                    ],
                    [
                        "Answers assumed", "\(Wording.count(basis.assumedAnswers))",
                        "The company did not say, so the catalog’s assumption stands. It does not widen the range.",
                    ],
                ]).markup)\
            <p>Each company and story was tried \(Wording.count(run.trials)) times, dealt over \
            \(Wording.count(run.worlds)) worlds. A world is one consistent set of values for everything that is not \
            known; the spread between worlds is what not knowing costs. Catalog \(run.catalogRelease), preset \
            \(run.preset), model \(run.modelVersion).</p>

            """
    }
}
