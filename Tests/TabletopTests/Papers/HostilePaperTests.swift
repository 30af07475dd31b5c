import Foundation
import Reports
import Scenarios
import Tabletop
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Texts come from other people's documents.
@Suite struct HostilePaperTests {
    static let texts = [
        "<script>alert(1)</script>", "\"><img src=x>", "</w:t></w:r><w:br/>", "]]><!-- & ", "\u{0}\u{7}\u{1B}[31m\u{8}",
        "\u{FFFE}\u{FFFF}",
        "\u{202E}moc.elpmaxe", "a\nb\tc", "é 漢字 🜂", "\" } * { content: \"x",
    ]

    private func session(_ text: String) -> Session {
        var session = SampleSession.session
        session.exercise.title = text + "T"
        session.organization.name = text + "O"
        for index in session.organization.departments.indices { session.organization.departments[index].name += text }
        for index in session.scenario.injects.indices {
            session.scenario.injects[index].title += text
            session.scenario.injects[index].text += text
            session.scenario.injects[index].notes = text
            for action in session.scenario.injects[index].expect.indices {
                session.scenario.injects[index].expect[action].text += text
            }
        }
        for index in session.scenario.evaluation.indices { session.scenario.evaluation[index].capability += text }
        session.scenario.decisions[0].question += text
        session.scenario.decisions[0].options[0].text += text
        return session
    }

    @Test(arguments: texts)
    func pagesKeepTheirStructure(text: String) {
        let plain = PaperTests.files(session("x"), [.html]).filter { $0.path.hasSuffix("html") }
        let hostile = PaperTests.files(session(text), [.html]).filter { $0.path.hasSuffix("html") }
        for (one, other) in zip(plain, hostile) {
            let counts = [one, other].map { file in file.bytes.count { $0 == UInt8(ascii: "<") } }
            #expect(counts[0] == counts[1], "\(one.path)")
            #expect(!other.bytes.contains { $0 < 32 && $0 != 10 && $0 != 9 })
        }
    }

    @Test(arguments: texts)
    func wordPartsAreWellFormed(text: String) {
        for file in PaperTests.files(session(text), [.docx]) where file.path.hasSuffix("docx") {
            for (name, part) in StoredParts.of(file.bytes) {
                let parser = XMLParser(data: Data(part))
                let isFine = parser.parse()
                #expect(isFine, "\(file.path) \(name): \(String(describing: parser.parserError))")
            }
        }
    }

    @Test func directionStaysInside() throws {
        let file = try #require(
            PaperTests.files(session("\u{202E}abc"), [.html]).first { $0.path.hasSuffix("facilitator-guide.html") })
        #expect(String(decoding: file.bytes, as: UTF8.self).contains("<bdi>"))
    }
}

/// Reads an archive of stored entries by its central directory.
enum StoredParts {
    static func of(_ bytes: [UInt8]) -> [(String, [UInt8])] {
        func number(_ place: Int, _ count: Int) -> Int {
            (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
        }
        let end = bytes.count - 22
        var place = number(end + 16, 4)
        return (0..<number(end + 10, 2)).map { _ in
            let (size, length, offset) = (number(place + 24, 4), number(place + 28, 2), number(place + 42, 4))
            let name = String(decoding: bytes[(place + 46)..<(place + 46 + length)], as: UTF8.self)
            place += 46 + length
            let start = offset + 30 + length
            return (name, Array(bytes[start..<(start + size)]))
        }
    }
}
