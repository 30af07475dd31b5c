internal import DrillKernel
internal import DrillResults
internal import Scenarios

extension StorySample {
    /// By which rules a step goes at the company, a line each: at what it is aimed, what a closed way does, what ends it.
    func rules(ofStep index: Int) -> [String] {
        let step = scenario.steps[index]
        var lines: [String] = []
        if let choice = story.choices.first(where: { $0.step == index }) {
            let names = choice.targets.prefix(4).map(story.words).joined(separator: ", ")
            let more = choice.targets.count > 4 ? " and \(choice.targets.count - 4) more" : ""
            let count = step.aims?.count ?? 1
            let weight = step.aims?.by == .records ? ", the likelier the more records it holds" : ""
            lines.append(
                "aimed at \(count == 1 ? "one" : "\(count)") of \(choice.targets.count)\(weight): \(names)\(more); drawn before "
                    + "anything happens")
        } else {
            lines.append("aimed at all that match, at once")
        }
        let nodes = Set(story.steps.filter { $0.step == index }.map(\.node))
        if nodes.contains(where: { story.drill.description.nodes[$0].passages.contains { !$0.modifiers.isEmpty } }) {
            lines.append("where a way to it is closed, the tries are made all the same and fail; they can be noticed")
        }
        if step.requires != nil {
            lines.append("ends where what it came from is contained or isolated, unless it came from elsewhere as well")
        }
        let takes = step.impact.exposes || step.impact.alters || !step.gains.isEmpty
        if takes, scenario.steps.contains(where: { $0.impact.harms }) {
            lines.append("ends where the asset goes down first: what is encrypted or wrecked serves nobody")
        }
        return lines
    }
}
