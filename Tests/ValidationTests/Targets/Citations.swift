import Foundation

/// Whatever the catalog and the stories cite as a source of their figures, and what they tell beside.
struct Citations {
    /// Sources of figures, each text once, sorted.
    var texts: [String]
    /// Help texts: they may tell a reader of a figure on which nothing rests.
    var help: [String] = []

    /// Reads `source` and `help` wherever they stand in the documents, and `docs/catalog-sources.md` but for what it says
    /// of conflicts and of figures that are not used.
    static func collected() throws -> Citations {
        var texts: Set<String> = []
        var help: Set<String> = []
        let scenarios = Checkout.root.appending(path: "scenarios")
        var files = try FileManager.default.contentsOfDirectory(atPath: scenarios.path(percentEncoded: false))
            .filter { $0.hasSuffix(".json") }.map { scenarios.appending(path: $0) }
        files.append(Checkout.root.appending(path: "Sources/Scenarios/Catalog/catalog.json"))
        for file in files {
            let document = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
            collect("source", document, into: &texts)
            collect("help", document, into: &help)
        }
        let prose = try String(contentsOf: Checkout.root.appending(path: "docs/catalog-sources.md"), encoding: .utf8)
        let sections = prose.components(separatedBy: "\n## ").filter { !$0.hasPrefix("Conflicts") }
        for section in sections {
            // A row of a table or a paragraph.
            for paragraph in section.components(separatedBy: "\n\n") where !paragraph.hasPrefix("Not used") {
                let isTable = paragraph.hasPrefix("|")
                texts.formUnion(isTable ? paragraph.components(separatedBy: "\n") : [paragraph])
            }
        }
        func lines(_ texts: Set<String>) -> [String] {
            texts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.sorted()
        }
        return Citations(texts: lines(texts), help: lines(help))
    }

    private static func collect(_ wanted: String, _ value: Any, into texts: inout Set<String>) {
        if let object = value as? [String: Any] {
            for (key, inner) in object {
                if let text = inner as? String {
                    if key == wanted && text != "judgement" { texts.insert(text) }
                } else {
                    collect(wanted, inner, into: &texts)
                }
            }
        } else if let list = value as? [Any] {
            for inner in list { collect(wanted, inner, into: &texts) }
        }
    }

    /// Citations that name the target's publisher and one of its figures.
    func same(as target: Target) -> [String] {
        texts.filter { text in
            text.contains(target.publication.publisher) && target.marks.contains { text.contains($0) }
        }
    }

    /// Sources and help texts that name a publisher among the targets, whatever the figure.
    func kin(of targets: [Target]) -> (sources: [String], help: [String]) {
        let publishers = Set(targets.map(\.publication.publisher))
        func naming(_ texts: [String]) -> [String] {
            texts.filter { text in publishers.contains { text.contains($0) } }
        }
        return (naming(texts), naming(help))
    }
}
