import Scenarios

/// Documents for a command that cannot go on without them.
struct DocumentLoading {
    var context: Context
    var format: OutputFormat
    var terminal: TerminalOptions

    /// The exercise with all that it names.
    ///
    /// Warnings are told and do not stop anything; with errors it tells all and throws exit status 65.
    func exercise(_ path: String, with loader: DocumentLoader = .disk) throws -> LoadedExercise {
        let loading = loader.loadExercise(path)
        try tell(loading.diagnostics, documents: loading.sources.count)
        guard let exercise = loading.exercise else { throw CommandFailure(silently: .invalidDocument) }
        if !exercise.leftOut.isEmpty {
            let all = exercise.leftOut.count + exercise.organizations.count
            try context.messages.writeLine("left out: \(exercise.leftOut.count) of \(all) participants")
            for out in exercise.leftOut {
                try context.messages.writeLine("  \(out.participant.printable): \(out.reason.printable)")
            }
        }
        return exercise
    }

    /// A loader with the user's own catalog and techniques, as above.
    func loader(_ own: CatalogOptions) throws -> DocumentLoader {
        let (loader, diagnostics) = own.read()
        try tell(diagnostics, documents: own.count)
        guard let loader else { throw CommandFailure(silently: .invalidDocument) }
        return loader
    }

    /// A loader for an exercise that is to be played, as above.
    func loader(_ play: PlayOptions) throws -> DocumentLoader {
        var loader = try loader(play.own)
        loader.leavesOut = play.leaveOut
        return loader
    }

    /// The attack graph, as above.
    func graph(_ path: String) throws -> AttackGraph {
        let loading = DocumentLoader.disk.load(path)
        try tell(loading.diagnostics, documents: 1)
        guard let document = loading.document else { throw CommandFailure(silently: .invalidDocument) }
        guard case .attackGraph(let graph) = document else {
            let kind = loading.source?.kind ?? "document"
            throw CommandFailure(.invalidDocument, "'\(path)' is of kind \(kind), not attack-graph")
        }
        return graph
    }

    /// On standard error; errors in JSON mode on standard output, where the result would have been.
    private func tell(_ diagnostics: [Diagnostic], documents: Int) throws {
        guard !diagnostics.isEmpty else { return }
        let output = DiagnosticOutput(diagnostics, documents: documents)
        if format == .json, diagnostics.hasErrors {
            try context.output.write(output.text(.json, style: .plain))
            return
        }
        try context.messages.write(output.text(.text, style: context.messageStyle(terminal)))
        try context.messages.writeLine(output.summary)
    }
}
