import ArgumentParser
import DrillEngine
import Scenarios

/// What the controls are, what their levels do, and what each figure rests on.
struct CatalogCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog",
        abstract: "Show the controls, what each level does, and what each figure rests on.",
        usage: "drillctl catalog [<control>] [options]",
        discussion: """
            Without a control, all of them in one table. "--format document" prints a catalog to edit; run, validate \
            and lint take it with --catalog.

            EXAMPLES
              drillctl catalog
              drillctl catalog phishing-training
              drillctl catalog mfa --format json
              drillctl catalog --format document > own-catalog.json
            """)

    @Argument(help: .init("Id of a control.", valueName: "control"))
    var control: String?

    @ArgumentParser.Option(help: "How to write it.")
    var format = CatalogFormat.text

    @ArgumentParser.OptionGroup var own: CatalogOptions
    @ArgumentParser.OptionGroup var terminal: TerminalOptions

    func validate() throws {
        if control != nil, format == .markdown || format == .document {
            throw ValidationError("--format \(format.rawValue) shows the whole catalog; leave the control out.")
        }
    }

    func run(in context: Context) async throws {
        let loading = DocumentLoading(
            context: context, format: format == .json ? .json : .text, terminal: terminal)
        let loader = try loading.loader(own)
        let catalog = loader.catalog
        let controls = try chosen(from: catalog)
        let words = CatalogWords(techniques: loader.techniques)
        switch format {
        case .text:
            let text = CatalogText(catalog: catalog, words: words, style: context.style(terminal))
            try context.output.write(control == nil ? text.overview : controls.map(text.page).joined())
        case .json:
            let json = CatalogJSON(
                catalog: catalog, controls: controls, isOwn: own.catalogFile != nil
            ).value(modelVersion: Drill.modelVersion)
            try context.output.write(json.text(.pretty) + "\n")
        case .markdown:
            try context.output.write(CatalogMarkdown(catalog: catalog, words: words).text)
        case .document:
            let bytes = try own.catalogFile.map { try loader.bytes(of: $0).get() } ?? Catalog.embeddedBytes
            try context.output.write(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func chosen(from catalog: Catalog) throws(CommandFailure) -> [Control] {
        guard let control else { return catalog.controls }
        if let found = catalog.control(control) { return [found] }
        let known = catalog.controls.map(\.id)
        let proposal = Suggestion.question(control, among: known) ?? "there are: \(known.joined(separator: ", "))"
        throw CommandFailure(.wrongUsage, "the catalog has no control \"\(control.printable)\"; \(proposal)")
    }
}

/// How the catalog is written to standard output.
enum CatalogFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// For people at a terminal.
    case text
    /// For programs: one document with sorted keys.
    case json
    /// For people who read: docs/catalog.md.
    case markdown
    /// The catalog document itself, to be edited and given back with `--catalog`.
    case document
}
