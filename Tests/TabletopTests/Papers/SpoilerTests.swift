import Foundation
import Reports
import Scenarios
import Tabletop
import Testing

/// Players' papers tell nothing that comes later: over all scenarios of the library and all roles.
@Suite struct SpoilerTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let scenarios: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "scenarios").path)) ?? []
        return files.filter { $0.hasSuffix(".json") }.sorted()
    }()

    private func session(_ name: String) throws -> Session {
        let path = Self.root.appending(path: "scenarios/\(name)").path
        guard case .scenario(let scenario)? = DocumentLoader.disk.load(path).document else {
            throw CocoaError(.fileReadCorruptFile)
        }
        var session = SampleSession.session
        session.scenario = scenario
        session.forecast.injects = [:]
        session.forecast.options = []
        return session
    }

    @Test func thereIsALibrary() { #expect(Self.scenarios.count >= 9) }

    /// What no player may read before the facilitator says it.
    private func secrets(_ scenario: Scenario) -> [String] {
        [scenario.title, scenario.summary ?? ""].filter { !$0.isEmpty } + scenario.steps.map(\.title)
            + scenario.objectives.map(\.title) + scenario.injects.compactMap(\.notes)
            + scenario.injects.flatMap { $0.expect.map(\.text) } + scenario.evaluation.map(\.text)
            + scenario.retells.map(\.title)
    }

    @Test(arguments: scenarios)
    func papersForEverybodyTellNothing(name: String) throws {
        let session = try session(name)
        let open = PaperWriter.papers(session).filter { $0.audience == .everybody }
        #expect(open.map(\.name) == ["situation-manual", "agenda", "feedback"])
        for paper in open {
            let text = PaperText.text(paper)
            for secret in secrets(session.scenario) + session.scenario.injects.flatMap({ [$0.text] }) {
                #expect(!text.contains(secret), "\(paper.name): \(secret)")
            }
            for option in session.scenario.decisions.flatMap(\.options) { #expect(!text.contains(option.text)) }
        }
    }

    @Test(arguments: scenarios)
    func packetsHoldOnlyTheirOwnCardsInOrder(name: String) throws {
        let session = try session(name)
        let packets = PaperWriter.papers(session).filter { $0.audience == .players }
        #expect(packets.count == session.roles.count)
        for (packet, role) in zip(packets, session.roles) {
            let text = PaperText.text(packet)
            for secret in secrets(session.scenario) { #expect(!text.contains(secret), "\(packet.name): \(secret)") }
            var cards: [String] = []
            for case .card(let title, let meta, let body) in packet.blocks {
                cards.append(([title] + meta.map(\.text) + PaperText.lines(body)).joined(separator: "\n"))
            }
            // Before the first card nothing is told, and each card tells its own inject only.
            let cover = PaperText.lines(Array(packet.blocks.prefix { if case .pageBreak = $0 { false } else { true } }))
                .joined(separator: "\n")
            let events = session.events
            for event in events {
                #expect(!cover.contains(event.inject.text) && !cover.contains(event.inject.title))
                let holding = cards.filter { $0.contains(event.inject.text) }
                #expect(holding.count == (event.inject.to.contains(role) ? 1 : 0))
                for card in holding {
                    for other in events where other.number != event.number {
                        #expect(!card.contains(other.inject.text) && !card.contains("\n" + other.inject.title + "\n"))
                    }
                }
            }
            let numbers = cards.compactMap { $0.firstMatch(of: #/nject (\d+)/#).flatMap { Int($0.1) } }
            #expect(numbers == numbers.sorted() && numbers.count == cards.count)
        }
    }

    /// Paths and file names are seen by players, too.
    @Test(arguments: scenarios)
    func namesOfFilesTellNothing(name: String) throws {
        let session = try session(name)
        for file in PaperTests.files(session) where file.path != "index.html" {
            #expect(!file.path.contains(session.scenario.id))
            guard file.path.contains("players-") || file.path.contains("situation-manual") else { continue }
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains(session.scenario.id), "\(file.path)")
        }
    }
}
