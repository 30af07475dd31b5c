import Scenarios

/// A small catalog and a small technique table.
enum TestCatalog {
    static let techniques = TechniqueTable(
        tabSeparated: """
            id\tname\ttactics\tmitigations\tsuccessor
            T1021\tRemote Services\tlateral-movement\tM1032,M1035\t
            T1028\t\t\t\tT1021
            T1190\tExploit Public-Facing Application\tinitial-access\tM1051\t
            T1486\tData Encrypted for Impact\timpact\tM1053\t
            T1566\tPhishing\tinitial-access\tM1017\t
            T1566.001\tSpearphishing Attachment\tinitial-access\tM1017\t
            """)

    static let catalog: Catalog = {
        let loader = DocumentLoader(catalog: Catalog(), techniques: techniques) {
            Shared.read(Shared.fixtures + "/" + $0)
        }
        let loaded = loader.load("catalog-valid.json")
        guard case .catalog(let catalog)? = loaded.document else {
            preconditionFailure(loaded.diagnostics.map(\.text).joined(separator: "\n"))
        }
        return catalog
    }()
}
