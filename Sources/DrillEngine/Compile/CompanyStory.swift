internal import DrillKernel
internal import DrillResults
package import Scenarios

/// One company in one story: what of a compiled drill is its own, and what it means in its documents.
///
/// Nothing is kept: each question looks through the drill. Whoever reads every trial asks once before.
package struct CompanyStory: Sendable {
    /// All of the story: the company, and those with whom it hangs together.
    package let drill: CompiledDrill
    /// The company among the drill's members, and the kernel's organizations.
    package let member: Int

    package init(_ drill: CompiledDrill, member: Int) {
        self.drill = drill
        self.member = member
    }

    /// The company's part of the drill.
    package var who: Member { drill.members[member] }
    /// As its document says it.
    package var organization: Organization { drill.members[member].organization }
    /// With the exercise's parameters.
    package var scenario: Scenario { drill.scenario }
    /// Whether the scenario says anything about the company.
    package var applies: Bool { who.notApplicable == nil }
}

// MARK: - Objectives

extension CompanyStory {
    /// The node of an objective, by position in the scenario; nil where the company cannot lose it.
    package func objective(_ number: Int) -> Int32? { drill.members[member].objectives[number] }

    /// Objectives that the company can lose, by position in the scenario.
    package var losable: [Int] { scenario.objectives.indices.filter { objective($0) != nil } }

    /// The story's goal: of the objectives that the company can lose the one that is spoken of.
    ///
    /// - Parameter reached: How often an objective is reached, by position; in the same unit for all.
    func goal<Amount: Comparable>(reached: (Int) -> Amount) -> Int? {
        Goal.among(losable, severity: { .init(scenario.objectives[$0].severity) }, reached: reached)
    }

    /// All nodes on which a node depends, the node among them, in ascending order.
    ///
    /// - Parameter overOutages: Also those with which something falls that takes others down with it.
    func ancestors(of node: Int, overOutages: Bool) -> [Int] {
        var seen = [Bool](repeating: false, count: drill.nodes.count)
        var pending = [node]
        while let node = pending.popLast() {
            if seen[node] { continue }
            seen[node] = true
            let description = drill.description
            pending += (overOutages ? description.causes(of: node) : description.nodes[node].parents).map(Int.init)
        }
        return seen.indices.filter { seen[$0] }
    }
}

// MARK: - Aims

/// A choice of what a step is aimed at in the company.
struct OwnChoice: Sendable {
    /// By position in the scenario.
    var step: Int
    var targets: [AimMeaning.Target]
    /// For each a node that is tried if it is chosen.
    var nodes: [Int]
}

extension CompanyStory {
    /// What is aimed at some of several, in the order of the steps.
    var choices: [OwnChoice] {
        zip(drill.aims, drill.description.aims).filter { $0.0.organization == member }.map { meaning, aim in
            OwnChoice(
                step: meaning.step, targets: meaning.targets,
                nodes: aim.candidates.compactMap { $0.nodes.first.map(Int.init) })
        }
    }
}

// MARK: - Steps and notices

/// A step of a story on an asset of the company.
package struct OwnStep: Sendable {
    /// Of the drill.
    package var node: Int
    /// By position in the scenario.
    package var step: Int
    /// The asset.
    package var place: AssetReference
}

/// A chance that somebody in the company notices tries of a step.
struct OwnNotice: Sendable {
    /// Place in the order of all notices of the drill.
    var index: Int
    /// What is noticed.
    var step: OwnStep
    var channel: Channel
}

extension CompanyStory {
    /// The step of the company's for which a node stands; nil for other nodes, and for others' steps.
    func ownStep(at node: Int) -> OwnStep? {
        guard case .step(let step, let place) = drill.nodes[node], place.organization == member else { return nil }
        return OwnStep(node: node, step: step, place: place)
    }

    /// All steps on all of the company's assets that they fit, in the order of the nodes.
    package var steps: [OwnStep] { drill.nodes.indices.compactMap(ownStep) }

    /// Where a step is tried, by its position in the scenario.
    func steps(_ number: Int) -> [OwnStep] { steps.filter { $0.step == number } }

    /// The company's assets on which a step is tried.
    func places(ofStep number: Int) -> [AssetReference] { steps(number).map(\.place) }

    /// What the company notices, in the order of all notices.
    var notices: [OwnNotice] {
        drill.notices.indices.compactMap { index in
            ownStep(at: Int(drill.notices[index].node)).map {
                OwnNotice(index: index, step: $0, channel: drill.notices[index].channel)
            }
        }
    }
}

// MARK: - Response and outages

extension CompanyStory {
    /// Containment groups of the company's departments in which the story has steps.
    package var touchedGroups: [Int] {
        let touched = Set(steps.map(\.place.department))
        return drill.groups.indices.filter {
            drill.groups[$0].organization == member && touched.contains(drill.groups[$0].department)
        }
    }

    /// The company's assets that can be down, by repair item.
    var repairs: [Int] { drill.repairs.indices.filter { drill.repairs[$0].organization == member } }

    /// Decisions that cost downtime themselves: the cut that says when they are taken, and the hours.
    var costlyDecisions: [(cut: Int, hours: Double)] {
        drill.decisions.indices.filter {
            drill.decisions[$0].organization == member && drill.decisions[$0].downtimeHours > 0
        }.map { (Int(drill.description.cut(ofIntervention: $0)), drill.decisions[$0].downtimeHours) }
    }

    /// Whether the story can carry readable data of persons out of the company.
    var exposesPersonalData: Bool {
        who.exposures.contains { exposure in
            let data = drill.asset(exposure.asset).data
            return data.map { [.personal, .health].contains($0.dataClass) && $0.records > 0 } ?? false
        }
    }
}
