import DrillEngine
import DrillResults
import Scenarios

/// Step × control × way as one machine-readable document.
struct ControlMapJSON {
    let maps: [ControlMap]

    /// With the keys that every machine-readable output has.
    var value: JSONValue {
        let scenarios: [JSONValue] = maps.map { map in
            let steps: [JSONValue] = map.steps.map(value)
            return ["scenario": .string(map.scenario), "title": .string(map.title), "steps": .array(steps)]
        }
        return [
            "banner": .string(MarkedWords.banner), "marking": .string(MarkedWords.unstated), "schemaVersion": 1,
            "modelVersion": .string(Drill.modelVersion), "seed": .null, "trials": 0, "scenarios": .array(scenarios),
        ]
    }

    private func value(_ step: StepControls) -> JSONValue {
        let touches: [JSONValue] = step.touches.map(value)
        return [
            "step": .string(step.step), "title": .string(step.title), "technique": text(step.technique),
            "controls": .array(touches), "apart": text(step.apart?.rawValue), "untouched": .bool(step.isUntouched),
        ]
    }

    private func value(_ touch: ControlTouch) -> JSONValue {
        let (through, via, link): (String?, String?, String?) =
            switch touch.way {
            case .itself(let channel): (channel, nil, nil)
            case .before(let relation, let link): (nil, relation, link)
            }
        let acts: [JSONValue] = touch.acts.map { .string($0.rawValue) }
        let kinds: [JSONValue] = touch.kinds.map(JSONValue.string)
        return [
            "control": .string(touch.control), "acts": .array(acts), "kinds": .array(kinds), "through": text(through),
            "via": text(via), "link": text(link),
        ]
    }

    private func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}
