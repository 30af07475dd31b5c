/// Checks what a decoded document means, apart from other documents.
final class Validator {
    let tree: DocumentTree
    let decoding: [Diagnostic]
    let loader: DocumentLoader
    var diagnostics: [Diagnostic] = []

    init(tree: DocumentTree, decoding: [Diagnostic], loader: DocumentLoader) {
        self.tree = tree
        self.decoding = decoding
        self.loader = loader
    }

    func problems(of document: Document) -> [Diagnostic] {
        return diagnostics
    }
}
