import Foundation
import Interchange
import Scenarios
import Testing

/// ATT&CK bundles: what is taken from them, and what is said of broken ones.
@Suite struct ATTACKBundleTests {
    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    private func read(_ name: String) throws -> ATTACKBundle.Reading {
        let data = try Data(contentsOf: Self.fixtures.appending(path: name))
        return ATTACKBundle.read(Array(data), path: name)
    }

    @Test("the facts of STIX 2.0 and 2.1", arguments: ["bundle-2.0.json", "bundle-2.1.json"])
    func facts(name: String) throws {
        let reading = try read(name)
        #expect(reading.diagnostics == [])
        let table = try #require(reading.techniques)
        #expect(table.techniques.map(\.id) == ["T9001", "T9001.001", "T9002", "T9003"], "deprecated ones are left out")
        let first = try #require(table["T9001"])
        #expect(first.name == (name == "bundle-2.0.json" ? "Picking the lock" : "Picking the lock – ⚿"))
        #expect(first.tactics == ["initial-access"])
        #expect(first.mitigations == ["M9001"], "a deprecated mitigation is none")
        #expect(table["T9001.001"]?.tactics == ["initial-access", "impact"])
        #expect(table["T9001.001"]?.mitigations == [], "a revoked relationship is none")
        #expect(table["T9002"]?.successor == "T9001")
        #expect(table["T9003"]?.successor == "T9001", "a chain ends at what is in force")
        #expect(!table.tabSeparated.contains("Never kept"))
    }

