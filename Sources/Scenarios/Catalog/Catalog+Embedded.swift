extension Catalog {
    /// The catalog that is part of the library, decoded on first use.
    public static let embedded: Catalog = {
        let (document, diagnostics) = DocumentLoader.decode(Array(EmbeddedCatalog.text.utf8), path: "catalog.json")
        guard case .catalog(let catalog) = document, !diagnostics.hasErrors else {
            preconditionFailure("the embedded catalog is broken:\n" + diagnostics.map(\.text).joined(separator: "\n"))
        }
        return catalog
    }()

    /// The bytes of the embedded catalog, for digests.
    public static var embeddedBytes: [UInt8] { Array(EmbeddedCatalog.text.utf8) }

    /// The control of an id; nil when the catalog has none.
    public func control(_ id: String) -> Control? { controls.first { $0.id == id } }
}

extension Control {
    /// A level's place, 0 for the weakest; nil when the control has no such level.
    public func index(ofLevel id: String) -> Int? { levels.firstIndex { $0.id == id } }
}
