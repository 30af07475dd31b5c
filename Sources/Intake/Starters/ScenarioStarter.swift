public import Scenarios

/// A small scenario that runs as it is, to be changed into one's own.
public enum ScenarioStarter {
    /// The document: three steps, an objective, an inject, a decision, a criterion.
    ///
    /// - Parameter schema: where editors find the schema, relative to the document; nil leaves the key out.
    public static func tree(id: String, schema: String?) -> JSONValue {
        let head: [JSONProperty] = schema.map { [JSONProperty("$schema", .string($0))] } ?? []
        return .object(
            head + [
                JSONProperty("kind", "scenario"), JSONProperty("version", 1), JSONProperty("id", .string(id)),
                JSONProperty("title", "A mail, a share, a copy"),
                JSONProperty(
                    "summary",
                    "A lure by mail opens a computer; from there somebody copies what the shares hold. Change every part of it."
                ),
                JSONProperty("horizon", "P30D"),
                JSONProperty("adversary", ["origin": "external", "skill": "intermediate", "attempts": 3]),
                JSONProperty("steps", steps), JSONProperty("objectives", objectives),
                JSONProperty("injects", injects), JSONProperty("decisions", decisions),
                JSONProperty("evaluation", evaluation),
            ])
    }

    private static func figure(low: Double, likely: Double, high: Double) -> JSONValue {
        ["low": .number(low), "likely": .number(likely), "high": .number(high), "source": "judgement"]
    }

    private static var steps: JSONValue {
        [
            [
                "id": "lure", "technique": "T1566.001", "title": "Send a lure that opens a computer",
                "on": ["kind": "endpoint-fleet"],
                "probability": figure(low: 0.2, likely: 0.4, high: 0.7),
                "duration": ["distribution": "exponential", "mean": "P1D"],
                "noticed": [
                    ["by": "monitoring"], ["by": "people", "probability": figure(low: 0.05, likely: 0.15, high: 0.3)],
                ],
                "gains": ["control"],
            ],
            [
                "id": "look-around", "technique": "T1083", "title": "Look at what the computer reaches",
                "on": ["kind": ["file-share", "application", "server"]],
                "requires": ["step": "lure", "via": "reachable"],
                "probability": figure(low: 0.6, likely: 0.8, high: 1),
                "duration": ["distribution": "exponential", "mean": "P2D"],
                "gains": ["credentials"],
            ],
            [
                "id": "copy", "technique": "T1213", "title": "Copy records and carry them out",
                "on": ["data": ["personal", "health", "financial", "payment", "confidential"]],
                "through": "application",
                "requires": ["step": "look-around", "via": "reachable"],
                "probability": figure(low: 0.6, likely: 0.8, high: 1),
                "duration": ["distribution": "lognormal", "median": "P2D", "p90": "P10D"],
                "noticed": [["by": "monitoring", "from": "start"]], "impact": ["exposes": "data"],
            ],
        ]
    }

    private static var objectives: JSONValue {
        [
            [
                "id": "personal-data", "title": "Readable personal data leaves the company",
                "reached": ["exposed": "personal"], "severity": "critical",
            ]
        ]
    }

    private static var injects: JSONValue {
        [
            [
                "id": "odd-mail", "title": "A colleague calls", "when": ["reached": "lure"], "delay": "PT2H",
                "to": ["security", "operations"], "channel": "call",
                "text":
                    "A colleague opened an invoice that was none. The screen flickered, and now the computer is slow.",
                "expect": [
                    [
                        "id": "take-off", "text": "Take the computer off the network and keep it switched on",
                        "within": "PT1H", "objective": "first-hour",
                    ]
                ],
            ]
        ]
    }

    private static var decisions: JSONValue {
        [
            [
                "id": "shares", "inject": "odd-mail", "by": ["operations", "management"],
                "question": "Do you close the shares until it is clear what happened?",
                "takes": ["distribution": "lognormal", "median": "PT4H", "p90": "P1D"], "default": "keep-open",
                "options": [
                    [
                        "id": "close", "text": "Close them", "does": ["isolate": ["kind": "file-share"]],
                        "costs": ["downtime": "PT8H"],
                    ],
                    ["id": "keep-open", "text": "Keep them open and watch"],
                ],
            ]
        ]
    }

    private static var evaluation: JSONValue {
        [
            [
                "id": "first-hour", "capability": "Containment",
                "text": "Within the first hour somebody takes the computer off the network, and somebody leads.",
                "objective": "personal-data",
            ]
        ]
    }
}
