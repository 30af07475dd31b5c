import Foundation
import Scenarios

/// A published case in the neutral format, and its attack graph.
struct NeutralCase: Decodable {
    struct Element: Decodable {
        struct Time: Decodable {
            var dist: String
            var rate: Double
        }

        var id: String
        var type: String
        var parents: [String]?
        var k: Int?
        var p: Double?
        var ttc: Time?
        var blockedBy: [String]?
    }

    struct Defence: Decodable {
        var id: String
        var pOn: Double
    }

    struct Attack: Decodable { var chainRates: [Double] }

    struct Defender: Decodable {
        var clockRates: [Double]
        var starts: String
    }

    struct Answer: Decodable {
        var quantity: String
        var value: Double
    }

    var name: String
    var kind: String
    var nodes: [Element]
    var defences: [Defence]?
    var goal: String
    var attack: Attack?
    var defender: Defender?
    var answers: [Answer]

    /// The folder beside the package, where the cases lie if they are there.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/cases")

    /// The cases of the given kinds; empty, saying so, where the folder is absent.
    static func all(_ kinds: [String]) throws -> [NeutralCase] {
        guard FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) else {
            print("skipped: ../shared/cases is absent")
            return []
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }.map {
            try decoder.decode(NeutralCase.self, from: Data(contentsOf: $0))
        }.filter { kinds.contains($0.kind) }
    }

    /// The same graph with another goal or a horizon.
    func graph(goal: String? = nil, horizon: Double? = nil) -> AttackGraph {
        var graph = AttackGraph()
        graph.id = name
        graph.horizon = horizon.map { .units($0) }
        if kind == "race" { return race(graph) }
        graph.nodes = nodes.map { element in
            var node = GraphNode()
            node.id = element.id
            node.type = GraphNodeType(rawValue: element.type) ?? .or
            node.parents = element.parents ?? []
            node.probability = element.p ?? 1
            node.k = element.k
            if let time = element.ttc { node.timeToCompromise = .rate(time.rate) }
            node.blockedBy = element.blockedBy ?? []
            return node
        }
        graph.defences = (defences ?? []).map {
            var defence = GraphDefence()
            defence.id = $0.id
            defence.probability = $0.pOn
            return defence
        }
        graph.goals = [goal ?? self.goal]
        return graph
    }

    /// A chain against one clock: the first stage of the clock is the alert's delay, the second the containment.
    private func race(_ empty: AttackGraph) -> AttackGraph {
        var maker = GraphMaker()
        let clock = defender?.clockRates ?? []
        let detection = GraphDetection.chance(1, delay: .rate(clock[0]))
        if defender?.starts == "t0" { maker.graph.nodes[0].detection = detection }
        for (index, rate) in (attack?.chainRates ?? []).enumerated() {
            maker.add("step\(index + 1)") {
                $0.parents = [index == 0 ? "internet" : "step\(index)"]
                $0.timeToCompromise = .rate(rate)
                $0.group = "g"
                if defender?.starts == "after step \(index + 1)" { $0.detection = detection }
            }
        }
        maker.respond(triage: .hours(0), containment: clock.count > 1 ? .rate(clock[1]) : .hours(0))
        maker.graph.id = empty.id
        return maker.graph
    }
}
