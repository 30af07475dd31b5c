import ArgumentParser
import DrillEngine
import Interchange
import Scenarios

/// The user's own catalog and ATT&CK bundle, in place of the built-in ones.
struct CatalogOptions: ParsableArguments {
    @ArgumentParser.Option(
        name: .customLong("catalog"),
        help: .init(
            "Own catalog of controls in place of the built-in one; \"drillctl catalog --format document\" is a start.",
            valueName: "file.json"),
        completion: .file(extensions: ["json"]))
    var catalogFile: String?

    @ArgumentParser.Option(
        name: .customLong("attack"),
        help: .init(
            "Own ATT&CK Enterprise bundle (STIX 2.0 or 2.1) in place of the built-in techniques.",
            valueName: "file.json"),
        completion: .file(extensions: ["json"]))
    var attackFile: String?

    /// How many files were named.
    var count: Int { [catalogFile, attackFile].compactMap(\.self).count }

    /// A loader that knows both; nil where one of them has errors.
    ///
    /// The catalog is checked against the bundle, so that it may name what only the bundle knows.
    func read() -> (loader: DocumentLoader?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var sources: [SourceFile] = []
        var techniques: TechniqueTable?
        var catalog: Catalog?
        if let attackFile {
            let reading = read(bundle: attackFile)
            diagnostics += reading.diagnostics
            techniques = reading.techniques
            if let techniques {
                sources.append(source(attackFile, kind: "techniques", bytes: Array(techniques.tabSeparated.utf8)))
            }
        }
        if let catalogFile, !diagnostics.hasErrors {
            let loaded = DocumentLoader.reading(catalog: nil, techniques: techniques, sources: []).load(catalogFile)
            diagnostics += loaded.diagnostics
            switch loaded.document {
            case .catalog(let own)?:
                catalog = own
                sources.append(
                    source(catalogFile, kind: DocumentKind.catalog.rawValue, bytes: loaded.source?.bytes ?? []))
            case let other?:
                diagnostics.append(
                    Diagnostic(
                        severity: .error, rule: "wrong-document-kind", file: catalogFile, pointer: "/kind",
                        message: "a catalog is expected; this is of kind \(other.kind.rawValue)"))
            case nil: break
            }
        }
        if diagnostics.hasErrors { return (nil, diagnostics) }
        var loader = DocumentLoader.reading(catalog: catalog, techniques: techniques, sources: sources)
        loader.zones = ZoneOffsets.machine
        return (loader, diagnostics)
    }

    private func read(bundle path: String) -> ATTACKBundle.Reading {
        switch DocumentLoader.disk.bytes(of: path) {
        case .success(let bytes): ATTACKBundle.read(bytes, path: path)
        case .failure(let failure):
            ATTACKBundle.Reading(
                techniques: nil,
                diagnostics: [
                    Diagnostic(
                        severity: .error, rule: failure.rule.rawValue, file: path, message: "the file \(failure.words)")
                ])
        }
    }

    /// Named by the last part of its path: where it lies on this machine is nobody else's business.
    private func source(_ path: String, kind: String, bytes: [UInt8]) -> SourceFile {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return SourceFile(path: path, reference: "\(kind)/\(name)", kind: kind, id: name, bytes: bytes)
    }
}
