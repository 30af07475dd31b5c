/// How an attack graph is written.
enum AttackGraphShapes {
    private static let time = TimeShapes.graph
    private static let id = Shape<String>.graphIdentifier

    static let attackGraph = Shape<AttackGraph>.object(
        "AttackGraph", AttackGraph(),
        doc:
            "The engine without organizations: nodes, defences, responses, a goal. Times are durations or numbers in `timeUnit`; cycles are allowed."
    ) { f in
        f.header(.attackGraph)
        f.required("id", \.id, as: id, doc: "Id of the graph.", example: "two-of-three")
        f.optional("title", \.title, as: .text, doc: "Title as people read it.", example: "Two of three ways in")
        f.optional(
            "timeUnit", \.timeUnit, as: .word("time unit"), doc: "Unit of bare numbers; `hours` when left out.",
            example: "hours"
        )
        f.optional(
            "horizon", \.horizon, as: time.amount, doc: "End of the simulated time; unbounded when left out.",
            example: 720)
        f.required(
            "nodes", \.nodes, as: .list(node, atLeast: 1), doc: "The nodes; at least one.",
            example: [
                ["id": "internet", "type": "entry"],
                ["id": "vpn", "type": "or", "parents": ["internet"], "probability": 0.1],
            ])
        f.optional(
            "defences", \.defences, as: .list(defence), doc: "Defences, each on or off in a trial.",
            example: [["id": "edr", "probability": 0.4]])
        f.optional(
            "responses", \.responses, as: dictionary(response), doc: "What happens after a detection, by organization.",
            example: ["acme": ["triage": 2, "containment": ["office": 8]]])
        f.add("goal", isRequired: true, as: id, doc: "The node that the question is about.", example: "db") {
            $0.goals.insert($1, at: 0)
        }
        f.add(
            "goals", isRequired: false, as: Shape<[String]>.list(id), doc: "More goals, for joint questions.",
            example: ["db", "backup"]
        ) {
            graph, goals in graph.goals += goals
        }
    }.map { graph in
        var graph = graph
        graph.goals = graph.goals.unique
        return graph
    }

    private static let node = Shape<GraphNode>.object(
        "GraphNode", GraphNode(), doc: "A node: what the attacker may achieve."
    ) { f in
        f.required("id", \.id, as: id, doc: "Id, unique within the graph.", example: "phish")
        f.optional(
            "title", \.title, as: .text, doc: "Title as people read it; the id when left out.",
            example: "Open the attachment")
        f.required(
            "type", \.type, as: .word("node type"),
            doc:
                "`entry` completes at 0; `or` starts with its first parent, `and` with its last, `vote` with its k-th.",
            example: "or")
        f.optional("k", \.k, as: .integer(1...1_000_000), doc: "For `vote`: how many parents.", example: 2)
        f.optional("parents", \.parents, as: .list(id), doc: "Nodes that must have completed.", example: ["internet"])
        f.optional(
            "probability", \.probability, as: .share, doc: "Chance that a try succeeds; 1 when left out.", example: 0.6)
        f.optional(
            "timeToCompromise", \.timeToCompromise, as: time.distribution,
            doc: "How long a try takes; no time when left out.",
            example: ["distribution": "exponential", "mean": 12])
        f.optional(
            "blockedBy", \.blockedBy, as: .list(id), doc: "Defences that make the node fail while they are on.",
            example: ["edr"]
        )
        f.optional(
            "detection", \.detection, as: detection, doc: "How a try is detected; not at all when left out.",
            example: ["probability": 0.2, "from": "end", "delay": 24])
        f.optional(
            "group", \.group, as: id,
            doc: "Nodes of a group are contained together; without one a node is never contained.",
            example: "office")
        f.optional(
            "organization", \.organization, as: id,
            doc: "Whose response a detection starts; left out, the only key of `responses`.", example: "acme")
        f.optional(
            "attempts", \.attempts, as: .integer(1...1_000_000), doc: "How many tries; 1 when left out.", example: 3)
        f.optional("starts", \.starts, as: time.amount, doc: "Not before this time.", example: 48)
        f.optional(
            "closes", \.closes, as: time.distribution, doc: "When the door closes; never when left out.",
            example: ["distribution": "exponential", "mean": 100])
    }

    private static let detection = Shape<GraphDetection>.object(
        "GraphDetection", GraphDetection(), doc: "How a try is detected."
    ) { f in
        f.optional("probability", \.probability, as: .share, doc: "For each try; 1 when left out.", example: 0.2)
        f.optional(
            "from", \.from, as: .word("moment"),
            doc: "From a try's start or end, or from completion; `end` when left out.",
            example: "end")
        f.optional(
            "delay", \.delay, as: time.distribution, doc: "Until the detection; no time when left out.",
            example: ["distribution": "lognormal", "median": 24, "p90": 200])
    }

    private static let defence = Shape<GraphDefence>.object("GraphDefence", GraphDefence(), doc: "A defence.") { f in
        f.required("id", \.id, as: id, doc: "Id, unique within the graph.", example: "edr")
        f.optional(
            "probability", \.probability, as: .share, doc: "Chance that it is on; 1 when left out.", example: 0.4)
    }

    private static let response = Shape<GraphResponse>.object(
        "GraphResponse", GraphResponse(), doc: "What happens after a detection."
    ) { f in
        f.optional(
            "triage", \.triage, as: time.distribution,
            doc: "From detection to the start of containment; no time when left out.",
            example: ["distribution": "constant", "value": 2])
        f.optional(
            "containment", \.containment, as: dictionary(time.distribution),
            doc: "From then until a group is contained, by group.",
            example: ["office": ["distribution": "exponential", "mean": 8]])
    }

    private static func dictionary<Value: Sendable>(_ value: Shape<Value>) -> Shape<[String: Value]> {
        .dictionary(value, keyPattern: Pattern.graphIdentifier, isKey: Pattern.isGraphIdentifier)
    }
}
