internal import DrillKernel
internal import Scenarios

/// One company in one story, compiled, with a changed graph for each change.
struct ChangedStory: Sendable {
    /// A change, and whether it is asked for what is lost, or only for what is reached.
    struct Asked: Sendable {
        var change: StoryChange
        var tellsOutcomes: Bool
    }

    let base: CompiledDrill
    /// The company among the drill's members.
    let member: Int
    let asked: [Asked]
    /// In the order of what is asked; nil where the graph is today's, so that the change cannot matter.
    let variants: [StoryVariant?]

    /// - Returns: nil where the scenario does not apply to the company.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    init?(_ asked: [Asked], compiler: StoryCompiler) throws {
        base = try compiler.today()
        member = compiler.member
        guard base.members[member].notApplicable == nil else { return nil }
        self.asked = asked
        variants = try asked.map { asked in
            try Task.checkCancellation()
            return try compiler.variant(asked.change)
        }
    }

    private init(_ other: ChangedStory, _ places: [Int]) {
        (base, member) = (other.base, other.member)
        asked = places.map { other.asked[$0] }
        variants = places.map { other.variants[$0] }
    }

    /// With some of the changes only, by position.
    func picking(_ places: [Int]) -> ChangedStory { ChangedStory(self, places) }

    var story: CompanyStory { CompanyStory(base, member: member) }

    /// Ids of the objectives that apply with and without a change, by position; nil in the place of others.
    func objectives(_ place: Int) -> [String?] {
        base.objectiveIDs(of: member, comparedWith: variants[place]?.drill ?? base)
    }
}

extension StoryVariant {
    /// Ids of the steps of which a node, or the guarded way to it, draws something that the base graph does not; in the
    /// scenario's order.
    var steps: [String] {
        var found: Set<Int> = []
        for (number, meaning) in drill.nodes.enumerated() {
            guard case .step(let step, _) = meaning, !found.contains(step) else { continue }
            if sharing.drawsOtherwise(number, of: drill.graph) { found.insert(step) }
        }
        return found.sorted().map { drill.scenario.steps[$0].id }
    }
}