    /// As large as the whole of ATT&CK Enterprise is: most of it is text that is passed over.
    @Test("a bundle of 50 MB, whole and cut off")
    func large() throws {
        let small = try String(
            decoding: Data(contentsOf: Self.fixtures.appending(path: "bundle-2.0.json")), as: UTF8.self)
        let text = String(repeating: "Never kept. ", count: 8192)
        let filler = #"{"type": "malware", "id": "malware--1", "description": "\#(text)"},"#
        let start = try #require(small.range(of: #""objects": ["#)).upperBound
        let large = small[..<start] + String(repeating: filler, count: 540) + small[start...]
        let bytes = Array(large.utf8)
        #expect(bytes.count > 50_000_000)
        let reading = ATTACKBundle.read(bytes, path: "large.json")
        #expect(reading.diagnostics == [])
        #expect(
            reading.techniques?.techniques
                == ATTACKBundle.read(Array(small.utf8), path: "small.json").techniques?.techniques)
        let cut = ATTACKBundle.read(Array(bytes.prefix(bytes.count / 2)), path: "large.json")
        #expect(cut.techniques == nil && cut.diagnostics.count == 1)
    }

    @Test("a table survives being written and read")
    func roundTrip() throws {
        let table = try #require(read("bundle-2.1.json").techniques)
        #expect(TechniqueTable(tabSeparated: table.tabSeparated).techniques == table.techniques)
        let embedded = TechniqueTable.embedded
        #expect(TechniqueTable(tabSeparated: embedded.tabSeparated).techniques == embedded.techniques)
    }

    @Test(
        "broken bundles: place and words",
        arguments: [
            ("not-json.json", ["2:40: error: a comma is missing"]),
            ("no-bundle.json", ["1:1: error: the file is no STIX bundle"]),
            ("list.json", ["1:1: error: the file is no STIX bundle"]),
            ("other-type.json", ["1:1: error: the file is no STIX bundle: its \"type\" is \"report\""]),
            ("objects-no-list.json", ["1:31: error: a list of STIX objects is expected"]),
            ("mobile.json", ["4:13: error: the bundle holds \"mobile-attack\", not \"enterprise-attack\""]),
            ("ics.json", ["4:13: error: the bundle holds \"ics-attack\", not \"enterprise-attack\""]),
            ("empty.json", ["4:13: error: the bundle holds no technique"]),
            ("twice.json", ["21:3: error: the technique T9001 is there twice, first in line 5"]),
            ("no-external-id.json", ["21:3: error: the technique \"attack-pattern--00000002\" has no ATT&CK id"]),
            ("bad-id.json", ["5:3: error: \"T90011\" is no id of a technique"]),
            ("unknown-tactic.json", ["14:3: error: the technique T9001 names the tactic \"impcat\""]),
            (
                "revoked-circle.json",
                [
                    "21:3: error: the revoked technique T9002 is replaced by itself",
                    "38:3: error: the revoked technique T9003 is replaced by itself",
                ]
            ),
            (
                "revoked-nowhere.json",
                ["21:3: warning: the bundle does not say what replaces the revoked technique T9002"]
            ),
            ("bad-object.json", ["3:53: error: "]),
            ("no-type.json", ["5:3: error: the object has no \"type\""]),
        ])
    func broken(name: String, expected: [String]) throws {
        let reading = try read(name)
        let texts = reading.diagnostics.map(\.text)
        #expect((reading.techniques == nil) == reading.diagnostics.hasErrors)
        for expected in expected {
            #expect(texts.contains { $0.hasPrefix("\(name):\(expected)") }, "\(texts)")
        }
        #expect(!texts.isEmpty)
    }

    @Test("a file that ends too early")
    func cutOff() throws {
        let reading = try read("cut-off.json")
        #expect(reading.techniques == nil)
        #expect(
            reading.diagnostics.count == 1 && reading.diagnostics[0].rule == "json-syntax", "\(reading.diagnostics)")
    }

    @Test("every beginning of a bundle is read without a trap, and none but the whole is accepted")
    func beginnings() throws {
        let bytes = Array(try Data(contentsOf: Self.fixtures.appending(path: "bundle-2.0.json")))
        let whole = (bytes.lastIndex(of: UInt8(ascii: "}")) ?? 0) + 1
        for length in stride(from: 0, to: whole, by: 7) {
            let reading = ATTACKBundle.read(Array(bytes[..<length]), path: "x.json")
            #expect(reading.techniques == nil && reading.diagnostics.hasErrors, "\(length)")
        }
        #expect(ATTACKBundle.read(Array(bytes[..<whole]), path: "x.json").techniques != nil)
    }

    @Test("UTF-16 and a byte order mark")
    func encodings() throws {
        let bytes = Array(try Data(contentsOf: Self.fixtures.appending(path: "bundle-2.0.json")))
        #expect(ATTACKBundle.read([0xEF, 0xBB, 0xBF] + bytes, path: "x.json").techniques != nil)
        let reading = ATTACKBundle.read([0xFF, 0xFE] + bytes.flatMap { [$0, 0] }, path: "x.json")
        #expect(reading.diagnostics.map(\.rule) == ["text-encoding"])
    }

    @Test("many techniques: what is said stays short")
    func manyProblems() {
        let object = #"{"type":"attack-pattern","id":"a","x_mitre_domains":["enterprise-attack"]}"#
        let objects = [String](repeating: object, count: 5_000).joined(separator: ",\n")
        let reading = ATTACKBundle.read(Array(#"{"type":"bundle","objects":[\#(objects)]}"#.utf8), path: "x.json")
        #expect(reading.diagnostics.count == 100)
    }

    /// The authentic objects of ATT&CK 18.1 give the embedded table, where they are at hand.
    @Test func authenticSubset() throws {
        let shared = Self.fixtures.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(
                path: "shared/data/attack/enterprise-attack-18.1-subset.stix20.json")
        guard let data = try? Data(contentsOf: shared) else {
            print("skipped: \(shared.path) is absent")
            return
        }
        let reading = ATTACKBundle.read(Array(data), path: "subset.json")
        #expect(reading.diagnostics == [])
        let table = try #require(reading.techniques)
        #expect(table.techniques.count == 691)
        for technique in table.techniques {
            let embedded = try #require(TechniqueTable.embedded[technique.id])
            #expect(technique.name == embedded.name && technique.mitigations == embedded.mitigations, "\(technique.id)")
            #expect(Set(technique.tactics) == Set(embedded.tactics), "\(technique.id)")
        }
    }
}
